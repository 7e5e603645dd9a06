package org.cxkit.metrics.path;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.wording.Sentence;

/**
 * Folds paths of channels, each with conversions, value and losses, into a {@link PathTally}.
 *
 * <p>A path is the touches of one journey in their order, as a list or as text such as {@code Search > Email >
 * Direct}; names are trimmed. A path without touches is allowed: its conversions go to {@code (unattributed)}.
 * Merges over any partition of the rows, in whole numbers. All values are in one currency. <strong>Not
 * thread-safe:</strong> confine and merge.
 */
public final class PathAccumulator implements Accumulator<PathAccumulator, PathTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "path rows";

    private PathColumns paths = new PathColumns();

    private PathAccumulator() {}

    /** {@return an accumulator that has seen no path; the first value sets the currency} */
    public static PathAccumulator create() {
        return new PathAccumulator();
    }

    /**
     * Adds conversions without a value.
     *
     * @param path the channels, separated by {@code >}; blank for none
     * @param conversions how many, not negative
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, or the count negative
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public PathAccumulator converted(String path, long conversions) {
        return add(touches(path), "", conversions, 0, 0);
    }

    /**
     * Adds conversions with their value.
     *
     * @param path the channels, separated by {@code >}; blank for none
     * @param conversions how many, not negative
     * @param value what they brought together, not negative, in whole minor units
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, a number negative, the value without a
     *     conversion or in another currency than those before; the message names both currencies
     * @throws ArithmeticException if the value is finer than the minor unit: nothing is cut off; or if a sum leaves the
     *     range of a long
     */
    public PathAccumulator converted(String path, long conversions, Money value) {
        return converted(touches(path), conversions, value);
    }

    /**
     * Adds conversions without a value.
     *
     * @param touches the channels in their order
     * @param conversions how many, not negative
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, or the count negative
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public PathAccumulator converted(List<String> touches, long conversions) {
        return add(touches, "", conversions, 0, 0);
    }

    /**
     * Adds conversions with their value.
     *
     * @param touches the channels in their order
     * @param conversions how many, not negative
     * @param value what they brought together, not negative, in whole minor units
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, a number negative, the value without a
     *     conversion or in another currency than those before; the message names both currencies
     * @throws ArithmeticException if the value is finer than the minor unit: nothing is cut off; or if a sum leaves the
     *     range of a long
     */
    public PathAccumulator converted(List<String> touches, long conversions, Money value) {
        if (value.signum() < 0 || (value.signum() > 0 && conversions == 0)) {
            throw new IllegalArgumentException("value must not be negative, and 0 without a conversion, got " + value
                    + " for " + Sentence.count(conversions, "conversion"));
        }
        String currency = value.signum() == 0 ? "" : value.currency().getCurrencyCode();
        return add(touches, currency, conversions, value.toMinorUnits(), 0);
    }

    /**
     * Adds journeys that ended without a conversion, also called null paths.
     *
     * @param path the channels, separated by {@code >}; blank for none
     * @param journeys how many, not negative
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, or the count negative
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public PathAccumulator lost(String path, long journeys) {
        return add(touches(path), "", 0, 0, journeys);
    }

    /**
     * Adds journeys that ended without a conversion, also called null paths.
     *
     * @param touches the channels in their order
     * @param journeys how many, not negative
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, or the count negative
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public PathAccumulator lost(List<String> touches, long journeys) {
        return add(touches, "", 0, 0, journeys);
    }

    @Override
    public PathAccumulator merge(PathAccumulator other) {
        paths.append(other == this ? other.paths.copy() : other.paths, 1);
        return this;
    }

    @Override
    public PathTally result() {
        return new PathTally(paths.canonical());
    }

    @Override
    public PathAccumulator copy() {
        return create().merge(this);
    }

    private PathAccumulator add(List<String> touches, String currency, long conversions, long valueMinor, long lost) {
        if (conversions < 0 || lost < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: conversions=" + conversions + ", lost=" + lost);
        }
        String[] names = names(touches);
        int[] codes = new int[names.length];
        Arrays.setAll(codes, i -> paths.channels.intern(names[i]));
        paths.add(paths.intern(codes, 0, codes.length), currency, conversions, valueMinor, lost);
        return this;
    }

    private static String[] names(List<String> touches) {
        String[] names = new String[touches.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = ChannelName.of(touches.get(i), "touch " + (i + 1) + " of the path", ": " + touches);
        }
        return names;
    }

    private static List<String> touches(String path) {
        return path.isBlank() ? List.of() : Arrays.asList(path.split(">", -1));
    }

    @Serial
    private Object writeReplace() {
        return new Form(paths.write(ByteWriter.of(NAME, 1)).toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("paths are read through their form");
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
            ByteReader in = ByteReader.of(bytes, NAME, 1);
            PathAccumulator read = create();
            read.paths = in.end(PathColumns.read(in));
            return read;
        }
    }
}
