package org.cxkit.metrics.customercost;

import java.io.Serializable;
import java.util.Objects;

/**
 * What one customer gives, on two axes: money, time, effort and psychic cost, of access to an offering and of its use.
 *
 * <p>A vector of eight; {@link CostWeights} makes one amount of it for whoever states what each kind is worth. Immutable,
 * value-based and thread-safe.
 *
 * @param access what it costs to get to the offering: to find, reach, buy and set it up
 * @param use what it costs to use it
 */
public record CustomerCost(CostPart access, CostPart use) implements Serializable {

    /** Checks that both parts are given. */
    public CustomerCost {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(use, "use");
    }

    /** {@return the eight in words} */
    @Override
    public String toString() {
        return "access: " + access + "; use: " + use;
    }
}
