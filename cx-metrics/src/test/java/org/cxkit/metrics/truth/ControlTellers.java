package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Calibration;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.ControlChart;
import org.cxkit.metrics.control.Cusum;
import org.cxkit.metrics.control.Ewma;
import org.cxkit.metrics.control.LlrCusum;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.control.PeriodChart;
import org.cxkit.metrics.control.RunLength;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.control.Signal;
import org.cxkit.metrics.control.Subgroup;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.Scoring;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package control is for. */
final class ControlTellers {
    static final Map<String, Teller> TELLERS = Map.of(
            "spc.pchart", ControlTellers::shares,
            "spc.nps", ControlTellers::scores,
            "spc.ewma", ControlTellers::averages,
            "spc.cusum", ControlTellers::sums,
            "spc.llr", ControlTellers::ratios,
            "spc.rules", ControlTellers::rules,
            "spc.arl", ControlTellers::runLengths);

    private ControlTellers() {}

    private static Map<String, @Nullable Object> shares(JsonNode input) {
        List<Subgroup> periods = new ArrayList<>();
        for (int i = 0; i < input.get("trials").size(); i++) {
            periods.add(Subgroup.ofShare(
                    input.get("successes").get(i).asLong(),
                    input.get("trials").get(i).asLong()));
        }
        Calibration calibration = Calibration.of(
                Characteristic.share("CSAT"),
                periods.subList(0, input.get("calibration").asInt()));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/center", calibration.baseline().centre());
        chart(told, "p", ControlChart.of(Shewhart.of(calibration.baseline()), periods));
        told.put("/laneySigmaZ", calibration.sigmaZ().toOptional().orElseThrow());
        for (int i = 0; i < periods.size(); i++) {
            Baseline.Limits laney = calibration.laney().limits(periods.get(i).n(), 3);
            told.put("/laneyLcl/" + i, laney.lower());
            told.put("/laneyUcl/" + i, laney.upper());
        }
        return told;
    }

    private static Map<String, @Nullable Object> scores(JsonNode input) {
        List<Subgroup> periods = new ArrayList<>();
        for (JsonNode counts : input.get("counts")) {
            periods.add(Subgroup.of(new Nps(
                    counts.get(2).asLong(),
                    counts.get(1).asLong(),
                    counts.get(0).asLong(),
                    0,
                    0)));
        }
        Calibration calibration = Calibration.of(
                Characteristic.NET_SHARE,
                periods.subList(0, input.get("calibration").asInt()));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/center", calibration.baseline().centre());
        told.put("/variance", calibration.total().variance());
        chart(told, "share", ControlChart.of(Shewhart.of(calibration.baseline()), periods));
        return told;
    }

    private static void chart(Map<String, @Nullable Object> told, String name, ControlChart chart) {
        for (int i = 0; i < chart.points().size(); i++) {
            ControlChart.Reading reading =
                    chart.points().get(i).reading().toOptional().orElseThrow();
            told.put("/" + name + "/" + i, reading.statistic());
            told.put("/lcl/" + i, reading.limits().lower());
            told.put("/ucl/" + i, reading.limits().upper());
        }
        put(told, "/violations", chart.signals().stream().map(Signal::at).toList());
    }

    private static Map<String, @Nullable Object> averages(JsonNode input) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        Ewma exact = ewma(input, Ewma.Variance.EXACT);
        Ewma qcc = ewma(input, Ewma.Variance.QCC_COMPATIBLE);
        List<Long> exactViolations = new ArrayList<>();
        List<Long> qccViolations = new ArrayList<>();
        for (int i = 0; i < input.get("x").size(); i++) {
            if (update(exact, input, i)) {
                exactViolations.add((long) i);
            }
            if (update(qcc, input, i)) {
                qccViolations.add((long) i);
            }
            told.put("/z/" + i, exact.statistic());
            told.put("/exactSigma/" + i, exact.sigma());
            told.put("/exactLcl/" + i, exact.lower());
            told.put("/exactUcl/" + i, exact.upper());
            told.put("/qccLcl/" + i, qcc.lower());
            told.put("/qccUcl/" + i, qcc.upper());
        }
        put(told, "/exactViolations", exactViolations);
        put(told, "/qccViolations", qccViolations);
        return told;
    }

    private static Ewma ewma(JsonNode input, Ewma.Variance variance) {
        return Ewma.of(
                baseline(input), input.get("lambda").asDouble(), input.get("L").asDouble(), variance);
    }

    private static Baseline baseline(JsonNode input) {
        return Baseline.given(
                Characteristic.NET_SHARE,
                input.get("center").asDouble(),
                input.get("sd").asDouble());
    }

    private static boolean update(PeriodChart chart, JsonNode input, int i) {
        return chart.update(
                input.get("x").get(i).asDouble(), input.get("n").get(i).asLong());
    }

    private static Map<String, @Nullable Object> sums(JsonNode input) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        Cusum cusum = Cusum.of(
                        baseline(input),
                        input.get("shift").asDouble() / 2,
                        input.get("h").asDouble(),
                        Cusum.AfterSignal.CONTINUE)
                .withHeadStart(input.get("headStart").asDouble());
        List<Long> upper = new ArrayList<>();
        List<Long> lower = new ArrayList<>();
        for (int i = 0; i < input.get("x").size(); i++) {
            update(cusum, input, i);
            told.put("/cPlus/" + i, cusum.rising());
            told.put("/cMinus/" + i, cusum.falling());
            for (Signal signal : cusum.signal().stream().toList()) {
                List<Long> side = signal.direction() == Signal.Direction.UP ? upper : lower;
                side.add(signal.at());
            }
        }
        put(told, "/signalsUpper", upper);
        put(told, "/signalsLower", lower);
        return told;
    }

    private static Map<String, @Nullable Object> ratios(JsonNode input) {
        LogLikelihoodRatio ratio;
        List<Integer> scores = new ArrayList<>();
        if (input.has("y")) {
            ratio = LogLikelihoodRatio.bernoulli(
                    Characteristic.share("CSAT"),
                    input.get("p0").asDouble(),
                    input.get("p1").asDouble());
            input.get("y").forEach(answer -> scores.add(answer.asInt()));
        } else {
            ratio = new LogLikelihoodRatio(Characteristic.NET_SHARE, bands(input.get("q0")), bands(input.get("q1")));
            input.get("categories").forEach(band -> scores.add("DNP".indexOf(band.asText()) - 1));
        }
        LlrCusum cusum = LlrCusum.of(ratio, input.get("h").asDouble(), Cusum.AfterSignal.CONTINUE);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        List<Long> signals = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            if (cusum.update(scores.get(i))) {
                signals.add((long) i);
            }
            told.put("/S/" + i, cusum.sum());
        }
        put(told, "/signals", signals);
        return told;
    }

    private static List<Double> bands(JsonNode shares) {
        return List.of(
                shares.get("D").asDouble(),
                shares.get("N").asDouble(),
                shares.get("P").asDouble());
    }

    private static Map<String, @Nullable Object> rules(JsonNode input) {
        Baseline standard = Baseline.given(Characteristic.of(Scoring.mean(new RatingScale(-10, 10))), 0, 1);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        int number = 1;
        for (Shewhart.Rule rule : Shewhart.Rule.values()) {
            Shewhart chart = Shewhart.of(standard).watching(rule);
            List<Long> signals = new ArrayList<>();
            for (JsonNode z : input.get("z")) {
                if (chart.update(z.asDouble(), 1)) {
                    signals.add(chart.periods() - 1);
                }
            }
            put(told, "/rule" + number, signals);
            number++;
        }
        return told;
    }

    private static Map<String, @Nullable Object> runLengths(JsonNode unused) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/cusumOneSided_k0.5_h5_mu0", RunLength.cusumOneSided(0.5, 5, 0, 0));
        told.put("/cusumTwoSided_k0.5_h5_mu0", RunLength.cusum(0.5, 5, 0, 0));
        told.put("/cusumTwoSided_k0.5_h4_mu0", RunLength.cusum(0.5, 4, 0, 0));
        told.put("/cusumTwoSided_k0.5_h5_mu1", RunLength.cusum(0.5, 5, 0, 1));
        told.put("/ewmaTwoSided_l0.1_L2.814_mu0", RunLength.ewma(0.1, 2.814, 0));
        told.put("/ewmaTwoSided_l0.2_L3_mu0", RunLength.ewma(0.2, 3, 0));
        told.put("/ewmaTwoSided_l0.2_L3_mu1", RunLength.ewma(0.2, 3, 1));
        told.put("/shewhart3", RunLength.shewhart(3, 0));
        return told;
    }

    /** An empty list is a leaf of its own. */
    private static void put(Map<String, @Nullable Object> told, String path, List<Long> indexes) {
        if (indexes.isEmpty()) {
            told.put(path, "");
        }
        for (int i = 0; i < indexes.size(); i++) {
            told.put(path + "/" + i, indexes.get(i));
        }
    }
}
