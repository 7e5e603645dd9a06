package org.cxkit.core.stage;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cxkit.core.check.Check;

/**
 * The stages of a journey in the order a customer passes through them.
 *
 * <p>{@link #FIVE}, {@link #FOUR} and {@link #THREE} are the usual ones; {@link #of} makes any other. Immutable,
 * value-based and thread-safe.
 *
 * @param name the name of the model, not blank
 * @param stages at least one stage, first to last, no identifier twice
 */
public record StageModel(String name, List<Stage> stages) implements Serializable {

    /** Awareness, consideration, purchase, retention, advocacy. */
    public static final StageModel FIVE = of(
            "five stages",
            Stage.of("Awareness", "discovers the brand"),
            Stage.of("Consideration", "explores whether the offering fits"),
            Stage.of("Purchase", "decides to buy"),
            Stage.of("Retention", "uses the product after the purchase and becomes loyal"),
            Stage.of("Advocacy", "recommends the brand to others"));

    /** Awareness, engagement, conversion, retention. */
    public static final StageModel FOUR = of(
            "four stages",
            Stage.of("Awareness", "discovers the brand"),
            Stage.of("Engagement", "explores the offering and makes contact"),
            Stage.of("Conversion", "decides to buy"),
            Stage.of("Retention", "comes back and stays"));

    /** Research, purchase, post-purchase. */
    public static final StageModel THREE = of(
            "three stages",
            Stage.of("Research", "finds and compares what is offered"),
            Stage.of("Purchase", "decides to buy"),
            Stage.of("Post-purchase", "is helped, and rewarded for loyalty"));

    /**
     * Checks that there are stages and that each is there once.
     *
     * @throws IllegalArgumentException if the name is blank, there is no stage, or an identifier occurs twice
     */
    public StageModel {
        Check.notBlank("stage model name", name);
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stage model " + name + " must have at least one stage, got none");
        }
        Set<StageId> seen = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            if (!seen.add(stages.get(i).id())) {
                throw new IllegalArgumentException(
                        "stages[" + i + "] of stage model " + name + " must not repeat an earlier one, got "
                                + stages.get(i).id());
            }
        }
    }

    /**
     * {@return the model of these stages, first to last}
     *
     * @param name the name of the model, not blank
     * @param stages at least one stage, no identifier twice
     * @throws IllegalArgumentException if the name is blank, there is no stage, or an identifier occurs twice
     */
    public static StageModel of(String name, Stage... stages) {
        return new StageModel(name, List.of(stages));
    }

    /**
     * {@return the stage with this identifier, if the model has it}
     *
     * @param id any identifier
     */
    public Optional<Stage> find(StageId id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /**
     * {@return the first stage whose identifier or name is this text, in capitals or not, if the model has one}
     *
     * @param idOrName any text
     */
    public Optional<Stage> find(String idOrName) {
        String wanted = idOrName.strip();
        return stages.stream()
                .filter(stage -> stage.id().value().equalsIgnoreCase(wanted)
                        || stage.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /**
     * {@return whether a stage of the model has this identifier}
     *
     * @param id any identifier
     */
    public boolean contains(StageId id) {
        return find(id).isPresent();
    }

    /**
     * {@return the place of a stage, from 0 for the first}
     *
     * @param id the identifier of a stage of this model
     * @throws IllegalArgumentException if the model has no such stage, naming those it has
     */
    public int indexOf(StageId id) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("stage must be one of " + name + " (" + listing() + "), got " + id);
    }

    /**
     * {@return whether a customer passes through the one stage before the other}
     *
     * @param earlier the identifier of a stage of this model
     * @param later the identifier of a stage of this model
     * @throws IllegalArgumentException if the model lacks one of them, naming those it has
     */
    public boolean before(StageId earlier, StageId later) {
        return indexOf(earlier) < indexOf(later);
    }

    /** {@return the name with the stages in order, such as {@code three stages (research, purchase, post-purchase)}} */
    @Override
    public String toString() {
        return name + " (" + listing() + ")";
    }

    private String listing() {
        return stages.stream().map(stage -> stage.id().value()).collect(Collectors.joining(", "));
    }
}
