package org.cxkit.journey.map;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cxkit.core.persona.Persona;
import org.cxkit.core.stage.Stage;
import org.cxkit.core.stage.StageModel;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link JourneyMap} from left to right: a stage, its steps, the next stage.
 *
 * <p>Not thread-safe. After {@link #build()} it can go on to a longer map.
 */
public final class JourneyMapBuilder {
    private final String name;
    private @Nullable Persona persona;
    private final List<Stage> stages = new ArrayList<>();
    private final List<List<MapElement>> elements = new ArrayList<>();

    JourneyMapBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Says whose journey it is.
     *
     * @param whose the persona
     * @return this
     */
    public JourneyMapBuilder persona(Persona whose) {
        this.persona = Objects.requireNonNull(whose, "whose");
        return this;
    }

    /**
     * Begins a stage: the one of {@link StageModel#FIVE} with this name, else a new one without a definition.
     *
     * @param stageName its name, not blank
     * @return this
     * @throws IllegalArgumentException if the name is blank
     */
    public JourneyMapBuilder stage(String stageName) {
        return stage(StageModel.FIVE.find(stageName).orElseGet(() -> Stage.of(stageName, "")));
    }

    /**
     * Begins a stage.
     *
     * @param stage the stage
     * @return this
     */
    public JourneyMapBuilder stage(Stage stage) {
        stages.add(Objects.requireNonNull(stage, "stage"));
        elements.add(new ArrayList<>());
        return this;
    }

    /**
     * Adds a step named by its touchpoint.
     *
     * @param id the identifier of the touchpoint, not blank
     * @return this
     */
    public JourneyMapBuilder step(String id) {
        return add(Step.of(id));
    }

    /**
     * Adds a step.
     *
     * @param step the step
     * @return this
     */
    public JourneyMapBuilder step(Step step) {
        return add(step);
    }

    /**
     * Adds a step that may be left out.
     *
     * @param id the identifier of the touchpoint, not blank
     * @return this
     */
    public JourneyMapBuilder optional(String id) {
        return optional(Step.of(id));
    }

    /**
     * Adds an element that may be left out.
     *
     * @param element the step or loop
     * @return this
     */
    public JourneyMapBuilder optional(MapElement element) {
        return add(new OptionalElement(element));
    }

    /**
     * Adds steps that are passed through one or more times, each time through any one of them.
     *
     * @param ids the identifiers of the touchpoints, at least one
     * @return this
     */
    public JourneyMapBuilder loop(String... ids) {
        return add(new Loop(Stream.of(ids).<MapElement>map(Step::of).toList()));
    }

    /**
     * Adds elements that are passed through one or more times, each time through any one of them.
     *
     * @param parts at least one
     * @return this
     */
    public JourneyMapBuilder loop(MapElement... parts) {
        return add(new Loop(List.of(parts)));
    }

    /**
     * Promises that the step added last follows the step before it in time.
     *
     * @param promise the longest wait, longer than zero
     * @return this
     * @throws IllegalStateException if the element added last is not a single step
     */
    public JourneyMapBuilder within(Duration promise) {
        List<MapElement> current = current("within");
        MapElement last = current.isEmpty() ? null : current.get(current.size() - 1);
        if (last instanceof Step step) {
            current.set(current.size() - 1, step.withPromise(promise));
        } else if (last instanceof OptionalElement optional && optional.element() instanceof Step step) {
            current.set(current.size() - 1, new OptionalElement(step.withPromise(promise)));
        } else {
            throw new IllegalStateException("within wants a step before it, got " + last);
        }
        return this;
    }

    /**
     * {@return the map}
     *
     * @throws IllegalArgumentException naming every mistake
     */
    public JourneyMap build() {
        List<MapStage> built = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            built.add(new MapStage(stages.get(i), elements.get(i)));
        }
        return new JourneyMap(name, persona, built);
    }

    private JourneyMapBuilder add(MapElement element) {
        current("a step").add(Objects.requireNonNull(element, "element"));
        return this;
    }

    private List<MapElement> current(String what) {
        if (elements.isEmpty()) {
            throw new IllegalStateException(what + " wants a stage before it: call stage(...) first");
        }
        return elements.get(elements.size() - 1);
    }
}
