/** Statistical process control of rating metrics: what is normal is calibrated first, what comes after is watched. */
package org.cxkit.metrics.control;
