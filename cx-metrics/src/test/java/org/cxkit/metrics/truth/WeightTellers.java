package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.GroupedAccumulator;
import org.cxkit.metrics.design.DesignNps;
import org.cxkit.metrics.design.SamplingDesign;
import org.cxkit.metrics.design.SamplingUnit;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.weight.RakedWeights;
import org.cxkit.metrics.weight.Raking;
import org.cxkit.metrics.weight.SurveyInterval;
import org.cxkit.metrics.weight.WeightedAccumulator;
import org.cxkit.metrics.weight.WeightedCsat;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedNps;
import org.cxkit.metrics.weight.WeightedTally;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package weight is for. */
final class WeightTellers {
    static final Map<String, Teller> TELLERS = Map.of(
            "nps.weighted", WeightTellers::nps,
            "csat.weighted", WeightTellers::csat,
            "nps.design", WeightTellers::design,
            "weights", WeightTellers::weights);

    private WeightTellers() {}

    private static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static Map<String, @Nullable Object> nps(JsonNode input) {
        WeightedNps nps = WeightedNps.of(Teller.ints(input.get("answers")), doubles(input.get("weights")));
        WeightedMean share = nps.estimate();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/n", nps.responses());
        told.put("/sumW", nps.sample().weight());
        told.put("/sumW2", nps.sample().squaredWeight());
        told.put("/share", nps.share());
        told.put("/score", nps.score());
        told.put("/promoterShare", nps.share(Band.PROMOTER));
        told.put("/passiveShare", nps.share(Band.PASSIVE));
        told.put("/detractorShare", nps.share(Band.DETRACTOR));
        told.put("/nEff", nps.sample().effectiveN());
        told.put("/kishDeff", nps.sample().designEffect());
        told.put("/cvWeightsPop", nps.sample().variation());
        told.put("/linearisedSe", share.linearisedError());
        told.put("/linearisedVarPop", share.variance());
        told.put("/seNeff", share.effectiveNError());
        told.put("/surveyDeff", share.designEffect().toOptional().orElse(null));
        Teller.put(told, "/adjustedWaldNeff95", nps.interval(0.95).times(0.01));
        Teller.put(
                told, "/scoreNeff95", nps.interval(NetShareInterval.SCORE, 0.95).times(0.01));
        return told;
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

    /** Net promoters themselves as ratings. */
    private static final RatingScale NET = new RatingScale(-1, 1);

    private static final Bands NET_BANDS = new Bands(NET, -1, 1);

    private static Map<String, @Nullable Object> design(JsonNode input) {
        int[] s = Teller.ints(input.get("s"));
        DesignNps nps;
        if (input.has("populationOfStratum")) {
            Map<String, Long> people = new LinkedHashMap<>();
            input.get("populationOfStratum")
                    .properties()
                    .forEach(size -> people.put(size.getKey(), size.getValue().asLong()));
            GroupedAccumulator<String, RatingAccumulator, RatingTally> strata =
                    GroupedAccumulator.of(RatingAccumulator.create(NET));
            for (int i = 0; i < s.length; i++) {
                strata.at(input.get("stratum").get(i).asText()).add(s[i]);
            }
            nps = DesignNps.stratified(people, NET_BANDS, strata.result());
        } else {
            GroupedAccumulator<SamplingUnit, WeightedAccumulator, WeightedTally> units =
                    GroupedAccumulator.of(WeightedAccumulator.create(NET));
            for (int i = 0; i < s.length; i++) {
                units.at(unit(input, i)).add(s[i], input.get("weights").get(i).asDouble());
            }
            nps = DesignNps.of(SamplingDesign.LARGE_POPULATION, NET_BANDS, units.result());
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/share", nps.estimate().value());
        told.put("/se", nps.shareError());
        return told;
    }

    private static SamplingUnit unit(JsonNode input, int i) {
        if (!input.has("location")) {
            return SamplingUnit.ofStratum(input.get("stratum").get(i).asText());
        }
        String cluster = input.get("location").get(i).asText();
        return input.has("stratum")
                ? SamplingUnit.of(input.get("stratum").get(i).asText(), cluster)
                : SamplingUnit.ofCluster(cluster);
    }

    private static Map<String, @Nullable Object> weights(JsonNode input) {
        int[] s = Teller.ints(input.get("s"));
        String[] groups = texts(input.get("g"));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (input.has("populationG")) {
            Map<String, Double> sizes = sizes(input.get("populationG"));
            put(told, Raking.of(s.length).to("g", groups, sizes).rake());
            double[] ones = DoubleStream.generate(() -> 1).limit(s.length).toArray();
            DesignNps nps = DesignNps.postStratified(sizes, NET_BANDS, WeightedTally.by(NET, groups, bytes(s), ones));
            told.put("/share", nps.estimate().value());
            told.put("/se", nps.shareError());
            return told;
        }
        RakedWeights raked = Raking.of(s.length)
                .to("g", groups, sizes(input.get("marginG")))
                .to("a", texts(input.get("a")), sizes(input.get("marginA")))
                .rake();
        put(told, raked);
        told.put(
                "/share",
                WeightedNps.of(NET_BANDS, WeightedTally.of(NET, s, raked.weights()))
                        .share());
        told.put("/nEff", raked.sample().effectiveN());
        return told;
    }

    private static void put(Map<String, @Nullable Object> told, RakedWeights raked) {
        double[] weights = raked.weights();
        for (int i = 0; i < weights.length; i++) {
            told.put("/weights/" + i, weights[i]);
        }
    }

    private static byte[] bytes(int[] ratings) {
        byte[] bytes = new byte[ratings.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ratings[i];
        }
        return bytes;
    }

    private static String[] texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toArray(String[]::new);
    }

    private static Map<String, Double> sizes(JsonNode object) {
        Map<String, Double> sizes = new LinkedHashMap<>();
        object.properties()
                .forEach(size -> sizes.put(size.getKey(), size.getValue().asDouble()));
        return sizes;
    }
}
