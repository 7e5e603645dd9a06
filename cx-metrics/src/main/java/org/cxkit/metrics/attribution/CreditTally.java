package org.cxkit.metrics.attribution;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.wording.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What one {@link AttributionModel} credits to each channel: conversions, fractions of them too, and their value. It may
 * be any that shares a conversion by its own journey alone, so all but Markov chains; where conversions are whole, a
 * {@link PathSummary} tells models without ages exactly.
 *
 * <p>The sums are doubles that keep what rounding cuts off, so tallies merge over any partition of the rows to a
 * relative 1e-12, and the same parts in the same order give the same bits. Immutable and thread-safe.
 */
public final class CreditTally implements Tally<CreditTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "credit";

    // bytes, not a model: the serialisers of Spark and older Flink cannot fill the records of rules
    private final byte[] model;
    private final String[] channels;
    private final double[] sums;
    private final long valueMinor;
    private final String currency;

    private CreditTally() {
        this(AttributionModel.TIME_DECAY.toBytes(), new String[0], CompensatedSum.zeros(sums(0)), 0, "");
    }

    /**
     * Takes the arrays as they are: channels by name; and compensated sums of conversions and value by turns, of each
     * channel and at last of no channel, then of all conversions and of all losses.
     */
    CreditTally(byte[] model, String[] channels, double[] sums, long valueMinor, String currency) {
        this.model = model;
        this.channels = channels;
        this.sums = sums;
        this.valueMinor = valueMinor;
        this.currency = currency;
    }

    static int sums(int channels) {
        return 2 * channels + 4;
    }

    static int totalAt(int channels) {
        return 2 * channels + 2;
    }

    static int lostAt(int channels) {
        return 2 * channels + 3;
    }

    static CreditTally nothing(AttributionModel model) {
        return new CreditTally(model.toBytes(), new String[0], CompensatedSum.zeros(sums(0)), 0, "");
    }

    /**
     * {@return the credit for the conversions of journeys}
     *
     * @param model how each conversion is shared
     * @param journeys the journeys; with ages where the model needs them; of none there is no channel
     * @throws IllegalArgumentException if the model is a Markov chain, or needs ages that are not known
     * @throws ArithmeticException if the value leaves the range of a long in minor units
     */
    public static CreditTally of(AttributionModel model, Journeys journeys) {
        return CreditKernel.tell(model, journeys, 0, journeys.size());
    }

    /** {@return how each conversion was shared} */
    public AttributionModel model() {
        return AttributionModel.fromBytes(model);
    }

    /** {@return the channels of all journeys by name, those without credit too} */
    public List<String> channels() {
        return List.of(channels);
    }

    /** {@return the conversions of all journeys, unattributed ones too} */
    public double conversions() {
        return CompensatedSum.of(sums, totalAt(channels.length));
    }

    /** {@return the journeys that ended without a conversion} */
    public double lost() {
        return CompensatedSum.of(sums, lostAt(channels.length));
    }

    /** {@return the value of all conversions, exactly, if any had one} */
    public Optional<Money> value() {
        return currency.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.ofMinor(valueMinor, Currency.getInstance(currency)));
    }

    /**
     * {@return the credited conversions of a channel; 0 for one that is not here}
     *
     * @param channel its name, or {@link ChannelName#UNATTRIBUTED} for the conversions that no touch has credit for
     */
    public double conversions(String channel) {
        int place = place(channel);
        return place < 0 ? 0 : CompensatedSum.of(sums, 2 * place);
    }

    /**
     * {@return the credited value of a channel in minor units, a fraction of them too; 0 for one that is not here}
     *
     * @param channel its name, or {@link ChannelName#UNATTRIBUTED} for the conversions that no touch has credit for
     */
    public double valueMinor(String channel) {
        int place = place(channel);
        return place < 0 ? 0 : CompensatedSum.of(sums, 2 * place + 1);
    }

    private int place(String channel) {
        return channel.equals(ChannelName.UNATTRIBUTED) ? channels.length : Arrays.binarySearch(channels, channel);
    }

    /** {@return one row for each channel by name, and at last one of what is unattributed, if anything is} */
    public ModelCredit credit() {
        double minorPerMajor = currency.isEmpty()
                ? 1
                : Math.pow(10, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
        List<ChannelCredit> rows = new ArrayList<>();
        for (String channel : channels) {
            rows.add(new ChannelCredit(channel, conversions(channel), valueMinor(channel) / minorPerMajor));
        }
        double left = conversions(ChannelName.UNATTRIBUTED);
        if (left > 0) {
            rows.add(new ChannelCredit(
                    ChannelName.UNATTRIBUTED, left, valueMinor(ChannelName.UNATTRIBUTED) / minorPerMajor));
        }
        return new ModelCredit(model().toString(), rows);
    }

    @Override
    public boolean isEmpty() {
        return conversions() == 0 && lost() == 0;
    }

    @Override
    public CreditTally plus(CreditTally other) {
        if (!Arrays.equals(model, other.model)) {
            throw new IllegalArgumentException(
                    "credit by different models does not merge: " + model() + " and " + other.model());
        }
        if (!currency.isEmpty() && !other.currency.isEmpty() && !currency.equals(other.currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + other.currency);
        }
        TreeSet<String> names = new TreeSet<>(channels());
        names.addAll(other.channels());
        String[] all = names.toArray(new String[0]);
        double[] both = CompensatedSum.zeros(sums(all.length));
        addTo(both, all);
        other.addTo(both, all);
        return new CreditTally(
                model,
                all,
                both,
                Math.addExact(valueMinor, other.valueMinor),
                currency.isEmpty() ? other.currency : currency);
    }

    /** Adds the sums of each channel to those of the same name; what follows the channels keeps its order. */
    private void addTo(double[] theirs, String[] names) {
        for (int place = 0; place <= channels.length + 1; place++) {
            int to = place < channels.length
                    ? Arrays.binarySearch(names, channels[place])
                    : names.length + place - channels.length;
            for (int sum = 0; sum < 2; sum++) {
                CompensatedSum.add(theirs, 2 * to + sum, sums[2 * (2 * place + sum)]);
                theirs[2 * (2 * to + sum) + 1] += sums[2 * (2 * place + sum) + 1];
            }
        }
    }

    @Override
    public byte[] toBytes() {
        ByteWriter out = ByteWriter.of(NAME, 1)
                .bytes(model)
                .text(currency)
                .count(valueMinor)
                .count(channels.length);
        for (String channel : channels) {
            out.text(channel);
        }
        for (double part : sums) {
            out.real(part);
        }
        return out.toBytes();
    }

    /**
     * {@return the tally that gave these bytes}
     *
     * @param bytes what {@link #toBytes} gave
     * @throws IllegalArgumentException if they are not the bytes of credit
     */
    public static CreditTally fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, 1);
        AttributionModel model = AttributionModel.fromBytes(in.bytes());
        String currency = in.text();
        if (!currency.isEmpty()) {
            Currency.getInstance(currency);
        }
        long valueMinor = in.count();
        String[] channels = new String[in.size()];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = in.text();
            if (i > 0 && channels[i - 1].compareTo(channels[i]) >= 0) {
                throw new IllegalArgumentException("not the bytes of credit: the channels are not in order");
            }
        }
        double[] sums = CompensatedSum.zeros(sums(channels.length));
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.real();
        }
        return in.end(new CreditTally(model.toBytes(), channels, sums, valueMinor, currency));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CreditTally that
                && Arrays.equals(model, that.model)
                && Arrays.equals(channels, that.channels)
                && Arrays.equals(rounded(), that.rounded())
                && valueMinor == that.valueMinor
                && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(channels), Arrays.hashCode(rounded()), valueMinor);
    }

    private double[] rounded() {
        double[] rounded = new double[sums(channels.length)];
        Arrays.setAll(rounded, sum -> CompensatedSum.of(sums, sum));
        return rounded;
    }

    /** {@return such as {@code time decay 7 d over 3 channels: 3 conversions worth 150.00 EUR, 3 lost}} */
    @Override
    public String toString() {
        return model() + " over " + Counted.of(channels.length, "channel") + ": "
                + Counted.of(conversions(), "conversion")
                + value().map(value -> " worth " + value).orElse("") + ", " + Counted.text(lost()) + " lost";
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("credit is read through its form");
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
