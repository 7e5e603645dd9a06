package org.cxkit.core.place;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Locations and which of them contain which: trees without a cycle.
 *
 * <p>Everything comes in the order of the identifiers. Looking a location up costs the logarithm of their number;
 * tens of thousands are fine. To write a hierarchy as JSON write its {@link #locations}, and give what is read to
 * {@link #of}. Immutable, value-based and thread-safe.
 */
public final class LocationHierarchy {

    private final Map<LocationId, Location> byId;
    private final Map<LocationId, List<LocationId>> children;

    private LocationHierarchy(Map<LocationId, Location> byId, Map<LocationId, List<LocationId>> children) {
        this.byId = byId;
        this.children = children;
    }

    /**
     * {@return the hierarchy of these locations}
     *
     * @param locations any locations in any order; every parent must be among them
     * @throws IllegalArgumentException if an identifier occurs twice, a parent is not among the locations, or
     *     locations contain each other in a cycle, which is named
     */
    public static LocationHierarchy of(Collection<Location> locations) {
        Map<LocationId, Location> byId = new TreeMap<>();
        for (Location location : locations) {
            if (byId.put(location.id(), location) != null) {
                throw new IllegalArgumentException(
                        "locations must have different ids, got " + location.id() + " twice");
            }
        }
        Map<LocationId, List<LocationId>> children = new TreeMap<>();
        for (Location location : byId.values()) {
            LocationId parent = location.parent();
            if (parent == null) {
                continue;
            }
            if (!byId.containsKey(parent)) {
                throw new IllegalArgumentException(
                        "the parent of location " + location.id() + " must be among the locations, got " + parent);
            }
            children.computeIfAbsent(parent, id -> new ArrayList<>()).add(location.id());
        }
        refuseCycles(byId);
        children.replaceAll((parent, ids) -> List.copyOf(ids));
        return new LocationHierarchy(byId, children);
    }

    /** Follows parents from every location, never twice over the same ground. */
    private static void refuseCycles(Map<LocationId, Location> byId) {
        Set<LocationId> sound = new HashSet<>();
        for (LocationId start : byId.keySet()) {
            Set<LocationId> path = new LinkedHashSet<>();
            LocationId at = start;
            while (at != null && !sound.contains(at)) {
                if (!path.add(at)) {
                    throw new IllegalArgumentException(
                            "locations must not contain each other in a cycle, got " + cycle(path, at));
                }
                at = parentOf(byId, at);
            }
            sound.addAll(path);
        }
    }

    private static String cycle(Set<LocationId> path, LocationId closing) {
        return path.stream()
                        .dropWhile(id -> !id.equals(closing))
                        .map(LocationId::value)
                        .collect(Collectors.joining(" in "))
                + " in " + closing;
    }

    private static @Nullable LocationId parentOf(Map<LocationId, Location> byId, LocationId id) {
        Location location = byId.get(id);
        return location == null ? null : location.parent();
    }

    /** {@return all locations} */
    public List<Location> locations() {
        return List.copyOf(byId.values());
    }

    /**
     * {@return the location with this identifier, if there is one}
     *
     * @param id any identifier
     */
    public Optional<Location> find(LocationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return the locations that no other contains} */
    public List<LocationId> roots() {
        return byId.values().stream()
                .filter(location -> location.parent() == null)
                .map(Location::id)
                .toList();
    }

    /**
     * {@return the locations that this one contains directly; none for a leaf}
     *
     * @param id the identifier of a location of this hierarchy
     * @throws IllegalArgumentException if there is no such location
     */
    public List<LocationId> children(LocationId id) {
        require(id);
        return children.getOrDefault(id, List.of());
    }

    /**
     * {@return the locations that contain this one, the nearest first; none for a root}
     *
     * @param id the identifier of a location of this hierarchy
     * @throws IllegalArgumentException if there is no such location
     */
    public List<LocationId> ancestors(LocationId id) {
        require(id);
        List<LocationId> found = new ArrayList<>();
        for (LocationId at = parentOf(byId, id); at != null; at = parentOf(byId, at)) {
            found.add(at);
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * {@return the locations that this one contains, directly or not, each before those it contains; none for a leaf}
     *
     * @param id the identifier of a location of this hierarchy
     * @throws IllegalArgumentException if there is no such location
     */
    public List<LocationId> descendants(LocationId id) {
        List<LocationId> found = new ArrayList<>();
        Deque<LocationId> open = new ArrayDeque<>(children(id));
        while (!open.isEmpty()) {
            LocationId next = open.pop();
            found.add(next);
            List<LocationId> below = children(next);
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(below.get(i));
            }
        }
        return Collections.unmodifiableList(found);
    }

    private void require(LocationId id) {
        if (!byId.containsKey(id)) {
            throw new IllegalArgumentException(
                    "location must be one of the hierarchy's " + byId.size() + ", got " + id);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocationHierarchy that && byId.equals(that.byId);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    /** {@return the number of locations and the roots} */
    @Override
    public String toString() {
        return byId.size() + " locations under " + roots();
    }
}
