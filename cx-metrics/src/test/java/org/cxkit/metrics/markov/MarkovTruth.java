package org.cxkit.metrics.markov;

import com.fasterxml.jackson.databind.JsonNode;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.truth.TruthCase;

/** The Markov case of truth/attribution.json: fractions told by hand. */
public final class MarkovTruth {
    /** The specification allows 1e-9; elimination keeps all digits but some. */
    private static final double TOLERANCE = 1e-12;

    private MarkovTruth() {}

    /** Compares the case with what the chain tells. */
    public static void compare(JsonNode truth) {
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
