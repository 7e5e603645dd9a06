/** Customer lifetime value, told from purchases. */
package org.cxkit.metrics.clv;
