package org.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class PublicationTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final String[] KEYS = {"a", "b", "c"};
    private static final String REFUSED = "suppressed (beside what is published it would tell of fewer than 5 answers)";

    /** From so many seconds after the start of 1970, included, to so many, excluded. */
    private static TimeWindow window(int from, int to) {
        return new TimeWindow(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }

    /** The answers of {@code counts[second][key]}, all of them 8. */
    private static Grouped<String, RatingTally> in(TimeWindow window, int[][] counts) {
        Map<String, RatingTally> tallies = new TreeMap<>();
        for (int k = 0; k < KEYS.length; k++) {
            long n = 0;
            for (int second = 0; second < counts.length; second++) {
                n += window.contains(Instant.ofEpochSecond(second)) ? counts[second][k] : 0;
            }
            tallies.put(KEYS[k], RatingTally.ofCounts(SCALE, 0, 0, 0, 0, 0, 0, 0, 0, n, 0, 0));
        }
        return Grouped.of(RatingTally.empty(SCALE), tallies);
    }

    private static Publication<String, RatingTally> publication(int minN, int[][] counts) {
        return Publication.of(minN, RatingTally::valid, window -> in(window, counts));
    }

    private static String view(Outcome<Released<String, RatingTally>> published) {
        return published.map(table -> table.map(RatingTally::valid)).toString();
    }

    @Test
    void aWindowThatDiffersByFewAnswersIsRefused() {
        Publication<String, RatingTally> publication =
                publication(5, new int[][] {{9, 9, 0}, {9, 9, 0}, {1, 0, 0}, {9, 9, 0}});
        assertThat(view(publication.publish(window(0, 2)))).isEqualTo("{a=18, b=18}, total 36");
        assertThat(view(publication.publish(window(0, 3)))).isEqualTo(REFUSED);
        assertThat(view(publication.publish(window(0, 2)))).as("again").isEqualTo("{a=18, b=18}, total 36");
        assertThat(view(publication.publish(window(1, 2)))).as("within").isEqualTo("{a=9, b=9}, total 18");
        assertThat(view(publication.publish(window(0, 4)))).as("with enough").isEqualTo("{a=28, b=27}, total 55");
        assertThat(publication).hasToString("4 published windows, at least 5 answers");
    }

    @Test
    void aWindowIsRefusedAlsoForWhatSeveralWouldTellTogether() {
        Publication<String, RatingTally> publication = publication(5, new int[][] {{9, 9, 0}, {9, 9, 0}, {1, 0, 0}});
        assertThat(view(publication.publish(window(0, 1)))).isEqualTo("{a=9, b=9}, total 18");
        assertThat(view(publication.publish(window(1, 2)))).isEqualTo("{a=9, b=9}, total 18");
        // it differs by 10 answers from either, by one from both together
        assertThat(view(publication.publish(window(0, 3)))).isEqualTo(REFUSED);
    }

    @Test
    void aKeyThatIsHiddenInOneWindowIsNotShownInAnotherThatOverlaps() {
        Publication<String, RatingTally> publication =
                publication(5, new int[][] {{3, 6, 20}, {0, 0, 20}, {0, 9, 20}, {0, 9, 20}});
        assertThat(view(publication.publish(window(0, 1))))
                .isEqualTo("{a=suppressed (fewer than 5 answers), b=suppressed (would tell of fewer than 5 answers),"
                        + " c=20}, total 29");
        // b has 15 answers here; beside them the 9 of a and b above would tell of the 3 of a
        assertThat(view(publication.publish(window(0, 3))))
                .isEqualTo("{a=suppressed (fewer than 5 answers), b=suppressed (would tell of fewer than 5 answers),"
                        + " c=60}, total 78");
        assertThat(view(publication.publish(window(3, 4)))).as("apart").isEqualTo("{b=9, c=20}, total 29");
        // b is hidden in one of the windows this overlaps and shown in the other
        assertThat(view(publication.publish(window(0, 4)))).isEqualTo(REFUSED);
    }

    @Test
    void aKeyThatWasHiddenStaysHiddenWhereItHasEnough() {
        Publication<String, RatingTally> publication = publication(5, new int[][] {{3, 6, 20}, {9, 9, 20}});
        publication.publish(window(0, 1));
        assertThat(view(publication.publish(window(0, 2))))
                .isEqualTo("{a=suppressed (would tell of fewer than 5 answers), b=suppressed (would tell of fewer than"
                        + " 5 answers), c=40}, total 67");
    }

    @Test
    void aKeyIsNeverHiddenAlone() {
        Publication<String, RatingTally> publication = publication(5, new int[][] {{3, 6, 20}, {0, 9, 20}, {0, 9, 20}});
        publication.publish(window(0, 2));
        // b must stay hidden; the total and c would tell it, and c was shown
        assertThat(view(publication.publish(window(1, 3)))).isEqualTo(REFUSED);
    }

    @Test
    void aWindowWhoseTotalWouldBeHiddenIsRefused() {
        assertThat(view(publication(5, new int[][] {{3, 0, 0}}).publish(window(0, 1))))
                .isEqualTo(REFUSED);
        assertThat(view(publication(5, new int[][] {{0, 0, 0}}).publish(window(0, 1))))
                .isEqualTo("{}, total no data (no responses)");
    }

    @Test
    void answersThatCameLateDoNotShowAsADifference() {
        int[][] counts = {{9, 9, 0}, {9, 9, 0}};
        Publication<String, RatingTally> publication = publication(5, counts);
        assertThat(view(publication.publish(window(0, 1)))).isEqualTo("{a=9, b=9}, total 18");
        counts[0][0]++;
        assertThat(view(publication.publish(window(0, 1))))
                .isEqualTo("suppressed (answers came late to what is published)");
        assertThat(view(publication.publish(window(0, 2))))
                .isEqualTo("suppressed (answers came late to what is published)");
        assertThat(view(publication.publish(window(1, 2)))).as("apart").isEqualTo("{a=9, b=9}, total 18");
    }

    @Test
    void answersThatDoNotAddUpOverPiecesAreNotPublished() {
        int[][] counts = {{9, 9, 0}, {9, 9, 0}, {9, 9, 0}};
        String notAdditive = "suppressed (the answers of a window are not those of its pieces together)";
        // respondents counted once in a window, whatever pieces they answered in
        Publication<String, RatingTally> once = Publication.of(
                5,
                RatingTally::valid,
                window -> in(window(0, window.to().equals(Instant.ofEpochSecond(3)) ? 2 : 1), counts));
        assertThat(view(once.publish(window(0, 2)))).isEqualTo("{a=9, b=9}, total 18");
        assertThat(view(once.publish(window(0, 3)))).isEqualTo(notAdditive);
        assertThat(once).hasToString("1 published window, at least 5 answers");
    }

    @Test
    void answersThatComeInWhileAWindowIsPublishedWithholdIt() {
        int[][] counts = {{9, 9, 0}, {9, 9, 0}};
        Publication<String, RatingTally> publication = Publication.of(5, RatingTally::valid, window -> {
            counts[0][0]++;
            return in(window, counts);
        });
        assertThat(view(publication.publish(window(0, 2))))
                .isEqualTo("suppressed (the answers of a window are not those of its pieces together)");
        assertThat(publication).hasToString("0 published windows, at least 5 answers");
    }

    @Test
    void theMinimumIsChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publication(0, new int[0][]))
                .withMessage("the least number of answers to show must be at least 1, got 0");
    }

    @Provide
    Arbitrary<int[][]> counts() {
        return Arbitraries.of(0, 0, 1, 2, 3, 4, 5, 9)
                .array(int[].class)
                .ofSize(KEYS.length)
                .array(int[][].class)
                .ofSize(5);
    }

    @Provide
    Arbitrary<List<TimeWindow>> windows() {
        Arbitrary<Integer> ends = Arbitraries.integers().between(0, 5);
        return Combinators.combine(ends, ends)
                .as((a, b) -> window(Math.min(a, b), Math.max(a, b) + (a.equals(b) ? 1 : 0)))
                .list()
                .ofSize(8);
    }

    /** All sums and differences of up to eight cells and totals that were published. */
    @Property(tries = 150)
    void everySumAndDifferenceOfPublishedFiguresIsOfNobodyOrOfEnough(
            @ForAll("counts") int[][] counts,
            @ForAll("windows") List<TimeWindow> windows,
            @ForAll @IntRange(min = 2, max = 4) int minN) {
        Publication<String, RatingTally> publication = publication(minN, counts);
        List<int[]> figures = new ArrayList<>();
        for (TimeWindow window : windows) {
            publication.publish(window).toOptional().ifPresent(table -> {
                for (int k = 0; k < KEYS.length; k++) {
                    if (table.cell(KEYS[k]) instanceof Outcome.Value<RatingTally>) {
                        addIfNew(figures, covered(window, k, k + 1, counts.length));
                    }
                }
                addIfNew(figures, covered(window, 0, KEYS.length, counts.length));
            });
        }
        int[] flat = Arrays.stream(counts).flatMapToInt(Arrays::stream).toArray();
        combine(figures.subList(0, Math.min(8, figures.size())), 0, new int[flat.length], flat, minN);
    }

    private static void addIfNew(List<int[]> figures, int[] figure) {
        if (figures.stream().noneMatch(known -> Arrays.equals(known, figure))) {
            figures.add(figure);
        }
    }

    private static int[] covered(TimeWindow window, int fromKey, int toKey, int seconds) {
        int[] covered = new int[seconds * KEYS.length];
        for (int second = 0; second < seconds; second++) {
            for (int k = fromKey; k < toKey; k++) {
                covered[second * KEYS.length + k] = window.contains(Instant.ofEpochSecond(second)) ? 1 : 0;
            }
        }
        return covered;
    }

    private static void combine(List<int[]> figures, int at, int[] combination, int[] counts, int minN) {
        if (at == figures.size()) {
            long more = 0;
            long less = 0;
            for (int i = 0; i < counts.length; i++) {
                more += combination[i] > 0 ? counts[i] : 0;
                less += combination[i] < 0 ? counts[i] : 0;
            }
            if ((more > 0 && more < minN) || (less > 0 && less < minN)) {
                throw new AssertionError("told of " + more + " and " + less + " answers by "
                        + Arrays.toString(combination) + " of " + Arrays.toString(counts));
            }
            return;
        }
        for (int factor = -1; factor <= 1; factor++) {
            int[] next = combination.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] += factor * figures.get(at)[i];
            }
            combine(figures, at + 1, next, counts, minN);
        }
    }
}
