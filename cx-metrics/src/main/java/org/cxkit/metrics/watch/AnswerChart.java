package org.cxkit.metrics.watch;

import java.time.Instant;
import java.util.List;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.control.LlrCusum;
import org.cxkit.metrics.control.Signal;

/** A chart that takes each answer, and when the answers came that it may have to name. Not thread-safe. */
final class AnswerChart {
    /** What the sum takes for zero. */
    private static final double ZERO = 1e-12;

    private final LlrCusum chart;
    private final Signal.Direction direction;
    private boolean signals;

    // the answer after the sum was last zero, and the answer after a signal, from which a sum may start over
    private long afterZero;
    private long afterZeroMicros;
    private long afterSignalMicros;
    private long lastMicros;

    AnswerChart(LlrCusum chart) {
        this.chart = chart;
        this.direction =
                chart.ratio().changedMean() > chart.ratio().normalMean() ? Signal.Direction.UP : Signal.Direction.DOWN;
    }

    /** Takes an answer, and says whether the chart begins to signal. */
    boolean update(int score, long micros) {
        if (chart.sum() <= ZERO) {
            afterZero = chart.answers();
            afterZeroMicros = micros;
        }
        if (signals) {
            afterSignalMicros = micros;
        }
        lastMicros = micros;
        boolean before = signals;
        signals = chart.update(score);
        return signals && !before;
    }

    boolean signals() {
        return signals;
    }

    Signal.Direction direction() {
        return direction;
    }

    Alert alert(String segment) {
        Signal signal = chart.signal().orElseThrow();
        long since = signal.since() == afterZero ? afterZeroMicros : afterSignalMicros;
        Instant seen = EpochMicros.toInstant(lastMicros);
        // answers may come out of order: the change was not after it was seen
        return new Alert(segment, signal, EpochMicros.toInstant(Math.min(since, lastMicros)), seen, List.of());
    }

    void writeTo(ByteWriter writer) {
        chart.writeTo(writer);
        writer.count(signals ? 1 : 0)
                .count(afterZero)
                .number(afterZeroMicros)
                .number(afterSignalMicros)
                .number(lastMicros);
    }

    void readFrom(ByteReader reader) {
        chart.readFrom(reader);
        signals = reader.count(1) == 1;
        afterZero = reader.count();
        afterZeroMicros = reader.number();
        afterSignalMicros = reader.number();
        lastMicros = reader.number();
    }
}
