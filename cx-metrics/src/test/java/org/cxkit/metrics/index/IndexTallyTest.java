package org.cxkit.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.junit.jupiter.api.Test;

class IndexTallyTest {
    private static final CompositeIndex INDEX = CompositeIndex.ACSI.available(2);

    private static IndexTally half(int... answers) {
        IndexTally tally = IndexAccumulator.create(INDEX).add(answers).result();
        for (int i = 0; i < 62; i++) {
            tally = tally.plus(tally);
        }
        return tally; // 2^62 respondents, half of what a long can count
    }

    @Test
    void moreRespondentsThanALongCanCountAreRefusedWhole() {
        int none = Integer.MIN_VALUE;
        IndexTally scored = half(1, 2, none);
        IndexTally unscored = half(1, none, none);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> scored.plus(unscored));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> scored.plus(scored));
        IndexAccumulator full = IndexAccumulator.create(INDEX).add(unscored);
        IndexTally both =
                unscored.plus(IndexAccumulator.create(INDEX).add(1, 2, none).result());
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.add(both));
        assertThat(full.result()).isEqualTo(unscored);
        assertThat(unscored.isEmpty()).isFalse();
    }

    private static IndexTally bytes(long partial, long missing, long invalid, byte[] scores) {
        ByteWriter writer =
                new ItemTable(INDEX).write(ByteWriter.of("index", 2)).count(partial);
        for (long[] counts : new long[][] {{0, missing, 0}, {0, invalid, 0}}) {
            for (long count : counts) {
                writer.count(count);
            }
        }
        return IndexTally.fromBytes(writer.bytes(scores).toBytes());
    }

    private static MomentsAccumulator scores(String variable) {
        return MomentsAccumulator.create(variable).add(50).add(70).add(MomentsAccumulator.MISSING);
    }

    private static void assertImpossible(long partial, long missing, long invalid, MomentsAccumulator scores) {
        byte[] bytes = scores.result().toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bytes(partial, missing, invalid, bytes))
                .withMessage("not the bytes of index: no respondents have such counts");
    }

    @Test
    void bytesOfCountsThatNoRespondentsHaveAreRefused() {
        // by hand: three respondents, two of them with a score, have at most three answers to lack in an item
        assertThat(bytes(2, 2, 1, scores("score").result().toBytes()))
                .hasToString("ACSI of 2 respondents, 1 unscored, 2 partial (2 missing in expectations, 1 invalid in"
                        + " expectations)");
        assertImpossible(3, 2, 1, scores("score"));
        assertImpossible(2, 4, 0, scores("score"));
        assertImpossible(2, 0, 4, scores("score"));
        assertImpossible(2, 2, 2, scores("score"));
        assertImpossible(2, Long.MAX_VALUE, Long.MAX_VALUE, scores("score"));
        assertImpossible(2, 2, 1, scores("x"));
        assertImpossible(2, 2, 1, scores("score").addWeighted(0, 50));
        assertImpossible(2, 2, 1, scores("score").addInvalid(1));
    }

    @Test
    void aTallyIsPrintedWhateverItsScoresAre() {
        byte[] scores = ByteWriter.of("moments", 2)
                .count(1)
                .text("score")
                .count(2)
                .count(0)
                .count(0)
                .count(0)
                .real(Double.MIN_VALUE)
                .real(50)
                .real(1e300)
                .toBytes();
        IndexTally tally = bytes(0, 0, 0, scores);
        assertThat(tally.variance()).isInfinite();
        assertThat(tally).hasToString("ACSI of 2 respondents");
    }
}
