package org.cxkit.journey.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.log.EventLogBuilder;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static final Instant NOON = Instant.parse("2024-03-11T12:00:00Z");

    @Test
    void theMostFrequentComesFirstThenTheOrderOfTheSequence() {
        EventLogBuilder log = EventLog.builder();
        String[] cases = {"y", "x,y", "x", "x,y", "x,x"};
        for (int c = 0; c < cases.length; c++) {
            String[] activities = cases[c].split(",", -1);
            for (int i = 0; i < activities.length; i++) {
                log.add("case " + c, activities[i], NOON.plusSeconds(i));
            }
        }
        Variants variants = Variants.of(log.build());
        assertThat(variants.list())
                .containsExactly(
                        new Variant(List.of("x", "y"), 2),
                        new Variant(List.of("x"), 1),
                        new Variant(List.of("x", "x"), 1),
                        new Variant(List.of("y"), 1));
        assertThat(variants.cases()).isEqualTo(5);
        assertThat(variants.coverage(1)).isEqualTo(0.4);
        assertThat(variants.coverage(3)).isEqualTo(0.8);
        assertThat(variants).hasToString("4 variants of 5 cases, the most frequent 2 x x > y");
    }

    @Test
    void nothingHasNoCoverage() {
        Variants none = Variants.of(EventLog.builder().build());
        assertThat(none.size()).isZero();
        assertThat(none).hasToString("0 variants of 0 cases");
        assertThatThrownBy(() -> none.coverage(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the coverage of variants is undefined for 0 cases");
        assertThatThrownBy(() -> new Variant(List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a variant has activities and cases, got [] in 1 cases");
    }
}
