package org.cxkit.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

class LogLikelihoodRatioTest {
    private static final Characteristic CSAT = Characteristic.share("CSAT");

    @Test
    void anAnswerSpeaksForWhatItIsLikelierUnder() {
        LogLikelihoodRatio ratio = LogLikelihoodRatio.bernoulli(CSAT, 0.75, 0.5);
        assertThat(ratio.weight(0)).isEqualTo(Math.log(2));
        assertThat(ratio.weight(1)).isEqualTo(Math.log(0.5 / 0.75));
        assertThat(ratio.normalMean()).isEqualTo(0.75);
        assertThat(ratio).hasToString("CSAT changing from [0.25, 0.75] to [0.5, 0.5]");
    }

    @Test
    void aDropOfTheScoreIsMadeOfTheLeastChangeOfItsBands() {
        LogLikelihoodRatio ratio = LogLikelihoodRatio.of(new Nps(50, 30, 20, 0, 0), 0.1);
        assertThat(ratio.normal()).containsExactly(0.2, 0.3, 0.5);
        assertThat(ratio.changedMean()).isCloseTo(0.1, within(1e-14)); // a root to the last places
        assertThat(ratio.weight(1)).isLessThan(0);
        assertThat(ratio.weight(-1)).isGreaterThan(0);
    }

    @Test
    void inPointsAnAnswerSaysWhatItSaysOnTheShareScale() {
        LogLikelihoodRatio share = LogLikelihoodRatio.of(new Nps(50, 30, 20, 0, 0), 0.1);
        LogLikelihoodRatio points =
                LogLikelihoodRatio.tilted(Characteristic.of(Scoring.nps()), List.of(0.2, 0.3, 0.5), 10);
        assertThat(points.normalMean()).isCloseTo(30, within(1e-13)); // rounding of three products
        for (int score = -1; score <= 1; score++) {
            assertThat(points.weight(100 * score)).isCloseTo(share.weight(score), within(1e-12)); // two roots
        }
        LlrCusum chart = LlrCusum.of(points, 0.5, Cusum.AfterSignal.CONTINUE);
        chart.update(-100);
        assertThat(chart.sum()).isEqualTo(points.weight(-100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.update(1))
                .withMessage("scores of NPS are [-100, 0, 100], got 1");
    }

    @Test
    void aRisingMeanOfRatingsIsWatchedUpwards() {
        LogLikelihoodRatio ratio = LogLikelihoodRatio.tilted(
                Characteristic.of(Scoring.mean(RatingScale.ONE_TO_FIVE)), List.of(0.1, 0.1, 0.2, 0.3, 0.3), 4);
        LlrCusum chart = LlrCusum.of(ratio, 0.5, Cusum.AfterSignal.CONTINUE);
        assertThat(chart.update(1)).isFalse();
        int answers = 1;
        while (!chart.update(5)) {
            answers++;
        }
        Signal signal = chart.signal().orElseThrow();
        assertThat(signal.direction()).isEqualTo(Signal.Direction.UP);
        assertThat(signal.since()).isEqualTo(1);
        assertThat(signal.at()).isEqualTo(answers);
        assertThat(signal.shift()).isCloseTo(5 - 3.6, within(1e-14)); // rounding of the normal mean
    }

    @Test
    void aChartThatIsRestoredGoesOn() {
        LogLikelihoodRatio ratio = LogLikelihoodRatio.bernoulli(CSAT, 0.8, 0.6);
        LlrCusum chart = LlrCusum.of(ratio, 1.2, Cusum.AfterSignal.RESTART);
        for (int i = 0; i < 50; i++) {
            LlrCusum restored = LlrCusum.of(ratio, 1.2, Cusum.AfterSignal.RESTART);
            ByteWriter out = ByteWriter.of("test", 1);
            chart.writeTo(out);
            restored.readFrom(ByteReader.of(out.toBytes(), "test", 1));
            LlrCusum copy = chart.copy();
            int score = i % 3 == 0 ? 1 : 0;
            chart.update(score);
            restored.update(score);
            copy.update(score);
            assertThat(restored).hasToString(chart.toString());
            assertThat(restored.signal()).isEqualTo(chart.signal()).isEqualTo(copy.signal());
        }
        ByteWriter out = ByteWriter.of("test", 1);
        chart.writeTo(out);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LlrCusum.of(ratio, 1.3, Cusum.AfterSignal.RESTART)
                        .readFrom(ByteReader.of(out.toBytes(), "test", 1)))
                .withMessageStartingWith("wanted the state of this LLR CUSUM of CSAT [")
                .withMessageEndingWith("], got that of another design");
    }

    @Test
    void scoresTooFarApartForATableAreRefused() {
        Characteristic wide = new Characteristic("revenue", List.of(-2_000_000_000, 2_000_000_000));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LlrCusum.of(LogLikelihoodRatio.bernoulli(wide, 0.8, 0.6), 2, Cusum.AfterSignal.CONTINUE))
                .withMessage("the highest score of revenue must be at most 1000000 above the lowest, got -2000000000"
                        + " and 2000000000");
        Characteristic far = new Characteristic("revenue", List.of(Integer.MAX_VALUE - 1_000_000, Integer.MAX_VALUE));
        LogLikelihoodRatio ratio = LogLikelihoodRatio.bernoulli(far, 0.8, 0.6);
        LlrCusum chart = LlrCusum.of(ratio, 2, Cusum.AfterSignal.CONTINUE);
        chart.update(far.lowest());
        LlrCusum copy = chart.copy();
        copy.update(far.lowest());
        assertThat(chart.sum()).isEqualTo(ratio.weight(far.lowest()));
        assertThat(copy.sum()).isEqualTo(2 * ratio.weight(far.lowest()));
        assertThatIllegalArgumentException() // its distance from the lowest leaves the range of an int
                .isThrownBy(() -> chart.update(Integer.MIN_VALUE))
                .withMessage("scores of revenue are [2146483647, 2147483647], got -2147483648");
    }

    @Test
    void impossibleRatiosAndScoresAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogLikelihoodRatio.bernoulli(CSAT, 1, 0.5))
                .withMessage("normal must be 2 probabilities above 0 that add up to 1, got [0.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogLikelihoodRatio(CSAT, List.of(0.2, 0.8), List.of(0.2, 0.3, 0.5)))
                .withMessage("changed must be 2 probabilities above 0 that add up to 1, got [0.2, 0.3, 0.5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogLikelihoodRatio.bernoulli(CSAT, 0.5, 0.5))
                .withMessage("the change of CSAT must move its mean, got [0.5, 0.5] and [0.5, 0.5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogLikelihoodRatio.of(new Nps(1, 1, 1, 0, 0), 1))
                .withMessage("the changed mean of NPS share must be between -1 and 1, got 1.0");
        LlrCusum chart = LlrCusum.of(LogLikelihoodRatio.bernoulli(CSAT, 0.8, 0.6), 2, Cusum.AfterSignal.CONTINUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.update(2))
                .withMessage("scores of CSAT are [0, 1], got 2");
        assertThat(chart.answers()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LlrCusum.of(chart.ratio(), 0, Cusum.AfterSignal.CONTINUE))
                .withMessage("the limit must be above 0 and finite, got 0.0");
    }
}
