package org.cxkit.metrics.live;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.RatingTally;

/** Writes a monitor into bytes and reads it again. Stateless. */
final class MonitorBytes {
    private static final String NAME = "rating monitor";
    private static final int VERSION = 1;

    private MonitorBytes() {}

    static byte[] write(RatingMonitor monitor, boolean lenient, int capacity) {
        long newest;
        LiveCounts counts;
        do { // until time did not move on between the two, which it does once in a period
            newest = monitor.clock().newest();
            counts = monitor.counts();
        } while (monitor.clock().newest() != newest);
        List<String> names = monitor.segments(); // after the counts, so that it has all that are counted
        RatingScale scale = monitor.scale();
        ByteWriter writer =
                ByteWriter.of(NAME, VERSION).scale(scale).count(lenient ? 1 : 0).count(capacity);
        monitor.periods().writeTo(writer);
        writer.number(newest).count(names.size());
        names.forEach(writer::text);
        return writer.bytes(counts.periods().toBytes())
                .bytes(counts.expired().toBytes())
                .bytes(counts.late().toBytes())
                .toBytes();
    }

    static RatingMonitor read(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        try {
            return reader.end(monitor(reader));
        } catch (DateTimeException | ArithmeticException | IllegalStateException e) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": " + e.getMessage(), e);
        }
    }

    private static RatingMonitor monitor(ByteReader reader) {
        RatingMonitor.Builder builder = RatingMonitor.on(reader.scale());
        if (reader.count(1) == 1) {
            builder.lenient();
        }
        RatingMonitor monitor = builder.capacity(reader.count(Integer.MAX_VALUE))
                .periods(Periods.readFrom(reader))
                .create();
        monitor.clock().restore(reader.number());
        int size = reader.size();
        for (int i = 0; i < size; i++) {
            if (monitor.segment(reader.text()) != i) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": a segment comes twice");
            }
        }
        Grouped<Instant, Grouped<String, RatingTally>> periods =
                Grouped.fromBytes(reader.bytes(), Instant::parse, MonitorBytes::tallies);
        monitor.restore(new LiveCounts(periods, tallies(reader.bytes()), tallies(reader.bytes())));
        return monitor;
    }

    private static Grouped<String, RatingTally> tallies(byte[] bytes) {
        return Grouped.fromBytes(bytes, text -> text, RatingTally::fromBytes);
    }
}
