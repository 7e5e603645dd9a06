package org.cxkit.metrics.path;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Distinct paths of channels with their conversions, value and losses, all in whole numbers.
 *
 * <p>Every attribution model is told from it. Paths and channels are ordered by name; rows without any count are not
 * kept. Immutable and thread-safe.
 */
public final class PathTally implements Tally<PathTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "paths";

    private final PathColumns paths;

    PathTally(PathColumns canonical) {
        paths = canonical;
    }

    /** {@return an accumulator that has seen no path} */
    public static PathAccumulator accumulator() {
        return PathAccumulator.create();
    }

    @Override
    public boolean isEmpty() {
        return paths.size == 0;
    }

    /**
     * {@return the conversions of all paths}
     *
     * @throws ArithmeticException if the sum leaves the range of a long
     */
    public long conversions() {
        return paths.total(PathColumns.CONVERSIONS);
    }

    /**
     * {@return the journeys that ended without a conversion}
     *
     * @throws ArithmeticException if the sum leaves the range of a long
     */
    public long lost() {
        return paths.total(PathColumns.LOST);
    }

    /**
     * {@return the value of all conversions, if any had one}
     *
     * @throws ArithmeticException if the sum leaves the range of a long in minor units
     */
    public Optional<Money> value() {
        return paths.currency.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Money.ofMinor(paths.total(PathColumns.VALUE_MINOR), Currency.getInstance(paths.currency)));
    }

    /** {@return the channels of all paths by name, those of lost journeys too} */
    public List<String> channels() {
        List<String> names = new ArrayList<>();
        for (int code = 0; code < paths.channels.size(); code++) {
            names.add(paths.channels.name(code));
        }
        return List.copyOf(names);
    }

    /** {@return the distinct paths by the names of their channels} */
    public List<PathCount> paths() {
        List<PathCount> rows = new ArrayList<>();
        for (int path = 0; path < paths.size; path++) {
            Money value = paths.currency.isEmpty()
                    ? null
                    : Money.ofMinor(paths.counts[PathColumns.VALUE_MINOR][path], Currency.getInstance(paths.currency));
            rows.add(new PathCount(
                    touches(path),
                    paths.counts[PathColumns.CONVERSIONS][path],
                    value,
                    paths.counts[PathColumns.LOST][path]));
        }
        return List.copyOf(rows);
    }

    @Override
    public PathTally plus(PathTally other) {
        PathColumns both = paths.copy();
        both.append(other.paths, 1);
        return new PathTally(both.canonical());
    }

    /**
     * {@return the tally without what the other has counted, such as the day that leaves a sliding window}
     *
     * @param other a tally that was added before, not altered
     * @throws IllegalArgumentException if the other has counted what this has not; the message names the path
     */
    public PathTally minus(PathTally other) {
        PathColumns rest = paths.copy();
        rest.append(other.paths, -1);
        PathTally left = new PathTally(rest.canonical());
        for (int path = 0; path < left.paths.size; path++) {
            if (left.paths.impossible(path)) {
                throw new IllegalArgumentException("cannot take away more than was counted, left of "
                        + left.paths().get(path));
            }
        }
        return left;
    }

    @Override
    public byte[] toBytes() {
        return paths.write(ByteWriter.of(NAME, 1)).toBytes();
    }

    /**
     * {@return the tally that gave these bytes}
     *
     * @param bytes what {@link #toBytes} gave
     * @throws IllegalArgumentException if they are not the bytes of paths
     */
    public static PathTally fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, 1);
        PathColumns read = in.end(PathColumns.read(in));
        PathColumns canonical = read.canonical();
        if (!canonical.sameAs(read)) {
            throw new IllegalArgumentException("not the bytes of paths: the paths are not in order");
        }
        for (int path = 0; path < read.size; path++) {
            if (read.impossible(path)) {
                throw new IllegalArgumentException("not the bytes of paths: no path has the counts of path " + path);
            }
        }
        return new PathTally(canonical);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathTally that && paths.sameAs(that.paths);
    }

    @Override
    public int hashCode() {
        return paths.hash();
    }

    /** {@return such as {@code 3 paths over 2 channels: 3 conversions worth 150.00 EUR, 3 lost}} */
    @Override
    public String toString() {
        return paths.size + (paths.size == 1 ? " path over " : " paths over ") + paths.channels.size()
                + (paths.channels.size() == 1 ? " channel: " : " channels: ") + conversions()
                + (conversions() == 1 ? " conversion" : " conversions")
                + value().map(value -> " worth " + value).orElse("") + ", " + lost() + " lost";
    }

    /**
     * {@return the paths as a transform leaves them; those that become the same are counted together}
     *
     * @param transform what is done to each path
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public PathTally transformed(PathTransform transform) {
        PathColumns changed = new PathColumns();
        for (int path = 0; path < paths.size; path++) {
            int[] codes = transform.apply(touches(path)).stream()
                    .mapToInt(changed.channels::intern)
                    .toArray();
            changed.add(
                    changed.intern(codes, 0, codes.length),
                    paths.currency,
                    paths.counts[PathColumns.CONVERSIONS][path],
                    paths.counts[PathColumns.VALUE_MINOR][path],
                    paths.counts[PathColumns.LOST][path]);
        }
        return new PathTally(changed.canonical());
    }

    private List<String> touches(int path) {
        List<String> touches = new ArrayList<>();
        for (int i = paths.start(path); i < paths.ends[path]; i++) {
            touches.add(paths.channels.name(paths.touches[i]));
        }
        return touches;
    }

    /**
     * {@return the same as columns: one row for each distinct path, whose key is told from its names}
     *
     * @throws ArithmeticException if a path is counted more than 2^53 times
     * @throws IllegalArgumentException if there are more than 65,536 channels
     */
    public Journeys journeys() {
        return paths.journeys();
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
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
            return fromBytes(bytes);
        }
    }
}
