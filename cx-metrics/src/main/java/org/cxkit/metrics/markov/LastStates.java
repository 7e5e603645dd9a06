package org.cxkit.metrics.markov;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.path.Journeys;

/**
 * How journeys ended in the last state that each had, for several orders and folds: what a chain says of a journey that
 * has come to its end. Not thread-safe.
 */
final class LastStates {
    private static final int CONVERSIONS = 0;
    private static final int LOST = 1;

    /** How many conversions, or losses, of a path are dealt one by one. */
    private static final int DRAWN = 10_000;

    private final int folds;
    private final long seed;
    private final Journeys paths;
    /** By conversions or losses, path and fold. */
    private final long[][] dealt;
    /** The last states of orders from 1; order 0 is the rate of all. */
    private final KeyIndex[] states;

    private final int[][] stateOf;
    /** By order, conversions or losses, state and fold; the sum of all folds comes last. */
    private final long[][][] ends;

    LastStates(Journeys paths, int maxOrder, int folds, long seed) {
        this.paths = paths;
        this.folds = folds;
        this.seed = seed;
        dealt = new long[2][Math.multiplyExact(paths.size(), folds)];
        for (int row = 0; row < paths.size(); row++) {
            deal(row, CONVERSIONS);
            deal(row, LOST);
        }
        states = new KeyIndex[maxOrder + 1];
        stateOf = new int[maxOrder + 1][paths.size()];
        ends = new long[maxOrder + 1][2][];
        for (int order = 0; order <= maxOrder; order++) {
            count(order);
        }
    }

    private void count(int order) {
        states[order] = new KeyIndex();
        for (int row = 0; row < paths.size(); row++) {
            stateOf[order][row] = paths.length(row) == 0 ? -1 : states[order].intern(lastKey(row, order));
        }
        int width = folds + 1;
        ends[order][CONVERSIONS] = new long[states[order].size() * width];
        ends[order][LOST] = new long[states[order].size() * width];
        for (int row = 0; row < paths.size(); row++) {
            int at = stateOf[order][row] * width;
            for (int kind = CONVERSIONS; kind <= LOST && at >= 0; kind++) {
                for (int fold = 0; fold < folds; fold++) {
                    ends[order][kind][at + fold] = Math.addExact(ends[order][kind][at + fold], dealt(row, kind, fold));
                }
                ends[order][kind][at + folds] = Math.addExact(ends[order][kind][at + folds], ended(row, kind));
            }
        }
    }

    private long lastKey(int row, int order) {
        long key = 0;
        for (int touch = Math.max(paths.start(row), paths.end(row) - order); touch < paths.end(row); touch++) {
            key = StateKey.then(key, paths.touch(touch), order);
        }
        return key;
    }

    private long ended(int row, int kind) {
        return (long) (kind == CONVERSIONS ? paths.conversions(row) : paths.lost(row));
    }

    private long dealt(int row, int kind, int fold) {
        return dealt[kind][row * folds + fold];
    }

    /**
     * Deals a path's conversions, or losses, to the folds: each by the draw of its number, from the seed and the path.
     * Dealt evenly, they would have the same rate in every fold, and no score would be out of sample. Those above some
     * number are, as there the rates differ too little to matter.
     */
    private void deal(int row, int kind) {
        long many = ended(row, kind);
        long drawn = Math.min(many, DRAWN);
        long path = mixed(paths.key(row) ^ mixed(seed + kind));
        for (int fold = 0; fold < folds; fold++) {
            long even = (many - drawn) / folds;
            dealt[kind][row * folds + fold] = even + (fold < (many - drawn) % folds ? 1 : 0);
        }
        for (long i = 0; i < drawn; i++) {
            dealt[kind][row * folds + Math.floorMod(mixed(path + i), folds)]++;
        }
    }

    /** The finaliser of SplitMix64: equal bits in, equal bits out, on every machine. */
    private static long mixed(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** {@return the touches and ends of all journeys that have a touch} */
    long symbols() {
        long symbols = 0;
        for (int row = 0; row < paths.size(); row++) {
            long journeys = Math.addExact(ended(row, CONVERSIONS), ended(row, LOST));
            if (paths.length(row) > 0) {
                symbols = Math.addExact(symbols, Math.multiplyExact(journeys, paths.length(row) + 1L));
            }
        }
        return symbols;
    }

    Outcome<Double> auc(int order) {
        Pairs pairs = new Pairs();
        List<Scored> scored = new ArrayList<>();
        for (int row = 0; row < paths.size(); row++) {
            if (paths.length(row) > 0) {
                scored.add(new Scored(score(row, order, -1), ended(row, CONVERSIONS), ended(row, LOST)));
            }
        }
        pairs.add(scored);
        return pairs.area("all journeys ended in the same way");
    }

    Outcome<Double> outOfSampleAuc(int order) {
        Pairs pairs = new Pairs();
        for (int fold = 0; fold < folds; fold++) {
            List<Scored> scored = new ArrayList<>();
            for (int row = 0; row < paths.size(); row++) {
                if (paths.length(row) > 0) {
                    scored.add(
                            new Scored(score(row, order, fold), dealt(row, CONVERSIONS, fold), dealt(row, LOST, fold)));
                }
            }
            pairs.add(scored);
        }
        return pairs.area("no fold has journeys that converted and others that were lost");
    }

    /** {@return the rate of the last state outside of the fold, of a smaller order where nothing ended in it} */
    private double score(int row, int order, int without) {
        for (int tried = order; tried >= 0; tried--) {
            int at = stateOf[tried][row] * (folds + 1);
            long converted = ends[tried][CONVERSIONS][at + folds];
            long lost = ends[tried][LOST][at + folds];
            if (without >= 0) {
                converted -= ends[tried][CONVERSIONS][at + without];
                lost -= ends[tried][LOST][at + without];
            }
            if (converted + lost > 0) {
                return converted / ((double) converted + lost);
            }
        }
        return 0; // nothing is known: all such journeys tie
    }

    private record Scored(double score, long conversions, long lost) {}

    /** Twice the pairs in which the conversion scored higher, ties once, and twice all pairs. */
    private static final class Pairs {
        private BigInteger won = BigInteger.ZERO;
        private BigInteger all = BigInteger.ZERO;

        void add(List<Scored> scored) {
            scored.sort(Comparator.comparingDouble(Scored::score));
            long below = 0;
            long conversions = 0;
            for (int i = 0; i < scored.size(); ) {
                long tiedConversions = 0;
                long tiedLost = 0;
                double score = scored.get(i).score;
                for (; i < scored.size() && scored.get(i).score == score; i++) {
                    tiedConversions = Math.addExact(tiedConversions, scored.get(i).conversions);
                    tiedLost = Math.addExact(tiedLost, scored.get(i).lost);
                }
                BigInteger beaten = BigInteger.valueOf(below).shiftLeft(1).add(BigInteger.valueOf(tiedLost));
                won = won.add(BigInteger.valueOf(tiedConversions).multiply(beaten));
                below = Math.addExact(below, tiedLost);
                conversions = Math.addExact(conversions, tiedConversions);
            }
            all = all.add(BigInteger.valueOf(conversions)
                    .multiply(BigInteger.valueOf(below))
                    .shiftLeft(1));
        }

        Outcome<Double> area(String reason) {
            return all.signum() == 0
                    ? Outcome.noData(reason)
                    : Outcome.of(new BigDecimal(won)
                            .divide(new BigDecimal(all), MathContext.DECIMAL128)
                            .doubleValue());
        }
    }
}
