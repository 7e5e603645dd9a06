/** Doors for data in files: CSV read row by row, every bad row named with its reason. */
package org.cxkit.metrics.io;
