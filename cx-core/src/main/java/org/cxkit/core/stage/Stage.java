package org.cxkit.core.stage;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.check.Check;

/**
 * One stage of a customer's journey.
 *
 * <p>A stage has no order of its own: its place comes from the {@link StageModel} it stands in. Immutable,
 * value-based and thread-safe.
 *
 * @param id the identifier, unique in its model
 * @param name what people call it, not blank
 * @param definition what the customer does in it, in one clause; empty if nothing was said
 */
public record Stage(StageId id, String name, String definition) implements Serializable {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Stage {
        Objects.requireNonNull(id, "id");
        Check.notBlank("stage name", name);
        Objects.requireNonNull(definition, "definition");
    }

    /**
     * {@return the stage with this name; its identifier is the name in lower case with {@code _} for white space}
     *
     * @param name what people call it, such as {@code Post-purchase}
     * @param definition what the customer does in it; may be empty
     * @throws IllegalArgumentException if the name is blank
     */
    public static Stage of(String name, String definition) {
        String stripped = name.strip();
        String id = stripped.toLowerCase(Locale.ROOT).replaceAll("\\s+", "_");
        return new Stage(StageId.of(id), stripped, definition);
    }
}
