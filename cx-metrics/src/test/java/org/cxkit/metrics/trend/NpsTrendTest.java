package org.cxkit.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.survey.Nps;
import org.junit.jupiter.api.Test;

class NpsTrendTest {
    private static final Nps JANUARY = new Nps(40, 30, 30, 0, 0);
    private static final Nps FEBRUARY = new Nps(50, 25, 25, 0, 0);
    private static final Nps MARCH = new Nps(60, 30, 10, 0, 0);
    private static final Nps NOBODY = new Nps(0, 0, 0, 2, 0);

    @Test
    void theTrendIsOneSentence() {
        assertThat(NpsTrend.of(List.of(JANUARY, FEBRUARY, MARCH)))
                .hasToString("trend of NPS 20.29 points a step (95 % 10.03 to 30.56), p 0.0001069, 3 periods, n 300");
    }

    @Test
    void twoPeriodsHaveTheLineThroughBoth() {
        NpsTrend trend = NpsTrend.of(List.of(JANUARY, NOBODY, MARCH));
        assertThat(trend.slope()).isCloseTo(20, within(1e-12));
        // by hand: the errors of both ends add up, over two steps
        double squared = square(error(JANUARY)) + square(error(MARCH));
        assertThat(trend.test().standardError()).isCloseTo(Math.sqrt(squared) / 2, within(1e-12));
        assertThat(trend.interval(0.95).contains(20)).isTrue();
    }

    /** By hand after Rocks: three answers more, the deviations about their mean. */
    private static double error(Nps nps) {
        double n = nps.responses() + 3;
        double share = (nps.promoters() - nps.detractors()) / n;
        double extremes = (nps.promoters() + nps.detractors() + 1.5) / n;
        return 100 * Math.sqrt((extremes - share * share) / n);
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void aPeriodWithFewAnswersSaysLittle() {
        NpsTrend flat = NpsTrend.of(List.of(JANUARY, JANUARY, JANUARY, new Nps(2, 0, 0, 0, 0)));
        assertThat(flat.slope()).isBetween(0.0, 10.0);
    }

    @Test
    void onePeriodHasNoTrend() {
        NpsTrend one = NpsTrend.of(List.of(NOBODY, MARCH));
        assertThat(one).hasToString("trend of NPS undefined, 2 periods, n 100, 2 missing");
        assertThatIllegalStateException()
                .isThrownBy(one::slope)
                .withMessage("a trend needs answers at 2 different places at least, got them at 1.0");
    }

    @Test
    void placesFarFromZeroGiveTheSameTrend() {
        List<Nps> periods = List.of(new Nps(1, 2, 3, 0, 0), new Nps(3, 2, 1, 0, 0), new Nps(5, 5, 1, 0, 0));
        NpsTrend far = new NpsTrend(periods, List.of(1e15, 1e15 + 1, 1e15 + 2));
        assertThat(far.slope()).isEqualTo(NpsTrend.of(periods).slope());
        assertThat(far.test()).isEqualTo(NpsTrend.of(periods).test());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NpsTrend(periods, List.of(0.0, 1.0, Double.MAX_VALUE)))
                .withMessage(
                        "wanted a place from -1e100 to 1e100 for each of 3, got [0.0, 1.0, 1.7976931348623157E308]");
    }

    @Test
    void responsesBeyondTheRangeOfALongAreNotToldAsFewer() {
        Nps many = new Nps(Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, 0, 0, 0);
        assertThatThrownBy(NpsTrend.of(List.of(many, many, many))::responses)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("long overflow");
        Share half = Share.of(Long.MAX_VALUE / 4, Long.MAX_VALUE / 2);
        assertThatThrownBy(ShareTrend.of(List.of(half, half, half))::test)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("long overflow");
    }
}
