package org.cxkit.sample.simulator;

/**
 * One row of {@code responses.csv} but its number; a text that does not apply is empty.
 *
 * @param customer who
 * @param question NPS on 0 to 10, CSAT on 1 to 5, CES on 1 to 7 (7 is the easiest)
 * @param answer what was answered: a rating, nothing, {@code skip}, or something off the scale
 * @param second when, in seconds of the epoch
 * @param about the event asked about, and its channel
 * @param stage the stage of the event
 * @param location the store
 * @param persona the type of customer
 */
record SimulatedAnswer(
        String customer,
        String question,
        String answer,
        long second,
        SimulatedEvent.Step about,
        String stage,
        String location,
        String persona) {

    static final String HEADER =
            "response,customer,question,answer,timestamp,touchpoint,channel,stage,location,persona";

    String line(String id) {
        return String.join(
                ",",
                id,
                customer,
                question,
                answer,
                SimulatedYear.timestamp(second),
                about.event(),
                about.channel(),
                stage,
                location,
                persona);
    }
}
