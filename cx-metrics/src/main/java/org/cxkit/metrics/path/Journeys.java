package org.cxkit.metrics.path;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.wording.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Many journeys as columns: the touches of all of them in one array of channel codes, and for each journey how often it
 * ended in a conversion, what that brought, and how often it was lost.
 *
 * <p>A row may stand for many journeys along the same path. Rows are counted from 0, and so are touches, over all rows;
 * those of row {@code j} are {@code start(j)} to {@code end(j) - 1}, in their order. Three columns may be there or not:
 * the ages of the touches, the milestones, the keys of the rows.
 *
 * <p><b>Memory</b>: 28 bytes a row (13 where each row is one journey, converted or lost) and 1 byte a touch, 2 with more
 * than 256 channels; with ages 4 bytes a touch more (8 where none of a microsecond, a millisecond and a second serves all as a unit);
 * with milestones or keys 8 bytes a row each.
 *
 * <p>Immutable and thread-safe.
 */
public final class Journeys {
    /** The milestone of a row that has none. */
    public static final int NONE = -1;

    private final Symbols channels;
    private final TouchColumn touches;
    private final int[] ends;
    private final OutcomeColumn outcomes;
    private final @Nullable AgeColumn ages;
    private final int @Nullable [] leads;
    private final int @Nullable [] opportunities;
    private final long @Nullable [] keys;

    Journeys(
            Symbols channels,
            TouchColumn touches,
            int[] ends,
            OutcomeColumn outcomes,
            @Nullable AgeColumn ages,
            int @Nullable [] leads,
            int @Nullable [] opportunities,
            long @Nullable [] keys) {
        this.channels = channels;
        this.touches = touches;
        this.ends = ends;
        this.outcomes = outcomes;
        this.ages = ages;
        this.leads = leads;
        this.opportunities = opportunities;
        this.keys = keys;
    }

    /** {@return journeys with channels by name, which came in any order, without those that no row has} */
    static Journeys byName(
            Symbols names,
            TouchBuffer touches,
            int[] ends,
            OutcomeColumn outcomes,
            @Nullable AgeColumn ages,
            int @Nullable [] leads,
            int @Nullable [] opportunities,
            long @Nullable [] keys) {
        boolean[] used = touches.used(names.size());
        Symbols kept = Symbols.of(names.names().stream()
                .filter(name -> used[names.find(name)])
                .sorted()
                .toList());
        int[] ranks = names.names().stream().mapToInt(kept::find).toArray();
        TouchColumn column = TouchColumn.ranked(touches, ranks, kept.size());
        return new Journeys(kept, column, ends, outcomes, ages, leads, opportunities, keys);
    }

    /** {@return a builder that takes journeys one touch after the other} */
    public static JourneysBuilder builder() {
        return new JourneysBuilder();
    }

    /**
     * {@return journeys of columns that are there already; they are copied}
     *
     * @param channels the names of the channels by code
     * @param ends for each row the number of touches up to its end, of this row and of all before it; not falling
     * @param touches the channel code of each touch, from 0; a byte is read as unsigned
     * @param conversions for each row how many of its journeys ended in a conversion, from 0 to 2^53
     * @param lost for each row how many ended without one, from 0 to 2^53
     * @throws IllegalArgumentException if lengths do not fit, a code is no channel's, or a number is out of range; the
     *     message names the index
     */
    public static Journeys of(Symbols channels, int[] ends, byte[] touches, long[] conversions, long[] lost) {
        return of(channels, ends, TouchColumn.of(touches), conversions, lost);
    }

    /**
     * {@return journeys of columns that are there already; they are copied}
     *
     * @param channels the names of the channels by code
     * @param ends for each row the number of touches up to its end, of this row and of all before it; not falling
     * @param touches the channel code of each touch, from 0 to 65,535
     * @param conversions for each row how many of its journeys ended in a conversion, from 0 to 2^53
     * @param lost for each row how many ended without one, from 0 to 2^53
     * @throws IllegalArgumentException if lengths do not fit, a code is no channel's, or a number is out of range; the
     *     message names the index
     */
    public static Journeys of(Symbols channels, int[] ends, int[] touches, long[] conversions, long[] lost) {
        return of(channels, ends, TouchColumn.of(touches, touches.length, channels.size()), conversions, lost);
    }

    /**
     * {@return journeys of columns that are there already, with conversions and losses that may be fractions; they are
     * copied}
     *
     * @param channels the names of the channels by code
     * @param ends for each row the number of touches up to its end, of this row and of all before it; not falling
     * @param touches the channel code of each touch, from 0 to 65,535
     * @param conversions for each row how many of its journeys ended in a conversion, from 0 to 2^53
     * @param lost for each row how many ended without one, from 0 to 2^53
     * @throws IllegalArgumentException if lengths do not fit, a code is no channel's, or a number is out of range; the
     *     message names the index
     */
    public static Journeys of(Symbols channels, int[] ends, int[] touches, double[] conversions, double[] lost) {
        TouchColumn column = TouchColumn.of(touches, touches.length, channels.size());
        return of(channels, ends, column, OutcomeColumn.of(conversions, lost, ends.length));
    }

    private static Journeys of(Symbols channels, int[] ends, TouchColumn touches, long[] conversions, long[] lost) {
        return of(channels, ends, touches, OutcomeColumn.of(conversions, lost, ends.length));
    }

    private static Journeys of(Symbols channels, int[] ends, TouchColumn touches, OutcomeColumn outcomes) {
        int[] copy = ends.clone();
        for (String name : channels) {
            if (!ChannelName.of(name, "a channel", "").equals(name)) {
                throw new IllegalArgumentException("a channel has white space at its ends: \"" + name + "\"");
            }
        }
        for (int row = 0; row < copy.length; row++) {
            int before = row == 0 ? 0 : copy[row - 1];
            if (copy[row] < before) {
                throw new IllegalArgumentException(
                        "ends[" + row + "] must not be below " + before + ", got " + copy[row]);
            }
        }
        int last = copy.length == 0 ? 0 : copy[copy.length - 1];
        if (last != touches.length()) {
            throw new IllegalArgumentException(
                    "the last end must be the number of touches, " + touches.length() + ", got " + last);
        }
        touches.requireBelow(channels.size());
        return new Journeys(channels, touches, copy, outcomes, null, null, null, null);
    }

    /**
     * {@return the same with the value of each row's conversions}
     *
     * @param currency the currency of all of them
     * @param valueMinor the value in whole minor units, all conversions of the row together; 0 where there is none
     * @throws IllegalArgumentException if lengths do not fit, a value is negative or stands without a conversion; the
     *     message names the index
     */
    public Journeys withValue(Currency currency, long[] valueMinor) {
        return new Journeys(
                channels,
                touches,
                ends,
                outcomes.withValue(currency.getCurrencyCode(), valueMinor),
                ages,
                leads,
                opportunities,
                keys);
    }

    /**
     * {@return the same with the age of each touch: how long before the end of its journey it was}
     *
     * @param micros one age for each touch in microseconds, not negative, not rising within a row
     * @throws IllegalArgumentException if lengths do not fit or an age is negative or above the one before it in its
     *     row; the message names the index
     */
    public Journeys withAges(long[] micros) {
        return new Journeys(channels, touches, ends, outcomes, AgeColumn.of(micros, ends), leads, opportunities, keys);
    }

    /**
     * {@return the same with ages told from times}
     *
     * @param touchMicros when each touch was, in microseconds since 1970-01-01T00:00Z, not falling within a row
     * @param endMicros when each row's journey ended, not before its touches
     * @throws IllegalArgumentException if lengths do not fit or times are out of order; the message names the index
     * @throws ArithmeticException if two times are too far apart for a long
     */
    public Journeys withTimes(long[] touchMicros, long[] endMicros) {
        return withAges(AgeColumn.ages(touchMicros, endMicros, ends));
    }

    /**
     * {@return the same with the touches at which two milestones of a sale were reached}
     *
     * @param leads for each row the touch that made the person known, counted from 0 within the row, or {@link #NONE}
     * @param opportunities for each row the touch that made a sale likely, or {@link #NONE}
     * @throws IllegalArgumentException if lengths do not fit or a row has no such touch; the message names the index
     */
    public Journeys withMilestones(int[] leads, int[] opportunities) {
        return new Journeys(
                channels,
                touches,
                ends,
                outcomes,
                ages,
                milestones("leads", leads),
                milestones("opportunities", opportunities),
                keys);
    }

    /**
     * {@return the same with a key for each row, by which resampling knows it}
     *
     * @param keys one for each row; best those of the people, so that equal people have equal keys in every part
     * @throws IllegalArgumentException if lengths do not fit
     */
    public Journeys withKeys(long[] keys) {
        requireRows("keys", keys.length);
        return new Journeys(channels, touches, ends, outcomes, ages, leads, opportunities, keys.clone());
    }

    private int[] milestones(String what, int[] touch) {
        requireRows(what, touch.length);
        for (int row = 0; row < touch.length; row++) {
            if (touch[row] < NONE || touch[row] >= length(row)) {
                throw new IllegalArgumentException(what + "[" + row + "] must be a touch of its row, 0 to "
                        + (length(row) - 1) + ", or " + NONE + ", got " + touch[row]);
            }
        }
        return touch.clone();
    }

    private void requireRows(String what, int length) {
        if (length != size()) {
            throw new IllegalArgumentException(
                    what + " must have one entry for each of " + size() + " rows, got " + length);
        }
    }

    /**
     * {@return a range of these rows as journeys of their own, counted from 0, with the same channels and codes; this where
     * all rows are asked for}
     *
     * <p>Rows without keys of their own have other numbers there, and are resampled by those.
     *
     * @param from the first row
     * @param to the first row after the last
     * @throws IndexOutOfBoundsException if there are no such rows
     */
    public Journeys rows(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        if (to - from == size()) {
            return this;
        }
        int first = start(from);
        int[] kept = new int[start(to) - first];
        Arrays.setAll(kept, i -> first + i);
        int[] keptEnds = new int[to - from];
        Arrays.setAll(keptEnds, row -> ends[from + row] - first);
        return new Journeys(
                channels,
                touches.at(kept, channels.size()),
                keptEnds,
                outcomes.rows(from, to),
                ages == null ? null : ages.at(kept),
                leads == null ? null : Arrays.copyOfRange(leads, from, to),
                opportunities == null ? null : Arrays.copyOfRange(opportunities, from, to),
                keys == null ? null : Arrays.copyOfRange(keys, from, to));
    }

    /**
     * {@return the same with touches of these channels left out, unless a row has no other}
     *
     * <p>Used for direct visits. A milestone on a touch that is left out moves to the touch kept before it, or else to
     * the first. Source: Google Analytics help, "Get started with attribution": direct visits get no credit unless the
     * path has nothing else.
     *
     * @param excluded names of channels; those that no row has change nothing
     */
    public Journeys without(Set<String> excluded) {
        boolean[] out = new boolean[channels.size()];
        boolean any = false;
        for (int code = 0; code < out.length; code++) {
            out[code] = excluded.contains(channels.name(code));
            any |= out[code];
        }
        return any ? KeptTouches.of(this, out) : this;
    }

    /**
     * {@return one replicate of a Poisson bootstrap: the same rows, each counted as often as chance has it}
     *
     * <p>Each journey of a row counts a Poisson number of times of mean 1, told from the seed, the key of the row and the
     * number of the replicate alone; a fraction of a journey is drawn as one. The value of a row follows its
     * conversions, rounded to the minor unit.
     *
     * @param seed any number
     * @param replicate the number of the replicate, from 0
     */
    public Journeys resampled(long seed, int replicate) {
        OutcomeColumn drawn = new Resampling(seed, replicate).of(this);
        return new Journeys(channels, touches, ends, drawn, ages, leads, opportunities, keys);
    }

    /** {@return the same rows with other touches: those at these indexes, up to these ends} */
    Journeys keeping(int[] kept, int[] keptEnds, int @Nullable [] keptLeads, int @Nullable [] keptOpportunities) {
        return new Journeys(
                channels,
                touches.at(kept, channels.size()),
                keptEnds,
                outcomes,
                ages == null ? null : ages.at(kept),
                keptLeads,
                keptOpportunities,
                keys);
    }

    /** {@return how many rows there are} */
    public int size() {
        return ends.length;
    }

    /** {@return the names of the channels by code} */
    public Symbols channels() {
        return channels;
    }

    /** {@return how many touches all rows have together} */
    public int touches() {
        return touches.length();
    }

    /**
     * {@return the first touch of a row}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /**
     * {@return the first touch after a row}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public int end(int row) {
        return ends[row];
    }

    /**
     * {@return how many touches a row has}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public int length(int row) {
        return ends[row] - start(row);
    }

    /**
     * {@return the channel code of a touch}
     *
     * @param touch from 0 to {@code touches() - 1}
     */
    public int touch(int touch) {
        return touches.code(touch);
    }

    /**
     * Copies channel codes into an array, the fast way to read many.
     *
     * @param from the first touch
     * @param to the first after the last touch
     * @param codes where they go, from its start
     * @throws IndexOutOfBoundsException if there are no such touches, or the array is too short
     */
    public void copyTouches(int from, int to, int[] codes) {
        touches.copy(from, to, codes);
    }

    /** {@return whether all conversions and losses are whole numbers} */
    public boolean whole() {
        return outcomes.whole();
    }

    /** {@return whether each row is one journey, either converted or lost} */
    public boolean single() {
        return outcomes.single();
    }

    /** {@return how many journeys of all rows ended in a conversion} */
    public double conversions() {
        return outcomes.conversions();
    }

    /** {@return how many journeys of all rows ended without a conversion} */
    public double lost() {
        return outcomes.lost();
    }

    /**
     * {@return what all conversions brought, if any had a value}
     *
     * @throws ArithmeticException if the sum leaves the range of a long in minor units
     */
    public Optional<Money> value() {
        return outcomes.value();
    }

    /**
     * {@return how many of a row's journeys ended in a conversion}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public double conversions(int row) {
        return outcomes.conversions(row);
    }

    /**
     * {@return how many of a row's journeys ended in a conversion, where that is a whole number}
     *
     * @param row from 0 to {@code size() - 1}
     * @throws IllegalArgumentException if it is a fraction; the message names the row
     */
    public long wholeConversions(int row) {
        return outcomes.wholeConversions(row);
    }

    /**
     * {@return how many of a row's journeys ended without a conversion, where that is a whole number}
     *
     * @param row from 0 to {@code size() - 1}
     * @throws IllegalArgumentException if it is a fraction; the message names the row
     */
    public long wholeLost(int row) {
        return outcomes.wholeLost(row);
    }

    /**
     * {@return how many of a row's journeys ended without a conversion}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public double lost(int row) {
        return outcomes.lost(row);
    }

    /**
     * {@return what a row's conversions brought together, in minor units; 0 where nothing}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public long valueMinor(int row) {
        return outcomes.valueMinor(row);
    }

    /** {@return the currency of the value; empty where no row has a value} */
    public Optional<Currency> currency() {
        return outcomes.currency().isEmpty()
                ? Optional.empty()
                : Optional.of(Currency.getInstance(outcomes.currency()));
    }

    /** {@return whether the ages of the touches are known} */
    public boolean hasAges() {
        return ages != null;
    }

    /**
     * {@return how long before the end of its journey a touch was, in microseconds}
     *
     * @param touch from 0 to {@code touches() - 1}
     * @throws IllegalStateException if ages are not known
     */
    public long ageMicros(int touch) {
        if (ages == null) {
            throw new IllegalStateException("these journeys have no ages");
        }
        return ages.micros(touch);
    }

    /** {@return whether milestones are known} */
    public boolean hasMilestones() {
        return leads != null && opportunities != null;
    }

    /**
     * {@return the touch that made the person known, counted from 0 within its row, or {@link #NONE}}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public int lead(int row) {
        return leads == null ? NONE : leads[row];
    }

    /**
     * {@return the touch that made a sale likely, counted from 0 within its row, or {@link #NONE}}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public int opportunity(int row) {
        return opportunities == null ? NONE : opportunities[row];
    }

    /** {@return whether the rows have keys of their own} */
    public boolean hasKeys() {
        return keys != null;
    }

    /**
     * {@return the key of a row; its number where rows have none of their own}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public long key(int row) {
        return keys == null ? row : keys[row];
    }

    /**
     * {@return the names of a row's channels in their order}
     *
     * @param row from 0 to {@code size() - 1}
     */
    public List<String> path(int row) {
        String[] names = new String[length(row)];
        Arrays.setAll(names, i -> channels.name(touches.code(start(row) + i)));
        return List.of(names);
    }

    /**
     * {@return the distinct paths with their counts}
     *
     * @throws IllegalArgumentException if a count is no whole number; the message names the row
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public PathTally paths() {
        PathColumns paths = new PathColumns();
        int[] codes = new int[channels.size()];
        Arrays.setAll(codes, code -> paths.channels.intern(channels.name(code)));
        int[] path = new int[16];
        for (int row = 0; row < size(); row++) {
            int length = length(row);
            path = length > path.length ? new int[length * 2] : path;
            touches.copy(start(row), end(row), path);
            for (int i = 0; i < length; i++) {
                path[i] = codes[path[i]];
            }
            long value = valueMinor(row);
            paths.add(
                    paths.intern(path, 0, length),
                    value == 0 ? "" : outcomes.currency(),
                    wholeConversions(row),
                    value,
                    wholeLost(row));
        }
        return new PathTally(paths.canonical());
    }

    /** {@return such as {@code 3 rows of 5 touches over 2 channels: 3 conversions worth 150.00 EUR, 3 lost}} */
    @Override
    public String toString() {
        return Counted.of(size(), "row") + " of " + Counted.of(touches(), "touch", "touches") + " over "
                + Counted.of(channels.size(), "channel") + ": " + Counted.of(conversions(), "conversion")
                + value().map(money -> " worth " + money).orElse("") + ", " + Counted.text(lost()) + " lost";
    }
}
