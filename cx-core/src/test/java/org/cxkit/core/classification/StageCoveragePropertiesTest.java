package org.cxkit.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.Examples;
import org.cxkit.core.stage.Stage;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.Touchpoint;

class StageCoveragePropertiesTest {

    /** What is drawn for one touchpoint. */
    record Draw(Presence presence, Control control, List<StageId> stages) {

        Classification at(int index) {
            Touchpoint touchpoint = Touchpoint.builder("t" + index)
                    .type(Examples.CHAT.type())
                    .channel(Examples.CHAT.channel())
                    .serviceModel(Examples.CHAT.serviceModel())
                    .purpose("any")
                    .stages(stages)
                    .build();
            return Classification.of(touchpoint, presence, control);
        }
    }

    @Property
    void theWeightedShareNeverExceedsTheShare(@ForAll("draws") List<Draw> draws) {
        StageCoverage coverage = coverage(draws);
        assertThat(coverage.share()).isBetween(0.0, 1.0);
        // a share is a sum of at most five weights, each rounded
        assertThat(coverage.weightedShare()).isBetween(0.0, coverage.share() + 1e-15);
        assertThat(coverage.weightedShare(new ControlWeights(1, 1, 1, 1))).isEqualTo(coverage.share());
    }

    @Property
    void oneMoreTouchpointNeverLowersTheCoverage(@ForAll("draws") List<Draw> draws) {
        Assume.that(draws.size() > 1);
        StageCoverage fewer = coverage(draws.subList(0, draws.size() - 1));
        StageCoverage all = coverage(draws);
        assertThat(all.share()).isGreaterThanOrEqualTo(fewer.share());
        assertThat(all.weightedShare()).isGreaterThanOrEqualTo(fewer.weightedShare());
    }

    private static StageCoverage coverage(List<Draw> draws) {
        List<Classification> classifications = new ArrayList<>();
        for (int i = 0; i < draws.size(); i++) {
            classifications.add(draws.get(i).at(i));
        }
        return StageCoverage.of(StageModel.FIVE, ClassifiedTouchpoints.classify(classifications));
    }

    @Provide
    Arbitrary<List<Draw>> draws() {
        Arbitrary<List<StageId>> stages = Arbitraries.of(
                        StageModel.FIVE.stages().stream().map(Stage::id).toList())
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(Arbitraries.of(Presence.class), Arbitraries.of(Control.class), stages)
                .as(Draw::new)
                .withoutEdgeCases()
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
