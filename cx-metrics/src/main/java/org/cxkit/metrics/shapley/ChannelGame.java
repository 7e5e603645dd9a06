package org.cxkit.metrics.shapley;

import java.util.Set;

/**
 * A cooperative game of channels: what each set of them is worth.
 *
 * <p>Any finite number is a worth, also a negative one, and more channels may be worth less. The same set must always
 * have the same worth.
 */
@FunctionalInterface
public interface ChannelGame {

    /**
     * {@return the worth of a set of channels, finite}
     *
     * @param channels any of the channels of the game, also none or all; unmodifiable, and equal to any other set of the
     *     same names
     */
    double worth(Set<String> channels);
}
