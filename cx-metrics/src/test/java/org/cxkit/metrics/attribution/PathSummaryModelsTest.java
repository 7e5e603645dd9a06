package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cxkit.metrics.attribution.AttributionModel.FULL_PATH;
import static org.cxkit.metrics.attribution.AttributionModel.LAST;
import static org.cxkit.metrics.attribution.AttributionModel.LINEAR;
import static org.cxkit.metrics.attribution.AttributionModel.LINEAR_DISTINCT;
import static org.cxkit.metrics.attribution.AttributionModel.PARTICIPATION;
import static org.cxkit.metrics.attribution.AttributionModel.SAME_TOUCH;
import static org.cxkit.metrics.attribution.AttributionModel.TIME_DECAY;
import static org.cxkit.metrics.attribution.AttributionModel.U_SHAPED;
import static org.cxkit.metrics.attribution.AttributionModel.W_SHAPED;
import static org.cxkit.metrics.attribution.AttributionModel.fullPath;
import static org.cxkit.metrics.attribution.AttributionModel.markov;
import static org.cxkit.metrics.attribution.AttributionModel.wShaped;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Models that a summary is made for are told from it as from the journeys themselves. */
class PathSummaryModelsTest
        extends AccumulatorContract<PathSummaryAccumulator, PathSummary, PathSummaryModelsTest.Row> {

    private static final Currency EURO = Currency.getInstance("EUR");

    /** What the summaries here are made for. */
    private static final AttributionModel[] MADE_FOR = {
        markov(3),
        W_SHAPED,
        LAST.excluding("Direct"),
        markov(2).excluding("Direct"),
        FULL_PATH.excluding("Direct", "Email")
    };

    /** What such summaries tell. */
    private static final AttributionModel[] TOLD = {
        LAST,
        U_SHAPED,
        PARTICIPATION,
        markov(1),
        markov(2),
        markov(3),
        W_SHAPED,
        FULL_PATH,
        wShaped(0, 0.6, 0),
        wShaped(0.5, 0, 0.5),
        fullPath(0, 0, 0, 0),
        fullPath(0.1, 0.2, 0.3, 0.4),
        LAST.excluding("Direct"),
        LINEAR.excluding("Direct"),
        LINEAR_DISTINCT.excluding("Direct"),
        markov(1).excluding("Direct"),
        markov(2).excluding("Direct"),
        LAST.excluding("Email", "Direct"),
        W_SHAPED.excluding("Direct", "Email"),
        FULL_PATH.excluding("Direct", "Email"),
    };

    /** What the specification allows rule-based models; both ways of telling Markov chains sum the same whole numbers. */
    private static final double TOLERANCE = 1e-12;

    record Row(List<String> touches, int lead, int opportunity, long conversions, long valueMinor, long lost) {}

    @Override
    protected PathSummaryAccumulator empty() {
        return PathSummary.accumulator(MADE_FOR);
    }

    @Override
    protected @Nullable PathSummaryAccumulator emptyOfAnotherShape() {
        return PathSummary.accumulator(W_SHAPED);
    }

    @Override
    protected void add(PathSummaryAccumulator accumulator, Row row) {
        accumulator.addAll(journeys(List.of(row)), 0, 1);
    }

    @Override
    protected Map<String, Consumer<PathSummaryAccumulator>> refused() {
        Journeys most = Journeys.builder().touch("A").ended(0x1p53, 0).build();
        Map<String, Consumer<PathSummaryAccumulator>> refused = new LinkedHashMap<>();
        refused.put("a path without milestones", all -> all.add(List.of("A"), 1, 0));
        refused.put(
                "half a journey",
                all -> all.addAll(Journeys.builder().touch("A").ended(0, 0.5).build(), 0, 1));
        refused.put("rows that are not there", all -> all.addAll(most, 0, 2));
        return refused;
    }

    @Override
    protected PathSummary fromBytes(byte[] bytes) {
        return PathSummary.fromBytes(bytes);
    }

    @Override
    protected Arbitrary<Row> rows() {
        Arbitrary<List<String>> touches =
                Arbitraries.of("Direct", "Email", "Search", "Social").list().ofMaxSize(7);
        return Combinators.combine(
                        touches,
                        Arbitraries.integers().between(-1, 6),
                        Arbitraries.integers().between(-1, 6),
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 9999),
                        Arbitraries.longs().between(0, 2))
                .as((path, lead, opportunity, conversions, value, lost) -> new Row(
                        path,
                        Math.min(lead, path.size() - 1),
                        Math.min(opportunity, path.size() - 1),
                        conversions,
                        conversions == 0 ? 0 : value,
                        conversions == 0 ? lost + 1 : lost));
    }

    private static Journeys journeys(List<Row> rows) {
        JourneysBuilder all = Journeys.builder();
        for (Row row : rows) {
            row.touches().forEach(all::touch);
            all.ended((double) row.conversions(), Money.ofMinor(row.valueMinor(), EURO), (double) row.lost());
        }
        return all.build()
                .withMilestones(
                        rows.stream().mapToInt(Row::lead).toArray(),
                        rows.stream().mapToInt(Row::opportunity).toArray());
    }

    @Property
    void everyModelIsThatOfTheJourneys(@ForAll("rowLists") List<Row> rows) {
        Journeys journeys = journeys(rows);
        Attribution fromSummary = Attribution.of(PathSummary.of(journeys, MADE_FOR), TOLD);
        Attribution fromJourneys = Attribution.of(journeys, TOLD);
        assertThat(fromSummary.value()).isEqualTo(fromJourneys.value());
        for (AttributionModel model : TOLD) {
            List<ChannelCredit> told = fromSummary.model(model).orElseThrow().channels();
            List<ChannelCredit> wanted = fromJourneys.model(model).orElseThrow().channels();
            assertThat(told)
                    .as(model.toString())
                    .extracting(ChannelCredit::channel)
                    .isEqualTo(wanted.stream().map(ChannelCredit::channel).toList());
            for (int i = 0; i < wanted.size(); i++) {
                near(told.get(i).conversions(), wanted.get(i).conversions(), model);
                near(told.get(i).value(), wanted.get(i).value(), model);
            }
        }
    }

    private static void near(double told, double wanted, AttributionModel model) {
        assertThat(told).as(model.toString()).isCloseTo(wanted, within(TOLERANCE * Math.max(1, wanted)));
    }

    @Property
    void anyPartitionGivesTheSameSummaryAndADayCanBeTakenAway(
            @ForAll("rowLists") List<Row> rows, @ForAll @IntRange(max = 12) int cut) {
        Journeys journeys = journeys(rows);
        int middle = Math.min(cut, rows.size());
        PathSummary all = PathSummary.of(journeys, MADE_FOR);
        PathSummary start = PathSummary.of(journeys, 0, middle, MADE_FOR);
        PathSummary end = PathSummary.of(journeys.rows(middle, rows.size()), MADE_FOR);
        assertThat(start.plus(end)).isEqualTo(all).hasSameHashCodeAs(all);
        assertThat(all.minus(end)).isEqualTo(start);
        assertThat(PathSummary.accumulator(MADE_FOR)
                        .addAll(journeys, 0, middle)
                        .addAll(journeys, middle, rows.size())
                        .result())
                .isEqualTo(all);
        assertThat(PathSummary.fromBytes(all.toBytes())).isEqualTo(all);
    }

    /** Whatever happens between the ends, a length has at most 17 shapes, and one touch has four. */
    @Test
    void shapesOfPathsAreFew() {
        for (int length : new int[] {1, 2, 3, 4, 5, 40}) {
            int last = length - 1;
            long shapes = Stream.iterate(Journeys.NONE, lead -> lead <= last, lead -> lead + 1)
                    .flatMap(lead -> Stream.iterate(Journeys.NONE, touch -> touch <= last, touch -> touch + 1)
                            .map(opportunity -> PathShape.of(length, lead, opportunity)))
                    .distinct()
                    .count();
            assertThat(shapes).isEqualTo(length == 1 ? 4 : length == 2 ? 9 : length == 3 ? 16 : 17);
        }
    }

    @Test
    void whatItWasNotMadeForIsRefused() {
        Journeys journeys = Journeys.builder().touch("Search").converted().build();
        PathSummary summary = PathSummary.of(journeys, markov(2), LAST.excluding("Direct"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribution.of(summary, markov(3)))
                .withMessage(
                        "this summary was not made for \"Markov order 3\", which needs positions, Markov up to order"
                                + " 3: it counts positions, Markov up to order 2; without \"Direct\" positions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribution.of(summary, W_SHAPED.excluding("Direct")))
                .withMessageStartingWith("this summary was not made for \"W-shaped 30/30/30/10 excluding Direct\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribution.of(summary, LAST.excluding("Email")))
                .withMessageStartingWith("this summary was not made for \"last excluding Email\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribution.of(summary, TIME_DECAY))
                .withMessage("a summary of paths has no ages: \"time decay 7 d\" is told from journeys, or from a tally"
                        + " of credit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathSummary.of(journeys, SAME_TOUCH))
                .withMessage("a summary of paths has no ages: \"same touch\" is told from journeys, or from a tally of"
                        + " credit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary.plus(PathSummary.of(journeys, W_SHAPED)))
                .withMessage("summaries made for the same wanted, got positions, Markov up to order 2; without"
                        + " \"Direct\" positions and positions, milestones");
    }

    /** A path whose milestones nobody told is not one that reached none. */
    @Test
    void milestonesAreNotToldFromBarePaths() {
        PathSummaryAccumulator all = PathSummary.accumulator(W_SHAPED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.add(List.of("Search"), 1, 0))
                .withMessage("a summary with milestones must be told from journeys: paths alone have none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.add(List.of("Search"), 1, Money.of("1.00", "EUR"), 0))
                .withMessage("a summary with milestones must be told from journeys: paths alone have none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathSummaryAccumulator.collector(W_SHAPED))
                .withMessage("a summary with milestones must be told from journeys: paths alone have none");
        assertThat(all.result()).isEqualTo(PathSummary.empty(FULL_PATH));
    }

    /** The parts of a summary are of the same journeys: what one of them has left the others must have left too. */
    @Test
    void whatNoPartCouldHaveLeftCannotBeTakenAway() {
        PathSummary both = PathSummary.of(lost("Direct A", "Direct"), LAST.excluding("Direct"));
        PathSummary other = PathSummary.of(lost("Direct Direct A"), LAST.excluding("Direct"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.minus(other))
                .withMessage("cannot take away more than was counted: " + other + ", of " + both);
        PathSummary long1 = PathSummary.of(lost("A B C B D"), markov(1));
        PathSummary short1 = PathSummary.of(lost("A B D"), markov(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> long1.minus(short1))
                .withMessage("cannot take away what was counted otherwise: no journey leads to what is left");
    }

    private static Journeys lost(String... paths) {
        JourneysBuilder all = Journeys.builder();
        Stream.of(paths).forEach(path -> all.add(List.of(path.split(" ", -1)), 0, null, 1));
        return all.build();
    }

    /** A fraction elsewhere does not matter; one here is named. */
    @Test
    void onlyRowsOfTheRangeMustBeWhole() {
        Journeys journeys = Journeys.builder()
                .touch("A")
                .ended(0.5, 0)
                .touch("A")
                .ended(2, 1)
                .build();
        assertThat(PathSummary.of(journeys, 1, 2)).isEqualTo(PathSummary.of(journeys.rows(1, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathSummary.of(journeys))
                .withMessage("a whole number of conversions wanted, row 0 has 0.5");
    }

    @Test
    void twoModelsOfOneNameAreRefused() {
        Journeys journeys = Journeys.builder().touch("A").converted().build();
        AttributionModel one = AttributionModel.position(0.1, 0.2);
        assertThat(Attribution.of(journeys, one, one).models()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribution.of(journeys, one, AttributionModel.position(0.100000001, 0.2)))
                .withMessage("two models are called \"position 10/70/20\", since their shares are the same but for"
                        + " rounding");
    }

    /** The lead of a day that was counted otherwise: positions would not notice, milestones do. */
    @Test
    void aDayWithOtherMilestonesCannotBeTakenAway() {
        Journeys day =
                Journeys.builder().touch("A").touch("B").touch("C").ended(1, 0).build();
        PathSummary lead = PathSummary.of(day.withMilestones(new int[] {1}, new int[] {-1}), W_SHAPED);
        PathSummary none = PathSummary.of(day, W_SHAPED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lead.minus(none))
                .withMessage("cannot take away more than was counted: " + none + ", of " + lead);
    }
}
