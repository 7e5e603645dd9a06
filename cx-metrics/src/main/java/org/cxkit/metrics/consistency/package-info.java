/** How alike customers are served everywhere: one metric compared over hundreds or thousands of locations. */
package org.cxkit.metrics.consistency;
