package org.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

/** What an attacker who has a released table, and knows the rules, can make of it. */
class ReleasedPropertiesTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final String[] KEYS = {"a", "b", "c", "d"};

    private static Grouped<String, RatingTally> table(List<int[]> cells) {
        Map<String, RatingTally> tallies = new TreeMap<>();
        for (int i = 0; i < cells.size(); i++) {
            tallies.put(KEYS[i], RatingTally.of(SCALE, cells.get(i)));
        }
        return Grouped.of(RatingTally.empty(SCALE), tallies);
    }

    private static Released<String, RatingTally> released(int minN, List<int[]> cells) {
        return table(cells).release(minN, RatingTally::valid);
    }

    @Provide
    Arbitrary<List<int[]>> cells() {
        Arbitrary<Integer> answers = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(0, 10)), Tuple.of(1, Arbitraries.just(Integer.MIN_VALUE)));
        return answers.array(int[].class).ofMaxSize(9).list().ofSize(KEYS.length);
    }

    @Property
    void tablesThatDifferOnlyInWhatIsHiddenAreReleasedAlike(
            @ForAll("cells") List<int[]> cells, @ForAll @IntRange(min = 2, max = 6) int minN) throws IOException {
        Released<String, RatingTally> released = released(minN, cells);
        List<Integer> hidden = hidden(released);
        Assume.that(hidden.size() >= 2);
        int[] mine = cells.get(hidden.get(0));
        int[] theirs = cells.get(hidden.get(1));
        int i = firstRating(mine);
        int j = firstRating(theirs);
        int swapped = mine[i];
        mine[i] = theirs[j];
        theirs[j] = swapped;
        Released<String, RatingTally> again = released(minN, cells);
        assertThat(again).isEqualTo(released).hasSameHashCodeAs(released).hasToString(released.toString());
        assertThat(javaBytes(again)).isEqualTo(javaBytes(released));
        assertThat(json(again)).isEqualTo(json(released));
    }

    @Property
    void whereTheTotalIsHiddenNothingIsTold(
            @ForAll("cells") List<int[]> cells, @ForAll @IntRange(min = 2, max = 40) int minN) throws IOException {
        Released<String, RatingTally> released = released(minN, cells);
        Assume.that(released.total() instanceof Outcome.Suppressed<RatingTally>);
        for (int[] cell : cells) {
            for (int i = 0; i < cell.length; i++) {
                cell[i] = cell[i] < 0 ? cell[i] : 10 - cell[i];
            }
        }
        assertThat(javaBytes(released(minN, cells))).isEqualTo(javaBytes(released));
        assertThat(json(released(minN, cells))).isEqualTo(json(released)).doesNotContain("promoters");
    }

    private static List<Integer> hidden(Released<String, RatingTally> released) {
        List<Integer> hidden = new ArrayList<>();
        for (int i = 0; i < KEYS.length; i++) {
            if (released.suppression(KEYS[i]).isPresent()) {
                hidden.add(i);
            }
        }
        return hidden;
    }

    private static int firstRating(int[] answers) {
        int i = 0;
        while (answers[i] < 0) {
            i++;
        }
        return i;
    }

    private static byte[] javaBytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static String json(Released<String, RatingTally> released) throws IOException {
        Released<String, Nps> scores = released.map(Nps::of);
        return new ObjectMapper().writeValueAsString(scores)
                + tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(scores);
    }

    /** All tables of four cells of up to six answers: 2,401 of them, each with all its sums and differences. */
    @Test
    void everySumAndDifferenceOfWhatIsShownIsOfNobodyOrOfEnough() {
        int[] counts = new int[KEYS.length];
        for (int minN = 2; minN <= 5; minN++) {
            for (int code = 0; code < 7 * 7 * 7 * 7; code++) {
                int rest = code;
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = rest % 7;
                    rest /= 7;
                }
                attack(counts, minN);
            }
        }
    }

    private static void attack(int[] counts, int minN) {
        List<int[]> cells = Arrays.stream(counts).mapToObj(int[]::new).toList();
        Released<String, RatingTally> released = released(minN, cells);
        List<int[]> shown = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (released.cell(KEYS[i]) instanceof Outcome.Value<RatingTally>) {
                int[] alone = new int[counts.length];
                alone[i] = 1;
                shown.add(alone);
            }
        }
        boolean total = released.total() instanceof Outcome.Value<RatingTally>;
        if (total) {
            shown.add(new int[] {1, 1, 1, 1});
        }
        assertThat(total || shown.isEmpty())
                .as("without a total nothing is shown")
                .isTrue();
        combine(shown, 0, new int[counts.length], combination -> {
            String context = Arrays.toString(counts) + " at least " + minN + ": " + Arrays.toString(combination);
            assertThat(told(counts, combination, 1)).as(context).matches(n -> n == 0 || n >= minN);
            assertThat(told(counts, combination, -1)).as(context).matches(n -> n == 0 || n >= minN);
            List<Integer> hidden = hidden(released);
            long apart = hidden.stream().filter(i -> combination[i] != 0).count();
            assertThat(apart).as(context).isIn(0L, (long) hidden.size()).isNotEqualTo(1);
        });
    }

    private static int told(int[] counts, int[] combination, int sign) {
        int n = 0;
        for (int i = 0; i < counts.length; i++) {
            n += combination[i] * sign > 0 ? counts[i] : 0;
        }
        return n;
    }

    private static void combine(List<int[]> shown, int at, int[] combination, Consumer<int[]> attack) {
        if (at == shown.size()) {
            attack.accept(combination);
            return;
        }
        for (int factor = -1; factor <= 1; factor++) {
            int[] more = combination.clone();
            for (int i = 0; i < more.length; i++) {
                more[i] += factor * shown.get(at)[i];
            }
            combine(shown, at + 1, more, attack);
        }
    }
}
