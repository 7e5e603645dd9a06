/** Maximum-likelihood fits: the parameters that make data likeliest, how sure they are, and what cannot be told. */
package org.cxkit.metrics.fit;
