/** How far what a company offers covers what its customers need, want and prefer. */
package org.cxkit.metrics.need;
