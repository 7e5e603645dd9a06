/** Attribution: which channels or touchpoints brought the conversions and their value. */
package org.cxkit.metrics.attribution;
