package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.CesVersion;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Fraction;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.RatingTally;
import org.jspecify.annotations.Nullable;

/** Tells the scores of survey.json, their rounding, merging and windows. */
final class ScoreTellers {
    static final Map<String, Teller> TELLERS = Map.of(
            "nps.point", ScoreTellers::point,
            "nps.bands", ScoreTellers::bands,
            "nps.dirty", ScoreTellers::dirty,
            "nps.rounding", ScoreTellers::rounding,
            "csat", ScoreTellers::csat,
            "ces", ScoreTellers::ces,
            "merge", ScoreTellers::merge,
            "window", ScoreTellers::window);

    private ScoreTellers() {}

    private static Map<String, @Nullable Object> point(JsonNode input) {
        return score(Nps.of(Teller.ints(input.get("answers"))));
    }

    private static Map<String, @Nullable Object> bands(JsonNode input) {
        Bands bands = new Bands(
                Teller.scale(input),
                input.get("detractorMax").asInt(),
                input.get("promoterMin").asInt());
        return score(Nps.of(bands, Teller.ints(input.get("answers"))));
    }

    private static Map<String, @Nullable Object> score(Nps nps) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/n", nps.responses());
        told.put("/detractors", nps.detractors());
        told.put("/passives", nps.passives());
        told.put("/promoters", nps.promoters());
        told.put("/fractionNum", nps.shareFraction().numerator());
        told.put("/fractionDen", nps.shareFraction().denominator());
        told.put("/score", nps.score());
        told.put("/share", nps.share());
        told.put("/variance", nps.variance());
        told.put("/se", nps.standardError());
        told.put("/variancePts", nps.variancePoints());
        told.put("/sePts", nps.standardErrorPoints());
        return told;
    }

    private static Map<String, @Nullable Object> dirty(JsonNode input) {
        RatingAccumulator accumulator = RatingAccumulator.create(RatingScale.ZERO_TO_TEN);
        input.get("answers").forEach(answer -> accumulator.addText(answer.asText()));
        Nps nps = Nps.of(accumulator.result());
        Map<String, @Nullable Object> told = score(nps);
        told.keySet().removeAll(List.of("/share", "/variance", "/se", "/variancePts", "/sePts"));
        told.put("/missing", nps.missing());
        told.put("/invalid", nps.invalid());
        return told;
    }

    private static Map<String, @Nullable Object> rounding(JsonNode input) {
        long promoters = input.get("promoters").asLong();
        long detractors = input.get("detractors").asLong();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (input.has("passives")) {
            Nps nps = new Nps(promoters, input.get("passives").asLong(), detractors, 0, 0);
            told.put("/n", Long.toString(nps.responses()));
            told.put("/fraction", nps.fraction().toString());
            told.put("/double", nps.score());
            return told;
        }
        Nps nps = new Nps(promoters, input.get("n").asLong() - promoters - detractors, detractors, 0, 0);
        told.put("/fraction", nps.fraction().toString());
        told.put("/double", nps.score());
        told.put("/int_HALF_UP", nps.rounded(0).toPlainString());
        told.put("/int_HALF_EVEN", nps.rounded(0, RoundingMode.HALF_EVEN).toPlainString());
        told.put("/int_JS", Long.toString(Math.round(nps.score())));
        told.put("/dec1_HALF_UP", nps.rounded(1).toPlainString());
        told.put("/dec2_HALF_UP", nps.rounded(2).toPlainString());
        // the trap, spelt out: the difference of rounded shares is not the rounded score
        told.put(
                "/diffOfRounded_HALF_UP",
                percent(promoters, nps.responses())
                        .subtract(percent(detractors, nps.responses()))
                        .toPlainString());
        return told;
    }

    private static BigDecimal percent(long count, long n) {
        return Fraction.of(count, n).times(100).rounded(0, RoundingMode.HALF_UP);
    }

    private static Map<String, @Nullable Object> csat(JsonNode input) {
        Boxes boxes = new Boxes(
                input.get("topBoxes").asInt(), input.get("bottomBoxes").asInt());
        Csat csat = Csat.of(boxes, RatingTally.of(Teller.scale(input), Teller.ints(input.get("answers"))));
        double level = input.get("confidence").asDouble();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/n", csat.responses());
        told.put("/top", csat.top());
        told.put("/bottom", csat.bottom());
        told.put("/topShare", csat.share());
        told.put("/bottomShare", csat.bottomShare());
        told.put("/net", csat.net());
        told.put("/mean", csat.mean());
        told.put("/sd", Teller.orNull(csat::sd));
        told.put("/index0to100", csat.index());
        told.put("/conf", csat.interval(level).level());
        told.put("/p", csat.interval(level).estimate());
        Map.of(
                        "/wilson", ProportionInterval.WILSON,
                        "/clopperPearson", ProportionInterval.EXACT,
                        "/agrestiCoull", ProportionInterval.AGRESTI_COULL,
                        "/wald", ProportionInterval.WALD,
                        "/jeffreysEqualTail", ProportionInterval.JEFFREYS)
                .forEach((path, method) ->
                        Teller.put(told, path, method.of((double) csat.top(), (double) csat.responses(), level)));
        return told;
    }

    private static Map<String, @Nullable Object> ces(JsonNode input) {
        RatingScale plain = Teller.scale(input);
        CesVersion version = new CesVersion(
                "CES",
                input.get("highIsEasy").asBoolean() ? plain : plain.reversed(),
                input.get("easyFrom").asInt(),
                input.get("hardTo").asInt());
        Ces ces = Ces.of(version, Teller.ints(input.get("answers")));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/n", ces.responses());
        told.put("/mean", ces.mean());
        told.put("/sd", ces.sd());
        told.put("/se", ces.standardError());
        // the limits before they are kept within the scale
        Teller.put(told, "/tCi95", MeanInterval.t(ces.mean(), ces.sd(), ces.responses(), 0.95));
        told.put("/easeMean", ces.easeMean());
        told.put("/easyCount", ces.easy());
        told.put("/easyShare", ces.easyShare());
        told.put("/hardShare", ces.hardShare());
        told.put("/net", ces.net());
        Teller.put(told, "/easyWilson95", ces.easyInterval(0.95));
        return told;
    }

    private static Map<String, @Nullable Object> merge(JsonNode input) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (input.has("partA")) {
            RatingTally both = RatingTally.of(RatingScale.ZERO_TO_TEN, Teller.ints(input.get("partA")))
                    .plus(RatingTally.of(RatingScale.ZERO_TO_TEN, Teller.ints(input.get("partB"))));
            told.put("/n", both.valid());
            told.put("/mean", both.mean());
            told.put("/m2", both.m2());
            told.put("/variance", both.variance());
            return told;
        }
        RatingTally total = RatingTally.empty(RatingScale.ZERO_TO_TEN);
        double sum = 0;
        int days = 0;
        for (JsonNode day : input.get("days")) {
            RatingTally tally = RatingAccumulator.create(RatingScale.ZERO_TO_TEN)
                    .add(0, day.get(0).asLong())
                    .add(8, day.get(1).asLong())
                    .add(10, day.get(2).asLong())
                    .result();
            total = total.plus(tally);
            if (!tally.isEmpty()) {
                sum += Nps.of(tally).score();
                days++;
            }
        }
        Nps nps = Nps.of(total);
        told.put("/total/0", nps.detractors());
        told.put("/total/1", nps.passives());
        told.put("/total/2", nps.promoters());
        told.put("/score", nps.score());
        // the trap, spelt out: neither the mean nor the sum of scores is the score of the union
        told.put("/meanOfDailyScores", sum / days);
        told.put("/sumOfDailyScores", sum);
        return told;
    }

    private static Map<String, @Nullable Object> window(JsonNode input) {
        Instant instant = Instant.parse(input.get("instant").asText());
        ZoneId zone = ZoneId.of(input.get("zone").asText());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        for (CalendarUnit unit : CalendarUnit.values()) {
            CalendarPeriod period = unit.of(instant, zone);
            TimeWindow window = period.window(zone);
            String path = unit == CalendarUnit.WEEK ? "/ISO_WEEK" : "/" + unit;
            told.put(path + "/key", period.first().toString());
            told.put(path + "/startUtc", window.from().toString());
            told.put(path + "/endUtcExclusive", window.to().toString());
        }
        told.put("/isoWeekLabel", CalendarUnit.WEEK.of(instant, zone).toString());
        told.put(
                "/local",
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(instant.atZone(zone)));
        return told;
    }
}
