/** Purchases, and how often, how recently and for how long each customer has bought. */
package org.cxkit.metrics.purchase;
