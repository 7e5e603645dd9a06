package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.Margin;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.interval.NetSharePosterior;
import org.cxkit.metrics.interval.NetSharePrior;
import org.cxkit.metrics.interval.SampleSize;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.survey.Nps;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package interval is for. */
final class IntervalTellers {
    static final Map<String, Teller> TELLERS = Map.of(
            "nps.interval", IntervalTellers::intervals,
            "nps.interval.closed", IntervalTellers::allPassive,
            "nps.bayes", IntervalTellers::posterior,
            "nps.sampleSize", IntervalTellers::sampleSize);

    private IntervalTellers() {}

    private static Map<String, @Nullable Object> intervals(JsonNode input) {
        Nps nps = nps(input);
        double level = input.get("confidence").asDouble();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/n", nps.responses());
        told.put("/share", nps.share());
        for (NetShareInterval method : NetShareInterval.values()) {
            String path = switch (method) {
                case WALD -> "/wald";
                case ADJUSTED_WALD -> "/adjustedWald";
                case SCORE -> "/score";
                case GOODMAN_SCHEFFE -> "/goodmanScheffe";
                case GOODMAN_BONFERRONI -> "/goodmanBonferroni";
                case TRINOMIAL_T -> "/trinomialT";
            };
            if (defined(method, nps)) {
                Teller.put(told, path, of(method, nps, level));
            } else {
                told.put(path + "/0", null);
                told.put(path + "/1", null);
            }
        }
        Interval adjusted = of(NetShareInterval.ADJUSTED_WALD, nps, level);
        double z = Normal.z(level);
        told.put("/conf", adjusted.level());
        told.put("/z", z);
        told.put("/adjustedWaldCentre", adjusted.centre());
        told.put("/adjustedWaldSe", adjusted.halfWidth() / z);
        Teller.put(told, "/waldClamped", of(NetShareInterval.WALD, nps, level).clampedTo(-1, 1));
        Teller.put(told, "/adjustedWaldClamped", adjusted.clampedTo(-1, 1));
        return told;
    }

    private static Map<String, @Nullable Object> allPassive(JsonNode input) {
        Interval score = nps(input)
                .interval(NetShareInterval.SCORE, input.get("confidence").asDouble());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/lower", score.low() / 100);
        told.put("/upper", score.high() / 100);
        return told;
    }

    private static Map<String, @Nullable Object> posterior(JsonNode input) {
        JsonNode prior = input.get("prior");
        NetSharePosterior posterior = nps(input)
                .posterior(new NetSharePrior(
                        prior.get(0).asDouble(),
                        prior.get(1).asDouble(),
                        prior.get(2).asDouble()));
        Interval interval = posterior.interval(0.95);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/mean", posterior.mean());
        told.put("/sd", posterior.sd());
        told.put("/q025", interval.low());
        told.put("/median", posterior.quantile(0.5));
        told.put("/q975", interval.high());
        told.put("/probPositive", posterior.probabilityPositive());
        return told;
    }

    private static Map<String, @Nullable Object> sampleSize(JsonNode input) {
        SampleSize size = SampleSize.ofNetShare(
                input.get("variance").asDouble(),
                new Margin(input.get("marginShare").asDouble()),
                input.get("confidence").asDouble());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/raw", size.unrounded());
        told.put("/n", size.answers());
        return told;
    }

    private static Interval of(NetShareInterval method, Nps nps, double level) {
        return method.of((double) nps.detractors(), (double) nps.passives(), (double) nps.promoters(), level);
    }

    private static boolean defined(NetShareInterval method, Nps nps) {
        return method.definedFor((double) nps.detractors(), (double) nps.passives(), (double) nps.promoters());
    }

    private static Nps nps(JsonNode input) {
        return new Nps(
                input.get("promoters").asLong(),
                input.get("passives").asLong(),
                input.get("detractors").asLong(),
                0,
                0);
    }
}
