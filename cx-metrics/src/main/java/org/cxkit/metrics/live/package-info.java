/** Monitors that many threads record answers into while others read. */
package org.cxkit.metrics.live;
