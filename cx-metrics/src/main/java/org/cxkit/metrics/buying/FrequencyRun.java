package org.cxkit.metrics.buying;

import org.cxkit.metrics.purchase.RfmTally;

/**
 * Histories of one frequency: the part of their log-likelihood in which ages and recencies stand, and its derivatives,
 * told in the end from sums over the histories.
 *
 * <p>For each it is {@code -R ln(1 + T / alpha) + ln(1 + W)} with
 * {@code ln W = ln(a / d) + R ln((alpha + T) / (alpha + t))}. With D = W / (1 + W), the chance to have left, the
 * derivatives of ln(1 + W) are D times those of ln W, and to these D (1 - D) times their products come.
 */
final class FrequencyRun {
    private final RfmTally tally;
    private final double r;
    private final double alpha;
    private final int x;
    private final double power;

    private double customers;
    private double growth;
    private double inverse;
    private double ageOver;
    private double inverseSquare;
    private double ageOverSquare;
    private double left;
    private double leftGrowth;
    private double leftSlope;
    private double leftBend;
    private double spread;
    private double spreadGrowth;
    private double spreadSlope;
    private double spreadGrowthTwice;
    private double spreadGrowthSlope;
    private double spreadSlopeTwice;

    /** Histories with {@code x} repeat purchases. */
    FrequencyRun(RfmTally tally, double r, double alpha, int x) {
        this.tally = tally;
        this.r = r;
        this.alpha = alpha;
        this.x = x;
        power = r + x;
    }

    /** {@return the sum over customers who cannot have left: W is 0} */
    double sumAlive(int from, int to) {
        double age = Double.NaN;
        double log = 0;
        double over = 0;
        for (int i = from; i < to; i++) {
            double n = tally.customers(i);
            if (tally.age(i) != age) {
                age = tally.age(i);
                log = log1p(age / alpha);
                over = 1 / (alpha + age);
            }
            add(n, age, log, over);
        }
        return -power * growth;
    }

    /**
     * {@return the sum over customers who may have left}
     *
     * @param logOdds {@code ln(a / d)}
     */
    double sum(int from, int to, double logOdds, boolean derivatives) {
        double value = 0;
        double age = Double.NaN;
        double log = 0;
        double over = 0;
        for (int i = from; i < to; i++) {
            double n = tally.customers(i);
            double recency = tally.recency(i);
            if (tally.age(i) != age) {
                age = tally.age(i);
                log = log1p(age / alpha);
                over = 1 / (alpha + age);
            }
            double ratio = log - log1p(recency / alpha);
            double odds = logOdds + power * ratio;
            double small = Math.exp(-Math.abs(odds));
            value += n * (Math.max(odds, 0) + Math.log(1 + small));
            if (derivatives) {
                double dead = n * ((odds > 0 ? 1 : small) / (1 + small));
                double both = dead / (1 + small) * (odds > 0 ? small : 1);
                double overRecency = 1 / (alpha + recency);
                addLeft(dead, both, ratio, (age - recency) * over * overRecency, over + overRecency);
            }
            add(n, age, log, over);
        }
        return value - power * growth;
    }

    private void add(double n, double age, double log, double over) {
        customers += n;
        growth += n * log;
        inverse += n * over;
        ageOver += n * age * over;
        inverseSquare += n * over * over;
        ageOverSquare += n * age * over * over;
    }

    private void addLeft(double dead, double both, double ratio, double slope, double bend) {
        left += dead;
        leftGrowth += dead * ratio;
        leftSlope += dead * slope;
        leftBend += dead * slope * bend;
        spread += both;
        spreadGrowth += both * ratio;
        spreadSlope += both * slope;
        spreadGrowthTwice += both * ratio * ratio;
        spreadGrowthSlope += both * ratio * slope;
        spreadSlopeTwice += both * slope * slope;
    }

    /** {@return how many customers were summed over} */
    double customers() {
        return customers;
    }

    /** Adds the derivatives by r, alpha, a and b, then the upper half of the second ones; {@code d} is as above. */
    void derivatives(double a, double d, double[] sums) {
        double rate = r / alpha;
        sums[0] += leftGrowth - growth;
        sums[1] += rate * ageOver - x * inverse - power * leftSlope;
        sums[2] += left / a;
        sums[3] -= left / d;
        sums[4] += spreadGrowthTwice;
        sums[5] += ageOver / alpha - leftSlope - power * spreadGrowthSlope;
        sums[6] += spreadGrowth / a;
        sums[7] -= spreadGrowth / d;
        sums[8] += x * inverseSquare
                - rate * (ageOver / alpha + ageOverSquare)
                + power * (leftBend + power * spreadSlopeTwice);
        sums[9] -= power * spreadSlope / a;
        sums[10] += power * spreadSlope / d;
        sums[11] += (spread - left) / (a * a);
        sums[12] -= spread / a / d;
        sums[13] += (spread + left) / (d * d);
    }

    /** {@return {@code ln(1 + part)}, fast where nothing is lost by it} */
    static double log1p(double part) {
        return part > 0.125 ? Math.log(1 + part) : Math.log1p(part);
    }
}
