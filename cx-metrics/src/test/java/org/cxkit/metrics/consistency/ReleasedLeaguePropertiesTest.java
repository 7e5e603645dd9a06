package org.cxkit.metrics.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.Released;
import org.cxkit.metrics.Suppression;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

/** A league table of a released table ranks what is shown, and holds nothing of what is not. */
class ReleasedLeaguePropertiesTest {
    private static final RatingScale STARS = RatingScale.ONE_TO_FIVE;
    private static final Scoring MEAN = Scoring.mean(STARS);
    private static final int MIN = 5;

    private static Released<String, RatingTally> release(Map<String, RatingTally> groups) {
        return Grouped.of(RatingTally.empty(STARS), groups).release(MIN, RatingTally::valid);
    }

    private static RatingTally ratings(SplittableRandom random, int from, int to) {
        long[] counts = new long[5];
        for (int n = random.nextInt(from, to + 1); n > 0; n--) {
            counts[random.nextInt(5)]++;
        }
        return RatingTally.ofCounts(STARS, counts, random.nextInt(3), random.nextInt(3));
    }

    @SuppressWarnings("BanSerializableRead") // the bytes were written just now
    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** The hidden groups are two or more, with enough answers together that no other has to follow. */
    @Property(tries = 200)
    void theLeagueIsTheSameWhateverTheSuppressedGroupsAnswered(@ForAll long seed)
            throws IOException, ClassNotFoundException {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, RatingTally> groups = new TreeMap<>();
        groups.put("m1", RatingTally.of(STARS, 1, 2, 3, 4, 5));
        groups.put("m2", ratings(random, MIN, 30));
        for (int i = random.nextInt(6); i > 0; i--) {
            groups.put((char) random.nextInt('a', 'z' + 1) + "shown" + i, ratings(random, MIN, 30));
        }
        Map<String, RatingTally> shown = new TreeMap<>(groups);
        List<String> hidden = List.of("a", "k", "p", "z").subList(random.nextInt(3), 4);
        Map<String, RatingTally> others = new TreeMap<>(groups);
        hidden.forEach(key -> {
            groups.put(key, ratings(random, 3, MIN - 1));
            others.put(key, ratings(random, 3, MIN - 1));
        });
        assertSameLeague(release(groups), release(others), shown, hidden);
    }

    /** One group is too small, and of the others the one with the fewest answers follows it, with enough together. */
    @Property(tries = 200)
    void theLeagueIsTheSameWhateverAGroupAnsweredThatFollowsASmallOne(@ForAll long seed)
            throws IOException, ClassNotFoundException {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, RatingTally> groups = new TreeMap<>();
        groups.put("m1", RatingTally.of(STARS, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5));
        groups.put("m2", ratings(random, 2 * MIN, 30));
        for (int i = random.nextInt(6); i > 0; i--) {
            groups.put((char) random.nextInt('a', 'z' + 1) + "shown" + i, ratings(random, 2 * MIN, 30));
        }
        Map<String, RatingTally> shown = new TreeMap<>(groups);
        Map<String, RatingTally> others = new TreeMap<>(groups);
        List<String> hidden = random.nextBoolean() ? List.of("a", "z") : List.of("k", "p");
        int follows = random.nextInt(2);
        for (Map<String, RatingTally> each : List.of(groups, others)) {
            each.put(hidden.get(1 - follows), ratings(random, 1, MIN - 1));
            each.put(hidden.get(follows), ratings(random, MIN, 2 * MIN - 1));
        }
        Released<String, RatingTally> table = release(groups);
        assertThat(table.suppression(hidden.get(follows))).contains(Suppression.COMPLEMENTARY);
        assertSameLeague(table, release(others), shown, hidden);
    }

    private static void assertSameLeague(
            Released<String, RatingTally> table,
            Released<String, RatingTally> other,
            Map<String, RatingTally> shown,
            List<String> hidden)
            throws IOException, ClassNotFoundException {
        Consistency<String> league = Consistency.of(MEAN, table);
        Consistency<String> same = Consistency.of(MEAN, other);
        assertThat(same).isEqualTo(league).hasToString(league.toString());
        assertThat(written(same)).isEqualTo(written(league));
        assertThat(read(written(league))).isEqualTo(league).hasToString(league.toString());
        assertThat(league.suppressed()).isEqualTo(hidden);
        Consistency<String> ofShown = Consistency.of(MEAN, Grouped.of(RatingTally.empty(STARS), shown));
        assertThat(league.shrinkage()).isEqualTo(ofShown.shrinkage());
        assertThat(league.funnel()).isEqualTo(ofShown.funnel());
        assertThat(league.correlation()).isEqualTo(ofShown.correlation());
        assertThat(ofShown.suppressed()).isEmpty();
        assertThat(league.range()).isEqualTo(ofShown.range());
    }

    @Test
    void groupsThatFollowASmallOneAreNamedLikeIt() {
        // by hand: b has too few, and a with the fewest of the others follows it; 5 + 2 answers are enough together
        Released<String, RatingTally> table = release(Map.of(
                "a", RatingTally.of(STARS, 1, 1, 1, 2, 2),
                "b", RatingTally.of(STARS, 5, 5),
                "c", RatingTally.of(STARS, 1, 2, 3, 4, 5, 5),
                "d", RatingTally.of(STARS, 1, 1, 2, 3, 4, 4),
                "nobody", RatingTally.ofCounts(STARS, new long[5], 7, 0)));
        Consistency<String> league = Consistency.of(MEAN, table);
        assertThat(league.suppressed()).containsExactly("a", "b");
        assertThat(league.toString())
                .contains("2 groups (REML), n 12\n")
                .doesNotContain("nobody")
                .containsPattern("\n {10}a +suppressed\n {10}b +suppressed\n$");
    }

    @Test
    void aLeagueTakesTwoGroupsThatAreShown() {
        Released<String, RatingTally> one = new Released<>(
                MIN,
                Map.of("a", Outcome.of(RatingTally.of(STARS, 1, 2, 3, 4, 5)), "b", new Outcome.Suppressed<>("few")),
                Outcome.noData("none"));
        assertThatIllegalStateException()
                .isThrownBy(() -> Consistency.of(MEAN, one))
                .withMessage("groups can be compared from 2 on, got 1 shown and 1 suppressed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Consistency.of(
                        Scoring.nps(),
                        release(Map.of(
                                "a", RatingTally.of(STARS, 1, 2, 3, 4, 5), "b", RatingTally.of(STARS, 1, 2, 3, 4, 4)))))
                .withMessage("the NPS is of the scale 0..10, the tally is on 1..5");
    }

    @Test
    void suppressedGroupsComeInTheOrderOfTheirKeysWhateverThatOfTheTable() {
        Map<String, Outcome<RatingTally>> cells = new LinkedHashMap<>();
        cells.put("z", new Outcome.Suppressed<>("few"));
        cells.put("c", Outcome.of(RatingTally.of(STARS, 1, 2, 3, 4, 5)));
        cells.put("k", new Outcome.Suppressed<>("few"));
        cells.put("b", Outcome.of(RatingTally.of(STARS, 1, 2, 3, 3, 5)));
        cells.put("a", new Outcome.Suppressed<>("few"));
        Consistency<String> league = Consistency.of(MEAN, new Released<>(MIN, cells, Outcome.noData("none")));
        assertThat(league.suppressed()).containsExactly("a", "k", "z");
    }

    @Test
    void aGroupWithoutARatingIsNotShown() {
        Map<String, Outcome<RatingTally>> cells = new LinkedHashMap<>();
        cells.put("a", Outcome.of(RatingTally.of(STARS, 1, 2, 3, 4, 5)));
        cells.put("nobody", Outcome.of(RatingTally.ofCounts(STARS, new long[5], 7, 2)));
        assertThatIllegalStateException()
                .isThrownBy(() -> Consistency.of(MEAN, new Released<>(MIN, cells, Outcome.noData("none"))))
                .withMessage("groups can be compared from 2 on, got 1 shown and 0 suppressed");
        cells.put("b", Outcome.of(RatingTally.of(STARS, 1, 2, 3, 3, 5)));
        Consistency<String> league = Consistency.of(MEAN, new Released<>(MIN, cells, Outcome.noData("none")));
        assertThat(List.of(league.shrinkage().missing(), league.shrinkage().invalid()))
                .containsExactly(0L, 0L);
    }
}
