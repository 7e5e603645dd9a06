package org.cxkit.core.touchpoint;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.check.Check;

/**
 * Something a company makes to be met: a page, a film, an offer, a leaflet.
 *
 * <p>Every asset has a purpose; there is none without. Immutable, value-based and thread-safe.
 *
 * @param id the identifier
 * @param name what people call it, not blank
 * @param purpose what it is for, not blank
 * @param touchpoints the touchpoints where it is met, in the caller's order; may be empty
 */
public record Asset(AssetId id, String name, String purpose, List<TouchpointId> touchpoints) implements Serializable {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if the name or the purpose is blank
     */
    public Asset {
        Objects.requireNonNull(id, "id");
        Check.notBlank("name of asset " + id, name);
        Check.notBlank("purpose of asset " + id, purpose);
        touchpoints = List.copyOf(touchpoints);
    }
}
