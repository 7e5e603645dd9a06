package org.cxkit.core.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.junit.jupiter.api.Test;

class RatingColumnTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final byte NONE = Byte.MIN_VALUE;

    @Test
    void ratingsAreFoundByRow() {
        RatingColumn column = RatingColumn.of(SCALE, new byte[] {11, 0, 10, NONE, 7, 12}, 1, 5);
        assertThat(column.scale()).isEqualTo(SCALE);
        assertThat(column.size()).isEqualTo(4);
        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.rating(0)).isZero();
        assertThat(column.rating(1)).isEqualTo(10);
        assertThat(column.rating(2)).isEqualTo(Integer.MIN_VALUE);
        assertThat(column.ratings(1, 4)).containsExactly(10, NONE, 7);
        assertThat(column).hasToString("3 ratings on 0..10, 1 missing");
        assertThat(RatingColumn.of(RatingScale.ONE_TO_FIVE, new byte[] {5})).hasToString("1 rating on 1..5");
    }

    @Test
    void nothingIsAColumnToo() {
        RatingColumn empty = RatingColumn.of(SCALE, new byte[0]);
        assertThat(empty.size()).isZero();
        assertThat(empty.counts(0, 0)).containsOnly(0).hasSize(12);
        assertThat(empty.counts(Bands.ZERO_TO_TEN, 0, 0)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void countsAreByRatingAndByBand() {
        // by hand
        RatingColumn column = RatingColumn.of(RatingScale.ONE_TO_FIVE, new byte[] {1, 3, 4, NONE, 5, 5, 5});
        assertThat(column.counts(0, 7)).containsExactly(1, 0, 1, 1, 3, 1);
        assertThat(column.counts(1, 5)).containsExactly(0, 0, 1, 1, 1, 1);
        assertThat(column.counts(Bands.ONE_TO_FIVE, 0, 7)).containsExactly(2, 1, 3, 1);
    }

    @Test
    void aRatingOffTheScaleIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingColumn.of(SCALE, new byte[] {1, 2, 11, 3, 4, 5, 6, 7, 12}))
                .withMessage("ratings[2] off the scale 0..10: 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingColumn.of(RatingScale.ONE_TO_TEN, new byte[] {1, 2, 3, 4, 0}, 2, 5))
                .withMessage("ratings[4] off the scale 1..10: 0");
    }

    @Test
    void onlyScalesOfUpToFifteenPointsFitFourBits() {
        RatingScale fifteen = new RatingScale(-7, 7);
        assertThat(RatingColumn.of(fifteen, new byte[] {-7, NONE, 7, 0}).counts(0, 4))
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingColumn.of(new RatingScale(0, 15), new byte[0]))
                .withMessage("a rating column takes scales of up to 15 points, got 0..15: count its bytes instead");
    }

    @Test
    void bandsMustDivideTheScale() {
        RatingColumn column = RatingColumn.of(RatingScale.ONE_TO_FIVE, new byte[] {1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> column.counts(Bands.ZERO_TO_TEN, 0, 1))
                .withMessage("the bands 0-6|7-8|9-10 divide the scale 0..10, the column is on 1..5");
    }

    @Test
    void equalRatingsOnOneScaleAreEqualColumns() {
        RatingColumn column = RatingColumn.of(SCALE, new byte[] {1, 2});
        assertThat(RatingColumn.of(SCALE, new byte[] {0, 1, 2}, 1, 3))
                .isEqualTo(column)
                .hasSameHashCodeAs(column);
        assertThat(column)
                .isNotEqualTo(RatingColumn.of(SCALE, new byte[] {1, 2, 0}))
                .isNotEqualTo(RatingColumn.of(SCALE, new byte[] {1, 3}))
                .isNotEqualTo(RatingColumn.of(RatingScale.ONE_TO_TEN, new byte[] {1, 2}))
                .isNotEqualTo("12");
    }

    @Test
    void aColumnIsSerialisedAsItsRatings() throws IOException, ClassNotFoundException {
        RatingColumn column = RatingColumn.of(SCALE, new byte[] {1, NONE, 10});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(column);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(column);
        }
    }

    @Test
    void aRatingTakesHalfAByte() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] ratings = new byte[1_000_000];
        RatingColumn.of(SCALE, ratings);
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        RatingColumn column = RatingColumn.of(SCALE, ratings);
        long after = threads.getThreadAllocatedBytes(id);
        assertThat(column.size()).isEqualTo(1_000_000);
        assertThat(after - before).isBetween(500_000L, 501_000L);
    }
}
