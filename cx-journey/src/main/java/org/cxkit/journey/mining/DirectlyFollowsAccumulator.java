package org.cxkit.journey.mining;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.cxkit.core.column.Symbols;
import org.cxkit.journey.log.EventLog;
import org.cxkit.metrics.Accumulator;

/**
 * Counts which activity directly follows which, case by case, and keeps every wait.
 *
 * <p>Merges over any partition by case: all events of a case must be added in one call. Not thread-safe.
 */
public final class DirectlyFollowsAccumulator
        implements Accumulator<DirectlyFollowsAccumulator, DirectlyFollows>, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** Up to this many activities a square table of counts stays small; above, edges are looked up one by one. */
    private static final int SQUARE_LIMIT = 1024;

    private final transient Symbols.Builder names = Symbols.builder();
    private final transient EdgeTable edges = new EdgeTable();
    private transient long[] starts = new long[16];
    private transient long[] ends = new long[16];
    private transient long cases;

    DirectlyFollowsAccumulator() {}

    /**
     * Adds one case.
     *
     * @param activities what was done, in order, at least one, none empty
     * @param micros when, one for each activity, ascending, in microseconds since 1970-01-01T00:00Z; not modified
     * @return this
     * @throws IllegalArgumentException if there is no activity, one is empty, the numbers differ, or an instant is
     *     before the one ahead of it
     */
    public DirectlyFollowsAccumulator add(List<String> activities, long... micros) {
        if (activities.isEmpty() || activities.size() != micros.length || activities.contains("")) {
            throw new IllegalArgumentException("a case needs one or more activities, each with a name and an instant, "
                    + "got " + activities + " and " + micros.length + " instants");
        }
        for (int i = 1; i < micros.length; i++) {
            if (micros[i] < micros[i - 1]) {
                throw new IllegalArgumentException("micros must ascend, got " + micros[i - 1] + " at " + (i - 1)
                        + " and " + micros[i] + " at " + i);
            }
        }
        int last = intern(activities.get(0));
        starts[last]++;
        for (int i = 1; i < micros.length; i++) {
            int next = intern(activities.get(i));
            edges.add(last, next, micros[i] - micros[i - 1]);
            last = next;
        }
        ends[last]++;
        cases++;
        return this;
    }

    /**
     * Adds all cases of a log.
     *
     * @param log any log
     * @return this
     */
    public DirectlyFollowsAccumulator addAll(EventLog log) {
        int[] codes = new int[log.activities().size()];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = intern(log.activities().name(code));
        }
        for (int c = 0; c < log.cases(); c++) {
            starts[codes[log.activity(log.from(c))]]++;
            ends[codes[log.activity(log.to(c) - 1)]]++;
        }
        if (codes.length <= SQUARE_LIMIT) {
            addBySquare(log, codes);
        } else {
            addOneByOne(log, codes);
        }
        cases += log.cases();
        return this;
    }

    private void addOneByOne(EventLog log, int[] codes) {
        for (int c = 0; c < log.cases(); c++) {
            for (int event = log.from(c) + 1; event < log.to(c); event++) {
                edges.add(
                        codes[log.activity(event - 1)],
                        codes[log.activity(event)],
                        log.micros(event) - log.micros(event - 1));
            }
        }
    }

    /** Counts first, so that the waits of each edge go into an array of the right length. */
    private void addBySquare(EventLog log, int[] codes) {
        int n = codes.length;
        int[] counts = new int[n * n];
        for (int c = 0; c < log.cases(); c++) {
            int to = log.to(c);
            int event = log.from(c);
            for (int row = log.activity(event) * n; ++event < to; ) {
                int activity = log.activity(event);
                counts[row + activity]++;
                row = activity * n;
            }
        }
        long[][] waits = new long[n * n][];
        for (int edge = 0; edge < counts.length; edge++) {
            waits[edge] = new long[counts[edge]];
        }
        for (int c = 0; c < log.cases(); c++) {
            int to = log.to(c);
            int event = log.from(c);
            for (int row = log.activity(event) * n; ++event < to; ) {
                int activity = log.activity(event);
                int edge = row + activity;
                waits[edge][--counts[edge]] = log.micros(event) - log.micros(event - 1);
                row = activity * n;
            }
        }
        for (int edge = 0; edge < waits.length; edge++) {
            if (waits[edge].length > 0) {
                edges.addAll(codes[edge / n], codes[edge % n], waits[edge]);
            }
        }
    }

    @Override
    public DirectlyFollowsAccumulator merge(DirectlyFollowsAccumulator other) {
        int[] codes = new int[other.names.size()];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = intern(other.names.name(code));
        }
        for (int code = 0; code < codes.length; code++) {
            starts[codes[code]] = Math.addExact(starts[codes[code]], other.starts[code]);
            ends[codes[code]] = Math.addExact(ends[codes[code]], other.ends[code]);
        }
        for (int edge = 0; edge < other.edges.size(); edge++) {
            edges.addAll(codes[other.edges.from(edge)], codes[other.edges.to(edge)], other.edges.waits(edge));
        }
        cases = Math.addExact(cases, other.cases);
        return this;
    }

    DirectlyFollowsAccumulator add(DirectlyFollows tally) {
        tally.starts().forEach((name, count) -> starts[intern(name)] += count);
        tally.ends().forEach((name, count) -> ends[intern(name)] += count);
        tally.waits().forEach((edge, waits) -> edges.addAll(intern(edge.from()), intern(edge.to()), waits.micros()));
        cases += tally.cases();
        return this;
    }

    private int intern(String name) {
        int code = names.intern(name);
        if (code == starts.length) {
            starts = Arrays.copyOf(starts, code * 2);
            ends = Arrays.copyOf(ends, code * 2);
        }
        return code;
    }

    @Override
    public DirectlyFollows result() {
        return DirectlyFollows.of(names.build(), edges, starts, ends, cases);
    }

    @Override
    public DirectlyFollowsAccumulator copy() {
        return new DirectlyFollowsAccumulator().merge(this);
    }

    /** {@return what was counted so far, as the tally says it} */
    @Override
    public String toString() {
        return result().toString();
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a directly-follows accumulator is read through its form");
    }

    private record Form(DirectlyFollows tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return new DirectlyFollowsAccumulator().add(tally);
        }
    }
}
