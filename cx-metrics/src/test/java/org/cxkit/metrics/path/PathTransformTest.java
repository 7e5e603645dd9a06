package org.cxkit.metrics.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cxkit.core.money.Money;
import org.junit.jupiter.api.Test;

/** The example of Fractribution's description, and figures by hand. */
class PathTransformTest {

    private static final List<String> PATH = List.of("D", "A", "B", "B", "C", "D", "C", "C");

    @Test
    void everyTransformDoesWhatItsNameSays() {
        assertThat(PathTransform.UNIQUE.apply(PATH)).isEqualTo(PATH);
        assertThat(PathTransform.EXPOSURE.apply(PATH)).containsExactly("D", "A", "B", "C", "D", "C");
        assertThat(PathTransform.FIRST.apply(PATH)).containsExactly("D", "A", "B", "C");
        assertThat(PathTransform.RECENT.apply(PATH)).containsExactly("A", "B", "D", "C");
        assertThat(PathTransform.FREQUENCY.apply(PATH)).containsExactly("D (2)", "A (1)", "B (2)", "C (3)");
        assertThat(PathTransform.lastTouches(3).apply(PATH)).containsExactly("D", "C", "C");
        assertThat(PathTransform.firstTouches(2).apply(PATH)).containsExactly("D", "A");
        assertThat(PathTransform.firstTouches(9).apply(PATH)).isEqualTo(PATH);
        assertThat(PathTransform.without("C", " D ").apply(PATH)).containsExactly("A", "B", "B");
        assertThat(PathTransform.without("A").apply(List.of("A", "A"))).isEmpty();
        assertThat(PathTransform.withoutUnlessAll("A").apply(List.of("A", "A"))).containsExactly("A", "A");
        assertThat(PathTransform.withoutUnlessAll("C").apply(PATH)).containsExactly("D", "A", "B", "B", "D");
        assertThat(PathTransform.withoutLastUnlessAll("C").apply(PATH)).containsExactly("D", "A", "B", "B", "C", "D");
        assertThat(PathTransform.withoutLastUnlessAll("A").apply(List.of("A", "A")))
                .containsExactly("A", "A");
    }

    @Test
    void transformsFollowEachOther() {
        PathTransform both = PathTransform.withoutUnlessAll("D", "A").then(PathTransform.EXPOSURE);
        assertThat(both.apply(PATH)).containsExactly("B", "C");
        assertThat(both).hasToString("without A, D unless all, then exposure");
        assertThat(both.then(PathTransform.UNIQUE)).isEqualTo(both).hasSameHashCodeAs(both);
        assertThat(PathTransform.EXPOSURE.then(PathTransform.withoutUnlessAll("A", "D")))
                .isNotEqualTo(both);
        assertThat(PathTransform.UNIQUE).hasToString("unique");
        assertThat(PathTransform.FREQUENCY).hasToString("frequency");
        assertThat(PathTransform.lastTouches(3).then(PathTransform.firstTouches(1)))
                .hasToString("last 3 touches, then first 1 touch");
        assertThat(PathTransform.without("A").then(PathTransform.withoutLastUnlessAll("B")))
                .hasToString("without A, then without B at the end unless all");
    }

    @Test
    void pathsThatBecomeTheSameAreCountedTogether() {
        PathTally paths = PathTally.accumulator()
                .converted("Search > Direct", 1, Money.of("10.00", "EUR"))
                .converted("Search", 2, Money.of("5.00", "EUR"))
                .converted("Direct", 1)
                .lost("Direct > Search", 3)
                .result();
        assertThat(paths.transformed(PathTransform.withoutUnlessAll("Direct")).paths())
                .extracting(PathCount::toString)
                .containsExactly("Direct: 1 conversion, 0.00 EUR, 0 lost", "Search: 3 conversions, 15.00 EUR, 3 lost");
        assertThat(paths.transformed(PathTransform.without("Direct")).paths())
                .extracting(PathCount::toString)
                .containsExactly(
                        "(unattributed): 1 conversion, 0.00 EUR, 0 lost", "Search: 3 conversions, 15.00 EUR, 3 lost");
        assertThat(paths.transformed(PathTransform.UNIQUE)).isEqualTo(paths);
    }

    @Test
    void impossibleTransformsAreRefused() {
        refused(() -> PathTransform.lastTouches(0), "at least 1 touch must be kept, got 0");
        refused(() -> PathTransform.without(), "at least one channel to leave out wanted, got none");
        refused(() -> PathTransform.withoutUnlessAll("A", " "), "channels[1] is blank");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
