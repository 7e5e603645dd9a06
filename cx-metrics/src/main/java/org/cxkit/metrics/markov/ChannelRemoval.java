package org.cxkit.metrics.markov;

/** What becomes of journeys that come to a channel which is removed. */
public enum ChannelRemoval {
    /**
     * They are lost: the usual convention, by which credit is shared. A removal effect is the probability that a journey
     * which converts comes by the channel, from 0 to 1.
     */
    TO_NULL,

    /**
     * They begin again, as often as it takes: what is left are the journeys that never come by the channel, and {@code
     * P(conversion without c)} is their conversion probability. A removal effect is negative if they convert more often
     * than all journeys do.
     */
    TO_START,

    /**
     * They go where the others go that left the same state, in the observed proportions; a journey that has nowhere else
     * to go is lost. A removal effect is negative if that is better for them.
     */
    TO_OTHERS
}
