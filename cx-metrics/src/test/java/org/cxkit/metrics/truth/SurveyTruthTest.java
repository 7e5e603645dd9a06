package org.cxkit.metrics.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cxkit.truth.TruthCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All cases of survey.json, one test each. */
class SurveyTruthTest {

    /** What the library tells, by group of the file. */
    private static final Map<String, Teller> TELLERS = Stream.of(
                    ScoreTellers.TELLERS,
                    IntervalTellers.TELLERS,
                    ComparisonTellers.TELLERS,
                    WeightTellers.TELLERS,
                    IndexTellers.TELLERS,
                    ControlTellers.TELLERS,
                    ConsistencyTellers.TELLERS,
                    DriverTellers.TELLERS,
                    ReleaseTellers.TELLERS,
                    SeriesTellers.TELLERS)
            .flatMap(tellers -> tellers.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Pattern LEAF_TOLERANCE = Pattern.compile("(\\w+)\\* relTol ([\\d.e-]+)");

    private static final List<JsonNode> CASES = TruthCase.cases("survey.json");

    @Test
    void noCaseIsLeftOut() {
        assertThat(CASES).hasSize(142);
        assertThat(CASES).extracting(truth -> truth.get("group").asText()).allMatch(TELLERS::containsKey);
    }

    @TestFactory
    Stream<DynamicTest> everyLeafOfEveryCaseIsTold() {
        return served(truth -> check(truth, tell(truth)));
    }

    @TestFactory
    Stream<DynamicTest> aFalsifiedLeafIsSeen() {
        return served(truth -> {
            Map<String, @Nullable Object> told = tell(truth);
            for (String leaf : TruthCase.leaves(truth.get("expected"))) {
                JsonNode altered = TruthCase.altered(truth, "/expected" + leaf);
                assertThatThrownBy(() -> check(altered, told)).as(leaf).isInstanceOf(AssertionError.class);
            }
        });
    }

    private static Stream<DynamicTest> served(Consumer<JsonNode> test) {
        return CASES.stream()
                .map(truth -> DynamicTest.dynamicTest(truth.get("id").asText(), () -> test.accept(truth)));
    }

    private static void check(JsonNode truth, Map<String, @Nullable Object> told) {
        new TruthCase(truth.get("expected")).equal(told, leaf -> tolerance(truth, leaf));
    }

    /** That of the case, or where its note says so, as in {@code reml* relTol 1e-5}, that of the leaf. */
    private static double tolerance(JsonNode truth, String leaf) {
        Matcher note = LEAF_TOLERANCE.matcher(truth.path("note").asText());
        return note.find() && leaf.startsWith("/" + note.group(1))
                ? Double.parseDouble(note.group(2))
                : truth.get("relTol").asDouble();
    }

    private static Map<String, @Nullable Object> tell(JsonNode truth) {
        String group = truth.get("group").asText();
        return Objects.requireNonNull(TELLERS.get(group), () -> "no teller of " + group)
                .tell(truth.get("input"));
    }
}
