package org.cxkit.metrics.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of the segments of a monitor, numbered from 0 in the order in which they were first named.
 *
 * <p>Thread-safe: looked up without a lock, added under one.
 */
final class Segments {
    private final int capacity;
    private final Map<String, Integer> indexes = new ConcurrentHashMap<>();
    private final List<String> names = new ArrayList<>();
    private volatile int size;

    Segments(int capacity) {
        this.capacity = capacity;
    }

    int capacity() {
        return capacity;
    }

    int size() {
        return size;
    }

    int indexOf(String name) {
        Integer known = indexes.get(Objects.requireNonNull(name, "name"));
        return known == null ? add(name) : known;
    }

    /** The index of a name that must be registered. */
    int known(String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no segment is named " + name);
        }
        return index;
    }

    private synchronized int add(String name) {
        Integer known = indexes.get(name);
        if (known != null) {
            return known;
        }
        if (size == capacity) {
            throw new IllegalStateException(
                    "no room for the segment " + name + ": there are already " + capacity + ", the capacity");
        }
        int index = size;
        names.add(name);
        size = index + 1;
        indexes.put(name, index);
        return index;
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }

    /** The number of segments, if there is one with the index. */
    int require(int index) {
        int registered = size;
        if (index < 0 || index >= registered) {
            throw new IllegalArgumentException("wanted the index of a segment, below " + registered + ", got " + index);
        }
        return registered;
    }

    /** For how many segments to make room, so that an array need not grow with each. */
    int room(int registered) {
        return Math.min(capacity, Math.max(4, registered + (registered >> 1)));
    }
}
