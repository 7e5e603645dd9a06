package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttributionIntervalsTest {
    private static final AttributionModel[] MODELS = {
        AttributionModel.FIRST, AttributionModel.LAST, AttributionModel.LINEAR, AttributionModel.LINEAR_DISTINCT
    };

    private static Journeys single(int from, int to) {
        JourneysBuilder all = Journeys.builder();
        for (int i = from; i < to; i++) {
            all.touch(i % 3 == 0 ? "Search" : "Email").touch("Direct").key(1000L + i);
            if (i % 4 == 0) {
                all.converted(Money.of("10.00", "EUR"));
            } else {
                all.lost();
            }
        }
        return all.build();
    }

    /** In distribution: each journey counts k times with probability e^-1 / k!. */
    @Test
    void journeysAreDrawnByThePoissonDistribution() {
        Journeys drawn = single(0, 100_000).resampled(7, 3);
        int[] times = new int[4];
        for (int row = 0; row < drawn.size(); row++) {
            int count = (int) (drawn.conversions(row) + drawn.lost(row));
            times[Math.min(count, 3)]++;
        }
        double[] expected = {Math.exp(-1), Math.exp(-1), Math.exp(-1) / 2, 1 - 2.5 * Math.exp(-1)};
        for (int k = 0; k < times.length; k++) {
            double deviation = Math.sqrt(100_000 * expected[k] * (1 - expected[k]));
            // five standard deviations of a binomial count: one seed in a million beyond
            assertThat((double) times[k]).isCloseTo(100_000 * expected[k], within(5 * deviation));
        }
    }

    @Test
    void manyJourneysInARowAreDrawnOneByOne() {
        double sum = 0;
        double squares = 0;
        Journeys row = Journeys.builder().touch("Search").ended(400, 7).build();
        for (int replicate = 0; replicate < 2000; replicate++) {
            double drawn = row.resampled(1, replicate).conversions(0);
            sum += drawn;
            squares += (drawn - 400) * (drawn - 400);
        }
        assertThat(sum / 2000).isCloseTo(400, within(5 * 20 / Math.sqrt(2000))); // five standard errors of a mean
        assertThat(squares / 2000).isCloseTo(400, within(5 * 400 * Math.sqrt(2.0 / 2000))); // and of a variance
    }

    @Property(tries = 50)
    void aReplicateIsTheSameInPartsAndInAnyOrder(
            @ForAll long seed, @ForAll @IntRange(max = 500) int replicate, @ForAll @IntRange(max = 40) int cut) {
        PathSummary whole = PathSummary.of(single(0, 40).resampled(seed, replicate));
        PathSummary parts = PathSummary.of(single(cut, 40).resampled(seed, replicate))
                .plus(PathSummary.of(single(0, cut).resampled(seed, replicate)));
        assertThat(parts).isEqualTo(whole);
    }

    /** The last touch of all journeys is Direct, so its credit is the number of conversions: a Poisson number. */
    @Test
    void standardErrorsAndLimitsAreThoseOfThePoissonDistribution() {
        AttributionIntervals told = AttributionIntervals.of(single(0, 1600), 11, 1000, 0.95, done -> {}, MODELS);
        CreditInterval direct = told.model(AttributionModel.LAST)
                .orElseThrow()
                .channel("Direct")
                .orElseThrow();
        assertThat(direct.conversions().estimate()).isEqualTo(400);
        assertThat(direct.conversionsError()).isCloseTo(20, within(5 * 20 / Math.sqrt(2 * 1000))); // of a deviation
        assertThat(direct.conversions().low()).isCloseTo(400 - 1.96 * 20, within(6.0)); // a tail quantile of 1000
        assertThat(direct.conversions().high()).isCloseTo(400 + 1.96 * 20, within(6.0));
        assertThat(direct.value().estimate()).isEqualTo(4000);
        assertThat(direct.value().low()).isEqualTo(10 * direct.conversions().low());
        assertThat(direct.valueError()).isCloseTo(10 * direct.conversionsError(), within(1e-9)); // rounding
        for (ModelIntervals model : told.models()) {
            ModelCredit credit = told.attribution().models().stream()
                    .filter(other -> other.model().equals(model.model()))
                    .findFirst()
                    .orElseThrow();
            for (CreditInterval row : model.channels()) {
                assertThat(row.conversions().estimate())
                        .isEqualTo(credit.channel(row.channel()).orElseThrow().conversions());
                assertThat(row.conversions().low())
                        .isLessThanOrEqualTo(row.conversions().high());
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameIntervalsAndProgressIsTold() {
        List<Integer> steps = new ArrayList<>();
        AttributionIntervals one =
                AttributionIntervals.of(single(0, 40), 5, 20, 0.9, steps::add, AttributionModel.LINEAR);
        assertThat(AttributionIntervals.of(single(0, 40), 5, 20, 0.9, done -> {}, AttributionModel.LINEAR))
                .isEqualTo(one);
        assertThat(steps).hasSize(20).endsWith(20);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(one.toString())
                    .startsWith("conversions               linear\nDirect       5.00 (2.50 to 7.53)\n")
                    .endsWith("20 replicates of seed 5, 90 % intervals\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tooFewReplicatesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributionIntervals.of(single(0, 4), 1, 19, 0.95, done -> {}, MODELS))
                .withMessage("at least 20 replicates wanted, got 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributionIntervals.of(single(0, 4), 1))
                .withMessage("at least one attribution model wanted, got none");
    }

    /** Every model has intervals, also those of ages, milestones and chains. */
    @ParameterizedTest
    @MethodSource("everyModel")
    void everyModelHasIntervalsAroundItsCredit(AttributionModel model) {
        JourneysBuilder all = Journeys.builder();
        for (int i = 0; i < 400; i++) {
            all.touch(i % 3 == 0 ? "Search" : "Email", Duration.ofDays(3)).lead();
            if (i % 2 == 0) {
                all.touch("Social", Duration.ofDays(1)).opportunity();
            }
            all.touch("Direct", Duration.ZERO).key(i);
            if (i % 4 < 2) {
                all.converted(Money.of("10.00", "EUR"));
            } else {
                all.lost();
            }
        }
        Journeys journeys = all.build();
        AttributionIntervals told = AttributionIntervals.of(journeys, 3, 40, 0.9, done -> {}, model, MODELS[1]);
        for (CreditInterval row : told.models().get(0).channels()) {
            Interval conversions = row.conversions();
            assertThat(conversions.estimate()).isBetween(conversions.low() - 1e-9, conversions.high() + 1e-9);
            assertThat(conversions.low()).isGreaterThanOrEqualTo(0);
            assertThat(row.conversionsError() > 0).isEqualTo(conversions.estimate() > 0);
            assertThat(row.valueError() > 0).isEqualTo(row.value().estimate() > 0);
        }
        assertThat(told.toString()).contains("Direct", model.toString());
    }

    /** All constants, by their fields so that none is forgotten, and each rule with shares and spans of its own. */
    static Stream<AttributionModel> everyModel() {
        Stream<AttributionModel> constants = Arrays.stream(AttributionModel.class.getFields())
                .filter(field -> field.getType() == AttributionModel.class)
                .map(AttributionIntervalsTest::constant);
        Stream<AttributionModel> others = Stream.of(
                AttributionModel.position(0.1, 0.3),
                AttributionModel.position(0.2, 0.6, TwoTouches.REST_HALVED),
                AttributionModel.timeDecay(Duration.ofHours(36)),
                AttributionModel.steppedTimeDecay(Duration.ofDays(2)),
                AttributionModel.wShaped(0.1, 0.5, 0.2),
                AttributionModel.fullPath(0.4, 0.3, 0.2, 0.1),
                AttributionModel.markov(1),
                AttributionModel.markov(2),
                AttributionModel.markov(3),
                AttributionModel.markov(4),
                AttributionModel.LAST.excluding("Direct"),
                AttributionModel.TIME_DECAY.excluding("Direct"),
                AttributionModel.FULL_PATH.excluding("Social"),
                AttributionModel.markov(2).excluding("Direct"));
        return Stream.concat(constants, others);
    }

    private static AttributionModel constant(Field field) {
        try {
            return (AttributionModel) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allModelsAreAskedFor() {
        // counted by hand: the constants of the model
        assertThat(everyModel()).hasSizeGreaterThanOrEqualTo(13 + 14).doesNotHaveDuplicates();
    }
}
