package org.cxkit.sample.simulator;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded chance with only integer draws and exact arithmetic behind it, so that every JDK rolls the same.
 *
 * <p>Not thread-safe.
 */
final class Dice {

    private final SplittableRandom random;

    Dice(SplittableRandom random) {
        this.random = random;
    }

    /** {@return a uniform number in [0, 1)} */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** {@return whether something of this probability happened} */
    boolean chance(double probability) {
        return unit() < probability;
    }

    /** {@return a uniform whole number from low to high, both included} */
    int between(int low, int high) {
        return low + (int) (unit() * (high - low + 1));
    }

    /** {@return a number around a centre, uniform from 0.5 to 1.5 times of it} */
    long around(long centre) {
        return (long) (centre * (0.5 + unit()));
    }

    /** {@return a bell-shaped number with mean 0 and standard deviation 1: the centred sum of twelve uniforms} */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    /** {@return an element, each as probable as its weight relative to their sum} */
    <T> T pick(List<T> elements, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double mark = unit() * sum;
        int i = 0;
        while (i < elements.size() - 1 && mark >= weights[i]) {
            mark -= weights[i++];
        }
        return elements.get(i);
    }
}
