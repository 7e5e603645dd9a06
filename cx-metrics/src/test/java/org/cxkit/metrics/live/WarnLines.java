package org.cxkit.metrics.live;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The lines that were logged at WARN or above since this was opened; one is open at a time. Thread-safe. */
final class WarnLines implements AutoCloseable {
    private static volatile @Nullable WarnLines open;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private WarnLines() {}

    static WarnLines open() {
        WarnLines opened = new WarnLines();
        open = opened;
        return opened;
    }

    static void take(String line) {
        WarnLines taking = open;
        if (taking != null) {
            taking.lines.add(line);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        open = null;
    }
}
