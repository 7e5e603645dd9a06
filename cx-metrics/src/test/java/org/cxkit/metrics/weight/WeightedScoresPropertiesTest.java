package org.cxkit.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;

class WeightedScoresPropertiesTest {
    /** Sums of up to 30 doubles, multiplied and divided a few times: some tens of roundings of 1e-16. */
    private static final Offset<Double> ROUNDING = within(1e-12);

    record Row(int rating, double weight) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Double> weights = Arbitraries.doubles().between(0.01, 20).ofScale(12);
        return Combinators.combine(Arbitraries.integers().between(0, 10), weights)
                .as(Row::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Double> factors() {
        return Combinators.combine(
                        Arbitraries.doubles().between(1, 10).ofScale(15),
                        Arbitraries.integers().between(-40, 40))
                .as((digits, exponent) -> digits * Math.pow(10, exponent));
    }

    private static WeightedTally tally(List<Row> rows, double factor) {
        return WeightedTally.of(
                RatingScale.ZERO_TO_TEN,
                rows.stream().mapToInt(Row::rating).toArray(),
                rows.stream().mapToDouble(row -> factor * row.weight).toArray());
    }

    private static int score(Row row) {
        return row.rating >= 9 ? 1 : row.rating <= 6 ? -1 : 0;
    }

    @Property(tries = 300)
    void theErrorsAreThoseOfTheLoopsOverTheRows(@ForAll("rows") List<Row> rows) {
        double total = rows.stream().mapToDouble(Row::weight).sum();
        double squares =
                rows.stream().mapToDouble(row -> row.weight * row.weight).sum();
        double share = rows.stream().mapToDouble(row -> row.weight * score(row)).sum() / total;
        double variance = 0;
        double scatter = 0;
        for (Row row : rows) {
            variance += row.weight * Math.pow(score(row) - share, 2) / total;
            scatter += Math.pow(row.weight * (score(row) - share) / total, 2);
        }
        int n = rows.size();
        WeightedNps nps = WeightedNps.of(tally(rows, 1));
        assertThat(nps.share()).isCloseTo(share, ROUNDING);
        assertThat(nps.sample().effectiveN()).isCloseTo(total * total / squares, ROUNDING);
        assertThat(nps.estimate().variance()).isCloseTo(variance, ROUNDING);
        assertThat(nps.estimate().linearisedError()).isCloseTo(Math.sqrt(scatter * n / (n - 1)), within(1e-9));
        assertThat(nps.estimate().effectiveNError())
                .isCloseTo(Math.sqrt(variance * squares) / total, within(1e-9)); // a root of a rounded 0
    }

    @Property(tries = 300)
    void nothingButTheSumsChangesWhenAllWeightsAreMultiplied(
            @ForAll("rows") List<Row> rows, @ForAll("factors") double factor) {
        WeightedNps nps = WeightedNps.of(tally(rows, 1));
        for (WeightedNps scaled : List.of(
                WeightedNps.of(tally(rows, factor)),
                WeightedNps.of(tally(rows, 1).times(factor)))) {
            assertThat(scaled.score()).isCloseTo(nps.score(), within(1e-10)); // a hundred times 1e-12
            assertThat(scaled.sample().effectiveN()).isCloseTo(nps.sample().effectiveN(), ROUNDING);
            assertThat(scaled.sample().designEffect()).isCloseTo(nps.sample().designEffect(), ROUNDING);
            // roots of rounded zeros
            assertThat(scaled.estimate().linearisedError())
                    .isCloseTo(nps.estimate().linearisedError(), within(1e-9));
            assertThat(scaled.estimate().effectiveNError())
                    .isCloseTo(nps.estimate().effectiveNError(), within(1e-9));
            assertClose(scaled.interval(), nps.interval(), 1e-10);
        }
    }

    @Property(tries = 300)
    void equalWeightsGiveWhatNoWeightsGive(@ForAll("rows") List<Row> rows, @ForAll("factors") double weight) {
        int[] ratings = rows.stream().mapToInt(Row::rating).toArray();
        double[] weights =
                IntStream.range(0, ratings.length).mapToDouble(i -> weight).toArray();
        Nps plain = Nps.of(ratings);
        WeightedNps nps = WeightedNps.of(ratings, weights);
        assertThat(nps.sample().effectiveN()).isCloseTo(ratings.length, within(1e-12 * ratings.length));
        assertThat(nps.sample().designEffect()).isCloseTo(1, ROUNDING);
        assertThat(nps.share()).isCloseTo(plain.share(), ROUNDING);
        assertThat(nps.estimate().variance()).isCloseTo(plain.variance(), ROUNDING);
        assertThat(nps.estimate().effectiveNError()).isCloseTo(plain.standardError(), within(1e-9));
        assertClose(nps.interval(), plain.interval(), 1e-10);
        int[] five = IntStream.of(ratings).map(rating -> 1 + rating / 3).toArray();
        Csat csat = Csat.of(five);
        WeightedCsat weighted = WeightedCsat.of(five, weights);
        assertThat(weighted.share()).isCloseTo(csat.share(), ROUNDING);
        assertThat(weighted.net()).isCloseTo(csat.net(), ROUNDING);
        assertThat(weighted.mean().value()).isCloseTo(csat.mean(), ROUNDING);
        assertThat(weighted.mean().linearisedError())
                .isCloseTo(csat.sd() / Math.sqrt((double) csat.responses()), within(1e-9));
        assertClose(weighted.interval(), csat.interval(), 1e-12);
    }

    @Property(tries = 300)
    void theEffectiveNIsAtMostNAndIntervalsStayInRange(@ForAll("rows") List<Row> rows) {
        WeightedTally tally = tally(rows, 1);
        WeightedNps nps = WeightedNps.of(tally);
        assertThat(nps.sample().effectiveN()).isGreaterThan(0).isLessThanOrEqualTo(rows.size());
        assertThat(nps.sample().designEffect()).isGreaterThanOrEqualTo(1);
        assertThat(nps.sample().variation()).isGreaterThanOrEqualTo(0);
        for (NetShareInterval method : NetShareInterval.values()) {
            if (method == NetShareInterval.TRINOMIAL_T) {
                continue; // undefined for an effective n below 2
            }
            Interval interval = nps.interval(method, 0.95);
            assertThat(interval.low()).isBetween(-100.0, interval.high());
            assertThat(interval.high()).isLessThanOrEqualTo(100);
        }
        assertThat(nps.score())
                .isBetween(
                        nps.interval(NetShareInterval.SCORE, 0.95).low() - 1e-10,
                        nps.interval(NetShareInterval.SCORE, 0.95).high() + 1e-10);
        WeightedCsat csat = WeightedCsat.of(new Boxes(2, 3), tally);
        for (ProportionInterval method : ProportionInterval.values()) {
            Interval interval = csat.interval(method, 0.95);
            assertThat(interval.low()).isBetween(0.0, interval.high());
            assertThat(interval.high()).isLessThanOrEqualTo(1);
        }
        assertThat(csat.interval().contains(csat.share())).isTrue();
        double share = csat.share();
        for (SurveyInterval method : SurveyInterval.values()) {
            if ((share > 0 && share < 1) || method == SurveyInterval.MEAN || method == SurveyInterval.BETA) {
                Interval interval = csat.interval(method, 0.95);
                assertThat(interval.low()).isBetween(0.0, share + 1e-12);
                assertThat(interval.high()).isBetween(share - 1e-12, 1.0);
            }
        }
    }

    private static void assertClose(Interval found, Interval wanted, double error) {
        assertThat(found.low()).isCloseTo(wanted.low(), within(error));
        assertThat(found.high()).isCloseTo(wanted.high(), within(error));
    }
}
