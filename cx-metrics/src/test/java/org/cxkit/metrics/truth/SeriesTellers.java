package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.series.RatingSeries;
import org.cxkit.metrics.series.TrailingWindow;
import org.cxkit.metrics.survey.Fraction;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.weight.WeightedNps;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package series is for. */
final class SeriesTellers {
    static final Map<String, Teller> TELLERS =
            Map.of("rolling", input -> input.has("window") ? rolling(input) : decayed(input));

    private SeriesTellers() {}

    private static Map<String, @Nullable Object> rolling(JsonNode input) {
        TrailingWindow window =
                TrailingWindow.of(Period.parse(input.get("window").asText()), ZoneOffset.UTC);
        Map<Instant, RatingTally> points = series(input).trailing(window).asMap();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        points.forEach((at, tally) -> {
            Nps nps = Nps.of(tally);
            String row = "/rows/" + told.size() / 5;
            told.put(row + "/at", at.toString());
            told.put(row + "/n", nps.responses());
            told.put(row + "/promoters", nps.promoters());
            told.put(row + "/detractors", nps.detractors());
            told.put(row + "/fraction", text(nps.fraction()));
        });
        return told;
    }

    private static String text(Fraction fraction) {
        return fraction.toString().replaceAll("/1$", "");
    }

    private static Map<String, @Nullable Object> decayed(JsonNode input) {
        WeightedNps nps = WeightedNps.of(series(input)
                .decayed(
                        Instant.parse(input.get("at").asText()),
                        Duration.ofDays(input.get("halfLifeDays").asLong())));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/sumW", nps.sample().weight());
        told.put("/share", nps.share());
        told.put("/nEff", nps.sample().effectiveN());
        return told;
    }

    private static RatingSeries series(JsonNode input) {
        JsonNode events = input.get("events");
        Instant[] instants = new Instant[events.size()];
        byte[] ratings = new byte[events.size()];
        for (int i = 0; i < instants.length; i++) {
            instants[i] = Instant.parse(events.get(i).get("t").asText());
            ratings[i] = (byte) events.get(i).get("score").asInt();
        }
        return RatingSeries.of(RatingScale.ZERO_TO_TEN, instants, ratings);
    }
}
