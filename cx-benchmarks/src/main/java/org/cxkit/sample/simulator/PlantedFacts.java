package org.cxkit.sample.simulator;

/**
 * What the simulated brand hides for a report to find: three facts, each stated here and nowhere else.
 *
 * <p>A report over the files of {@link SimulatedBrand} that does not find all three is wrong.
 */
public final class PlantedFacts {

    /** The location whose visitors are the least satisfied of all locations, by a wide margin. */
    public static final String WEAK_LOCATION = "south-2";

    /** The points of the 0 to 10 scale that a visit to {@link #WEAK_LOCATION} takes from a customer's answer. */
    public static final double WEAK_LOCATION_PENALTY = 2.4;

    /** The event that opens a chat: of all requests for help, the one that waits longest for its answer. */
    public static final String SLOW_CHAT_EVENT = "chat_request";

    /** The channel of the slow chat: of all channels of help, the least satisfying and the least easy one. */
    public static final String SLOW_CHAT_CHANNEL = "chat";

    /** The typical wait from {@link #SLOW_CHAT_EVENT} to its answer, in minutes. */
    public static final int SLOW_CHAT_WAIT_MINUTES = 300;

    /**
     * The channel that only assists: it opens or carries paths that end in a purchase and never is the last
     * channel before the purchase, so a last-touch model gives it nothing.
     */
    public static final String ASSISTING_CHANNEL = "instagram";

    private PlantedFacts() {}
}
