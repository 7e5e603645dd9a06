/** How a metric moves over ordered groups, over periods and around an intervention. */
package org.cxkit.metrics.trend;
