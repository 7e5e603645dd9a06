package org.cxkit.sample.simulator;

/**
 * One row of {@code events.csv}; a text that does not apply is empty.
 *
 * @param customer who
 * @param ticket the case of a request for help
 * @param second when, in seconds of the epoch
 * @param step what happened, and by which means
 * @param location the store
 * @param persona the type of customer
 * @param restated whether the problem had to be told again: YES, NO or UNKNOWN
 * @param handledBy the member of staff or the bot
 */
record SimulatedEvent(
        String customer,
        String ticket,
        long second,
        Step step,
        String location,
        String persona,
        String restated,
        String handledBy) {

    static final String HEADER =
            "customer,case,timestamp,event,channel,device,service_model,location,persona,problem_restated,handled_by";

    /**
     * What happened, and by which means.
     *
     * @param event the name of the event
     * @param channel the channel
     * @param device MOBILE, DESKTOP, NONE or OTHER
     * @param serviceModel SELF_SERVICE or ASSISTED
     */
    record Step(String event, String channel, String device, String serviceModel) {

        static Step self(String event, String channel, String device) {
            return new Step(event, channel, device, "SELF_SERVICE");
        }

        static Step assisted(String event, String channel, String device) {
            return new Step(event, channel, device, "ASSISTED");
        }
    }

    String line() {
        return String.join(
                ",",
                customer,
                ticket,
                SimulatedYear.timestamp(second),
                step.event(),
                step.channel(),
                step.device(),
                step.serviceModel(),
                location,
                persona,
                restated,
                handledBy);
    }
}
