package org.cxkit.metrics.attribution;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.wording.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What attribution needs to know of any number of journeys, in whole numbers: for each length of path and each channel
 * how many conversions, and how much value, came by paths that it opens, stands in the middle of, or closes; and for
 * each number of distinct channels, by those that it is part of.
 *
 * <p>Every model over positions is told from it, without the journeys. Its memory is bounded by channels times length,
 * not by journeys or paths: {@code 24} bytes a channel and length that occurs, for conversions and for value each.
 * Channels are ordered by name; one with no touch is not kept. Immutable, value-based and thread-safe.
 */
public final class PathSummary implements Tally<PathSummary> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "path summary";
    private static final PathSummary EMPTY = new PathSummary(Symbols.empty(), new PositionCounts(0), "");

    private final Symbols channels;
    private final PositionCounts counts;
    private final String currency;

    private PathSummary(Symbols channels, PositionCounts counts, String currency) {
        this.channels = channels;
        this.counts = counts;
        this.currency = currency;
    }

    /** {@return the summary of no journey} */
    public static PathSummary empty() {
        return EMPTY;
    }

    /** {@return an accumulator that has seen no journey} */
    public static PathSummaryAccumulator accumulator() {
        return new PathSummaryAccumulator();
    }

    /**
     * {@return the summary of all these journeys}
     *
     * @param journeys any journeys with whole counts
     * @throws IllegalArgumentException if a count is no whole number
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathSummary of(Journeys journeys) {
        return of(journeys, 0, journeys.size());
    }

    /**
     * {@return the summary of a range of journeys, such as the part of one thread}
     *
     * @param journeys any journeys with whole counts
     * @param from the first row
     * @param to the first row after the last
     * @throws IllegalArgumentException if a count is no whole number
     * @throws IndexOutOfBoundsException if there are no such rows
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathSummary of(Journeys journeys, int from, int to) {
        Objects.checkFromToIndex(from, to, journeys.size());
        if (!journeys.whole()) {
            throw new IllegalArgumentException(
                    "a summary is of whole numbers, got journeys with a fraction of a conversion or loss");
        }
        String money = journeys.currency().map(Currency::getCurrencyCode).orElse("");
        return canonical(journeys.channels(), PositionKernel.count(journeys, from, to), money);
    }

    /** {@return the summary with channels by name, of which each has a touch} */
    private static PathSummary canonical(Symbols channels, PositionCounts counts, String currency) {
        Symbols kept = Symbols.of(channels.names().stream()
                .filter(name -> counts.touches[channels.find(name)] != 0)
                .sorted()
                .toList());
        PositionCounts mine = new PositionCounts(kept.size());
        mine.add(counts, channels.names().stream().mapToInt(kept::find).toArray(), 1);
        mine.places.trim();
        mine.placesOfValue.trim();
        return new PathSummary(kept, mine, counts.valueMinor == 0 ? "" : currency);
    }

    @Override
    public boolean isEmpty() {
        return counts.conversions == 0 && counts.lost == 0;
    }

    /** {@return the conversions of all journeys} */
    public long conversions() {
        return counts.conversions;
    }

    /** {@return the journeys that ended without a conversion} */
    public long lost() {
        return counts.lost;
    }

    /** {@return the value of all conversions, if any had one} */
    public Optional<Money> value() {
        return currency.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.ofMinor(counts.valueMinor, Currency.getInstance(currency)));
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
        return code < 0 ? 0 : counts.touches[code];
    }

    Credits credits(TouchRule rule) {
        return Teller.credits(rule, channels.size(), counts.places, counts.placesOfValue);
    }

    /**
     * {@return the summary of both}
     *
     * @throws IllegalArgumentException if both have value in different currencies; the message names both
     */
    @Override
    public PathSummary plus(PathSummary other) {
        return combined(other, 1);
    }

    /**
     * {@return the summary without what the other has counted, such as the day that leaves a sliding window}
     *
     * @param other a summary that was added before, not altered
     * @throws IllegalArgumentException if the other has counted what this has not
     */
    public PathSummary minus(PathSummary other) {
        PathSummary rest = combined(other, -1);
        if (rest.counts.anyNegative()) {
            throw new IllegalArgumentException("cannot take away more than was counted: " + other + ", of " + this);
        }
        return rest;
    }

    private PathSummary combined(PathSummary other, int sign) {
        if (!currency.isEmpty() && !other.currency.isEmpty() && !currency.equals(other.currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + other.currency);
        }
        Symbols.Builder all = Symbols.builder();
        channels.forEach(all::intern);
        int[] theirs = other.channels.names().stream().mapToInt(all::intern).toArray();
        int[] mine = new int[channels.size()];
        Arrays.setAll(mine, code -> code);
        PositionCounts both = new PositionCounts(all.size());
        both.add(counts, mine, 1);
        both.add(other.counts, theirs, sign);
        return canonical(all.build(), both, currency.isEmpty() ? other.currency : currency);
    }

    @Override
    public byte[] toBytes() {
        ByteWriter out = ByteWriter.of(NAME, 1).text(currency).count(channels.size());
        for (int code = 0; code < channels.size(); code++) {
            out.text(channels.name(code));
        }
        return counts.write(out).toBytes();
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
        String[] names = new String[in.size()];
        for (int code = 0; code < names.length; code++) {
            names[code] = in.text();
        }
        return canonical(Symbols.of(names), in.end(PositionCounts.read(in, names.length)), currency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathSummary that
                && channels.equals(that.channels)
                && currency.equals(that.currency)
                && counts.sameAs(that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * channels.hashCode() + counts.hash();
    }

    /** {@return such as {@code summary of paths over 2 channels: 3 conversions worth 150.00 EUR, 3 lost}} */
    @Override
    public String toString() {
        return "summary of paths over " + Counted.of(channels.size(), "channel") + ": "
                + Counted.of((double) counts.conversions, "conversion")
                + value().map(money -> " worth " + money).orElse("") + ", " + counts.lost + " lost";
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
