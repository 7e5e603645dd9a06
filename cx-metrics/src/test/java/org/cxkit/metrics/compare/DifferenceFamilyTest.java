package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class DifferenceFamilyTest {

    private static Map<String, Nps> channels() {
        Map<String, Nps> channels = new LinkedHashMap<>();
        channels.put("web", new Nps(60, 20, 20, 0, 0));
        channels.put("chat", new Nps(20, 20, 60, 0, 0));
        channels.put("fax", new Nps(0, 0, 0, 4, 0));
        channels.put("store", new Nps(55, 25, 20, 0, 0));
        return channels;
    }

    @Test
    void everyPairIsComparedAndWhatCannotBeTestedIsNoTest() {
        DifferenceFamily<Pair<String>> family =
                DifferenceFamily.pairwise(channels(), NpsDifference::new, Adjustment.HOLM);
        assertThat(family.differences().keySet().stream().map(Pair::toString))
                .containsExactly(
                        "web to chat", "web to fax", "web to store", "chat to fax", "chat to store", "fax to store");
        Map<Pair<String>, Outcome<Double>> adjusted = family.adjustedPValues();
        assertThat(adjusted.get(new Pair<>("web", "fax"))).hasToString("no data (too few answers for the test)");
        // three tests, of which this is the largest p-value: not adjusted
        assertThat(adjusted.get(new Pair<>("web", "store")))
                .isEqualTo(family.differences().get(new Pair<>("web", "store")).pValue());
        assertThat(family.significant(0.05).keySet())
                .containsExactly(new Pair<>("web", "chat"), new Pair<>("chat", "store"));
        assertThat(family.toString().lines().toList())
                .hasSize(6)
                .element(2)
                .isEqualTo("web to store: NPS 40.0 to 35.0: difference -5.0 (95 % -26.8 to 17.1), p 0.6617, n 100 and"
                        + " 100, adjusted p 0.6617 (Holm)");
    }

    @Test
    void eachGroupIsComparedWithAllOthersTogether() {
        RatingTally good = RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, 0, 0, 10, 20, 20);
        RatingTally bad = RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, 20, 20, 10, 0, 0);
        Grouped<String, RatingTally> steps = Grouped.of(
                RatingTally.empty(RatingScale.ONE_TO_FIVE), Map.of("search", good, "pay", bad, "deliver", good));
        DifferenceFamily<String> family =
                DifferenceFamily.againstOthers(steps, MeanDifference::of, Adjustment.BENJAMINI_HOCHBERG);
        assertThat(family.differences().get("pay").value()).isCloseTo(-2.4, within(1e-12)); // 1.8 less 4.2
        assertThat(family.significant(0.05).entrySet().stream()
                        .filter(found -> found.getValue().value() < 0)
                        .map(Map.Entry::getKey))
                .containsExactly("pay");
    }

    @Test
    void aGroupAloneHasNoOthers() {
        Grouped<String, RatingTally> one = Grouped.of(
                RatingTally.empty(RatingScale.ZERO_TO_TEN),
                Map.of("web", RatingTally.of(RatingScale.ZERO_TO_TEN, 9, 3)));
        DifferenceFamily<String> family = DifferenceFamily.againstOthers(one, NpsDifference::of, Adjustment.HOLM);
        assertThat(family.adjustedPValues()).hasToString("{web=no data (too few answers for the test)}");
        assertThat(family.significant(0.05)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> family.significant(0))
                .withMessage("alpha must be above 0 and below 1, got 0.0");
    }

    @Test
    void theOrderOfTheDifferencesIsKept() {
        Map<String, Difference> differences = new LinkedHashMap<>();
        for (String name : List.of("z", "a", "m")) {
            differences.put(name, new ShareDifference(Share.of(1, 2), Share.of(1, 3)));
        }
        assertThat(new DifferenceFamily<>(differences, Adjustment.NONE)
                        .adjustedPValues()
                        .keySet())
                .containsExactly("z", "a", "m");
    }
}
