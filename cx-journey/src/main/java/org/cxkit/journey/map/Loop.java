package org.cxkit.journey.map;

import java.io.Serializable;
import java.util.List;

/**
 * Elements that a journey passes through one or more times, each time through any one of them: browsing.
 *
 * <p>{@code Loop(a, b)} is {@code (a | b)+}; a loop that may be left out altogether is an {@link OptionalElement} around
 * it. Immutable, value-based and thread-safe.
 *
 * @param elements at least one
 */
public record Loop(List<MapElement> elements) implements MapElement, Serializable {

    /**
     * Checks that there is something to repeat.
     *
     * @throws IllegalArgumentException if there is no element
     */
    public Loop {
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("a loop must have at least one element, got none");
        }
    }

    @Override
    public List<Step> steps() {
        return elements.stream().flatMap(element -> element.steps().stream()).toList();
    }
}
