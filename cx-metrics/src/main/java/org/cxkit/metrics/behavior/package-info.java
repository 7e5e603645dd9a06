/** Who stays, leaves, comes back, buys again and converts. */
package org.cxkit.metrics.behavior;
