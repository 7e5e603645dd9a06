package org.cxkit.metrics.control;

import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/** The answers since the last moment at which nothing was amiss. Not thread-safe. */
final class Run {
    private long since;
    private long n;
    private double sum;

    void restart(long at) {
        since = at;
        n = 0;
        sum = 0;
    }

    void add(double mean, long answers) {
        n += Math.min(answers, Long.MAX_VALUE - n);
        sum += mean * answers;
    }

    Signal signal(Baseline baseline, String rule, Signal.Direction direction, long at) {
        return signal(baseline.what(), baseline.centre(), rule, direction, at);
    }

    Signal signal(Characteristic what, double centre, String rule, Signal.Direction direction, long at) {
        return new Signal(what, rule, direction, since, at, sum / n - centre, n);
    }

    void set(Run other) {
        since = other.since;
        n = other.n;
        sum = other.sum;
    }

    void writeTo(ByteWriter out) {
        out.count(since).count(n).real(sum);
    }

    void readFrom(ByteReader in) {
        since = in.count();
        n = in.count();
        sum = in.real();
    }
}
