package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.cxkit.truth.TruthCase;

/** The cases of truth/attribution.json over ages and milestones: hand figures. */
final class JourneyRuleTruth {

    /** The relative error that SPEC-attribution §7 allows rule-based models. */
    private static final double TOLERANCE = 1e-12;

    private JourneyRuleTruth() {}

    /** All ages are whole half-lives, so stepped and continuous decay are the same here. */
    static void timeDecay(JsonNode truth) {
        Duration halfLife = Duration.ofDays(truth.at("/params/half_life_days").asLong());
        JourneysBuilder journeys = Journeys.builder();
        for (JsonNode row : truth.get("input")) {
            journeys.touch(
                    row.get("touch").asText(),
                    Duration.ofDays(row.get("age_days").asLong()));
        }
        journeys.converted();
        assertThat(AttributionModel.timeDecay(halfLife)).isEqualTo(AttributionModel.TIME_DECAY);
        for (AttributionModel model :
                List.of(AttributionModel.TIME_DECAY, AttributionModel.steppedTimeDecay(halfLife))) {
            TruthCase expected = new TruthCase(truth.get("expected"));
            compare(expected, "weights", CreditTally.of(model, journeys.build()));
            expected.done();
        }
    }

    /** Compares the case of milestones. */
    static void milestones(JsonNode truth) {
        JsonNode shares = truth.at("/params/weights");
        AttributionModel model = AttributionModel.wShaped(
                shares.get(0).asDouble(),
                shares.get(1).asDouble(),
                shares.get(2).asDouble());
        assertThat(model).isEqualTo(AttributionModel.W_SHAPED).hasToString("W-shaped 30/30/30/10");
        List<String> touches = new ArrayList<>();
        truth.at("/input/touches").forEach(touch -> touches.add(touch.asText()));
        List<String> three = List.of("A", "B", "C");
        TruthCase expected = new TruthCase(truth.get("expected"));
        compare(
                expected,
                "weights",
                credit(
                        model,
                        touches,
                        truth.at("/input/milestones/leadCreation").asInt(),
                        truth.at("/input/milestones/opportunityCreation").asInt()));
        compare(expected, "coinciding_first_and_lead(touches=[A,B,C], milestones 0,0,2)", credit(model, three, 0, 2));
        compare(expected, "only_milestones(touches=[A,B,C], 0,1,2)", credit(model, three, 1, 2));
        compare(expected, "single_touch", credit(model, List.of("A"), 0, 0));
        expected.done();
    }

    private static CreditTally credit(AttributionModel model, List<String> touches, int lead, int opportunity) {
        JourneysBuilder journeys = Journeys.builder();
        touches.forEach(journeys::touch);
        return CreditTally.of(
                model, journeys.converted().build().withMilestones(new int[] {lead}, new int[] {opportunity}));
    }

    private static void compare(TruthCase expected, String group, CreditTally credit) {
        assertThat(expected.keys("/" + group)).containsExactlyInAnyOrderElementsOf(credit.channels());
        for (String channel : credit.channels()) {
            expected.closeTo("/" + group + "/" + channel, credit.conversions(channel), TOLERANCE);
        }
    }
}
