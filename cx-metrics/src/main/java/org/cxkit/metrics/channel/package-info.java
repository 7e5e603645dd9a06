/** Channels compared: the funnel from sessions to sales, and what each channel returns on its cost. */
package org.cxkit.metrics.channel;
