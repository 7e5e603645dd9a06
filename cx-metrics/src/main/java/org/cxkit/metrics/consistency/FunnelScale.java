package org.cxkit.metrics.consistency;

/** On which scale a funnel plot measures the distance of a group from the target. */
public enum FunnelScale {
    /** That of the metric itself. */
    METRIC {
        @Override
        double to(double value) {
            return value;
        }

        @Override
        double from(double value) {
            return value;
        }

        @Override
        double variance(double ofOneAnswer) {
            return ofOneAnswer;
        }
    },
    /** {@code asin(sqrt(p))} of a share, whose variance {@code 1 / (4 n)} does not depend on the share. */
    ARCSINE {
        @Override
        double to(double value) {
            return Math.asin(Math.sqrt(value));
        }

        @Override
        double from(double value) {
            double sine = Math.sin(Math.min(Math.max(value, 0), Math.PI / 2));
            return sine * sine;
        }

        @Override
        double variance(double ofOneAnswer) {
            return 0.25;
        }
    };

    abstract double to(double value);

    abstract double from(double value);

    abstract double variance(double ofOneAnswer);
}
