package org.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasedTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;

    /** Cells named a, b, c and so on, each with so many answers of 8. */
    private static Grouped<String, RatingTally> table(int... counts) {
        Map<String, RatingTally> tallies = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            int[] ratings = new int[counts[i] + 1];
            Arrays.fill(ratings, 8);
            ratings[counts[i]] = Integer.MIN_VALUE; // so that a cell of no answers is held
            tallies.put(String.valueOf((char) ('a' + i)), RatingTally.of(SCALE, ratings));
        }
        return Grouped.of(RatingTally.empty(SCALE), tallies);
    }

    private static String view(Released<String, RatingTally> released) {
        StringBuilder view = new StringBuilder();
        released.cells()
                .keySet()
                .forEach(key -> view.append(cell(released, key)).append(' '));
        return view.append("total ").append(number(released.total())).toString();
    }

    private static String cell(Released<String, RatingTally> released, String key) {
        return released.suppression(key)
                .map(rule -> rule.name().substring(0, 1))
                .orElseGet(() -> number(released.cell(key)));
    }

    private static String number(Outcome<RatingTally> cell) {
        return cell.toOptional()
                .map(tally -> String.valueOf(tally.valid()))
                .orElse(cell instanceof Outcome.NoData<RatingTally> ? "empty" : "hidden");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        // by hand from the rule, at least 5 answers: P primary, C complementary
        "12 3 9 30, 12 P C 30 total 54",
        "12 0 9, 12 empty 9 total 21",
        "2 3 9, P P 9 total 14",
        // two primaries of fewer than 5 together need a third
        "1 2 9 7, P P 9 C total 19",
        "1 1 1 9, P P P C total 12",
        // ties by the order of the keys
        "9 3 9 9, C P 9 9 total 30",
        // the total is the last door
        "3, P total hidden",
        "3 0 0, P empty empty total hidden",
        "1 2 1, P P P total hidden",
        "3 40, P C total 43",
        "5, 5 total 5",
        "0 0, empty empty total empty",
    })
    void smallCellsAreHiddenWithAsManyOthersAsItTakes(String counts, String view) {
        int[] table =
                Arrays.stream(counts.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(view(table(table).release(Released.MIN_FOR_SCORES, RatingTally::valid)))
                .isEqualTo(view);
    }

    @Test
    void nothingIsHiddenUnlessAskedFor() {
        Grouped<String, RatingTally> groups = table(1, 2, 40);
        assertThat(groups.map(RatingTally::valid)).hasToString("{a=1, b=2, c=40}");
        assertThat(view(groups.release(1, RatingTally::valid))).isEqualTo("1 2 40 total 43");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groups.release(0, RatingTally::valid))
                .withMessage("the least number of answers to show must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groups.release(5, tally -> -7))
                .withMessage("the number of answers of a tally must not be negative");
    }

    @Test
    void theUsualMinimumsAreNamed() {
        assertThat(List.of(Released.MIN_FOR_SCORES, Released.MIN_FOR_COMMENTS, Released.MIN_FOR_PUBLIC))
                .containsExactly(5, 8, 10);
    }

    @Test
    void aScoreIsToldOnlyOfWhatIsShown() {
        Released<String, Nps> scores =
                table(12, 3, 9, 30).release(5, RatingTally::valid).map(Nps::of);
        assertThat(scores.cell("a").map(Nps::score)).isEqualTo(Outcome.of(0.0));
        assertThat(scores.suppression("b")).contains(Suppression.PRIMARY);
        assertThat(scores.suppression("c")).contains(Suppression.COMPLEMENTARY);
        assertThat(scores.suppression("a")).isEmpty();
        assertThat(scores.cell("b")).hasToString("suppressed (fewer than 5 answers)");
        assertThat(scores.cell("c")).hasToString("suppressed (would tell of fewer than 5 answers)");
        assertThat(scores.cell("nowhere")).hasToString("no data (no responses)");
        assertThat(scores.map(Nps::responses))
                .hasToString("{a=12, b=suppressed (fewer than 5 answers), c=suppressed (would tell of fewer than 5"
                        + " answers), d=30}, total 54");
        assertThatThrownBy(() -> scores.cells().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theMinimumIsOfAnswersNotOfWeights() {
        record Weighted(double weight, long n) implements Tally<Weighted> {
            @Override
            public boolean isEmpty() {
                return n == 0;
            }

            @Override
            public Weighted plus(Weighted other) {
                return new Weighted(weight + other.weight, n + other.n);
            }

            @Override
            public byte[] toBytes() {
                return ByteWriter.of("weighted", 1).real(weight).count(n).toBytes();
            }
        }
        Released<String, Weighted> released = Grouped.of(
                        new Weighted(0, 0),
                        Map.of("a", new Weighted(900, 3), "b", new Weighted(0.5, 6), "c", new Weighted(40, 70)))
                .release(5, Weighted::n);
        assertThat(released.suppression("a")).contains(Suppression.PRIMARY);
        assertThat(released.suppression("b")).contains(Suppression.COMPLEMENTARY);
        assertThat(released.cell("c")).isEqualTo(Outcome.of(new Weighted(40, 70)));
    }

    /** How a user tells Jackson the kinds of an outcome. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Value.class, name = "value"),
        @JsonSubTypes.Type(value = Outcome.NoData.class, name = "noData"),
        @JsonSubTypes.Type(value = Outcome.Suppressed.class, name = "suppressed")
    })
    private interface OutcomeMixIn {}

    @Test
    void whatIsWrittenAsJsonIsWhatIsShown() throws IOException {
        Released<String, Nps> released =
                table(12, 3, 9, 0).release(5, RatingTally::valid).map(Nps::of);
        var jackson2 = new com.fasterxml.jackson.databind.ObjectMapper().addMixIn(Outcome.class, OutcomeMixIn.class);
        var jackson3 = tools.jackson.databind.json.JsonMapper.builder()
                .addMixIn(Outcome.class, OutcomeMixIn.class)
                .build();
        String json = jackson3.writeValueAsString(released);
        String nps = "{\"type\":\"value\",\"value\":{\"promoters\":0,\"passives\":%d,\"detractors\":0,"
                + "\"missing\":%d,\"invalid\":0}}";
        assertThat(json)
                .isEqualTo("{\"minN\":5,\"cells\":{\"a\":" + String.format(Locale.ROOT, nps, 12, 1)
                        + ",\"b\":{\"type\":\"suppressed\",\"reason\":\"fewer than 5 answers\"}"
                        + ",\"c\":{\"type\":\"suppressed\",\"reason\":\"would tell of fewer than 5 answers\"}"
                        + ",\"d\":{\"type\":\"noData\",\"reason\":\"no responses\"}},\"total\":"
                        + String.format(Locale.ROOT, nps, 24, 4) + "}");
        assertThat(jackson2.writeValueAsString(released)).isEqualTo(json);
        assertThat(jackson3.<Released<String, Nps>>readValue(json, new tools.jackson.core.type.TypeReference<>() {}))
                .isEqualTo(released);
        assertThat(jackson2.readValue(
                        json, new com.fasterxml.jackson.core.type.TypeReference<Released<String, Nps>>() {}))
                .isEqualTo(released);
    }
}
