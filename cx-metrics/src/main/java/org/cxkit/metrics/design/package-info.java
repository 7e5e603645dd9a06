/** Metrics of answers that were drawn by a sampling design: strata, clusters and finite populations. */
package org.cxkit.metrics.design;
