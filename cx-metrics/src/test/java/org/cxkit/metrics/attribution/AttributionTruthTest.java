package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cxkit.metrics.attribution.AttributionModel.FIRST;
import static org.cxkit.metrics.attribution.AttributionModel.INVERSE_J;
import static org.cxkit.metrics.attribution.AttributionModel.J_SHAPED;
import static org.cxkit.metrics.attribution.AttributionModel.LAST;
import static org.cxkit.metrics.attribution.AttributionModel.LINEAR;
import static org.cxkit.metrics.attribution.AttributionModel.LINEAR_DISTINCT;
import static org.cxkit.metrics.attribution.AttributionModel.U_SHAPED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.channel.ChannelTruth;
import org.cxkit.metrics.markov.MarkovTruth;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.shapley.ShapleyTruth;
import org.cxkit.metrics.touch.RepeatConversions;
import org.cxkit.metrics.touch.TouchLog;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of truth/attribution.json, one test each: exact rationals and hand figures. */
class AttributionTruthTest {

    private static final String FILE = "attribution.json";

    /** The relative error that SPEC-attribution §7 allows rule-based models. */
    private static final double TOLERANCE = 1e-12;

    private static final Map<String, Consumer<JsonNode>> CASES = Map.of(
            "heuristics-edge-lengths", AttributionTruthTest::heuristics,
            "lookback-and-repeat-conversions", AttributionTruthTest::lookback,
            "time-decay-7d", JourneyRuleTruth::timeDecay,
            "w-shaped", JourneyRuleTruth::milestones,
            "markov-o1-three-paths", MarkovTruth::compare,
            "shapley-subset-conversions", ShapleyTruth::compare,
            "channel-funnel", ChannelTruth::funnel,
            "roi-roas", ChannelTruth::returns);

    @TestFactory
    Stream<DynamicTest> everyFigureOfACaseIsReproduced() {
        return CASES.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> one.getValue().accept(TruthCase.read(FILE, one.getKey()))));
    }

    @TestFactory
    Stream<DynamicTest> anAlteredLeafIsSeen() {
        return CASES.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    JsonNode truth = TruthCase.read(FILE, one.getKey());
                    for (String leaf : TruthCase.leaves(truth.get("expected"))) {
                        JsonNode altered = TruthCase.altered(truth, "/expected" + leaf);
                        assertThatThrownBy(() -> one.getValue().accept(altered))
                                .as(leaf)
                                .isInstanceOf(AssertionError.class);
                    }
                }));
    }

    @Test
    void everyCaseOfTheFileIsServed() {
        assertThat(TruthCase.ids(FILE)).containsExactlyInAnyOrderElementsOf(CASES.keySet());
    }

    private static void heuristics(JsonNode truth) {
        String direct = truth.at("/params/excluded_channel").asText();
        Map<String, AttributionModel> models = new TreeMap<>(Map.of(
                "first_touch", FIRST,
                "last_touch", LAST,
                "linear_per_touch", LINEAR,
                "linear_per_distinct_channel", LINEAR_DISTINCT,
                "position_40_20_40", U_SHAPED,
                "j_20_20_60", J_SHAPED,
                "inverse_j_60_20_20", INVERSE_J));
        models.put("last_non_direct", LAST.excluding(direct));
        models.put("linear_excluding_direct", LINEAR.excluding(direct));
        models.put(
                "position_40_20_40_excluding_direct",
                AttributionModel.position(0.4, 0.4).excluding(direct));
        models.put("first_touch_excluding_direct", FIRST.excluding(direct));
        PathAccumulator paths = PathTally.accumulator();
        for (JsonNode row : truth.get("input")) {
            String path = row.get("path").asText();
            paths.converted(
                            path,
                            row.get("conversions").asLong(),
                            Money.of(row.get("value").asText(), "EUR"))
                    .lost(path, row.get("nulls").asLong());
        }
        Attribution told = Attribution.of(paths.result(), models.values().toArray(new AttributionModel[0]));
        TruthCase expected = new TruthCase(truth.get("expected"));
        models.forEach((name, model) -> {
            for (ChannelCredit credit : told.model(model).orElseThrow().channels()) {
                expected.closeTo("/" + name + "/conversions/" + credit.channel(), credit.conversions(), TOLERANCE);
                expected.closeTo("/" + name + "/value/" + credit.channel(), credit.value(), TOLERANCE);
            }
        });
        expected.done();
    }

    private static void lookback(JsonNode truth) {
        TouchLog log = TouchLog.create();
        List<Money> values = new ArrayList<>();
        for (JsonNode row : truth.get("input")) {
            Instant at = Instant.parse(row.get(0).asText());
            if (row.get(1).asText().equals("touch")) {
                log.touch("p1", at, row.get(2).asText());
            } else {
                values.add(Money.of(row.get(2).asText(), "EUR"));
                log.converted("p1", at, values.get(values.size() - 1));
            }
        }
        Duration days = Duration.ofDays(truth.at("/params/lookback_days").asLong());
        PathTally all = log.paths(days, RepeatConversions.ALL);
        PathTally reset = log.paths(days, RepeatConversions.RESET);
        TruthCase expected = new TruthCase(truth.get("expected"));
        equalPaths(expected, "/path_per_conversion_all_touches_in_window", all, values);
        equalPaths(expected, "/path_per_conversion_reset_after_conversion", reset, values);
        Map<String, PathTally> tallies = new TreeMap<>(Map.of("all", all, "reset", reset));
        Map<String, AttributionModel> models = new TreeMap<>(Map.of("first", FIRST, "last", LAST, "linear", LINEAR));
        tallies.forEach((rule, tally) ->
                models.forEach((name, model) -> equalValues(expected, "/" + name + "_value_" + rule, tally, model)));
        PathTally sixty = log.paths(Duration.ofDays(60), RepeatConversions.ALL);
        equalValues(expected, "/lookback_60_first_value_all", sixty, FIRST);
        expected.done();
    }

    /** The conversions of the case have distinct values, so each path is found by its value. */
    private static void equalPaths(TruthCase expected, String at, PathTally tally, List<Money> values) {
        assertThat(tally.paths()).hasSameSizeAs(values);
        for (int i = 0; i < values.size(); i++) {
            Money value = values.get(i);
            List<String> touches = tally.paths().stream()
                    .filter(path -> value.equals(path.value()))
                    .findFirst()
                    .orElseThrow()
                    .touches();
            if (touches.isEmpty()) {
                assertThat(expected.leaf(at + "/" + i).isArray()).isTrue();
            }
            for (int touch = 0; touch < touches.size(); touch++) {
                expected.equalText(at + "/" + i + "/" + touch, touches.get(touch));
            }
        }
    }

    /** The case lists no channel without credit; such a row must be zero. */
    private static void equalValues(TruthCase expected, String at, PathTally tally, AttributionModel model) {
        List<String> listed = expected.keys(at);
        Attribution told = Attribution.of(tally, model);
        for (ChannelCredit credit : told.models().get(0).channels()) {
            if (listed.contains(credit.channel())) {
                expected.closeTo(at + "/" + credit.channel(), credit.value(), TOLERANCE);
            } else {
                assertThat(credit.value()).as(at + " " + credit.channel()).isZero();
            }
        }
    }
}
