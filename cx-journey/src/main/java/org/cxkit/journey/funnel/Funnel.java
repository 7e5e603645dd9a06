package org.cxkit.journey.funnel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.mining.Durations;
import org.cxkit.metrics.Outcome;

/**
 * How many cases came how far along the steps of a funnel, how long they took, and which they are.
 *
 * <p>Levels are numbered from 1: a case reached level k if it did the first k steps by the rules of the definition.
 * Every case that reached a level reached those before it. Immutable and thread-safe; {@code toString} states the
 * rules and the counts.
 */
public final class Funnel {
    private final FunnelDefinition definition;
    private final Symbols caseIds;
    private final int[] levels;
    private final long[] reached;
    private final List<Durations> timesToConvert;

    private Funnel(
            FunnelDefinition definition,
            Symbols caseIds,
            int[] levels,
            long[] reached,
            List<Durations> timesToConvert) {
        this.definition = definition;
        this.caseIds = caseIds;
        this.levels = levels;
        this.reached = reached;
        this.timesToConvert = timesToConvert;
    }

    /**
     * {@return how far the cases of a log came}
     *
     * @param definition the steps and the rules; a step that is no activity of the log is never reached
     * @param log any log
     */
    public static Funnel of(FunnelDefinition definition, EventLog log) {
        int steps = definition.steps().size();
        FunnelKernel kernel = new FunnelKernel(log, definition);
        int[] levels = new int[log.cases()];
        long[] reached = new long[steps + 1];
        long[][] waits = new long[steps][16];
        for (int c = 0; c < levels.length; c++) {
            int level = kernel.level(c);
            levels[c] = level;
            for (int k = 0; k < level; k++) {
                int count = (int) reached[k + 1]++;
                if (k > 0) {
                    waits[k] = count == waits[k].length ? Arrays.copyOf(waits[k], count * 2) : waits[k];
                    waits[k][count] = kernel.reachedAt()[k] - kernel.reachedAt()[k - 1];
                }
            }
        }
        reached[0] = levels.length;
        List<Durations> times = IntStream.range(1, steps)
                .mapToObj(k -> Durations.ofMicros(Arrays.copyOf(waits[k], (int) reached[k + 1])))
                .toList();
        return new Funnel(definition, log.caseIds(), levels, reached, times);
    }

    /** {@return the steps and the rules} */
    public FunnelDefinition definition() {
        return definition;
    }

    /** {@return how many steps there are} */
    public int steps() {
        return reached.length - 1;
    }

    /** {@return how many cases there are, also those that did no step} */
    public long cases() {
        return reached[0];
    }

    /** {@return how many cases did the first step} */
    public long entered() {
        return reached[1];
    }

    /**
     * {@return how many cases reached a level}
     *
     * @param level from 1 to {@code steps()}
     * @throws IndexOutOfBoundsException if there is no such level
     */
    public long reached(int level) {
        return reached[checked(level)];
    }

    /** {@return how many cases reached each level, from 1 on; the caller's own} */
    public long[] reached() {
        return Arrays.copyOfRange(reached, 1, reached.length);
    }

    /**
     * {@return how many cases reached a level but not the next: 0 for the last}
     *
     * @param level from 1 to {@code steps()}
     * @throws IndexOutOfBoundsException if there is no such level
     */
    public long dropped(int level) {
        return checked(level) == steps() ? 0 : reached[level] - reached[level + 1];
    }

    /**
     * {@return the share of the cases at the level before that reached this one, from 0 to 1; for level 1, of all
     * cases}
     *
     * @param level from 1 to {@code steps()}
     * @throws IndexOutOfBoundsException if there is no such level
     */
    public Outcome<Double> stepRate(int level) {
        return rate(
                reached[checked(level)],
                reached[level - 1],
                level == 1 ? "no cases" : "no case at level " + (level - 1));
    }

    /**
     * {@return the share of the cases that entered which reached this level, from 0 to 1}
     *
     * @param level from 1 to {@code steps()}
     * @throws IndexOutOfBoundsException if there is no such level
     */
    public Outcome<Double> totalRate(int level) {
        return rate(reached[checked(level)], reached[1], "no case entered");
    }

    private static Outcome<Double> rate(long part, long whole, String reason) {
        return whole == 0 ? Outcome.noData(reason) : Outcome.of((double) part / whole);
    }

    /**
     * {@return how long the cases that reached a level took from the level before}
     *
     * <p>Of the events by which a case came furthest: where several chains reach as far, the one that did so first.
     *
     * @param level from 2 to {@code steps()}
     * @throws IndexOutOfBoundsException if there is no such level
     */
    public Durations timeToConvert(int level) {
        return timesToConvert.get(level - 2);
    }

    /**
     * {@return the identifiers of the cases that reached a level, in the order of the log}
     *
     * @param level from 1 to {@code steps()}
     * @throws IndexOutOfBoundsException if there is no such level
     */
    public List<String> caseIds(int level) {
        checked(level);
        return ids(level, steps());
    }

    /**
     * {@return the identifiers of the cases that reached a level but not the next, in the order of the log}
     *
     * @param level from 1 to {@code steps()}
     * @throws IndexOutOfBoundsException if there is no such level
     */
    public List<String> droppedCaseIds(int level) {
        return checked(level) == steps() ? List.of() : ids(level, level);
    }

    private List<String> ids(int least, int most) {
        return IntStream.range(0, levels.length)
                .filter(c -> levels[c] >= least && levels[c] <= most)
                .mapToObj(caseIds::name)
                .toList();
    }

    private int checked(int level) {
        if (level < 1 || level > steps()) {
            throw new IndexOutOfBoundsException("level must be from 1 to " + steps() + ", got " + level);
        }
        return level;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Funnel that
                && definition.equals(that.definition)
                && caseIds.equals(that.caseIds)
                && Arrays.equals(levels, that.levels)
                && timesToConvert.equals(that.timesToConvert);
    }

    @Override
    public int hashCode() {
        return 31 * definition.hashCode() + Arrays.hashCode(levels);
    }

    /** {@return the counts with their shares of the cases that entered, and the rules} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("funnel of " + cases() + " cases");
        for (int level = 1; level <= steps(); level++) {
            text.append(level == 1 ? ": " : ", ")
                    .append(definition.steps().get(level - 1))
                    .append(' ')
                    .append(reached[level]);
            if (level > 1 && reached[1] > 0) {
                text.append(String.format(Locale.ROOT, " (%.1f %%)", 100.0 * reached[level] / reached[1]));
            }
        }
        return text.append(" [").append(definition).append(']').toString();
    }
}
