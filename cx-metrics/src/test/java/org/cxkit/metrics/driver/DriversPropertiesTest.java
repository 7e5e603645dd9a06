package org.cxkit.metrics.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.moments.MomentsTally;

class DriversPropertiesTest {
    private static final int ROWS = 60;

    /** Well-conditioned sums of less than a thousand terms of at most 1. */
    private static final double ROUNDING = 1e-9;

    static List<String> names(int predictors) {
        return IntStream.range(0, predictors).mapToObj(i -> "x" + i).toList();
    }

    /** Correlated predictors, and an outcome of some of them, as the last column. */
    static double[][] columns(int predictors, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double[][] columns = new double[predictors + 1][ROWS];
        for (int row = 0; row < ROWS; row++) {
            double halo = random.nextGaussian();
            columns[predictors][row] = random.nextGaussian();
            for (int i = 0; i < predictors; i++) {
                columns[i][row] = halo + random.nextGaussian();
                columns[predictors][row] += (i % 3) * columns[i][row];
            }
        }
        return columns;
    }

    static MomentsTally moments(List<String> predictors, double[][] columns) {
        List<String> all = new ArrayList<>(predictors);
        all.add("y");
        return MomentsAccumulator.create(all)
                .addAll(columns, 0, columns[0].length)
                .result();
    }

    private static double[] lmg(Drivers drivers) {
        return drivers.drivers().stream().mapToDouble(Driver::lmg).toArray();
    }

    @Property(tries = 60)
    void lmgIsTheMeanGainOverAllOrdersOfRegressions(
            @ForAll @IntRange(min = 1, max = 6) int predictors, @ForAll long seed) {
        List<String> names = names(predictors);
        MomentsTally moments = moments(names, columns(predictors, seed));
        double[] gains = new double[predictors];
        List<List<Integer>> orders =
                orders(IntStream.range(0, predictors).boxed().toList());
        for (List<Integer> order : orders) {
            double before = 0;
            for (int taken = 1; taken <= predictors; taken++) {
                double r2 = r2(
                        moments,
                        order.subList(0, taken).stream().map(names::get).toList());
                gains[order.get(taken - 1)] += (r2 - before) / orders.size();
                before = r2;
            }
        }
        Drivers drivers = Drivers.of(moments, "y", names);
        assertThat(lmg(drivers)).containsExactly(gains, within(ROUNDING));
        assertThat(drivers.r2()).isCloseTo(r2(moments, names), within(ROUNDING));
        for (String name : names) {
            List<String> others = new ArrayList<>(names);
            others.remove(name);
            assertThat(drivers.driver(name).last()).isCloseTo(drivers.r2() - r2(moments, others), within(ROUNDING));
            assertThat(drivers.driver(name).first()).isCloseTo(r2(moments, List.of(name)), within(ROUNDING));
        }
    }

    private static List<List<Integer>> orders(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<Integer> tail : orders(rest)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }

    /** R² by solving the normal equations from scratch, with pivots. */
    static double r2(MomentsTally moments, List<String> predictors) {
        int size = predictors.size();
        double[][] a = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                a[i][j] = moments.covariance(predictors.get(i), predictors.get(j));
            }
            a[i][size] = moments.covariance(predictors.get(i), "y");
        }
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int i = column; i < size; i++) {
                pivot = Math.abs(a[i][column]) > Math.abs(a[pivot][column]) ? i : pivot;
            }
            Collections.swap(Arrays.asList(a), column, pivot);
            for (int i = 0; i < size; i++) {
                double factor = i == column ? 0 : a[i][column] / a[column][column];
                for (int j = column; j <= size; j++) {
                    a[i][j] -= factor * a[column][j];
                }
            }
        }
        double explained = 0;
        for (int i = 0; i < size; i++) {
            explained += a[i][size] / a[i][i] * moments.covariance(predictors.get(i), "y");
        }
        return explained / moments.variance("y");
    }

    @Property(tries = 60)
    void lmgAndRelativeWeightsAddUpToRSquared(@ForAll @IntRange(min = 1, max = 12) int predictors, @ForAll long seed) {
        Drivers drivers = Drivers.of(moments(names(predictors), columns(predictors, seed)), "y", names(predictors));
        assertThat(drivers.drivers().stream().mapToDouble(Driver::lmg).sum()).isCloseTo(drivers.r2(), within(ROUNDING));
        assertThat(drivers.drivers().stream()
                        .mapToDouble(Driver::relativeWeight)
                        .sum())
                .isCloseTo(drivers.r2(), within(ROUNDING));
        assertThat(drivers.drivers().stream().mapToDouble(Driver::pratt).sum())
                .isCloseTo(drivers.r2(), within(ROUNDING));
    }

    @Property(tries = 40)
    void anotherOrderOfPredictorsChangesNothing(@ForAll @IntRange(min = 2, max = 9) int predictors, @ForAll long seed) {
        MomentsTally moments = moments(names(predictors), columns(predictors, seed));
        List<String> turned = new ArrayList<>(names(predictors));
        Collections.reverse(turned);
        Drivers one = Drivers.of(moments, "y", names(predictors));
        Drivers other = Drivers.of(moments, "y", turned);
        for (String name : turned) {
            assertSame(one.driver(name), other.driver(name));
        }
    }

    @Property(tries = 40)
    void anotherUnitOfAPredictorOrTheOutcomeChangesNothingButSigns(
            @ForAll @IntRange(min = 1, max = 9) int predictors, @ForAll long seed) {
        double[][] columns = columns(predictors, seed);
        double[][] scaled = new double[predictors + 1][ROWS];
        for (int i = 0; i <= predictors; i++) {
            for (int row = 0; row < ROWS; row++) {
                scaled[i][row] = 1000 * (i + 1) + (i + 0.5) * columns[i][row];
            }
        }
        List<String> names = names(predictors);
        Drivers one = Drivers.of(moments(names, columns), "y", names);
        Drivers other = Drivers.of(moments(names, scaled), "y", names);
        for (String name : names) {
            assertSame(one.driver(name), other.driver(name));
        }
    }

    private static void assertSame(Driver one, Driver other) {
        assertThat(other.lmg()).isCloseTo(one.lmg(), within(ROUNDING));
        assertThat(other.last()).isCloseTo(one.last(), within(ROUNDING));
        assertThat(other.relativeWeight()).isCloseTo(one.relativeWeight(), within(ROUNDING));
        assertThat(other.standardisedBeta()).isCloseTo(one.standardisedBeta(), within(ROUNDING));
    }

    @Property(tries = 30)
    void orthogonalPredictorsHaveTheirSquaredCorrelations(@ForAll long seed) {
        // the columns of a 2^4 design are orthogonal
        RandomGenerator random = new SplittableRandom(seed);
        double[][] columns = new double[5][16];
        for (int row = 0; row < 16; row++) {
            columns[4][row] = random.nextGaussian();
            for (int i = 0; i < 4; i++) {
                columns[i][row] = (row >> i & 1) == 0 ? -1 : 1;
            }
        }
        for (Driver driver :
                Drivers.of(moments(names(4), columns), "y", names(4)).drivers()) {
            assertThat(driver.lmg()).isCloseTo(driver.first(), within(ROUNDING));
            assertThat(driver.last()).isCloseTo(driver.first(), within(ROUNDING));
            assertThat(driver.relativeWeight()).isCloseTo(driver.first(), within(ROUNDING));
            assertThat(driver.pratt()).isCloseTo(driver.first(), within(ROUNDING));
        }
    }

    @Property(tries = 20)
    void sampledImportanceIsWithinItsErrorOfTheExactOne(@ForAll long seed) {
        MomentsTally moments = moments(names(8), columns(8, seed));
        Drivers exact = Drivers.of(moments, "y", names(8));
        Drivers sampled = Drivers.sampled(moments, "y", names(8), 400, seed);
        assertThat(sampled.orderings()).isEqualTo(800);
        assertThat(Drivers.sampled(moments, "y", names(8), 400, seed)).isEqualTo(sampled);
        assertThat(sampled.drivers().stream().mapToDouble(Driver::lmg).sum()).isCloseTo(exact.r2(), within(ROUNDING));
        for (Driver driver : sampled.drivers()) {
            // six standard errors: chance exceeds that once in 5e8 draws
            assertThat(driver.lmg())
                    .isCloseTo(
                            exact.driver(driver.predictor()).lmg(), within(6 * driver.lmgStandardError() + ROUNDING));
            assertThat(driver.lmgStandardError()).isBetween(0.0, 0.02);
        }
    }
}
