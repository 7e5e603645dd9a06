package org.cxkit.metrics.communication;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.cxkit.core.classification.ClassifiedTouchpoints;
import org.cxkit.core.classification.StageCoverage;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.core.touchpoint.TouchpointType;

/**
 * Where a company can be in contact as it is designed: the stages that its present touchpoints serve, and those of them
 * that go on after the journey.
 *
 * <p>It asks for classified touchpoints, as classifying precedes any plan. Immutable, value-based and thread-safe.
 *
 * @param stages the stages with a present touchpoint, and the control over it
 * @param beyond the present touchpoints that go on after the journey, in the order of their ids
 */
public record DesignedCommunication(StageCoverage stages, List<TouchpointId> beyond) implements Serializable {

    /** Copies the list. */
    public DesignedCommunication {
        Objects.requireNonNull(stages, "stages");
        beyond = List.copyOf(beyond);
    }

    /**
     * {@return the design told from classified touchpoints}
     *
     * @param model the stages to cover
     * @param touchpoints the touchpoints, classified
     * @param beyond which types go on after the journey, such as {@link TouchpointType#NEWSLETTER}
     * @throws IllegalArgumentException if a touchpoint serves a stage that the model lacks
     */
    public static DesignedCommunication of(
            StageModel model, ClassifiedTouchpoints touchpoints, TouchpointType... beyond) {
        Set<TouchpointType> types = new HashSet<>(List.of(beyond));
        return new DesignedCommunication(
                StageCoverage.of(model, touchpoints),
                touchpoints.present().stream()
                        .filter(touchpoint -> types.contains(touchpoint.type()))
                        .map(Touchpoint::id)
                        .toList());
    }

    /** {@return the share of stages with a present touchpoint, the time beyond the journey as one more, from 0 to 1} */
    public double shareWithBeyond() {
        int all = stages.cells().size();
        return (double) (all - stages.gaps().size() + (beyond.isEmpty() ? 0 : 1)) / (all + 1);
    }

    /** {@return the coverage of the stages, weighted by control too, and the touchpoints beyond the journey} */
    @Override
    public String toString() {
        return stages + String.format(Locale.ROOT, ", weighted by control %.1f %%", 100 * stages.weightedShare())
                + "; beyond the journey " + (beyond.isEmpty() ? "none" : beyond);
    }
}
