package org.cxkit.core.place;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Objects;
import org.cxkit.core.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * A place where customers are served: a store, a branch, a contact centre, or an area that contains such places.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param id the identifier
 * @param name what people call it, not blank
 * @param region the region it lies in, or null if nothing was said
 * @param kind what it is in the company's own words, such as {@code store}, or null if nothing was said
 * @param zone the time zone of its clocks, or null if nothing was said
 * @param parent the location that contains it, or null if none does
 */
public record Location(
        LocationId id,
        String name,
        @Nullable String region,
        @Nullable String kind,
        @Nullable ZoneId zone,
        @Nullable LocationId parent)
        implements Serializable {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if a text is blank, or the location contains itself
     */
    public Location {
        Objects.requireNonNull(id, "id");
        Check.notBlank("name of location " + id, name);
        Check.nullOrNotBlank("region of location " + id, region);
        Check.nullOrNotBlank("kind of location " + id, kind);
        if (id.equals(parent)) {
            throw new IllegalArgumentException("a location must not contain itself, got " + id);
        }
    }

    /**
     * {@return a location of which no more than this is known}
     *
     * @param id the identifier, not blank
     * @param name what people call it, not blank
     * @throws IllegalArgumentException if a text is blank
     */
    public static Location of(String id, String name) {
        return new Location(LocationId.of(id), name, null, null, null, null);
    }

    /**
     * {@return this location, in a region}
     *
     * @param other the region, not blank
     * @throws IllegalArgumentException if the region is blank
     */
    public Location withRegion(String other) {
        return new Location(id, name, other, kind, zone, parent);
    }

    /**
     * {@return this location, of a kind}
     *
     * @param other the kind, not blank
     * @throws IllegalArgumentException if the kind is blank
     */
    public Location withKind(String other) {
        return new Location(id, name, region, other, zone, parent);
    }

    /**
     * {@return this location, in a time zone}
     *
     * @param other the time zone
     */
    public Location withZone(ZoneId other) {
        return new Location(id, name, region, kind, other, parent);
    }

    /**
     * {@return this location, contained in another}
     *
     * @param other the location that contains it
     * @throws IllegalArgumentException if it is this location itself
     */
    public Location withParent(LocationId other) {
        return new Location(id, name, region, kind, zone, other);
    }
}
