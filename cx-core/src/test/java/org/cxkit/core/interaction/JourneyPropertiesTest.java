package org.cxkit.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.Examples;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.touchpoint.Touchpoint;

class JourneyPropertiesTest {

    @Property
    void theOrderOfRowsMattersOnlyAmongTies(@ForAll("interactions") List<Interaction> rows, @ForAll long seed) {
        List<Interaction> shuffled = shuffledButForTies(rows, new Random(seed));
        assertThat(Journey.byCustomer(shuffled)).isEqualTo(Journey.byCustomer(rows));
        assertThat(Handoff.in(shuffled)).isEqualTo(Handoff.in(rows));
    }

    @Property
    void noInteractionIsLostAndTimeNeverRunsBack(@ForAll("interactions") List<Interaction> rows) {
        List<Journey> journeys = Journey.byCustomer(rows);
        assertThat(journeys.stream().flatMap(journey -> journey.interactions().stream()))
                .containsExactlyInAnyOrderElementsOf(rows);
        for (Journey journey : journeys) {
            assertThat(journey.interactions()).isSortedAccordingTo(Interaction.BY_INSTANT);
            long counted = journey.countBy(Interaction::channel).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(counted).isEqualTo(journey.interactions().size());
        }
    }

    @Property
    void handoffsAreThoseOfTheObviousLoop(@ForAll("interactions") List<Interaction> rows) {
        List<Interaction> sorted = new ArrayList<>(rows);
        sorted.sort(Interaction.BY_INSTANT);
        List<Handoff> expected = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            Interaction last = null;
            for (Interaction each : sorted) {
                if (!CaseId.of(name).equals(each.caseId())) {
                    continue;
                }
                if (last != null && !last.channel().equals(each.channel())) {
                    expected.add(new Handoff(last, each));
                }
                last = each;
            }
        }
        assertThat(Handoff.in(rows)).isEqualTo(expected);
    }

    @Property
    void theMediumSharesOfTheKeysAddUpToTheWhole(@ForAll("interactions") List<Interaction> rows) {
        long digital = 0;
        long physical = 0;
        for (MediumShare share :
                MediumShare.by(rows, Interaction::problemRestated).values()) {
            digital += share.digital();
            physical += share.physical();
        }
        assertThat(new MediumShare(digital, physical)).isEqualTo(MediumShare.of(rows));
    }

    @Provide
    Arbitrary<List<Interaction>> interactions() {
        Arbitrary<CustomerId> customers = Arbitraries.of(Examples.ANN, Examples.BOB);
        Arbitrary<Touchpoint> touchpoints =
                Arbitraries.of(Examples.CHAT, Examples.MAIL, Examples.CALL, Examples.CHECKOUT);
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 8); // few, so that there are ties
        Arbitrary<CaseId> cases = Arbitraries.of("a", "b").map(CaseId::of).injectNull(0.3);
        Arbitrary<ProblemRestated> restated = Arbitraries.of(ProblemRestated.class);
        return Combinators.combine(customers, touchpoints, seconds, cases, restated)
                .as((customer, touchpoint, second, caseId, yesOrNo) -> Interaction.builder(
                                customer, touchpoint, Examples.NOON.plusSeconds(second))
                        .caseId(caseId)
                        .problemRestated(yesOrNo)
                        .build())
                .withoutEdgeCases() // five parts have more of them than there are tries
                .list()
                .ofMaxSize(30);
    }

    /** A shuffle after which the interactions of one instant still stand in their old order. */
    private static List<Interaction> shuffledButForTies(List<Interaction> rows, Random random) {
        Map<Instant, List<Interaction>> ties = new HashMap<>();
        rows.forEach(row -> ties.computeIfAbsent(row.instant(), instant -> new ArrayList<>())
                .add(row));
        Map<Instant, Iterator<Interaction>> next = new HashMap<>();
        ties.forEach((instant, tied) -> next.put(instant, tied.iterator()));
        List<Interaction> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .map(row -> Objects.requireNonNull(next.get(row.instant())).next())
                .toList();
    }
}
