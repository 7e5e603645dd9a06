package org.cxkit.sample.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planted facts are in the data, seen by loops that use nothing of the library. */
class PlantedFactsTest {

    private static final Set<String> WAYS_TO_FIND =
            Set.of("instagram", "online_advertising", "word_of_mouth", "search", "email");

    private static final Map<Long, SimulatedBrand> BRANDS = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 2026})
    void theWeakLocationHasByFarTheLowestNps(long seed) {
        TreeMap<Double, String> byScore = new TreeMap<>();
        netPromoterScores(responses(seed), "location").forEach((location, score) -> byScore.put(score, location));
        assertThat(byScore.firstEntry().getValue()).isEqualTo(PlantedFacts.WEAK_LOCATION);
        assertThat(byScore.higherKey(byScore.firstKey())).isGreaterThan(byScore.firstKey() + 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 2026})
    void theChatIsTheSlowestWayToGetAnAnswer(long seed) {
        Map<String, List<Duration>> waits = new TreeMap<>();
        Map<String, Row> open = new HashMap<>();
        for (Row row : events(seed)) {
            if (row.get("case").isEmpty()) {
                continue;
            }
            Row request = open.put(row.get("case"), row);
            if (request != null && row.get("event").endsWith("_answer")) {
                waits.computeIfAbsent(request.get("event"), unused -> new ArrayList<>())
                        .add(Duration.between(time(request), time(row)));
            }
        }
        Map<String, Long> medians = new TreeMap<>();
        waits.forEach((event, all) -> {
            Collections.sort(all);
            medians.put(event, all.get(all.size() / 2).toMinutes());
        });
        assertThat(medians).containsOnlyKeys("chat_request", "email_request", "phone_call");
        assertThat(medians.get(PlantedFacts.SLOW_CHAT_EVENT)).isBetween(250L, 350L);
        assertThat(medians.get("email_request")).isLessThan(100L);
        assertThat(medians.get("phone_call")).isLessThan(10L);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 2026})
    void theChatSatisfiesLeastAndIsTheLeastEasy(long seed) {
        assertThat(lowestMean(responses(seed), "CSAT", 5)).isEqualTo(PlantedFacts.SLOW_CHAT_CHANNEL);
        assertThat(lowestMean(responses(seed), "CES", 7)).isEqualTo(PlantedFacts.SLOW_CHAT_CHANNEL);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 2026})
    void theAssistingChannelIsOftenOnThePathAndNeverLast(long seed) {
        Map<String, List<String>> paths = new HashMap<>();
        int purchases = 0;
        int assisted = 0;
        int lastOfAll = 0;
        int lastOfWaysToFind = 0;
        for (Row row : events(seed)) {
            List<String> path = paths.computeIfAbsent(row.get("customer"), unused -> new ArrayList<>());
            if (row.get("event").endsWith("_purchase")) {
                List<String> ways = path.stream().filter(WAYS_TO_FIND::contains).toList();
                purchases++;
                assisted += path.contains(PlantedFacts.ASSISTING_CHANNEL) ? 1 : 0;
                lastOfAll += isLast(path) ? 1 : 0;
                lastOfWaysToFind += isLast(ways) ? 1 : 0;
                path.clear();
            } else {
                path.add(row.get("channel"));
            }
        }
        assertThat(purchases).isGreaterThan(2_000);
        assertThat(assisted).isGreaterThan(purchases / 4);
        assertThat(lastOfAll).isZero();
        assertThat(lastOfWaysToFind).isZero();
    }

    private static boolean isLast(List<String> path) {
        return !path.isEmpty() && path.get(path.size() - 1).equals(PlantedFacts.ASSISTING_CHANNEL);
    }

    private static Map<String, Double> netPromoterScores(List<Row> responses, String column) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Row row : responses) {
            String answer = row.get("answer");
            if (row.get("question").equals("NPS") && !row.get(column).isEmpty() && answer.matches("10|[0-9]")) {
                int rating = Integer.parseInt(answer);
                int[] count = counts.computeIfAbsent(row.get(column), unused -> new int[2]);
                count[0] += rating >= 9 ? 1 : rating <= 6 ? -1 : 0;
                count[1]++;
            }
        }
        Map<String, Double> scores = new TreeMap<>();
        counts.forEach((key, count) -> scores.put(key, 100.0 * count[0] / count[1]));
        return scores;
    }

    private static String lowestMean(List<Row> responses, String question, int max) {
        Map<String, List<Integer>> ratings = new TreeMap<>();
        for (Row row : responses) {
            if (row.get("question").equals(question) && row.get("answer").matches("[1-" + max + "]")) {
                ratings.computeIfAbsent(row.get("channel"), unused -> new ArrayList<>())
                        .add(Integer.parseInt(row.get("answer")));
            }
        }
        TreeMap<Double, String> byMean = new TreeMap<>();
        ratings.forEach((channel, all) ->
                byMean.put(all.stream().mapToInt(i -> i).average().orElseThrow(), channel));
        return byMean.firstEntry().getValue();
    }

    private static OffsetDateTime time(Row row) {
        return OffsetDateTime.parse(row.get("timestamp"));
    }

    private static List<Row> events(long seed) {
        return Row.of(BRANDS.computeIfAbsent(seed, SimulatedBrand::of), "events.csv");
    }

    private static List<Row> responses(long seed) {
        return Row.of(BRANDS.computeIfAbsent(seed, SimulatedBrand::of), "responses.csv");
    }
}
