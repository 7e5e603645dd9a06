package org.cxkit.core.rating;

import java.io.Serializable;
import org.cxkit.core.check.Check;

/**
 * The identifier of a response: any text that is not blank, without white space at its ends.
 *
 * <p>Ordered by its text. Immutable, value-based and thread-safe; {@code toString} is the bare text, so an
 * identifier is safe as the key of a JSON object.
 *
 * @param value the text, not blank, without white space at its ends
 */
public record ResponseId(String value) implements Comparable<ResponseId>, Serializable {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank or has white space at its ends
     */
    public ResponseId {
        Check.bareText("response id", value);
    }

    /**
     * {@return the identifier with this text, white space at its ends removed}
     *
     * @param value the text, not blank
     * @throws IllegalArgumentException if the text is blank
     */
    public static ResponseId of(String value) {
        return new ResponseId(value.strip());
    }

    @Override
    public int compareTo(ResponseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
