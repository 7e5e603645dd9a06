package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Set;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.junit.jupiter.api.Test;

class JourneyModelTest {

    private static final int NONE = Journeys.NONE;

    /** One rounding of a weight. */
    private static final double ROUNDING = 1e-15;

    @Test
    void continuousAndSteppedDecayAreTwoNamedModels() {
        Journeys journeys = Journeys.builder()
                .touch("A", Duration.ofDays(13))
                .touch("B", Duration.ofDays(7))
                .touch("C", Duration.ofDays(6))
                .converted()
                .build();
        double a = Math.pow(2, -13 / 7.0);
        double c = Math.pow(2, -6 / 7.0);
        CreditTally decay = CreditTally.of(AttributionModel.TIME_DECAY, journeys);
        assertThat(decay.conversions("A")).isCloseTo(a / (a + 0.5 + c), within(ROUNDING));
        assertThat(decay.conversions("B")).isCloseTo(0.5 / (a + 0.5 + c), within(ROUNDING));
        CreditTally stepped = CreditTally.of(AttributionModel.steppedTimeDecay(Duration.ofDays(7)), journeys);
        assertThat(stepped.conversions("A")).isEqualTo(0.25);
        assertThat(stepped.conversions("B")).isEqualTo(0.25);
        assertThat(stepped.conversions("C")).isEqualTo(0.5);
    }

    @Test
    void yearsOfMinutesLeaveAllToTheLastTouch() {
        Journeys journeys = Journeys.builder()
                .touch("A", Duration.ofDays(3 * 365))
                .touch("B", Duration.ofDays(2 * 365))
                .converted()
                .build();
        for (AttributionModel model : new AttributionModel[] {
            AttributionModel.timeDecay(Duration.ofMinutes(1)), AttributionModel.steppedTimeDecay(Duration.ofMinutes(1))
        }) {
            CreditTally credit = CreditTally.of(model, journeys);
            assertThat(credit.conversions("A")).isZero();
            assertThat(credit.conversions("B")).isEqualTo(1);
        }
        AttributionModel slow = AttributionModel.timeDecay(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(CreditTally.of(slow, journeys).conversions("A")).isCloseTo(0.5, within(1e-3)); // 3e-6 half-lives
    }

    @Test
    void sameTouchIsTheLastOneAtTheInstantOrNone() {
        Journeys journeys = Journeys.builder()
                .touch("A", Duration.ZERO)
                .touch("B", Duration.ZERO)
                .converted()
                .touch("C", Duration.ofNanos(1000))
                .converted()
                .converted()
                .build();
        CreditTally credit = CreditTally.of(AttributionModel.SAME_TOUCH, journeys);
        assertThat(credit.conversions("A")).isZero();
        assertThat(credit.conversions("B")).isEqualTo(1);
        assertThat(credit.conversions("(unattributed)")).isEqualTo(2);
    }

    @Test
    void missingMilestonesGiveTheirSharesToTheOthers() {
        assertWeights(AttributionModel.W_SHAPED, 4, NONE, 3, 0.45, 0.05, 0.05, 0.45);
        assertWeights(AttributionModel.W_SHAPED, 4, 1, NONE, 0.45, 0.45, 0.05, 0.05);
        assertWeights(AttributionModel.W_SHAPED, 3, NONE, NONE, 0.9, 0.05, 0.05);
        assertWeights(AttributionModel.wShaped(0, 0.9, 0), 2, NONE, 0, 0.5, 0.5);
        assertWeights(AttributionModel.wShaped(0, 0.5, 0.5), 3, NONE, 2, 0, 0, 1);
        assertWeights(AttributionModel.wShaped(0, 0.6, 0), 3, 1, 2, 0.2, 0.6, 0.2);
    }

    @Test
    void theFullPathClosesWithTheLastTouch() {
        assertWeights(AttributionModel.FULL_PATH, 5, 1, 2, 0.225, 0.225, 0.225, 0.1, 0.225);
        assertWeights(AttributionModel.FULL_PATH, 3, 1, 2, 0.25, 0.25, 0.5);
        assertWeights(AttributionModel.FULL_PATH, 1, 0, 0, 1);
        assertWeights(AttributionModel.FULL_PATH, 3, NONE, NONE, 0.45, 0.1, 0.45);
    }

    private static void assertWeights(
            AttributionModel model, int touches, int lead, int opportunity, double... weights) {
        JourneysBuilder builder = Journeys.builder();
        for (int i = 0; i < touches; i++) {
            builder.touch("touch " + i);
        }
        Journeys journeys = builder.converted().build().withMilestones(new int[] {lead}, new int[] {opportunity});
        CreditTally credit = CreditTally.of(model, journeys);
        for (int i = 0; i < touches; i++) {
            assertThat(credit.conversions("touch " + i)).as("touch %s", i).isCloseTo(weights[i], within(ROUNDING));
        }
    }

    @Test
    void aMilestoneOfAChannelLeftOutGoesToTheTouchBefore() {
        AttributionModel model = AttributionModel.wShaped(0.2, 0.3, 0.5).excluding("Direct");
        Journeys journeys = Journeys.builder()
                .touch("Direct")
                .lead()
                .touch("A")
                .touch("B")
                .touch("Direct")
                .opportunity()
                .touch("C")
                .converted()
                .build();
        CreditTally credit = CreditTally.of(model, journeys);
        assertThat(credit.conversions("Direct")).isZero();
        assertThat(credit.conversions("A")).isCloseTo(0.5, within(ROUNDING)); // first, and lead of before
        assertThat(credit.conversions("B")).isCloseTo(0.5, within(ROUNDING));
        assertThat(credit.conversions("C")).isZero();
        Journeys direct = Journeys.builder()
                .touch("Direct")
                .lead()
                .touch("Direct")
                .converted()
                .build();
        assertThat(CreditTally.of(model, direct).conversions("Direct")).isEqualTo(1);
    }

    @Test
    void namesSayWhatIsDone() {
        assertThat(AttributionModel.TIME_DECAY).hasToString("time decay 7 d");
        assertThat(AttributionModel.steppedTimeDecay(Duration.ofHours(12))).hasToString("stepped time decay 12 h");
        assertThat(AttributionModel.timeDecay(Duration.ofSeconds(90))).hasToString("time decay PT1M30S");
        assertThat(AttributionModel.SAME_TOUCH).hasToString("same touch");
        assertThat(AttributionModel.FULL_PATH).hasToString("full path 22.5/22.5/22.5/22.5/10");
        AttributionModel excluding =
                AttributionModel.W_SHAPED.excluding("Direct").excluding(" Email");
        assertThat(excluding).hasToString("W-shaped 30/30/30/10 excluding Direct, Email");
        assertThat(excluding.excluded()).isEqualTo(Set.of("Direct", "Email"));
    }

    @Test
    void modelsAreEqualByTheirRuleAndReadAgainFromBytes() {
        AttributionModel[] models = {
            AttributionModel.TIME_DECAY,
            AttributionModel.steppedTimeDecay(Duration.ofDays(7)),
            AttributionModel.TIME_DECAY.excluding("Direct"),
            AttributionModel.SAME_TOUCH,
            AttributionModel.W_SHAPED,
            AttributionModel.FULL_PATH
        };
        assertThat(models).doesNotHaveDuplicates();
        for (AttributionModel model : models) {
            assertThat(AttributionModel.fromBytes(model.toBytes()))
                    .isEqualTo(model)
                    .hasSameHashCodeAs(model);
        }
        assertThat(AttributionModel.wShaped(0.3, 0.3, -0.0)).isEqualTo(AttributionModel.wShaped(0.3, 0.3, 0));
    }

    @Test
    void wrongParametersAreRefusedByName() {
        assertThatThrownBy(() -> AttributionModel.timeDecay(Duration.ofNanos(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("half-life must be at least a microsecond, got 0 microseconds");
        assertThatThrownBy(() -> AttributionModel.steppedTimeDecay(Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("half-life must be at least a microsecond, got -3600000000 microseconds");
        assertThatThrownBy(() -> AttributionModel.wShaped(0.5, 0.5, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares must be at least 0 and at most 1 together, got 0.5, 0.5, 0.1 and 0.0");
        assertThatThrownBy(() -> AttributionModel.fullPath(0.5, Double.NaN, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares must be at least 0 and at most 1 together, got 0.5, NaN, 0.0 and 0.0");
    }
}
