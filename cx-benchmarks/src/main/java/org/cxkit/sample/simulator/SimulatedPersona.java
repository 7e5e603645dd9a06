package org.cxkit.sample.simulator;

import java.util.List;

/**
 * A type of simulated customer: how it finds the brand, where it buys, what annoys it.
 *
 * @param id the identifier in the files
 * @param share the share of all customers, the shares sum to 1
 * @param social the weight of social media among the ways to find the brand
 * @param store the probability to buy in a store instead of online
 * @param app the probability to use the mobile app, not the website, when online
 * @param impatience the points of the 0 to 10 scale that an hour of waiting for help costs
 * @param mood the points added to every answer
 * @param basketMinor the typical purchase, in cents
 * @param loyalty the probability to buy again after a purchase that satisfied
 */
record SimulatedPersona(
        String id,
        double share,
        double social,
        double store,
        double app,
        double impatience,
        double mood,
        int basketMinor,
        double loyalty) {

    static final List<SimulatedPersona> ALL = List.of(
            new SimulatedPersona("student", 0.30, 0.50, 0.15, 0.70, 0.40, 0.2, 2_900, 0.45),
            new SimulatedPersona("family", 0.30, 0.30, 0.40, 0.40, 0.50, 0.0, 7_400, 0.60),
            new SimulatedPersona("professional", 0.22, 0.20, 0.25, 0.60, 0.80, -0.5, 9_800, 0.50),
            new SimulatedPersona("senior", 0.18, 0.08, 0.70, 0.10, 0.30, 0.6, 5_200, 0.65));

    static SimulatedPersona of(Dice dice) {
        return dice.pick(ALL, ALL.stream().mapToDouble(SimulatedPersona::share).toArray());
    }
}
