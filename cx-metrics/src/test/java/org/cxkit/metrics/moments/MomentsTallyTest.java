package org.cxkit.metrics.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.ByteWriter;
import org.junit.jupiter.api.Test;

class MomentsTallyTest {
    private static final double MISSING = MomentsAccumulator.MISSING;

    private final MomentsTally tally = MomentsAccumulator.create("x", "y", "one")
            .add(1, 2, 1)
            .add(2, 4, 1)
            .add(3, 9, 1)
            .add(3, MISSING, 1)
            .addWeighted(0, 100, 100, 100)
            .result();

    @Test
    void momentsFollowTheirDefinitions() {
        // by hand: means 2 and 5; squares 1+0+1 and 9+1+16; products 3+0+4
        assertThat(tally.mean("x")).isEqualTo(2);
        assertThat(tally.mean("y")).isEqualTo(5);
        assertThat(tally.variance("x")).isEqualTo(1);
        assertThat(tally.variance("y")).isEqualTo(13);
        assertThat(tally.covariance("y", "x")).isEqualTo(3.5);
        assertThat(tally.correlation("x", "y")).isEqualTo(7 / Math.sqrt(2) / Math.sqrt(26));
        assertThat(tally.correlation("x", "x")).isEqualTo(1);
        assertThat(tally.correlations(List.of("y", "x"))[0]).containsExactly(1, tally.correlation("x", "y"));
    }

    @Test
    void everyRowIsCounted() {
        assertThat(tally.n()).isEqualTo(3);
        assertThat(tally.incomplete()).isEqualTo(1);
        assertThat(tally.excluded()).isEqualTo(1);
        assertThat(tally.received()).isEqualTo(5);
        assertThat(tally.weight()).isEqualTo(3);
        assertThat(tally).hasToString("moments of x, y, one over 3 complete rows, 1 incomplete, 1 of weight 0");
    }

    @Test
    void anInvalidRowIsCountedAsThatWhateverElseItHas() {
        // by hand: rows 1 and 2 are complete; 0 has NaN, 3 a huge value beside a missing one, 5 a weight that is none
        // and 6 infinity at weight 0; 4 lacks a value and 7 has weight 0
        double[][] columns = {
            {Double.NaN, 1, 3, 1e101, MISSING, 5, Double.POSITIVE_INFINITY, 7}, {1, 2, 6, MISSING, 5, 6, 7, MISSING}
        };
        MomentsAccumulator accumulator = MomentsAccumulator.create("x", "y");
        assertThat(accumulator.addAllLenient(columns, new double[] {1, 1, 1, 1, 1, -1, 0, 0}, 0, 8))
                .containsExactly(0, 3, 5, 6);
        MomentsTally dirty = accumulator.result();
        assertThat(List.of(dirty.n(), dirty.incomplete(), dirty.excluded(), dirty.invalid(), dirty.received()))
                .containsExactly(2L, 1L, 1L, 4L, 8L);
        assertThat(dirty.covariance("x", "y")).isEqualTo(4);
        assertThat(dirty).hasToString("moments of x, y over 2 complete rows, 1 incomplete, 1 of weight 0, 4 invalid");
    }

    @Test
    @SuppressWarnings("NullAway") // what is refused is a null that came past the compiler
    void noWeightsAreNotWeightsThatAreAllAlike() {
        MomentsAccumulator one = MomentsAccumulator.create("x");
        assertThatNullPointerException()
                .isThrownBy(() -> one.addAllLenient(new double[][] {{1}}, null, 0, 1))
                .withMessage("weights");
        assertThatNullPointerException()
                .isThrownBy(() -> one.addAllLenient(List.of(RatingScale.ONE_TO_FIVE), new byte[][] {{1}}, null, 0, 1))
                .withMessage("weights");
        assertThat(one.result().isEmpty()).isTrue();
    }

    @Test
    void weightsThatAreAllAlikeChangeNoVariance() {
        MomentsTally weighted = MomentsAccumulator.create("x", "y", "one")
                .addWeighted(4, 1, 2, 1)
                .addWeighted(4, 2, 4, 1)
                .addWeighted(4, 3, 9, 1)
                .result();
        assertThat(weighted.weight()).isEqualTo(12);
        assertThat(weighted.variance("y")).isEqualTo(13);
    }

    private static MomentsTally half(MomentsAccumulator one) {
        MomentsTally tally = one.result();
        for (int i = 0; i < 62; i++) {
            tally = tally.plus(tally);
        }
        return tally; // 2^62 rows, half of what a long can count
    }

    @Test
    void moreRowsThanALongCanCountAreRefusedWhole() {
        MomentsTally complete = half(MomentsAccumulator.create("x").add(1));
        MomentsTally incomplete = half(MomentsAccumulator.create("x").add(MISSING));
        MomentsTally excluded = half(MomentsAccumulator.create("x").addWeighted(0, 1));
        for (MomentsTally first : List.of(complete, incomplete, excluded)) {
            for (MomentsTally second : List.of(complete, incomplete, excluded)) {
                assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> first.plus(second));
            }
        }
        MomentsTally both =
                incomplete.plus(MomentsAccumulator.create("x").add(1).result());
        MomentsAccumulator full = MomentsAccumulator.create("x").add(incomplete);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.add(both));
        assertThat(full.result()).isEqualTo(incomplete);
        MomentsTally last = full.add(bytes(0, (1L << 62) - 2, 0, 0)).result();
        assertThat(last.received()).isEqualTo(Long.MAX_VALUE - 1);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> full.addAll(new double[][] {{1, 2}}, 0, 2));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> full.addAllLenient(List.of(RatingScale.ONE_TO_FIVE), new byte[][] {{1, 6}}, 0, 2));
        assertThat(full.result()).isEqualTo(last);
        full.add(1);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.add(1));
        assertThat(full.result().received()).isEqualTo(Long.MAX_VALUE);
    }

    private static MomentsTally bytes(long n, long incomplete, long excluded, long invalid) {
        return MomentsTally.fromBytes(ByteWriter.of("moments", 2)
                .count(1)
                .text("x")
                .count(n)
                .count(incomplete)
                .count(excluded)
                .count(invalid)
                .real((double) n)
                .real(0)
                .real(0)
                .toBytes());
    }

    @Test
    void bytesOfMoreRowsThanALongCanCountAreRefused() {
        long half = 1L << 62;
        assertThat(bytes(half, half - 1, 0, 0).received()).isEqualTo(Long.MAX_VALUE);
        for (long[] counts :
                new long[][] {{half, half, 0, 0}, {0, half, half, 0}, {0, 0, half, half}, {half, half, half, half}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bytes(counts[0], counts[1], counts[2], counts[3]))
                    .withMessage("not the bytes of moments: the rows together leave the range of a long");
        }
    }

    @Test
    void whatIsUndefinedIsRefused() {
        MomentsTally nothing = MomentsAccumulator.create("x").result();
        assertThatIllegalStateException()
                .isThrownBy(() -> nothing.mean("x"))
                .withMessage("the mean of x is undefined for 0 complete rows");
        assertThatIllegalStateException()
                .isThrownBy(() -> nothing.variance("x"))
                .withMessage("a covariance is undefined for 0 complete rows, it takes two");
        assertThat(tally.constant("one")).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> tally.correlation("x", "one"))
                .withMessage("a correlation with one is undefined: it is constant over 3 complete rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.mean("z"))
                .withMessage("wanted one of the variables [x, y, one], got z");
    }

    @Test
    void aBadCallSaysWhatWasWanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MomentsAccumulator.create("x", "x"))
                .withMessage("variables must have different names, got [x, x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MomentsAccumulator.create())
                .withMessage("wanted at least one variable, got none");
        MomentsAccumulator two = MomentsAccumulator.create("x", "y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.add(1))
                .withMessage("wanted 2 values for the variables x, y, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.add(1, Double.NaN))
                .withMessage("y must be a number from -1e100 to 1e100, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.addWeighted(-1, 1, 1))
                .withMessage("the weight of a row must be a number from 0 to 1e50, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.addInvalid(-1))
                .withMessage("the number of rows must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.addAll(new double[][] {{1}, {Double.POSITIVE_INFINITY}}, 0, 1))
                .withMessage("y[0] must be a number from -1e100 to 1e100, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.addAll(new double[][] {{1}, {1}}, new double[] {Double.NaN}, 0, 1))
                .withMessage("weights[0] must be a number from 0 to 1e50, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.add(tally))
                .withMessage("moments of different variables do not merge: [x, y] and [x, y, one]");
    }
}
