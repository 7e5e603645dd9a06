package org.cxkit.metrics.markov;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The Markov case of truth/attribution.json: fractions told by hand. */
class MarkovTruthTest {
    private static final String FILE = "attribution.json";
    private static final String CASE = "markov-o1-three-paths";

    /** The specification allows 1e-9; elimination keeps all digits but some. */
    private static final double TOLERANCE = 1e-12;

    @Test
    void everyFigureOfTheCaseIsReproduced() {
        compare(TruthCase.read(FILE, CASE));
    }

    @TestFactory
    Stream<DynamicTest> anAlteredLeafIsSeen() {
        JsonNode truth = TruthCase.read(FILE, CASE);
        return TruthCase.leaves(truth.get("expected")).stream()
                .map(leaf -> DynamicTest.dynamicTest(leaf, () -> {
                    JsonNode altered = TruthCase.altered(truth, "/expected" + leaf);
                    assertThatThrownBy(() -> compare(altered)).isInstanceOf(AssertionError.class);
                }));
    }

    private static void compare(JsonNode truth) {
        PathAccumulator paths = PathTally.accumulator();
        for (JsonNode row : truth.get("input")) {
            String path = row.get("path").asText();
            paths.converted(
                            path,
                            row.get("conversions").asLong(),
                            Money.of(row.get("value").asText(), "EUR"))
                    .lost(path, row.get("nulls").asLong());
        }
        MarkovChain chain =
                MarkovChain.of(paths.result(), truth.at("/params/order").asInt());
        TruthCase expected = new TruthCase(truth.get("expected"));
        expected.closeTo("/p_conversion", chain.conversionProbability(), TOLERANCE);
        for (RemovalEffect effect : chain.removalEffects()) {
            expected.closeTo("/removal_effect/" + effect.removed().get(0), effect.conversions(), TOLERANCE);
        }
        for (MarkovCredit credit : chain.credit()) {
            expected.closeTo("/attributed_conversions/" + credit.channel(), credit.conversions(), TOLERANCE);
        }
        for (Transition step : chain.transitions()) {
            expected.closeTo(
                    "/transition_probabilities/" + step.from() + " -> " + step.to(), step.probability(), TOLERANCE);
        }
        expected.done();
    }
}
