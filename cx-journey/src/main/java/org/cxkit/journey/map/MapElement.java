package org.cxkit.journey.map;

import java.util.List;

/**
 * A part of a stage: a step, a part that may be left out, or a part that may be repeated.
 *
 * <p>A map is a tree of these; the elements of a stage follow one another in their order. To write elements as JSON and
 * read them back with Jackson, register a mix-in that names the type:
 *
 * <pre>{@code
 * @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
 * @JsonSubTypes({@Type(value = Step.class, name = "step"),
 *         @Type(value = OptionalElement.class, name = "optional"), @Type(value = Loop.class, name = "loop")})
 * interface ElementMixIn {}
 * }</pre>
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface MapElement permits Step, OptionalElement, Loop {

    /** {@return the steps in this element, in their order} */
    List<Step> steps();
}
