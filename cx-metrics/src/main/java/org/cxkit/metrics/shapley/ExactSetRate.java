package org.cxkit.metrics.shapley;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathTally;

/**
 * The game in which a set of channels is worth the conversion rate of the journeys that touched exactly these channels.
 *
 * <p>The worth is {@code conversions / (conversions + lost)}, from 0 to 1, and 0 where no journey touched exactly this
 * set. A larger set is often worth less than a part of it, so that channels can get negative credit; it is kept. Offered
 * for comparison with tools that use it: the game of {@link Shapley#ofConversions} asks what no set can lose by
 * growing. Immutable and thread-safe.
 *
 * <p>Source: DP6, "Marketing Attribution Models" 1.0.11, for the game.
 */
public final class ExactSetRate implements ChannelGame {
    private static final int CONVERSIONS = 0;
    private static final int ALL = 1;

    private final List<String> channels;
    private final Map<Set<String>, double[]> journeys;

    private ExactSetRate(List<String> channels, Map<Set<String>, double[]> journeys) {
        this.channels = channels;
        this.journeys = journeys;
    }

    /**
     * {@return the game of these journeys}
     *
     * @param journeys any journeys; counts may be fractions
     */
    public static ExactSetRate of(Journeys journeys) {
        List<String> names = new ArrayList<>(journeys.channels().names());
        names.sort(null);
        Map<Set<String>, double[]> bySet = new HashMap<>();
        for (int row = 0; row < journeys.size(); row++) {
            double[] counts = bySet.computeIfAbsent(Set.copyOf(journeys.path(row)), set -> new double[2]);
            counts[CONVERSIONS] += journeys.conversions(row);
            counts[ALL] += journeys.conversions(row) + journeys.lost(row);
        }
        return new ExactSetRate(List.copyOf(names), bySet);
    }

    /**
     * {@return the game of these paths}
     *
     * @param paths any paths, each counted at most 2^53 times
     */
    public static ExactSetRate of(PathTally paths) {
        return of(paths.journeys());
    }

    /** {@return the channels by name} */
    public List<String> channels() {
        return channels;
    }

    @Override
    public double worth(Set<String> channels) {
        double[] counts = journeys.get(channels);
        return counts == null || counts[ALL] == 0 ? 0 : counts[CONVERSIONS] / counts[ALL];
    }
}
