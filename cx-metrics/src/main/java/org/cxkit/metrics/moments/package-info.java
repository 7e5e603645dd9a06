/** Means, variances and correlations of several variables, from one mergeable tally of moments. */
package org.cxkit.metrics.moments;
