/** Indices made of several questions or sums, with what is missing in them. */
package org.cxkit.metrics.index;
