/** Markov chains of touches: how much less often journeys would convert if a channel were removed. */
package org.cxkit.metrics.markov;
