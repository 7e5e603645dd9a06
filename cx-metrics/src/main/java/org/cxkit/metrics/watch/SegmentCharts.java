package org.cxkit.metrics.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.control.PeriodChart;
import org.cxkit.metrics.control.Signal;
import org.cxkit.metrics.live.Periods;

/**
 * The charts of one segment, and the sums of its periods that are not on the charts yet.
 *
 * <p>Not thread-safe: whoever calls holds the lock of this object, but for {@link #signalsIn}.
 */
final class SegmentCharts {
    private static final long MOST_AT_ONCE = 1_000_000;
    private static final long NONE = Long.MIN_VALUE;

    private final String name;
    private final Periods periods;
    private final PeriodChart[] byPeriod;
    private final AnswerChart[] byAnswer;
    private final int[] directions; // of each chart by period: the bit of the one last told of, 0 once it was normal

    // the sums of the periods that are held, each at its number modulo their number
    private final long[] sums;
    private final long[] answers;
    private long base = NONE; // the number of the first period on the charts
    private long newest = NONE;
    private long from;
    private long to = Long.MIN_VALUE;
    private int slot;
    private long late;
    private long valid;
    private long missing;
    private long invalid;

    private volatile int signalled;

    SegmentCharts(String name, Periods periods, ChartPlan plan) {
        this.name = name;
        this.periods = periods;
        this.byPeriod = plan.byPeriod();
        this.byAnswer = Stream.of(plan.byAnswer()).map(AnswerChart::new).toArray(AnswerChart[]::new);
        this.directions = new int[byPeriod.length];
        this.sums = new long[periods.held()];
        this.answers = new long[periods.held()];
    }

    String name() {
        return name;
    }

    long late() {
        return late;
    }

    /** The answers that were recorded, late ones among them. */
    long valid() {
        return valid;
    }

    long missing() {
        return missing;
    }

    long invalid() {
        return invalid;
    }

    void recordMissing() {
        missing++;
    }

    void recordInvalid() {
        invalid++;
    }

    /** Whether a chart signals in the direction; for any thread. */
    boolean signalsIn(Signal.Direction direction) {
        return (signalled & bit(direction)) != 0;
    }

    private static int bit(Signal.Direction direction) {
        return direction == Signal.Direction.UP ? 1 : 2;
    }

    /** Takes an answer, and gives an alert for each chart that begins to signal. */
    List<Alert> record(int score, long micros) {
        List<Alert> alerts = List.of();
        if (micros >= from && micros < to) {
            sums[slot] += score;
            answers[slot]++;
        } else {
            alerts = recordElsewhere(score, micros);
        }
        valid++;
        for (AnswerChart chart : byAnswer) {
            boolean before = chart.signals();
            if (chart.update(score, micros)) {
                alerts = with(alerts, chart.alert(name));
            }
            if (before != chart.signals()) {
                tellSignals();
            }
        }
        return alerts;
    }

    private List<Alert> recordElsewhere(int score, long micros) {
        long number = periods.number(micros);
        List<Alert> alerts = moveTo(number);
        if (number <= newest - sums.length) {
            late++;
            return alerts;
        }
        int at = slot(number);
        sums[at] += score;
        answers[at]++;
        return alerts;
    }

    private int slot(long number) {
        return (int) Math.floorMod(number, (long) sums.length);
    }

    /** Moves time on, if something was recorded before, and gives an alert for each chart that begins to signal. */
    List<Alert> advance(long micros) {
        return newest == NONE || micros < to ? List.of() : moveTo(periods.number(micros));
    }

    /**
     * Says whether {@link #advance} would move time on; it still can when others have recorded meanwhile.
     *
     * @throws IllegalArgumentException if it would refuse to
     */
    boolean canAdvance(long micros) {
        if (newest == NONE || micros < to) {
            return false;
        }
        requireNear(periods.number(micros));
        return true;
    }

    private void requireNear(long number) {
        if (number - newest > MOST_AT_ONCE) {
            throw new IllegalArgumentException("time must not move on by more than " + MOST_AT_ONCE
                    + " periods at once, got " + EpochMicros.toInstant(periods.from(number)) + " after "
                    + EpochMicros.toInstant(from));
        }
    }

    private List<Alert> moveTo(long number) {
        if (newest != NONE && number <= newest) {
            return List.of();
        }
        if (newest == NONE) {
            base = number - sums.length + 1;
            newest = number;
        }
        requireNear(number);
        List<Alert> alerts = List.of();
        for (long next = newest + 1; next <= number; next++) {
            alerts = chart(next - sums.length, alerts);
        }
        newest = number;
        slot = slot(number);
        from = periods.from(number);
        to = periods.from(number + 1);
        return alerts;
    }

    /** Puts the point of a period on the charts, after which its place is free for the period that is held next. */
    private List<Alert> chart(long number, List<Alert> before) {
        int at = slot(number);
        long n = answers[at];
        double mean = n == 0 ? 0 : (double) sums[at] / n;
        answers[at] = 0;
        sums[at] = 0;
        List<Alert> alerts = before;
        boolean tell = false;
        for (int i = 0; i < byPeriod.length; i++) {
            boolean signals = byPeriod[i].update(mean, n);
            tell |= signals || directions[i] != 0;
            int direction = signals ? bit(signal(i).direction()) : 0;
            if (signals && direction != directions[i]) {
                alerts = with(alerts, alert(i));
            }
            if (n > 0) { // a signal that goes on after a period without answers is not told again
                directions[i] = direction;
            }
        }
        if (tell) {
            tellSignals();
        }
        return alerts;
    }

    private Signal signal(int i) {
        return byPeriod[i].signal().orElseThrow();
    }

    private Alert alert(int i) {
        Signal signal = signal(i);
        return new Alert(
                name,
                signal,
                EpochMicros.toInstant(periods.from(base + signal.since())),
                EpochMicros.toInstant(periods.from(base + signal.at() + 1)),
                List.of());
    }

    private void tellSignals() {
        int bits = 0;
        for (PeriodChart chart : byPeriod) {
            Optional<Signal> signal = chart.signal(); // none after a period without answers
            bits |= signal.isPresent() ? bit(signal.get().direction()) : 0;
        }
        for (AnswerChart chart : byAnswer) {
            bits |= chart.signals() ? bit(chart.direction()) : 0;
        }
        signalled = bits;
    }

    private static List<Alert> with(List<Alert> alerts, Alert another) {
        List<Alert> more = new ArrayList<>(alerts);
        more.add(another);
        return more;
    }

    /** An alert for each chart that signals now; a chart by period does not after a period without answers. */
    List<Alert> signalling() {
        List<Alert> alerts = new ArrayList<>();
        for (PeriodChart chart : byPeriod) {
            Optional<Signal> signal = chart.signal();
            if (signal.isPresent()) {
                alerts.add(alert(Arrays.asList(byPeriod).indexOf(chart)));
            }
        }
        for (AnswerChart chart : byAnswer) {
            if (chart.signals()) {
                alerts.add(chart.alert(name));
            }
        }
        return alerts;
    }

    void writeTo(ByteWriter writer) {
        writer.number(base)
                .number(newest)
                .count(late)
                .count(valid)
                .count(missing)
                .count(invalid);
        for (int i = 0; i < sums.length; i++) {
            writer.number(sums[i]).count(answers[i]);
        }
        for (int i = 0; i < byPeriod.length; i++) {
            byPeriod[i].writeTo(writer);
            writer.count(directions[i]);
        }
        for (AnswerChart chart : byAnswer) {
            chart.writeTo(writer);
        }
    }

    void readFrom(ByteReader reader) {
        base = reader.number();
        newest = reader.number();
        late = reader.count();
        valid = reader.count();
        missing = reader.count();
        invalid = reader.count();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = reader.number();
            answers[i] = reader.count();
        }
        for (int i = 0; i < byPeriod.length; i++) {
            byPeriod[i].readFrom(reader);
            directions[i] = reader.count(2);
        }
        for (AnswerChart chart : byAnswer) {
            chart.readFrom(reader);
        }
        if (newest != NONE) {
            slot = slot(newest);
            from = periods.from(newest);
            to = periods.from(newest + 1);
        }
        tellSignals();
    }
}
