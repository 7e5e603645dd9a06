/** Control charts that are fed live and tell where, since when and by how much something changed. */
package org.cxkit.metrics.watch;
