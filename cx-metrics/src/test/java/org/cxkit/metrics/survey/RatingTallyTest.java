package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.junit.jupiter.api.Test;

class RatingTallyTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;

    private static RatingAccumulator empty() {
        return RatingAccumulator.create(SCALE);
    }

    private static RatingTally dirty(long missing, long invalid) {
        return RatingTally.ofCounts(SCALE, new long[SCALE.points()], missing, invalid);
    }

    @Test
    void everyDoorGivesTheSameTally() {
        RatingTally expected = RatingTally.ofCounts(SCALE, new long[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0}, 1, 0);
        int none = Integer.MIN_VALUE;
        assertThat(RatingTally.of(SCALE, 9, none, 0, 9)).isEqualTo(expected);
        assertThat(RatingTally.of(SCALE, Arrays.asList(9, null, 0, 9))).isEqualTo(expected);
        byte[] bytes = {9, Byte.MIN_VALUE, 0, 9};
        assertThat(RatingTally.of(SCALE, bytes)).isEqualTo(expected);
        assertThat(RatingTally.of(RatingColumn.of(SCALE, bytes))).isEqualTo(expected);
        assertThat(empty().addAll(RatingColumn.of(SCALE, bytes), 1, 4).add(9).result())
                .isEqualTo(expected);
        assertThat(Stream.of(9, none, 0, 9).collect(RatingTally.collector(SCALE)))
                .isEqualTo(expected);
        assertThat(empty().add(9, 2).add(0).addMissing(1).result()).isEqualTo(expected);
        assertThat(empty().add(OptionalInt.of(9))
                        .add(OptionalInt.empty())
                        .add(Answer.of(0))
                        .addText(" 9 ")
                        .result())
                .isEqualTo(expected);
        assertThat(empty().addAll(new byte[] {9, 9, Byte.MIN_VALUE, 0, 11}, 1, 4)
                        .add(9)
                        .result())
                .isEqualTo(expected);
        assertThat(Stream.of(Answer.of(9), Answer.missing(), Answer.of(0), Answer.of(9))
                        .map(answer -> Response.builder(ResponseId.of("r"), "nps", Instant.EPOCH)
                                .answer(answer)
                                .build())
                        .collect(RatingTally.ofResponses(SCALE)))
                .isEqualTo(expected);
    }

    @Test
    void whatWasReceivedIsValidMissingAndInvalid() {
        RatingTally tally = empty().add(3).addMissing(2).addInvalid(4).result();
        assertThat(tally.valid()).isEqualTo(1);
        assertThat(tally.missing()).isEqualTo(2);
        assertThat(tally.invalid()).isEqualTo(4);
        assertThat(tally.received()).isEqualTo(7);
        assertThat(tally).hasToString("1 rating on 0..10 {3=1}, 2 missing, 4 invalid");
        assertThat(tally.count(3)).isEqualTo(1);
        assertThat(tally.count(0, 10)).isEqualTo(1);
        assertThat(tally.counts()).containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aRangeOffTheScaleIsRefused() {
        RatingTally tally = empty().add(3).result();
        assertThat(tally.count(4, 3)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.count(-1, 3))
                .withMessage("rating off the scale 0..10: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.count(3, 11))
                .withMessage("rating off the scale 0..10: 11");
    }

    @Test
    void aStrictColumnNamesTheFirstRatingOffTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().addAll(new byte[] {1, Byte.MIN_VALUE, 11, -1}, 0, 4))
                .withMessage("ratings[2] off the scale 0..10: 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().addAll(new int[] {1, Integer.MIN_VALUE, 300}, 0, 3))
                .withMessage("ratings[2] off the scale 0..10: 300");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RatingAccumulator.create(RatingScale.ONE_TO_FIVE).addAll(new byte[] {5, 6}, 0, 2))
                .withMessage("ratings[1] off the scale 1..5: 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().add(-1))
                .withMessage("rating off the scale 0..10: -1");
    }

    @Test
    void aLenientColumnCountsThemInvalidAndSaysWhere() {
        RatingAccumulator bytes = empty();
        assertThat(bytes.addAllLenient(new byte[] {11, 1, Byte.MIN_VALUE, -1, 10}, 0, 5))
                .containsExactly(0, 3);
        RatingAccumulator ints = empty();
        assertThat(ints.addAllLenient(new int[] {999, 1, Integer.MIN_VALUE, -128, 10}, 0, 5))
                .containsExactly(0, 3);
        assertThat(bytes.result()).isEqualTo(ints.result());
        assertThat(bytes.result()).hasToString("2 ratings on 0..10 {1=1, 10=1}, 1 missing, 2 invalid");
    }

    @Test
    void momentsAreExact() {
        // by hand: 1, 2, 4 have the mean 7/3 and squared distances 16/9 + 1/9 + 25/9 = 14/3
        RatingTally tally = RatingTally.of(SCALE, 1, 2, 4);
        assertThat(tally.mean()).isEqualTo(7.0 / 3);
        assertThat(tally.m2()).isEqualTo(14.0 / 3);
        assertThat(tally.variance()).isEqualTo(7.0 / 3);
        assertThat(tally.sd()).isEqualTo(Math.sqrt(7.0 / 3));
        // half 0, half 10 of nearly all longs there are
        RatingTally huge =
                empty().add(0, Long.MAX_VALUE / 2).add(10, Long.MAX_VALUE / 2).result();
        assertThat(huge.mean()).isEqualTo(5.0);
        assertThat(huge.sd()).isEqualTo(5.0);
    }

    @Test
    void momentsOfTooFewAreUndefined() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RatingTally.empty(SCALE).mean())
                .withMessage("the mean of ratings is undefined for 0 ratings");
        assertThatIllegalStateException()
                .isThrownBy(() -> RatingTally.of(SCALE, 7).sd())
                .withMessage("the variance of ratings is undefined for 1 rating");
    }

    @Test
    void aPartCanBeTakenAway() {
        RatingTally all = RatingTally.of(SCALE, 9, 9, 3).plus(dirty(1, 1));
        RatingTally part = RatingTally.of(SCALE, 9).plus(dirty(1, 0));
        assertThat(all.minus(part)).isEqualTo(RatingTally.of(SCALE, 9, 3).plus(dirty(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part.minus(all))
                .withMessage("counts must not be negative: count of 3=-1");
    }

    @Test
    void overflowIsAnErrorAndChangesNothing() {
        RatingAccumulator full = empty().add(3, Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.add(4));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.addMissing(1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.merge(empty().add(4)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.addAll(new byte[] {4}, 0, 1));
        assertThat(full.result()).isEqualTo(RatingTally.ofCounts(SCALE, 0, 0, 0, Long.MAX_VALUE, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void countsMustFitTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingTally.ofCounts(RatingScale.ONE_TO_THREE, 1, 2))
                .withMessage("wanted 3 counts for the scale 1..3, got 2");
    }

    @Test
    void scalesThatDifferOnlyInTheirGoodEndDoNotMerge() {
        RatingTally effort = RatingTally.empty(CesVersion.CES1.scale());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> effort.plus(RatingTally.of(RatingScale.ONE_TO_FIVE, 4)))
                .withMessage("tallies on different scales do not merge: 1..5 (1 is best) and 1..5");
    }

    @Test
    void aColumnAllocatesAConstantAmount() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] small = new byte[50_000];
        byte[] large = new byte[1_000_000];
        Arrays.fill(small, 1_000, 2_000, Byte.MIN_VALUE);
        Arrays.fill(large, 1_000, 500_000, Byte.MIN_VALUE);
        RatingAccumulator accumulator = empty();
        accumulator.addAll(small, 0, small.length).addAll(large, 0, large.length);
        long id = Thread.currentThread().getId();
        long start = threads.getThreadAllocatedBytes(id);
        accumulator.addAll(small, 0, small.length);
        long middle = threads.getThreadAllocatedBytes(id);
        accumulator.addAll(large, 0, large.length);
        long end = threads.getThreadAllocatedBytes(id);
        assertThat(middle - start).isLessThan(120_000);
        assertThat(end - middle).isLessThan(120_000);
    }
}
