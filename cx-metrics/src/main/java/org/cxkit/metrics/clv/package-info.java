/** Customer lifetime value: historic, simple and expected, in money. */
package org.cxkit.metrics.clv;
