package org.cxkit.metrics.shapley;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cxkit.metrics.path.ChannelName;

/** The channels of a game in their order, with the worth of their sets. Not thread-safe: the game may not be. */
final class Players {
    final String[] names;
    private final Map<String, Integer> places = new HashMap<>();

    Players(List<String> channels) {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a game needs at least one channel, got none");
        }
        names = new String[channels.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = ChannelName.of(channels.get(i), "channels[" + i + "]", "");
            Integer before = places.putIfAbsent(names[i], i);
            if (before != null) {
                throw new IllegalArgumentException(
                        "channels must be distinct, got " + names[i] + " as channels[" + before + "] and [" + i + "]");
            }
        }
    }

    int size() {
        return names.length;
    }

    /** {@return the worth of a set, which becomes the game's own} */
    double worth(ChannelGame game, BitSet members) {
        Set<String> coalition = new Coalition(names, places, members);
        return finite(game.worth(coalition), coalition);
    }

    /** {@return the worth of every set by bit mask} */
    double[] worth(ChannelGame game) {
        double[] worth = new double[1 << size()];
        for (int mask = 0; mask < worth.length; mask++) {
            worth[mask] = worth(game, BitSet.valueOf(new long[] {mask}));
        }
        return worth;
    }

    /** {@return these numbers, each of which was checked} */
    double[] finite(double[] worth) {
        for (int mask = 0; mask < worth.length; mask++) {
            if (!Double.isFinite(worth[mask])) {
                BitSet members = BitSet.valueOf(new long[] {mask});
                throw notFinite(worth[mask], "worth[" + mask + "], that of " + new Coalition(names, places, members));
            }
        }
        return worth;
    }

    private static double finite(double worth, Set<String> coalition) {
        if (!Double.isFinite(worth)) {
            throw notFinite(worth, "the worth of " + coalition);
        }
        return worth;
    }

    private static IllegalArgumentException notFinite(double worth, String what) {
        return new IllegalArgumentException(what + ", must be finite, got " + worth);
    }
}
