package org.cxkit.metrics.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.math.Halving;
import org.cxkit.metrics.path.Journeys;

/** How one journey's credit is shared among its touches, where their order is not enough to tell. */
sealed interface JourneyRule extends RowRule {

    /** {@return whether the rule asks for the ages of touches} */
    boolean needsAges();

    @Override
    default void require(Journeys journeys) {
        if (needsAges() && !journeys.hasAges() && journeys.touches() > 0) {
            throw new IllegalArgumentException(this + " needs the ages of touches, these journeys have none");
        }
    }

    /** A touch has half the credit of one that is a half-life younger; in whole half-lives, if stepped. */
    record TimeDecay(long halfLifeMicros, boolean stepped) implements JourneyRule {
        public TimeDecay {
            if (halfLifeMicros <= 0) {
                throw new IllegalArgumentException(
                        "half-life must be at least a microsecond, got " + halfLifeMicros + " microseconds");
            }
        }

        /** Weights depend on how much older than the last touch one is, so the last has 1 before all are divided. */
        @Override
        public double weigh(RowTouches touches, double[] weights) {
            int last = touches.length() - 1;
            if (last < 0) {
                return 0;
            }
            long youngest = touches.ageMicros(last);
            double perHalfLife = 1.0 / halfLifeMicros;
            double total = 1;
            for (int i = 0; i < last; i++) {
                long age = touches.ageMicros(i);
                double halvings =
                        stepped ? age / halfLifeMicros - youngest / halfLifeMicros : (age - youngest) * perHalfLife;
                weights[i] = Halving.power(halvings);
                total += weights[i];
            }
            weights[last] = 1;
            return total;
        }

        @Override
        public boolean needsAges() {
            return true;
        }

        @Override
        public ByteWriter write(ByteWriter out) {
            return out.count(0).count(halfLifeMicros).count(stepped ? 1 : 0);
        }

        @Override
        public String toString() {
            Duration halfLife = Duration.of(halfLifeMicros, ChronoUnit.MICROS);
            String length = halfLife.equals(Duration.ofDays(halfLife.toDays()))
                    ? halfLife.toDays() + " d"
                    : halfLife.equals(Duration.ofHours(halfLife.toHours()))
                            ? halfLife.toHours() + " h"
                            : halfLife.toString();
            return (stepped ? "stepped time decay " : "time decay ") + length;
        }
    }

    /** All credit to a last touch at the instant of the conversion. */
    record SameTouch() implements JourneyRule {
        @Override
        public double weigh(RowTouches touches, double[] weights) {
            int last = touches.length() - 1;
            if (last < 0 || touches.ageMicros(last) > 0) {
                return 0;
            }
            Arrays.fill(weights, 0, last, 0);
            weights[last] = 1;
            return 1;
        }

        @Override
        public boolean needsAges() {
            return true;
        }

        @Override
        public ByteWriter write(ByteWriter out) {
            return out.count(1);
        }

        @Override
        public String toString() {
            return "same touch";
        }
    }

    /** The touches of milestones have weights of their own, the others share the rest evenly. */
    record Milestones(double first, double lead, double opportunity, double closing) implements JourneyRule {

        /** What rounding may add to shares that are 1 together, or take from them. */
        private static final double ROUNDING = 1e-12;

        public Milestones {
            if (!(first >= 0 && lead >= 0 && opportunity >= 0 && closing >= 0)
                    || !(first + lead + opportunity + closing <= 1 + ROUNDING)) {
                throw new IllegalArgumentException("shares must be at least 0 and at most 1 together, got " + first
                        + ", " + lead + ", " + opportunity + " and " + closing);
            }
            first += 0.0; // no -0.0
            lead += 0.0;
            opportunity += 0.0;
            closing += 0.0;
        }

        private double rest() {
            double rest = 1 - (first + lead + opportunity + closing);
            return rest > ROUNDING ? rest : 0;
        }

        @Override
        public double weigh(RowTouches touches, double[] weights) {
            int length = touches.length();
            if (length == 0) {
                return 0;
            }
            weigh(length, touches.lead(), touches.opportunity(), weights);
            return 1;
        }

        /** Fills the weights of a path of at least one touch; together they are 1. */
        void weigh(int length, int leadTouch, int opportunityTouch, double[] weights) {
            Arrays.fill(weights, 0, length, 0);
            double reached = add(weights, 0, first)
                    + add(weights, leadTouch, lead)
                    + add(weights, opportunityTouch, opportunity)
                    + add(weights, length - 1, closing);
            int others = 0;
            for (int i = 0; i < length; i++) {
                others += weights[i] == 0 ? 1 : 0;
            }
            double rest = reached == 0 ? 1 : others == 0 ? 0 : rest();
            double scale = reached == 0 ? 0 : (1 - rest) / reached;
            for (int i = 0; i < length; i++) {
                weights[i] = weights[i] == 0 ? rest / others : weights[i] * scale;
            }
        }

        private static double add(double[] weights, int touch, double share) {
            if (touch == Journeys.NONE) {
                return 0;
            }
            weights[touch] += share;
            return share;
        }

        @Override
        public boolean needsAges() {
            return false;
        }

        @Override
        public ByteWriter write(ByteWriter out) {
            return out.count(2).real(first).real(lead).real(opportunity).real(closing);
        }

        @Override
        public String toString() {
            String shares = percent(first) + "/" + percent(lead) + "/" + percent(opportunity) + "/";
            return (closing == 0 ? "W-shaped " + shares : "full path " + shares + percent(closing) + "/")
                    + percent(rest());
        }

        private static String percent(double share) {
            return BigDecimal.valueOf(share)
                    .movePointRight(2)
                    .setScale(6, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
