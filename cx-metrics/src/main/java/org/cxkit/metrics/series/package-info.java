/** Ratings in time: by calendar period, in trailing windows, with decaying weight, each response counted once. */
package org.cxkit.metrics.series;
