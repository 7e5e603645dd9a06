package org.cxkit.journey.map;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * An element that a journey may leave out without departing from the map.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param element what may be left out
 */
public record OptionalElement(MapElement element) implements MapElement, Serializable {

    /** Checks that there is an element. */
    public OptionalElement {
        Objects.requireNonNull(element, "element");
    }

    @Override
    public List<Step> steps() {
        return element.steps();
    }
}
