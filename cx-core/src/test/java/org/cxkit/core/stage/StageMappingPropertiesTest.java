package org.cxkit.core.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StageMappingPropertiesTest {

    private static final StageModel MIDDLE = model("middle", 4);

    @Property
    void everyStageHasATargetAndKeepsOrderIsMonotony(@ForAll("ontoMiddle") StageMapping mapping) {
        boolean monotone = true;
        for (Stage a : mapping.from().stages()) {
            assertThat(MIDDLE.contains(mapping.target(a.id()))).isTrue();
            for (Stage b : mapping.from().stages()) {
                if (mapping.from().before(a.id(), b.id())) {
                    monotone &= !MIDDLE.before(mapping.target(b.id()), mapping.target(a.id()));
                }
            }
        }
        assertThat(mapping.keepsOrder()).isEqualTo(monotone);
    }

    @Property
    void aChainGoesByWayOfTheMiddle(
            @ForAll("ontoMiddle") StageMapping first, @ForAll("fromMiddle") StageMapping second) {
        StageMapping chain = first.then(second);
        for (Stage stage : first.from().stages()) {
            assertThat(chain.target(stage.id())).isEqualTo(second.target(first.target(stage.id())));
        }
    }

    @Provide
    Arbitrary<StageMapping> ontoMiddle() {
        return Arbitraries.integers().between(1, 7).flatMap(n -> mapping(model("from", n), MIDDLE));
    }

    @Provide
    Arbitrary<StageMapping> fromMiddle() {
        return Arbitraries.integers().between(1, 7).flatMap(n -> mapping(MIDDLE, model("to", n)));
    }

    private static Arbitrary<StageMapping> mapping(StageModel from, StageModel to) {
        Arbitrary<List<StageId>> targets = Arbitraries.of(
                        to.stages().stream().map(Stage::id).toList())
                .list()
                .ofSize(from.stages().size());
        return Combinators.combine(Arbitraries.just(from), Arbitraries.just(to), targets)
                .as(StageMapping::new);
    }

    private static StageModel model(String name, int stages) {
        List<Stage> made = new ArrayList<>();
        for (int i = 0; i < stages; i++) {
            made.add(Stage.of(name + i, ""));
        }
        return new StageModel(name, made);
    }
}
