/** What customers are worth. */
package org.cxkit.metrics.clv;
