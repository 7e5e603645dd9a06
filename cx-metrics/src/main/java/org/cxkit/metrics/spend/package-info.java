/** How much customers spend in a purchase, whoever they are and however often they buy. */
package org.cxkit.metrics.spend;
