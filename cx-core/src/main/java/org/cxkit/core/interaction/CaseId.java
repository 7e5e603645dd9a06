package org.cxkit.core.interaction;

import java.io.Serializable;
import org.cxkit.core.check.Check;

/**
 * The identifier of a case, such as a help desk's ticket number: any text that is not blank, without white space at
 * its ends.
 *
 * <p>Ordered by its text. Immutable, value-based and thread-safe; {@code toString} is the bare text, so an
 * identifier is safe as the key of a JSON object.
 *
 * @param value the text, not blank, without white space at its ends
 */
public record CaseId(String value) implements Comparable<CaseId>, Serializable {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank or has white space at its ends
     */
    public CaseId {
        Check.bareText("case id", value);
    }

    /**
     * {@return the identifier with this text, white space at its ends removed}
     *
     * @param value the text, not blank
     * @throws IllegalArgumentException if the text is blank
     */
    public static CaseId of(String value) {
        return new CaseId(value.strip());
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
