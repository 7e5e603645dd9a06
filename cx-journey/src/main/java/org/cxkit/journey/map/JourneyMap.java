package org.cxkit.journey.map;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cxkit.core.persona.Persona;
import org.cxkit.core.stage.Stage;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.TouchpointId;
import org.jspecify.annotations.Nullable;

/**
 * A designed customer journey: for one persona, the stages in order, and in each the steps, which may be optional or
 * repeated.
 *
 * <p>What is certainly wrong cannot be built: the constructor refuses it and names every mistake at once. What is merely
 * noteworthy is told by {@link #findings()}. Immutable, value-based and thread-safe.
 *
 * @param name what the journey is called, not blank
 * @param persona whose journey it is, or null for anybody's
 * @param stages in the order a customer passes through them, at least one, none twice
 */
public record JourneyMap(String name, @Nullable Persona persona, List<MapStage> stages) implements Serializable {

    /**
     * Checks the map as a whole.
     *
     * @throws IllegalArgumentException naming every mistake: a blank name, no stage, a stage or a step that occurs twice,
     *     an event that belongs to two steps
     */
    public JourneyMap {
        stages = List.copyOf(stages);
        List<String> mistakes = mistakes(name, stages);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("journey map \"" + name + "\": " + String.join("; ", mistakes));
        }
    }

    private static List<String> mistakes(String name, List<MapStage> stages) {
        List<String> mistakes = new ArrayList<>();
        if (name.isBlank()) {
            mistakes.add("the name must not be blank");
        }
        if (stages.isEmpty()) {
            mistakes.add("there must be at least one stage, got none");
        }
        Set<StageId> stageIds = new HashSet<>();
        Set<TouchpointId> stepIds = new HashSet<>();
        Map<String, TouchpointId> owners = new LinkedHashMap<>();
        for (MapStage stage : stages) {
            if (!stageIds.add(stage.stage().id())) {
                mistakes.add("stage " + stage.stage().id() + " occurs twice");
            }
            for (Step step : stage.steps()) {
                if (!stepIds.add(step.id())) {
                    mistakes.add("step " + step.id() + " occurs twice");
                    continue;
                }
                for (String event : step.events()) {
                    TouchpointId owner = owners.putIfAbsent(event, step.id());
                    if (owner != null) {
                        mistakes.add("event " + event + " belongs to step " + owner + " and to step " + step.id());
                    }
                }
            }
        }
        return mistakes;
    }

    /**
     * {@return a builder of a map with this name}
     *
     * @param name what the journey is called, not blank
     */
    public static JourneyMapBuilder named(String name) {
        return new JourneyMapBuilder(name);
    }

    /** {@return all steps, in their order} */
    public List<Step> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }

    /**
     * {@return the step at a touchpoint, if the map has one}
     *
     * @param id any touchpoint
     */
    public Optional<Step> step(TouchpointId id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** {@return for each event that belongs to a step, the step; in the order of the map} */
    public Map<String, TouchpointId> stepsByEvent() {
        Map<String, TouchpointId> owners = new LinkedHashMap<>();
        for (Step step : steps()) {
            step.events().forEach(event -> owners.put(event, step.id()));
        }
        return Collections.unmodifiableMap(owners);
    }

    /** {@return the stages of this map that have no touchpoint} */
    public List<Stage> gaps() {
        return stages.stream()
                .filter(stage -> stage.elements().isEmpty())
                .map(MapStage::stage)
                .toList();
    }

    /**
     * {@return the stages of a model for which this map has no touchpoint, whether it names them or not; asked of the map
     * of each persona, this is the table of stages and personas without touchpoint}
     *
     * @param model the stages that should all be covered
     */
    public List<Stage> gaps(StageModel model) {
        Set<StageId> covered = new HashSet<>();
        for (MapStage stage : stages) {
            if (!stage.elements().isEmpty()) {
                covered.add(stage.stage().id());
            }
        }
        return model.stages().stream()
                .filter(stage -> !covered.contains(stage.id()))
                .toList();
    }

    /** {@return what is noteworthy about the design: stages without a step, steps without a channel or an emotion} */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (MapStage stage : stages) {
            if (stage.elements().isEmpty()) {
                findings.add(new Finding("stage " + stage.stage().id(), "has no step"));
            }
            for (Step step : stage.steps()) {
                if (step.channels().isEmpty()) {
                    findings.add(new Finding("step " + step.id(), "has no channel"));
                }
                if (step.emotion() == null) {
                    findings.add(new Finding("step " + step.id(), "has no emotion"));
                }
            }
        }
        return List.copyOf(findings);
    }

    /**
     * {@return what is noteworthy about the design and about how it fits a log: also the steps of which no event occurs,
     * and the orphans, events that occur and belong to no step}
     *
     * @param activities the activities that occur, in any order
     */
    public List<Finding> findings(Collection<String> activities) {
        List<Finding> findings = new ArrayList<>(findings());
        Set<String> orphans = new TreeSet<>(activities);
        for (Step step : steps()) {
            if (step.events().stream().noneMatch(orphans::contains)) {
                findings.add(new Finding("step " + step.id(), "has no event in the log"));
            }
            step.events().forEach(orphans::remove);
        }
        orphans.forEach(event -> findings.add(new Finding("event " + event, "belongs to no step")));
        return List.copyOf(findings);
    }
}
