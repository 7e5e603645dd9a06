package org.cxkit.journey.map;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.stage.Stage;

/**
 * A stage of a map with its elements in their order.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param stage the stage
 * @param elements from first to last; may be empty, which is a gap of the map
 */
public record MapStage(Stage stage, List<MapElement> elements) implements Serializable {

    /** Copies the list. */
    public MapStage {
        Objects.requireNonNull(stage, "stage");
        elements = List.copyOf(elements);
    }

    /** {@return the steps of the stage, in their order} */
    public List<Step> steps() {
        return elements.stream().flatMap(element -> element.steps().stream()).toList();
    }
}
