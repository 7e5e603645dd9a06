package org.cxkit.core.classification;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.check.Check;
import org.cxkit.core.stage.Stage;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.jspecify.annotations.Nullable;

/**
 * Which stages of the journey a company is present at, and with how much control.
 *
 * <p>The share is the number of stages with at least one present touchpoint over the number of stages. The weighted
 * share counts each stage with the weight of the most control that the company has over a present touchpoint of the
 * stage, and with 0 where none is present; with weights of 1 it is the share. Both are from 0 to 1. Immutable,
 * value-based and thread-safe.
 *
 * @param cells one cell for each stage, in the order of the model, at least one
 */
public record StageCoverage(List<Cell> cells) implements Serializable {

    /**
     * What a company has at one stage. Immutable, value-based and thread-safe.
     *
     * @param stage the stage
     * @param present the number of present touchpoints that serve it, not negative
     * @param best the most control over one of them, or null if there is none
     */
    public record Cell(
            StageId stage, long present, @Nullable Control best) implements Serializable {

        /**
         * Checks that the parts agree.
         *
         * @throws IllegalArgumentException if the count is negative, or there is a control without a touchpoint or
         *     a touchpoint without a control
         */
        public Cell {
            Objects.requireNonNull(stage, "stage");
            Check.counts("present", present);
            if ((present == 0) != (best == null)) {
                throw new IllegalArgumentException("stage " + stage
                        + " must have a control exactly if it has a touchpoint, got " + present + " and " + best);
            }
        }
    }

    /**
     * Checks that there are stages.
     *
     * @throws IllegalArgumentException if there is no cell
     */
    public StageCoverage {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("coverage needs at least one stage, got none");
        }
    }

    /**
     * {@return the coverage of a model by the touchpoints that are present}
     *
     * <p>A touchpoint counts at every stage it serves. One that names no stage counts at none.
     *
     * @param model the stages to cover
     * @param touchpoints the touchpoints, classified
     * @throws IllegalArgumentException if a touchpoint, present or not, serves a stage that the model lacks
     */
    public static StageCoverage of(StageModel model, ClassifiedTouchpoints touchpoints) {
        Map<StageId, List<Control>> controls = new LinkedHashMap<>();
        for (Stage stage : model.stages()) {
            controls.put(stage.id(), new ArrayList<>());
        }
        for (Classification classification : touchpoints.classifications()) {
            for (StageId stage : classification.touchpoint().stages()) {
                List<Control> atStage = controls.get(stage);
                if (atStage == null) {
                    throw new IllegalArgumentException("touchpoint "
                            + classification.touchpoint().id() + " must serve stages of " + model + ", got " + stage);
                }
                if (classification.presence() == Presence.PRESENT) {
                    atStage.add(classification.control());
                }
            }
        }
        List<Cell> cells = new ArrayList<>();
        controls.forEach((stage, atStage) -> cells.add(new Cell(
                stage,
                atStage.size(),
                atStage.stream().min(Comparator.naturalOrder()).orElse(null))));
        return new StageCoverage(cells);
    }

    /** {@return the stages without a present touchpoint, in the order of the model} */
    public List<StageId> gaps() {
        return cells.stream()
                .filter(cell -> cell.present() == 0)
                .map(Cell::stage)
                .toList();
    }

    /** {@return the share of stages with a present touchpoint, from 0 to 1} */
    public double share() {
        return (double) (cells.size() - gaps().size()) / cells.size();
    }

    /** {@return the share weighted by control in {@link ControlWeights#EQUAL_STEPS}, from 0 to 1} */
    public double weightedShare() {
        return weightedShare(ControlWeights.EQUAL_STEPS);
    }

    /**
     * {@return the share weighted by control, from 0 to 1}
     *
     * @param weights what a touchpoint is worth by the control over it
     */
    public double weightedShare(ControlWeights weights) {
        double sum = 0;
        for (Cell cell : cells) {
            Control best = cell.best();
            if (best != null) {
                sum += weights.weight(best);
            }
        }
        return sum / cells.size();
    }

    /** {@return a sentence with the share, the counts and the gaps} */
    @Override
    public String toString() {
        int covered = cells.size() - gaps().size();
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * share());
        return "stage coverage " + share + ", " + covered + " of " + cells.size() + " stages"
                + (gaps().isEmpty() ? "" : ", none at " + gaps());
    }
}
