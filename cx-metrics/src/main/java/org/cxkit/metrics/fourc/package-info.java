/** The 4C model's convenience check: what a customer costs the company may not exceed his or her lifetime value. */
package org.cxkit.metrics.fourc;
