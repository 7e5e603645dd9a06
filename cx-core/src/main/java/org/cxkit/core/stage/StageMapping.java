package org.cxkit.core.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A total mapping from the stages of one model to those of another, so that a figure by stage can be recut.
 *
 * <p>Every stage of {@code from} has exactly one target in {@code to}; the constructor proves it. Immutable,
 * value-based and thread-safe.
 *
 * @param from the model that is left
 * @param to the model that is reached
 * @param targets for each stage of {@code from}, in its order, a stage of {@code to}
 */
public record StageMapping(StageModel from, StageModel to, List<StageId> targets) implements Serializable {

    /**
     * Five stages to four: consideration becomes engagement, purchase becomes conversion, and advocacy becomes
     * retention. That last one is our choice, as the four-stage model is silent on it: who recommends has stayed.
     */
    public static final StageMapping FIVE_TO_FOUR =
            of(StageModel.FIVE, StageModel.FOUR, "awareness", "engagement", "conversion", "retention", "retention");

    /** Four stages to three: awareness and engagement become research, conversion purchase, the rest post-purchase. */
    public static final StageMapping FOUR_TO_THREE =
            of(StageModel.FOUR, StageModel.THREE, "research", "research", "purchase", "post-purchase");

    /** Five stages to three, by way of four. */
    public static final StageMapping FIVE_TO_THREE = FIVE_TO_FOUR.then(FOUR_TO_THREE);

    /**
     * Checks that the mapping is total.
     *
     * @throws IllegalArgumentException if there is not one target for each stage, or a target is not in {@code to}
     */
    public StageMapping {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        targets = List.copyOf(targets);
        if (targets.size() != from.stages().size()) {
            throw new IllegalArgumentException("a mapping from " + from + " needs "
                    + from.stages().size() + " targets, got " + targets.size() + ": " + targets);
        }
        for (int i = 0; i < targets.size(); i++) {
            if (!to.contains(targets.get(i))) {
                throw new IllegalArgumentException(
                        "targets[" + i + "] must be a stage of " + to + ", got " + targets.get(i));
            }
        }
    }

    /**
     * {@return the mapping with these targets}
     *
     * @param from the model that is left
     * @param to the model that is reached
     * @param targets for each stage of {@code from}, in its order, the identifier of a stage of {@code to}
     * @throws IllegalArgumentException if there is not one target for each stage, or a target is not in {@code to}
     */
    public static StageMapping of(StageModel from, StageModel to, String... targets) {
        List<StageId> ids = new ArrayList<>(targets.length);
        for (String target : targets) {
            ids.add(StageId.of(target));
        }
        return new StageMapping(from, to, ids);
    }

    /**
     * {@return the stage of {@link #to()} that a stage of {@link #from()} becomes}
     *
     * @param stage the identifier of a stage of {@code from}
     * @throws IllegalArgumentException if {@code from} has no such stage, naming those it has
     */
    public StageId target(StageId stage) {
        return targets.get(from.indexOf(stage));
    }

    /** {@return whether no stage overtakes another: of two stages, the earlier never maps behind the later} */
    public boolean keepsOrder() {
        for (int i = 1; i < targets.size(); i++) {
            if (to.before(targets.get(i), targets.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return the mapping that does this one, then the next}
     *
     * @param next a mapping from the model that this one reaches
     * @throws IllegalArgumentException if the next mapping leaves another model
     */
    public StageMapping then(StageMapping next) {
        if (!next.from.equals(to)) {
            throw new IllegalArgumentException("the next mapping must leave " + to + ", got " + next.from);
        }
        return new StageMapping(
                from, next.to, targets.stream().map(next::target).toList());
    }
}
