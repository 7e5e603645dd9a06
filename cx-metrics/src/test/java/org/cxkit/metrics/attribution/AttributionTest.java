package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cxkit.metrics.attribution.AttributionModel.FIRST;
import static org.cxkit.metrics.attribution.AttributionModel.LAST;
import static org.cxkit.metrics.attribution.AttributionModel.LINEAR;
import static org.cxkit.metrics.attribution.AttributionModel.U_SHAPED;
import static org.cxkit.metrics.attribution.AttributionModel.position;

import java.time.Duration;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathCount;
import org.cxkit.metrics.path.PathTally;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final PathTally PATHS = PathTally.accumulator()
            .converted("Search > Email > Direct", 2, Money.of("120.00", "EUR"))
            .converted("Search", 1, Money.of("30.00", "EUR"))
            .lost("Search", 3)
            .converted("Social > Email", 1, Money.of("50.00", "EUR"))
            .lost("Social > Email", 1)
            .result();

    @Test
    void theModelsStandSideBySide() {
        assertThat(Attribution.of(PATHS, FIRST, LAST, LINEAR, position(0.4, 0.4)))
                .hasToString("""
                        4 conversions worth 200.00 EUR, 4 lost
                        conversions         first          last        linear  position 40/20/40
                        Direct       0.00   0.0 %  2.00  50.0 %  0.67  16.7 %       0.80  20.0 %
                        Email        0.00   0.0 %  1.00  25.0 %  1.17  29.2 %       0.90  22.5 %
                        Search       3.00  75.0 %  1.00  25.0 %  1.67  41.7 %       1.80  45.0 %
                        Social       1.00  25.0 %  0.00   0.0 %  0.50  12.5 %       0.50  12.5 %

                        value in EUR   first    last  linear  position 40/20/40
                        Direct          0.00  120.00   40.00              48.00
                        Email           0.00   50.00   65.00              49.00
                        Search        150.00   30.00   70.00              78.00
                        Social         50.00    0.00   25.00              25.00
                        """);
    }

    @Test
    void conversionsWithoutATouchHaveARowOfTheirOwnSoThatTotalsAreConserved() {
        PathTally paths = PATHS.plus(PathTally.accumulator()
                .converted(List.of(), 2, Money.of("7", "EUR"))
                .result());
        ModelCredit first = Attribution.of(paths, FIRST).models().get(0);
        assertThat(first.channels().get(4)).isEqualTo(new ChannelCredit("(unattributed)", 2, 7));
        assertThat(first.channels().stream()
                        .mapToDouble(ChannelCredit::conversions)
                        .sum())
                .isEqualTo(6);
        assertThat(first.channels().stream().mapToDouble(ChannelCredit::value).sum())
                .isEqualTo(207);
    }

    @Test
    void aChannelIsLeftOutUnlessThePathHasNoOther() {
        PathTally paths = PathTally.accumulator()
                .converted("Search > Direct", 1)
                .converted("Direct > Direct", 1)
                .result();
        Attribution told = Attribution.of(paths, LAST, LAST.excluding(" Direct "));
        assertThat(told.model(LAST).orElseThrow().channel("Direct")).contains(new ChannelCredit("Direct", 2, 0));
        assertThat(told.model(LAST.excluding("Direct")).orElseThrow().channel("Direct"))
                .contains(new ChannelCredit("Direct", 1, 0));
        assertThat(LAST.excluding("Direct")).hasToString("last excluding Direct");
        assertThat(LAST.excluding("B").excluding("A").excluded()).containsExactly("A", "B");
        assertThat(told.model(FIRST)).isEmpty();
        assertThatThrownBy(() -> LAST.excluding("Direct", "(null)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a channel to leave out has the reserved name (null)");
        assertThatThrownBy(() -> LAST.excluding(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a channel to leave out is blank");
    }

    @Test
    void nothingConvertedGivesNoShare() {
        Attribution told =
                Attribution.of(PathTally.accumulator().lost("Search", 2).result(), FIRST);
        assertThat(told.share(told.models().get(0).channels().get(0))).isEqualTo(Outcome.noData("no conversions"));
        assertThat(told).hasToString("""
                        0 conversions, 2 lost
                        conversions  first
                        Search        0.00
                        """);
        assertThat(Attribution.of(PathTally.accumulator().result(), FIRST)
                        .models()
                        .get(0)
                        .channels())
                .isEmpty();
    }

    @Test
    void theTwoTouchRuleSharesAsFirstToLast() {
        PathTally two = PathTally.accumulator().converted("A > B", 1).result();
        // Adobe's documented numbers: 0.2 and 0.6 become 0.25 and 0.75; by convention halves where both are 0
        ModelCredit shaped = Attribution.of(two, position(0.2, 0.6)).models().get(0);
        assertThat(shaped.channels().get(0).conversions()).isCloseTo(0.25, within(1e-15)); // 0.2 + 0.6 is rounded
        assertThat(shaped.channels().get(1).conversions()).isCloseTo(0.75, within(1e-15));
        assertThat(Attribution.of(two, position(0, 0)).models().get(0).channels())
                .extracting(ChannelCredit::conversions)
                .containsExactly(0.5, 0.5);
        assertThat(position(0.4, 0.4)).isEqualTo(U_SHAPED).hasSameHashCodeAs(U_SHAPED);
        assertThat(position(0.125, 0)).hasToString("position 12.5/87.5/0");
    }

    @Test
    void impossibleWeightsAreRefused() {
        assertThatThrownBy(() -> position(0.7, 0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares must be at least 0 and at most 1 together, got 0.7 and 0.4");
        assertThatThrownBy(() -> position(Double.NaN, 0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares must be at least 0 and at most 1 together, got NaN and 0.4");
        assertThatThrownBy(() -> Attribution.of(PATHS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one attribution model wanted, got none");
        assertThatThrownBy(() -> new ChannelCredit("A", Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("credit of A must be finite, got NaN conversions and value 0.0");
        assertThatThrownBy(() -> new Attribution(-1, null, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts must not be negative: conversions=-1, lost=0");
    }

    /** SPEC-attribution §3.4: ChannelAttribution casts 1.9 conversions to 1, silently. */
    @Test
    void defect4NothingIsTruncated() {
        assertThatThrownBy(() -> PathTally.accumulator().converted("Search", 1, Money.of("1.999", "EUR")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("1.999 EUR is no whole number of minor units in the range of a long");
        PathTally large =
                PathTally.accumulator().converted("A > B > C", (1L << 53) + 1).result();
        assertThat(large.conversions()).isEqualTo((1L << 53) + 1); // one that a double would lose
    }

    /** SPEC-attribution §3.5: DP6 weighs null paths by their value, so that they weigh nothing. */
    @Test
    void defect5NullPathsAreNeverDropped() {
        PathTally paths = PathTally.accumulator()
                .converted("A", 1, Money.of("10", "EUR"))
                .lost("A", 9)
                .lost("B", 5)
                .result();
        assertThat(paths.lost()).isEqualTo(14);
        assertThat(paths.channels()).containsExactly("A", "B");
        assertThat(PathTally.fromBytes(paths.toBytes()).lost()).isEqualTo(14);
        assertThat(Attribution.of(paths, FIRST).lost()).isEqualTo(14);
        assertThat(Attribution.of(paths, FIRST).models().get(0).channel("B")).contains(new ChannelCredit("B", 0, 0));
    }

    /** SPEC-attribution §3.8: fractribution does not add the revenue of two rows that share a path. */
    @Test
    void defect8ValueIsAddedWhereTwoRowsShareAPath() {
        PathTally paths = PathTally.accumulator()
                .converted("A > B", 1, Money.of("10", "EUR"))
                .converted("A > B", 1, Money.of("5", "EUR"))
                .result();
        assertThat(paths.paths()).containsExactly(new PathCount(List.of("A", "B"), 2, Money.of("15", "EUR"), 0));
    }

    @Test
    void rowsComeByNameOrInTheOrderThatTheCallerGives() {
        Attribution byName = Attribution.of(
                PathTally.accumulator()
                        .converted("Search > Email", 2)
                        .converted("Direct", 1)
                        .converted(List.of(), 1)
                        .result(),
                AttributionModel.LAST,
                AttributionModel.markov(1));
        Attribution ordered = byName.inOrder(List.of("Search", "Direct", "Search"));
        for (ModelCredit model : ordered.models()) {
            assertThat(model.channels().stream().map(ChannelCredit::channel))
                    .containsExactly("Search", "Direct", "Email", "(unattributed)");
        }
        assertThat(ordered.model(AttributionModel.LAST).orElseThrow().channel("Email"))
                .isEqualTo(byName.model(AttributionModel.LAST).orElseThrow().channel("Email"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byName.inOrder(List.of("Print")))
                .withMessage("no channel \"Print\" has credit");
    }

    /** By same touch nothing is credited here: what one model leaves unattributed has a row in all of them. */
    @Test
    void allModelsHaveTheSameRows() {
        Journeys journeys = Journeys.builder()
                .touch("Search", Duration.ofDays(1))
                .converted()
                .build();
        String table = """
                1 conversion, 0 lost
                conversions        same touch            last
                Search           0.00   0.0 %  1.00 100.0 %
                (unattributed)   1.00 100.0 %  0.00   0.0 %
                """;
        Attribution told = Attribution.of(journeys, AttributionModel.SAME_TOUCH, LAST);
        assertThat(told.models())
                .allSatisfy(model -> assertThat(model.channels())
                        .extracting(ChannelCredit::channel)
                        .containsExactly("Search", "(unattributed)"));
        assertThat(told.toString().replaceAll(" +", " ")).isEqualTo(table.replaceAll(" +", " "));
        assertThat(AttributionIntervals.of(journeys, 1, LAST, AttributionModel.SAME_TOUCH)
                        .toString())
                .contains("Search", "(unattributed)");
    }

    /** Nobody knows where the lead is on a path without one: all would go to the touches that are known. */
    @Test
    void milestonesAreNotToldFromPaths() {
        for (AttributionModel model : List.of(AttributionModel.W_SHAPED, AttributionModel.FULL_PATH)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Attribution.of(PATHS, LAST, model))
                    .withMessage("\"" + model + "\" must be told from journeys with milestones: paths have none");
        }
    }

    /** 0.2 and 0.6 of two touches: the rest of 0.2 halved is 0.3 and 0.7, scaled it is 0.25 and 0.75. */
    @Test
    void theRestOfTwoTouchesIsHalvedOrScaled() {
        PathTally two = PathTally.accumulator().converted("A > B", 10).result();
        Attribution told = Attribution.of(two, position(0.2, 0.6, TwoTouches.REST_HALVED), position(0.2, 0.6));
        double[][] wanted = {{3, 7}, {2.5, 7.5}};
        for (int model = 0; model < wanted.length; model++) {
            for (int channel = 0; channel < 2; channel++) {
                assertThat(told.models().get(model).channels().get(channel).conversions())
                        .isCloseTo(wanted[model][channel], within(1e-14)); // tenths are rounded
            }
        }
    }

    /** Participation of A > A > B: one conversion for each of both, and so twice as many as there are. */
    @Test
    void everyChannelOfAPathParticipatesOnce() {
        PathTally paths = PathTally.accumulator()
                .converted("A > A > B", 3)
                .converted("B", 1)
                .result();
        Attribution told = Attribution.of(paths, AttributionModel.PARTICIPATION, AttributionModel.SHAPLEY);
        assertThat(told.models().get(0).channels())
                .extracting(ChannelCredit::conversions)
                .containsExactly(3.0, 4.0);
        assertThat(told.models().get(1).channels())
                .extracting(ChannelCredit::conversions)
                .containsExactly(1.5, 2.5);
    }
}
