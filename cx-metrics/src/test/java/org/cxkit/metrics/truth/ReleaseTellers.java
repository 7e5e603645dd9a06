package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.Released;
import org.cxkit.metrics.survey.RatingTally;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that minimum-n suppression is for. */
final class ReleaseTellers {
    static final Map<String, Teller> TELLERS = Map.of("suppression", ReleaseTellers::suppression);

    private ReleaseTellers() {}

    private static Map<String, @Nullable Object> suppression(JsonNode input) {
        Map<String, RatingTally> tallies = new TreeMap<>();
        input.get("cells")
                .properties()
                .forEach(cell ->
                        tallies.put(cell.getKey(), answers(cell.getValue().asInt())));
        Released<String, RatingTally> released = Grouped.of(RatingTally.empty(RatingScale.ZERO_TO_TEN), tallies)
                .release(input.get("minN").asLong(), RatingTally::valid);
        List<String> suppressed = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        for (String key : tallies.keySet()) {
            released.suppression(key).ifPresent(rule -> {
                told.put("/suppressed/" + suppressed.size(), key);
                told.put("/reasons/" + key, rule.name());
                suppressed.add(key);
            });
            if (released.cell(key) instanceof Outcome.NoData<RatingTally>) {
                told.put("/empty/" + empty.size(), key);
                empty.add(key);
            }
        }
        if (suppressed.isEmpty()) {
            told.put("/suppressed", ""); // an empty list is a leaf whose text is empty
        }
        return told;
    }

    private static RatingTally answers(int n) {
        return RatingTally.ofCounts(RatingScale.ZERO_TO_TEN, 0, 0, 0, 0, 0, 0, 0, 0, n, 0, 0);
    }
}
