package org.cxkit.journey.mining;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.cxkit.core.column.Symbols;
import org.cxkit.journey.log.EventLog;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;

/**
 * Which activity directly follows which in the cases of a log, how often, and after what waits.
 *
 * <p>An {@link Edge} stands for each pair of activities that are neighbours in a case; its wait is the time from one to
 * the other, never negative. The first and last activity of each case are counted apart, as {@link #starts()} and
 * {@link #ends()}: they have no wait. Every wait is kept, 8 bytes each, so medians are exact.
 *
 * <p>Merges over any partition by case, exactly. Immutable, value-based and thread-safe; names in the order of the
 * text.
 *
 * <p>Source: W. M. P. van der Aalst, "Process Mining: Data Science in Action", 2nd ed., Springer, 2016: the
 * directly-follows graph.
 */
public final class DirectlyFollows implements Tally<DirectlyFollows>, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "directly-follows";
    private static final int VERSION = 1;

    private final transient Map<Edge, Durations> waits;
    private final transient Map<String, Long> starts;
    private final transient Map<String, Long> ends;
    private final transient long cases;

    private DirectlyFollows(
            SortedMap<Edge, Durations> waits,
            SortedMap<String, Long> starts,
            SortedMap<String, Long> ends,
            long cases) {
        this.waits = Collections.unmodifiableSortedMap(waits);
        this.starts = Collections.unmodifiableSortedMap(starts);
        this.ends = Collections.unmodifiableSortedMap(ends);
        this.cases = cases;
    }

    /**
     * {@return the flows of a log}
     *
     * @param log any log
     */
    public static DirectlyFollows of(EventLog log) {
        return accumulator().addAll(log).result();
    }

    /** {@return an accumulator that nothing was added to} */
    public static DirectlyFollowsAccumulator accumulator() {
        return new DirectlyFollowsAccumulator();
    }

    static DirectlyFollows of(Symbols names, EdgeTable table, long[] starts, long[] ends, long cases) {
        TreeMap<Edge, Durations> waits = new TreeMap<>();
        for (int edge = 0; edge < table.size(); edge++) {
            waits.put(
                    new Edge(names.name(table.from(edge)), names.name(table.to(edge))),
                    Durations.owning(table.waits(edge)));
        }
        return new DirectlyFollows(waits, counts(names, starts), counts(names, ends), cases);
    }

    private static SortedMap<String, Long> counts(Symbols names, long[] counts) {
        TreeMap<String, Long> byName = new TreeMap<>();
        for (int code = 0; code < names.size(); code++) {
            if (counts[code] > 0) {
                byName.put(names.name(code), counts[code]);
            }
        }
        return byName;
    }

    /** {@return how many cases were seen} */
    public long cases() {
        return cases;
    }

    /** {@return how many events were seen} */
    public long events() {
        return Math.addExact(cases, transitions());
    }

    /** {@return how many pairs of neighbouring events were seen: the sum of the counts of all edges} */
    public long transitions() {
        return waits.values().stream().mapToLong(Durations::count).sum();
    }

    @Override
    public boolean isEmpty() {
        return cases == 0;
    }

    /** {@return the activities that occur, in order, unmodifiable} */
    public SortedSet<String> activities() {
        // an activity that starts no case follows another
        TreeSet<String> names = new TreeSet<>(starts.keySet());
        waits.keySet().forEach(edge -> names.add(edge.to()));
        return Collections.unmodifiableSortedSet(names);
    }

    /** {@return the waits of every edge, in order, unmodifiable; the number of waits is the count of the edge} */
    public Map<Edge, Durations> waits() {
        return waits;
    }

    /**
     * {@return the waits from one activity to the one that directly follows; empty if it never does}
     *
     * @param from the earlier activity
     * @param to the later activity
     */
    public Durations waits(String from, String to) {
        return waits.getOrDefault(new Edge(from, to), Durations.empty());
    }

    /**
     * {@return how often one activity directly follows another}
     *
     * @param from the earlier activity
     * @param to the later activity
     */
    public long count(String from, String to) {
        return waits(from, to).count();
    }

    /** {@return how many cases start with each activity that starts one, in order, unmodifiable} */
    public Map<String, Long> starts() {
        return starts;
    }

    /** {@return how many cases end with each activity that ends one, in order, unmodifiable} */
    public Map<String, Long> ends() {
        return ends;
    }

    /**
     * {@return the identifiers of the cases in which one activity directly follows another, in the order of the log}
     *
     * @param log the log in which to look
     * @param edge the earlier and the later activity
     */
    public static List<String> caseIds(EventLog log, Edge edge) {
        int from = log.activities().find(edge.from());
        int to = log.activities().find(edge.to());
        return log.caseIds(c -> {
            for (int event = log.from(c) + 1; event < log.to(c); event++) {
                if (log.activity(event - 1) == from && log.activity(event) == to) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public DirectlyFollows plus(DirectlyFollows other) {
        return new DirectlyFollows(
                merged(waits, other.waits, Durations::plus),
                merged(starts, other.starts, Math::addExact),
                merged(ends, other.ends, Math::addExact),
                Math.addExact(cases, other.cases));
    }

    private static <K, V> SortedMap<K, V> merged(Map<K, V> a, Map<K, V> b, BinaryOperator<V> sum) {
        TreeMap<K, V> merged = new TreeMap<>(a);
        b.forEach((key, value) -> merged.merge(key, value, sum));
        return merged;
    }

    @Override
    public byte[] toBytes() {
        List<String> names = new ArrayList<>(activities());
        Symbols codes = Symbols.of(names);
        ByteWriter out = ByteWriter.of(NAME, VERSION).count(names.size());
        for (String name : names) {
            out.text(name).count(starts.getOrDefault(name, 0L)).count(ends.getOrDefault(name, 0L));
        }
        out.count(waits.size());
        waits.forEach((edge, durations) -> {
            out.count(codes.code(edge.from())).count(codes.code(edge.to()));
            durations.write(out);
        });
        return out.toBytes();
    }

    /**
     * {@return the flows whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave
     * @throws IllegalArgumentException if the bytes are corrupt
     */
    public static DirectlyFollows fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, VERSION);
        TreeMap<String, Long> starts = new TreeMap<>();
        TreeMap<String, Long> ends = new TreeMap<>();
        List<String> names = new ArrayList<>();
        long cases = 0;
        for (int left = in.size(); left > 0; left--) {
            String name = in.text();
            if (!names.isEmpty() && names.get(names.size() - 1).compareTo(name) >= 0) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": activities are not in order");
            }
            names.add(name);
            long started = in.count();
            cases = Math.addExact(cases, started);
            putCount(starts, name, started);
            putCount(ends, name, in.count());
        }
        TreeMap<Edge, Durations> waits = new TreeMap<>();
        for (int left = in.size(); left > 0; left--) {
            Edge edge = new Edge(names.get(in.count(names.size() - 1)), names.get(in.count(names.size() - 1)));
            waits.put(edge, Durations.read(in));
        }
        return in.end(new DirectlyFollows(waits, starts, ends, cases));
    }

    private static void putCount(Map<String, Long> counts, String name, long count) {
        if (count > 0) {
            counts.put(name, count);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DirectlyFollows that
                && waits.equals(that.waits)
                && starts.equals(that.starts)
                && ends.equals(that.ends);
    }

    @Override
    public int hashCode() {
        return Objects.hash(waits, starts, ends);
    }

    /** {@return a sentence with the counts} */
    @Override
    public String toString() {
        return "directly-follows: " + transitions() + " transitions over " + waits.size() + " edges between "
                + activities().size() + " activities, " + cases + " cases";
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("directly-follows flows are read through their form");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Form(byte[] bytes) {
            this.bytes = bytes;
        }

        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }
}
