package org.cxkit.metrics.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.rating.RatingScale;

class MomentsPropertiesTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;

    private static byte[][] ratings(int rows, int missingPercent, SplittableRandom random) {
        byte[][] columns = new byte[NAMES.size()][rows];
        for (byte[] column : columns) {
            for (int i = 0; i < rows; i++) {
                column[i] = random.nextInt(100) < missingPercent ? Byte.MIN_VALUE : (byte) random.nextInt(11);
            }
        }
        return columns;
    }

    private static double[][] asDoubles(byte[][] columns) {
        double[][] doubles = new double[columns.length][columns[0].length];
        for (int v = 0; v < columns.length; v++) {
            for (int i = 0; i < doubles[v].length; i++) {
                doubles[v][i] = columns[v][i] == Byte.MIN_VALUE ? MomentsAccumulator.MISSING : columns[v][i];
            }
        }
        return doubles;
    }

    @Property(tries = 60)
    void columnsGiveTheMomentsOfTheObviousLoop(
            @ForAll @IntRange(min = 0, max = 3000) int rows,
            @ForAll @IntRange(max = 30) int missingPercent,
            @ForAll boolean weighted,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] bytes = ratings(rows, missingPercent, random);
        double[][] columns = asDoubles(bytes);
        double[] weights = random.doubles(rows).map(w -> w < 0.1 ? 0 : 3 * w).toArray();
        List<RatingScale> scales = Collections.nCopies(3, SCALE);
        MomentsTally tally = weighted
                ? MomentsAccumulator.create(NAMES)
                        .addAll(columns, weights, 0, rows)
                        .result()
                : MomentsAccumulator.create(NAMES).addAll(columns, 0, rows).result();
        assertThat(
                        weighted
                                ? MomentsAccumulator.create(NAMES)
                                        .addAll(scales, bytes, weights, 0, rows)
                                        .result()
                                : MomentsAccumulator.create(NAMES)
                                        .addAll(scales, bytes, 0, rows)
                                        .result())
                .isEqualTo(tally);

        long n = 0;
        long excluded = 0;
        double total = 0;
        double[] sums = new double[3];
        for (int i = 0; i < rows; i++) {
            double w = weighted ? weights[i] : 1;
            if (w == 0) {
                excluded++;
            } else if (complete(columns, i)) {
                n++;
                total += w;
                for (int v = 0; v < 3; v++) {
                    sums[v] += w * columns[v][i];
                }
            }
        }
        assertThat(List.of(tally.n(), tally.excluded(), tally.received())).containsExactly(n, excluded, (long) rows);
        for (int v = 0; v < 3 && n > 1; v++) {
            // the order of sums differs: 3000 roundings of 1e-16
            assertThat(tally.mean(NAMES.get(v))).isCloseTo(sums[v] / total, within(1e-11));
            for (int u = 0; u < 3; u++) {
                double product = 0;
                for (int i = 0; i < rows; i++) {
                    if (complete(columns, i)) {
                        product += (weighted ? weights[i] : 1)
                                * (columns[v][i] - sums[v] / total)
                                * (columns[u][i] - sums[u] / total);
                    }
                }
                assertThat(tally.covariance(NAMES.get(v), NAMES.get(u)))
                        .isCloseTo(product / total * n / (n - 1), within(1e-10));
            }
        }
    }

    /** Bad rows may be few or all of a block: the good ones must come out as if alone. */
    @Property(tries = 60)
    void invalidRowsAreCountedAndTheOthersGiveTheirMoments(
            @ForAll @IntRange(min = 0, max = 3000) int rows,
            @ForAll @IntRange(max = 100) int badPercent,
            @ForAll boolean weighted,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] bytes = ratings(rows, 10, random);
        double[][] columns = asDoubles(bytes);
        double[] weights = random.doubles(rows).map(w -> w < 0.1 ? 0 : 3 * w).toArray();
        double[] noValues = {Double.NaN, Double.NEGATIVE_INFINITY, 1.1e100, -Math.nextDown(Double.MAX_VALUE)};
        List<Integer> bad = new ArrayList<>();
        MomentsAccumulator oneByOne = MomentsAccumulator.create(NAMES);
        int from = Math.min(rows, 3);
        for (int i = from; i < rows; i++) {
            if (random.nextInt(100) < badPercent) {
                bad.add(i);
                int at = random.nextInt(3);
                bytes[at][i] = (byte) (random.nextBoolean() ? 11 : -1);
                columns[at][i] = noValues[random.nextInt(4)];
                oneByOne.addInvalid(1);
            } else {
                double w = weighted ? weights[i] : 1;
                oneByOne.addWeighted(w, columns[0][i], columns[1][i], columns[2][i]);
            }
        }
        List<RatingScale> scales = Collections.nCopies(3, SCALE);
        MomentsAccumulator ofBytes = MomentsAccumulator.create(NAMES);
        MomentsAccumulator ofDoubles = MomentsAccumulator.create(NAMES);
        int[] found = weighted
                ? ofBytes.addAllLenient(scales, bytes, weights, from, rows)
                : ofBytes.addAllLenient(scales, bytes, from, rows);
        int[] foundInDoubles = weighted
                ? ofDoubles.addAllLenient(columns, weights, from, rows)
                : ofDoubles.addAllLenient(columns, from, rows);
        assertThat(found)
                .containsExactly(foundInDoubles)
                .containsExactly(bad.stream().mapToInt(i -> i).toArray());
        MomentsTally tally = ofBytes.result();
        MomentsTally wanted = oneByOne.result();
        assertThat(ofDoubles.result()).isEqualTo(tally);
        assertThat(List.of(tally.n(), tally.incomplete(), tally.excluded(), tally.invalid()))
                .containsExactly(wanted.n(), wanted.incomplete(), wanted.excluded(), wanted.invalid());
        assertThat(tally.invalid()).isEqualTo(bad.size());
        assertThat(tally.received()).isEqualTo(rows - from);
        for (String name : NAMES) {
            if (tally.n() > 1) {
                // the order of sums differs: 3000 roundings of 1e-16
                assertThat(tally.mean(name)).isCloseTo(wanted.mean(name), within(1e-11));
                assertThat(tally.covariance("a", name)).isCloseTo(wanted.covariance("a", name), within(1e-10));
            }
        }
    }

    private static boolean complete(double[][] columns, int row) {
        for (double[] column : columns) {
            if (column[row] == MomentsAccumulator.MISSING) {
                return false;
            }
        }
        return true;
    }

    @Property(tries = 40)
    void aLargeMeanCostsNoDigits(@ForAll long seed) {
        double[][] small = asDoubles(ratings(2500, 0, new SplittableRandom(seed)));
        double[][] large = new double[3][];
        for (int v = 0; v < 3; v++) {
            large[v] = small[v].clone();
            for (int i = 0; i < 2500; i++) {
                large[v][i] += 0x1p40; // exact: ratings fit the bits that are left
            }
        }
        MomentsTally here =
                MomentsAccumulator.create(NAMES).addAll(small, 0, 2500).result();
        MomentsTally there =
                MomentsAccumulator.create(NAMES).addAll(large, 0, 2500).result();
        // the naive sum of squares, 2^80, has no digit left; here the means of blocks are, to 2^-12 of a difference
        assertThat(there.covariance("a", "b")).isCloseTo(here.covariance("a", "b"), within(1e-4));
        assertThat(there.variance("a")).isCloseTo(here.variance("a"), within(1e-4));
    }

    @Property(tries = 40)
    void aConstantStaysConstantHoweverItIsMerged(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double constant = random.nextDouble() * 1e6;
        MomentsAccumulator all = MomentsAccumulator.create("constant");
        for (int part = 0; part < 5; part++) {
            double[] column = new double[random.nextInt(2000)];
            double[] weights = random.doubles(column.length).toArray();
            Arrays.fill(column, constant);
            all.merge(MomentsAccumulator.create("constant")
                    .addAll(new double[][] {column}, weights, 0, column.length)
                    .addWeighted(random.nextDouble(), constant));
        }
        assertThat(all.result().constant("constant")).isTrue();
        assertThat(all.result().mean("constant")).isEqualTo(constant);
    }

    @Property(tries = 60)
    void aRatingOffItsScaleIsFoundAndNamedWhereverItIs(
            @ForAll @IntRange(min = 1, max = 3000) int rows, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] columns = ratings(rows, 5, random);
        int column = random.nextInt(3);
        int row = random.nextInt(rows);
        columns[column][row] = (byte) (random.nextBoolean() ? 11 : -1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> MomentsAccumulator.create(NAMES).addAll(Collections.nCopies(3, SCALE), columns, 0, rows))
                .withMessage(NAMES.get(column) + "[" + row + "] off the scale 0..10: " + columns[column][row]);
    }
}
