/** At which stages of the journey, and beyond it, a company and its customers are in contact. */
package org.cxkit.metrics.communication;
