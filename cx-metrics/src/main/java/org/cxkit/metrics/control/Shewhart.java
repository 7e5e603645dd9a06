package org.cxkit.metrics.control;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.wording.Sentence;

/**
 * The chart of the means themselves: p, p′ and NPS charts, with limits that follow the size of each period.
 *
 * <p>A mean beyond {@code centre ± width * spread / sqrt(n)} signals, limits being kept within the range of the scores;
 * with a baseline from {@link Calibration#laney()} this is the p′ chart. Further rules look at runs of periods. The
 * change point is the first period of what the rule saw. Not thread-safe.
 *
 * <p>Source: W. A. Shewhart, "Economic Control of Quality of Manufactured Product", Van Nostrand, 1931; Western
 * Electric Company, "Statistical Quality Control Handbook", 1956, for the rules.
 */
public final class Shewhart implements PeriodChart {
    private static final String NAME = "Shewhart";
    /** At least the five periods that a rule looks at; a power of 2, so that a remainder is a mask. */
    private static final int WINDOW = 8;

    /** What signals; with {@code z} the distance of a mean from the centre in standard errors. */
    public enum Rule {
        /** Rule 1: a mean beyond a limit. */
        BEYOND_LIMIT(1, "beyond the limit"),
        /** Rule 2: two of the last three periods beyond {@code z} 2 on the same side. */
        TWO_OF_THREE(2, "2 of 3 beyond 2 sigma"),
        /** Rule 3: four of the last five periods beyond {@code z} 1 on the same side. */
        FOUR_OF_FIVE(4, "4 of 5 beyond 1 sigma"),
        /** Rule 4: eight periods in a row on the same side; one at the centre breaks a run. */
        EIGHT_IN_A_ROW(8, "8 in a row on one side");

        private final int bit;
        private final String wording;

        Rule(int bit, String wording) {
            this.bit = bit;
            this.wording = wording;
        }
    }

    private final Baseline baseline;
    private final double width;
    private final int watched;
    private final Run side = new Run();

    // the last periods with answers, a ring
    private final double[] means = new double[WINDOW];
    private final double[] zs = new double[WINDOW];
    private final long[] sizes = new long[WINDOW];
    private final long[] indexes = new long[WINDOW];
    private long points;
    private long periods;
    private long sameSide;
    private double half;
    private int seen;

    private Shewhart(Baseline baseline, double width, int watched) {
        this.baseline = baseline;
        this.width = Baseline.requirePositive("the width of limits", width);
        this.watched = watched;
    }

    /**
     * {@return a chart with limits at 3 standard errors that has seen no period}
     *
     * @param baseline what is normal
     */
    public static Shewhart of(Baseline baseline) {
        return of(baseline, 3);
    }

    /**
     * {@return a chart that has seen no period}
     *
     * @param baseline what is normal
     * @param width the distance of the limits in standard errors, above 0
     * @throws IllegalArgumentException if the width is out of its range
     */
    public static Shewhart of(Baseline baseline, double width) {
        return new Shewhart(baseline, width, Rule.BEYOND_LIMIT.bit);
    }

    /**
     * {@return a chart with these limits that has seen no period and watches these rules alone}
     *
     * @param first a rule
     * @param others further rules
     */
    public Shewhart watching(Rule first, Rule... others) {
        int bits = first.bit;
        for (Rule other : others) {
            bits |= other.bit;
        }
        return new Shewhart(baseline, width, bits);
    }

    @Override
    public boolean update(double mean, long n) {
        if (!baseline.what().answered(mean, n)) {
            periods++;
            seen = 0;
            return false;
        }
        double error = baseline.spread() / Math.sqrt((double) n);
        double z = (mean - baseline.centre()) / error;
        half = width * error;
        int slot = (int) points & (WINDOW - 1);
        means[slot] = mean;
        zs[slot] = z;
        sizes[slot] = n;
        indexes[slot] = periods;
        points++;
        countSide(mean, n, z);
        periods++;
        seen = look(mean);
        return seen != 0;
    }

    private void countSide(double mean, long n, double z) {
        if (z * sameSide <= 0) {
            sameSide = 0;
            side.restart(periods);
        }
        if (z != 0) {
            sameSide += z > 0 ? 1 : -1;
            side.add(mean, n);
        }
    }

    private int look(double mean) {
        int found = 0;
        if (mean > baseline.centre() + half || mean < baseline.centre() - half) {
            found |= Rule.BEYOND_LIMIT.bit & watched;
        }
        if (watches(Rule.TWO_OF_THREE) && (beyond(3, 2) >= 2 || beyond(3, -2) >= 2)) {
            found |= Rule.TWO_OF_THREE.bit;
        }
        if (watches(Rule.FOUR_OF_FIVE) && (beyond(5, 1) >= 4 || beyond(5, -1) >= 4)) {
            found |= Rule.FOUR_OF_FIVE.bit;
        }
        return watches(Rule.EIGHT_IN_A_ROW) && Math.abs(sameSide) >= 8 ? found | Rule.EIGHT_IN_A_ROW.bit : found;
    }

    private boolean watches(Rule rule) {
        return (watched & rule.bit) != 0;
    }

    /** How many of the last periods are beyond a z, on its side of the centre. */
    private int beyond(int window, int z) {
        int count = 0;
        for (int back = 0; back < Math.min(window, points); back++) {
            if (isBeyond(slot(back), z)) {
                count++;
            }
        }
        return count;
    }

    private boolean isBeyond(int slot, int z) {
        return z > 0 ? zs[slot] > z : zs[slot] < z;
    }

    private int slot(int back) {
        return (int) (points - 1 - back) & (WINDOW - 1);
    }

    /** {@return the rules that the last period signalled by, in the order of their numbers, unmodifiable} */
    public Set<Rule> rules() {
        EnumSet<Rule> rules = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            if ((seen & rule.bit) != 0) {
                rules.add(rule);
            }
        }
        return Collections.unmodifiableSet(rules);
    }

    /** {@return the signal by the rule with the lowest number, if the last period signalled} */
    @Override
    public Optional<Signal> signal() {
        return rules().stream().findFirst().map(this::signal);
    }

    private Signal signal(Rule rule) {
        return switch (rule) {
            case BEYOND_LIMIT -> signal(rule, 1, zs[slot(0)] > 0 ? 1 : -1);
            case TWO_OF_THREE -> signal(rule, 3, beyond(3, 2) >= 2 ? 2 : -2);
            case FOUR_OF_FIVE -> signal(rule, 5, beyond(5, 1) >= 4 ? 1 : -1);
            case EIGHT_IN_A_ROW -> side.signal(baseline, rule.wording, direction(sameSide > 0), periods - 1);
        };
    }

    /** The signal since the first of the last periods that is beyond z. */
    private Signal signal(Rule rule, int window, int z) {
        int first = (int) Math.min(window, points) - 1;
        while (first > 0 && !isBeyond(slot(first), z)) {
            first--;
        }
        Run since = new Run();
        since.restart(indexes[slot(first)]);
        for (int back = first; back >= 0; back--) {
            since.add(means[slot(back)], sizes[slot(back)]);
        }
        return since.signal(baseline, rule.wording, direction(z > 0), periods - 1);
    }

    private static Signal.Direction direction(boolean above) {
        return above ? Signal.Direction.UP : Signal.Direction.DOWN;
    }

    /** {@return the mean of the last period with answers; the centre before any} */
    @Override
    public double statistic() {
        return points == 0 ? baseline.centre() : means[slot(0)];
    }

    @Override
    public double lower() {
        return baseline.what().clamped(baseline.centre() - half);
    }

    @Override
    public double upper() {
        return baseline.what().clamped(baseline.centre() + half);
    }

    @Override
    public Baseline baseline() {
        return baseline;
    }

    @Override
    public long periods() {
        return periods;
    }

    @Override
    public Shewhart copy() {
        Shewhart copy = new Shewhart(baseline, width, watched);
        copy.side.set(side);
        System.arraycopy(means, 0, copy.means, 0, WINDOW);
        System.arraycopy(zs, 0, copy.zs, 0, WINDOW);
        System.arraycopy(sizes, 0, copy.sizes, 0, WINDOW);
        System.arraycopy(indexes, 0, copy.indexes, 0, WINDOW);
        copy.points = points;
        copy.periods = periods;
        copy.sameSide = sameSide;
        copy.half = half;
        copy.seen = seen;
        return copy;
    }

    @Override
    public void writeTo(ByteWriter out) {
        baseline.what().writeDesign(out, NAME, design());
        side.writeTo(out);
        for (int i = 0; i < WINDOW; i++) {
            out.real(means[i]).real(zs[i]).count(sizes[i]).count(indexes[i]);
        }
        out.count(points).count(periods).number(sameSide).real(half).count(seen);
    }

    @Override
    public void readFrom(ByteReader in) {
        baseline.what().requireDesign(in, NAME, design());
        side.readFrom(in);
        for (int i = 0; i < WINDOW; i++) {
            means[i] = in.real();
            zs[i] = in.real();
            sizes[i] = in.count();
            indexes[i] = in.count();
        }
        points = in.count();
        periods = in.count();
        sameSide = in.number();
        half = in.real();
        seen = in.count(watched);
    }

    private double[] design() {
        return new double[] {baseline.centre(), baseline.spread(), width, watched};
    }

    @Override
    public String toString() {
        return NAME + " chart of " + baseline + ", width " + width + ": " + statistic() + " after "
                + Sentence.count(periods, "period");
    }
}
