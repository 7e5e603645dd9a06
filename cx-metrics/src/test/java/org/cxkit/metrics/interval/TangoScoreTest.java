package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.cxkit.metrics.math.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TangoScoreTest {
    /** Digits to spare: the obvious form of the test subtracts what is nearly the same. */
    private static final MathContext DIGITS = new MathContext(45);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 5, 0.95",
        "5, 0, 0, 0.95",
        "0, 5, 0, 0.95",
        "3, 1, 2, 0.95",
        "0, 1, 9, 0.999",
        "1, 98, 1, 0.8",
        "40, 0, 60, 0.95",
        "0.25, 1.5, 3.75, 0.9",
        "1e-6, 0, 1, 0.01",
        "1e-9, 5, 0, 0.95",
        "0, 1e-9, 5, 0.95",
        "5, 1e-9, 1e-9, 0.95",
        "1000000000000, 1, 0, 0.95",
        "1, 1e15, 1e15, 0.99",
        "3e18, 3e18, 3e18, 0.95",
        "9e18, 0, 1, 0.95",
        "2, 3, 4, 1e-9",
        "2, 3, 4, 0.999999999999"
    })
    void limitsAreThoseOfBisectionInManyDigits(double minus, double zero, double plus, double level) {
        Interval interval = NetShareInterval.SCORE.of(minus, zero, plus, level);
        double z = Normal.z(level);
        assertThat(interval.low()).isCloseTo(bisectedLower(minus, zero, plus, z), within(1e-12));
        assertThat(interval.high()).isCloseTo(-bisectedLower(plus, zero, minus, z), within(1e-12));
        assertThat(interval.contains(interval.estimate())).isTrue();
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void limitsOfAnyCountsAreThoseOfBisection(
            @ForAll("counts") double minus,
            @ForAll("counts") double zero,
            @ForAll("counts") double plus,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        if (minus + zero + plus > 0) {
            limitsAreThoseOfBisectionInManyDigits(minus, zero, plus, level);
        }
    }

    @Provide
    Arbitrary<Double> counts() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 30).map(Integer::doubleValue),
                Arbitraries.doubles().between(0, 1e6).ofScale(6));
    }

    /** Tango's statistic as the paper has it, in 45 digits, and 200 halvings of [-1, estimate]. */
    private static double bisectedLower(double minus, double zero, double plus, double z) {
        if (zero == 0 && plus == 0) {
            return -1;
        }
        BigDecimal down = new BigDecimal(minus);
        BigDecimal up = new BigDecimal(plus);
        BigDecimal n = down.add(new BigDecimal(zero)).add(up);
        BigDecimal low = BigDecimal.ONE.negate();
        BigDecimal high = up.subtract(down).divide(n, DIGITS);
        for (int step = 0; step < 200; step++) {
            BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), DIGITS);
            if (rejected(down, up, n, middle, z)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low.doubleValue();
    }

    private static boolean rejected(BigDecimal down, BigDecimal up, BigDecimal n, BigDecimal d, double z) {
        BigDecimal a = n.multiply(BigDecimal.valueOf(2));
        BigDecimal b =
                a.subtract(up).add(down).multiply(d, DIGITS).subtract(down).subtract(up);
        BigDecimal rest = BigDecimal.ONE.subtract(d);
        BigDecimal minusC = down.multiply(d, DIGITS).multiply(rest, DIGITS);
        BigDecimal root = b.multiply(b)
                .add(a.multiply(minusC).multiply(BigDecimal.valueOf(4)))
                .max(BigDecimal.ZERO)
                .sqrt(DIGITS);
        BigDecimal q = root.subtract(b).divide(a.multiply(BigDecimal.valueOf(2)), DIGITS);
        BigDecimal variance = q.multiply(BigDecimal.valueOf(2)).add(d.multiply(rest, DIGITS));
        BigDecimal distance = up.subtract(down).subtract(n.multiply(d, DIGITS));
        BigDecimal square = new BigDecimal(z).pow(2, DIGITS);
        return distance.multiply(distance, DIGITS).compareTo(square.multiply(n).multiply(variance, DIGITS)) > 0;
    }

    @Test
    void extremesAreExact() {
        assertThat(NetShareInterval.SCORE.of(0, 0, 5, 0.95).high()).isEqualTo(1);
        assertThat(NetShareInterval.SCORE.of(0.3, 0, 0, 0.95).low()).isEqualTo(-1);
        assertThat(NetShareInterval.SCORE.of(0, 0, 1e18, 0.95).high()).isEqualTo(1);
    }

    @Test
    void allNetSharesBetweenTheLimitsAndNoOthersAreNotRejected() {
        // a grid over the whole range: the set that the test does not reject is one interval
        for (int[] counts : new int[][] {{0, 3, 2}, {4, 1, 0}, {1, 7, 1}, {2, 0, 9}, {0, 0, 4}, {6, 5, 1}}) {
            Interval interval = NetShareInterval.SCORE.of(counts[0], counts[1], counts[2], 0.9);
            BigDecimal down = BigDecimal.valueOf(counts[0]);
            BigDecimal up = BigDecimal.valueOf(counts[2]);
            BigDecimal n = down.add(BigDecimal.valueOf(counts[1])).add(up);
            for (int i = -99; i < 100; i++) {
                double d = i / 100.0;
                assertThat(rejected(down, up, n, BigDecimal.valueOf(d), Normal.z(0.9)))
                        .as("%s of %s", d, interval)
                        .isNotEqualTo(interval.contains(d));
            }
        }
    }
}
