package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Adjustment;
import org.cxkit.metrics.compare.ChiSquareTest;
import org.cxkit.metrics.compare.NpsDifference;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.TestResult;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.joint.JointTally;
import org.cxkit.metrics.joint.NpsChange;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.trend.ShareTrend;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package comparison is for. */
final class ComparisonTellers {
    static final Map<String, Teller> TELLERS = Map.of(
            "nps.twoSample", ComparisonTellers::twoSample,
            "nps.paired", ComparisonTellers::paired,
            "nps.multi", ComparisonTellers::multi);

    /** From points to the share scale of the file. */
    private static final double SHARE = 0.01;

    private ComparisonTellers() {}

    private static Map<String, @Nullable Object> twoSample(JsonNode input) {
        NpsDifference difference = new NpsDifference(nps(input.get("x")), nps(input.get("y")));
        double level = input.get("confidence").asDouble();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        Interval mover = difference.interval(level).times(SHARE);
        told.put("/conf", mover.level());
        told.put("/diff", SHARE * difference.value());
        Teller.put(told, "/moverScore", mover);
        TestResult wald = difference.waldTest().times(SHARE);
        put(told, "/wald", wald, "z", level);
        told.put("/wald/se", wald.standardError());
        TestResult adjusted = difference.test().times(SHARE);
        put(told, "/adjustedWald", adjusted, "z", level);
        told.put("/adjustedWald/se", adjusted.standardError());
        told.put("/adjustedWald/diff", adjusted.centre());
        if (wald.standardError() == 0) {
            return told; // the file has no Welch and no chi-square where neither sample varies
        }
        TestResult welch = difference.welchTest().times(SHARE);
        put(told, "/welch", welch, "t", level);
        told.put("/welch/df", welch.degreesOfFreedom());
        put(told, "/chisq2x3", difference.chiSquareTest());
        return told;
    }

    private static Nps nps(JsonNode counts) {
        return new Nps(
                counts.get("promoters").asLong(),
                counts.get("passives").asLong(),
                counts.get("detractors").asLong(),
                0,
                0);
    }

    private static void put(
            Map<String, @Nullable Object> told, String path, TestResult test, String statistic, double level) {
        told.put(path + "/" + statistic, orNull(test.statistic()));
        told.put(path + "/p", orNull(test.pValue()));
        Teller.put(told, path + "/ci", test.interval(level));
    }

    private static void put(Map<String, @Nullable Object> told, String path, ChiSquareTest test) {
        told.put(path + "/stat", test.statistic());
        told.put(path + "/df", test.degreesOfFreedom());
        told.put(path + "/p", orNull(test.pValue()));
    }

    private static @Nullable Object orNull(Outcome<Double> figure) {
        return figure.toOptional().orElse(null);
    }

    private static Map<String, @Nullable Object> paired(JsonNode input) {
        RatingScale scale = RatingScale.ZERO_TO_TEN;
        NpsChange change = NpsChange.of(
                JointTally.of(scale, Teller.ints(input.get("before")), scale, Teller.ints(input.get("after"))));
        TestResult test = change.test().times(SHARE);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/diff", SHARE * change.value());
        told.put("/t", orNull(test.statistic()));
        told.put("/df", test.degreesOfFreedom());
        told.put("/p", orNull(change.pValue()));
        Teller.put(told, "/ci", change.interval(0.95).times(SHARE));
        return told;
    }

    private static Map<String, @Nullable Object> multi(JsonNode input) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (input.has("counts")) {
            List<Nps> groups = StreamSupport.stream(input.get("counts").spliterator(), false)
                    .map(row -> new Nps(
                            row.get(2).asLong(), row.get(1).asLong(), row.get(0).asLong(), 0, 0))
                    .toList();
            put(told, "", ChiSquareTest.of(groups));
        } else if (input.has("p")) {
            double[] p =
                    input.get("p").valueStream().mapToDouble(JsonNode::asDouble).toArray();
            Map.of(
                            "/BH", Adjustment.BENJAMINI_HOCHBERG,
                            "/holm", Adjustment.HOLM,
                            "/bonferroni", Adjustment.BONFERRONI)
                    .forEach((path, adjustment) -> {
                        double[] adjusted = adjustment.adjust(p);
                        for (int i = 0; i < adjusted.length; i++) {
                            told.put(path + "/" + i, adjusted[i]);
                        }
                    });
        } else {
            int[] successes = Teller.ints(input.get("successes"));
            int[] trials = Teller.ints(input.get("trials"));
            List<Share> groups = IntStream.range(0, trials.length)
                    .mapToObj(i -> Share.of(successes[i], trials[i]))
                    .toList();
            TestResult test = ShareTrend.of(groups).test();
            told.put("/stat", orNull(test.statistic().map(z -> z * z)));
            told.put("/p", orNull(test.pValue()));
        }
        return told;
    }
}
