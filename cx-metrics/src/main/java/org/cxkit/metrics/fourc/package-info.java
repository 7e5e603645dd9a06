/** The 4C model: the costs of a customer may not exceed his or her lifetime value, and a report over all four parts. */
package org.cxkit.metrics.fourc;
