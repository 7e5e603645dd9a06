/** Touches and milestones of people, from which the paths of attribution and the channel funnel are told. */
package org.cxkit.metrics.touch;
