package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.weight.SurveyInterval;
import org.cxkit.metrics.weight.WeightedCsat;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedTally;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package weight is for. */
final class WeightTellers {
    static final Map<String, Teller> TELLERS = Map.of("csat.weighted", WeightTellers::csat);

    private WeightTellers() {}

    private static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static Map<String, @Nullable Object> csat(JsonNode input) {
        WeightedCsat csat = WeightedCsat.of(
                Boxes.of(1),
                WeightedTally.of(new RatingScale(0, 1), Teller.ints(input.get("y")), doubles(input.get("weights"))));
        WeightedMean share = csat.estimate();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/p", share.value());
        told.put("/se", share.linearisedError());
        told.put("/df", share.degreesOfFreedom());
        Teller.put(told, "/logit", csat.interval(SurveyInterval.LOGIT, 0.95));
        Teller.put(told, "/asin", csat.interval(SurveyInterval.ASIN, 0.95));
        Teller.put(told, "/beta", csat.interval(SurveyInterval.BETA, 0.95));
        // the peer does not keep its plain interval within 0 to 1
        Teller.put(told, "/mean", share.interval(0.95));
        return told;
    }
}
