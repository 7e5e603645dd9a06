/** The mathematics that several metrics need and no library gives; not exported. */
package org.cxkit.metrics.math;
