package org.cxkit.core.classification;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.touchpoint.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * What a company knows of its hold on one touchpoint, on two independent axes: presence and control.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param touchpoint the touchpoint
 * @param presence whether the company has it
 * @param control how far the company controls it, or could control it if it had it
 * @param ownership whose it is, or null if nothing was said
 */
public record Classification(
        Touchpoint touchpoint,
        Presence presence,
        Control control,
        @Nullable Ownership ownership) implements Serializable {

    /** Checks that both axes are given. */
    public Classification {
        Objects.requireNonNull(touchpoint, "touchpoint");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(control, "control");
    }

    /**
     * {@return the classification with the control that the ownership usually gives}
     *
     * @param touchpoint the touchpoint
     * @param presence whether the company has it
     * @param ownership whose it is
     */
    public static Classification of(Touchpoint touchpoint, Presence presence, Ownership ownership) {
        return new Classification(touchpoint, presence, ownership.defaultControl(), ownership);
    }

    /**
     * {@return the classification on the two axes, nothing being said of the ownership}
     *
     * @param touchpoint the touchpoint
     * @param presence whether the company has it
     * @param control how far the company controls it, or could
     */
    public static Classification of(Touchpoint touchpoint, Presence presence, Control control) {
        return new Classification(touchpoint, presence, control, null);
    }

    /**
     * {@return this classification, with another control than the ownership usually gives}
     *
     * @param other how far the company controls the touchpoint, or could
     */
    public Classification withControl(Control other) {
        return new Classification(touchpoint, presence, other, ownership);
    }
}
