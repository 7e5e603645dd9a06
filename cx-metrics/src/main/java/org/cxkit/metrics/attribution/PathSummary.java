package org.cxkit.metrics.attribution;

import com.google.common.collect.Comparators;
import com.google.common.math.LongMath;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.markov.TransitionTally;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.wording.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What attribution needs to know of any number of journeys, in whole numbers, so that each model is told afterwards and
 * without the journeys.
 *
 * <p>Always counted, and enough for every model over positions: for each length of path and each channel how many
 * conversions, and how much value, came by paths that it opens, stands in the middle of, or closes; for each number of
 * distinct channels, by those that it is part of. The models that a summary is made for say what is counted besides:
 *
 * <ul>
 *   <li>{@link AttributionModel#markov}: the {@link TransitionTally} of the order, which tells lower orders too;
 *   <li>{@link AttributionModel#W_SHAPED} or any other model of milestones: paths by where their milestones are, which
 *       tells all models of milestones;
 *   <li>{@link AttributionModel#excluding}: positions once more, of the paths without those channels, and what those
 *       models need of them.
 * </ul>
 *
 * <p>So {@code PathSummary.of(journeys, markov(2), W_SHAPED, LAST.excluding("Direct"))} tells first, last, linear and all
 * others over positions, Markov chains of order 1 and 2, W-shaped and full path with any shares, and, without direct
 * visits, the models over positions. Models of ages are told by a {@link CreditTally}: their sums are no whole numbers.
 *
 * <p><b>Memory</b> is bounded by channels times the longest path and by the observed states of the order, not by journeys
 * or paths: {@code 24} bytes a channel and length that occurs, for conversions and for value each; {@code 8} a channel
 * and number of distinct channels that occurs, for each too; {@code 80} a channel, length and pattern of milestones that
 * occurs, of which there are at most 17; and what transitions take: all of it again for each set of channels left out.
 *
 * <p>Channels are ordered by name; one with no touch is not kept. Immutable, value-based and thread-safe.
 */
public final class PathSummary implements Tally<PathSummary> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "path summary";
    private static final List<String> ALL = List.of();

    private final Symbols channels;
    private final String currency;
    /** By the channels that are left out, by name; written by its form. */
    private final transient SortedMap<List<String>, PathPart> parts;

    private PathSummary(Symbols channels, String currency, SortedMap<List<String>, PathPart> parts) {
        this.channels = channels;
        this.currency = currency;
        this.parts = parts;
    }

    /**
     * {@return the summary of no journey}
     *
     * @param models what is to be told beside the models over positions; none if only those are
     * @throws IllegalArgumentException if a model needs the ages of touches; the message names it
     */
    public static PathSummary empty(AttributionModel... models) {
        SortedMap<List<String>, PathPart> parts = parts();
        parts.put(ALL, PathPart.empty(false, 0));
        for (AttributionModel model : models) {
            parts.merge(List.copyOf(model.excluded()), PathPart.empty(model), PathPart::either);
        }
        return new PathSummary(Symbols.empty(), "", parts);
    }

    private static SortedMap<List<String>, PathPart> parts() {
        return new TreeMap<>(Comparators.lexicographical(Comparator.<String>naturalOrder()));
    }

    /**
     * {@return an accumulator that has seen no journey}
     *
     * @param models what is to be told beside the models over positions; none if only those are
     * @throws IllegalArgumentException if a model needs the ages of touches; the message names it
     */
    public static PathSummaryAccumulator accumulator(AttributionModel... models) {
        return new PathSummaryAccumulator(empty(models));
    }

    /**
     * {@return the summary of all these journeys}
     *
     * @param journeys any journeys with whole counts
     * @param models what is to be told beside the models over positions; none if only those are
     * @throws IllegalArgumentException if a count is no whole number, where the message names the row, a model needs the ages of touches, or there are
     *     more states and transitions than are kept
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathSummary of(Journeys journeys, AttributionModel... models) {
        return of(journeys, 0, journeys.size(), models);
    }

    /**
     * {@return the summary of a range of journeys, such as the part of one thread}
     *
     * @param journeys any journeys with whole counts
     * @param from the first row
     * @param to the first row after the last
     * @param models what is to be told beside the models over positions; none if only those are
     * @throws IllegalArgumentException if a count is no whole number, where the message names the row, a model needs the ages of touches, or there are
     *     more states and transitions than are kept
     * @throws IndexOutOfBoundsException if there are no such rows
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathSummary of(Journeys journeys, int from, int to, AttributionModel... models) {
        return empty(models).like(journeys, from, to);
    }

    /** {@return the summary of a range of journeys that counts what this does} */
    PathSummary like(Journeys journeys, int from, int to) {
        Objects.checkFromToIndex(from, to, journeys.size());
        Journeys rows = parts.size() == 1 ? journeys : journeys.rows(from, to);
        SortedMap<List<String>, PathPart> counted = parts();
        parts.forEach((without, part) -> counted.put(
                without,
                without.isEmpty()
                        ? part.of(journeys, from, to)
                        : part.of(rows.without(Set.copyOf(without)), 0, to - from)));
        return canonical(
                journeys.channels(),
                journeys.currency().map(Currency::getCurrencyCode).orElse(""),
                counted);
    }

    /** {@return the summary with channels by name, of which each has a touch} */
    private static PathSummary canonical(Symbols channels, String currency, SortedMap<List<String>, PathPart> parts) {
        PositionCounts all = all(parts).counts;
        Symbols kept = Symbols.of(channels.names().stream()
                .filter(name -> all.touches[channels.find(name)] != 0)
                .sorted()
                .toList());
        int[] codes = channels.names().stream().mapToInt(kept::find).toArray();
        SortedMap<List<String>, PathPart> mine = parts();
        parts.forEach((without, part) -> mine.put(without, part.recoded(codes, kept.size())));
        return new PathSummary(kept, all.valueMinor == 0 ? "" : currency, mine);
    }

    private static PathPart all(SortedMap<List<String>, PathPart> parts) {
        return Objects.requireNonNull(parts.get(ALL));
    }

    private PathPart all() {
        return part(ALL);
    }

    private PositionCounts counts() {
        return all().counts;
    }

    @Override
    public boolean isEmpty() {
        return counts().conversions == 0 && counts().lost == 0;
    }

    /** {@return the conversions of all journeys} */
    public long conversions() {
        return counts().conversions;
    }

    /** {@return the journeys that ended without a conversion} */
    public long lost() {
        return counts().lost;
    }

    /** {@return the value of all conversions, if any had one} */
    public Optional<Money> value() {
        return currency.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.ofMinor(counts().valueMinor, Currency.getInstance(currency)));
    }

    /** {@return the channels of all journeys by name, those of lost ones too} */
    public List<String> channels() {
        return channels.names();
    }

    /**
     * {@return how often a channel was touched, in journeys that converted and in lost ones; 0 if never}
     *
     * @param channel the name of a channel
     */
    public long touches(String channel) {
        int code = channels.find(channel);
        return code < 0 ? 0 : counts().touches[code];
    }

    /** {@return the order of the transitions that are counted of paths with all channels, 0 for none} */
    public int order() {
        return all().order();
    }

    /** {@return the transitions of paths with all channels, if they are counted} */
    public Optional<TransitionTally> transitions() {
        return Optional.ofNullable(all().transitions);
    }

    Credits credits(AttributionModel model) {
        PathPart needed = PathPart.empty(model); // refuses what no summary tells
        return Optional.ofNullable(parts.get(List.copyOf(model.excluded())))
                .flatMap(part -> part.credits(model.telling(), channels))
                .orElseThrow(() -> new IllegalArgumentException("this summary was not made for \"" + model
                        + "\", which needs " + needed + ": it counts " + counted()));
    }

    /** {@return such as {@code positions, Markov up to order 2; without "Direct" positions}} */
    private String counted() {
        StringJoiner text = new StringJoiner("; ");
        parts.forEach((without, part) ->
                text.add((without.isEmpty() ? "" : "without \"" + String.join("\", \"", without) + "\" ") + part));
        return text.toString();
    }

    /** {@return how many numbers are kept, about} */
    long cells() {
        return parts.values().stream().mapToLong(PathPart::cells).sum();
    }

    /** {@return all touches, conversions and losses together, or the greatest long if they are more} */
    long size() {
        long size = LongMath.saturatedAdd(counts().conversions, counts().lost);
        for (long touches : counts().touches) {
            size = LongMath.saturatedAdd(size, touches);
        }
        return size;
    }

    /** {@return whether milestones are counted, of all paths or without some channels} */
    boolean countsMilestones() {
        return parts.values().stream().anyMatch(part -> part.milestones != null);
    }

    /**
     * {@return the summary of both}
     *
     * @throws IllegalArgumentException if they were not made for the same, or both have value in different currencies;
     *     the message names both
     */
    @Override
    public PathSummary plus(PathSummary other) {
        return combined(other, 1);
    }

    /**
     * {@return the summary without what the other has counted, such as the day that leaves a sliding window}
     *
     * @param other a summary that was added before, not altered
     * @throws IllegalArgumentException if the other has counted what this has not, they were not made for the same, or
     *     both have value in different currencies
     */
    public PathSummary minus(PathSummary other) {
        return combined(other, -1);
    }

    /** {@return whether no journeys have these counts: some part is impossible, or parts are not of the same journeys} */
    private static boolean impossible(Symbols channels, SortedMap<List<String>, PathPart> parts) {
        PositionCounts all = all(parts).counts;
        return parts.entrySet().stream().anyMatch(entry -> {
            boolean[] without = new boolean[channels.size()];
            for (int code = 0; code < without.length; code++) {
                without[code] = entry.getKey().contains(channels.name(code));
            }
            PathPart part = entry.getValue();
            return part.impossible(channels) || part.counts.anyOtherJourney(all, without);
        });
    }

    private boolean countsLike(PathSummary other) {
        return parts.keySet().equals(other.parts.keySet())
                && parts.keySet().stream().allMatch(without -> part(without).countsLike(other.part(without)));
    }

    private PathSummary combined(PathSummary other, int sign) {
        if (!countsLike(other)) {
            throw new IllegalArgumentException(
                    "summaries made for the same wanted, got " + counted() + " and " + other.counted());
        }
        if (!currency.isEmpty() && !other.currency.isEmpty() && !currency.equals(other.currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + other.currency);
        }
        Symbols.Builder names = Symbols.builder();
        channels.forEach(names::intern);
        int[] theirs = other.channels.names().stream().mapToInt(names::intern).toArray();
        int[] mine = new int[channels.size()];
        Arrays.setAll(mine, code -> code);
        SortedMap<List<String>, PathPart> both = parts();
        parts.forEach((without, part) ->
                both.put(without, part.combined(mine, other.part(without), theirs, names.size(), sign)));
        Symbols all = names.build();
        if (sign < 0 && impossible(all, both)) {
            throw new IllegalArgumentException("cannot take away more than was counted: " + other + ", of " + this);
        }
        return canonical(all, currency.isEmpty() ? other.currency : currency, both);
    }

    @Override
    public byte[] toBytes() {
        ByteWriter out = ByteWriter.of(NAME, 1).text(currency);
        write(out, channels.names());
        out.count(parts.size());
        parts.forEach((without, part) -> {
            write(out, without);
            part.write(out);
        });
        return out.toBytes();
    }

    private static void write(ByteWriter out, List<String> names) {
        out.count(names.size());
        names.forEach(out::text);
    }

    /**
     * {@return the summary that gave these bytes}
     *
     * @param bytes what {@link #toBytes} gave
     * @throws IllegalArgumentException if they are not the bytes of a summary
     */
    public static PathSummary fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, 1);
        String currency = in.text();
        if (!currency.isEmpty()) {
            Currency.getInstance(currency);
        }
        List<String> names = names(in);
        SortedMap<List<String>, PathPart> read = parts();
        int parts = in.size();
        for (int part = 0; part < parts; part++) {
            List<String> without = names(in);
            if (read.put(without, PathPart.read(in, names.size())) != null) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": a part comes twice");
            }
        }
        Symbols channels = Symbols.of(names);
        if (!in.end(read.containsKey(ALL))
                || impossible(channels, read)
                || (all(read).counts.valueMinor > 0 && currency.isEmpty())) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": no journeys have these counts");
        }
        return canonical(channels, currency, read);
    }

    private static List<String> names(ByteReader in) {
        String[] names = new String[in.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.text();
            if (!ChannelName.of(names[i], "a channel", "").equals(names[i])
                    || (i > 0 && names[i - 1].compareTo(names[i]) >= 0)) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": channels are out of order");
            }
        }
        return List.of(names);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathSummary that
                && channels.equals(that.channels)
                && currency.equals(that.currency)
                && parts.keySet().equals(that.parts.keySet())
                && parts.keySet().stream().allMatch(without -> part(without).sameAs(that.part(without)));
    }

    private PathPart part(List<String> without) {
        return Objects.requireNonNull(parts.get(without));
    }

    @Override
    public int hashCode() {
        return 31 * channels.hashCode() + counts().hash();
    }

    /** {@return such as {@code summary of paths over 2 channels: 3 conversions worth 150.00 EUR, 3 lost}} */
    @Override
    public String toString() {
        return "summary of paths over " + Counted.of(channels.size(), "channel") + ": "
                + Counted.of((double) counts().conversions, "conversion")
                + value().map(money -> " worth " + money).orElse("") + ", " + counts().lost + " lost";
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a summary is read through its form");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        private Form(byte[] bytes) {
            this.bytes = bytes;
        }

        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }
}
