package org.cxkit.sample.simulator;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A simulated store.
 *
 * @param id the identifier in the files: its region and a number
 * @param region the region
 */
record SimulatedStore(String id, String region) {

    /** Four stores in each of three regions, a store as probable as any other. */
    static final List<SimulatedStore> ALL = Stream.of("north", "centre", "south")
            .flatMap(region -> IntStream.rangeClosed(1, 4).mapToObj(n -> new SimulatedStore(region + "-" + n, region)))
            .toList();

    static SimulatedStore of(Dice dice) {
        return ALL.get(dice.between(0, ALL.size() - 1));
    }

    /** {@return the points of the 0 to 10 scale that a visit takes from an answer} */
    double penalty() {
        return id.equals(PlantedFacts.WEAK_LOCATION) ? PlantedFacts.WEAK_LOCATION_PENALTY : 0;
    }
}
