package org.cxkit.metrics;

import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Folds data into a tally for each key.
 *
 * <p>{@code groups.at("chat").add(9)} adds to the accumulator of that key, which stays attached: hold on to it in a
 * loop over one key. Merges key by key, over any partition its accumulators merge over. Not thread-safe.
 *
 * @param <K> the type of the keys
 * @param <A> the type of the accumulators
 * @param <T> the type of the tallies
 */
public final class GroupedAccumulator<K extends Comparable<? super K>, A extends Accumulator<A, T>, T extends Tally<T>>
        implements Accumulator<GroupedAccumulator<K, A, T>, Grouped<K, T>> {
    @Serial
    private static final long serialVersionUID = 1;

    private final A empty;
    private final HashMap<K, A> groups = new HashMap<>();

    private GroupedAccumulator(A empty) {
        this.empty = empty;
    }

    /**
     * {@return an accumulator that makes an accumulator like the given one for each key it meets}
     *
     * @param empty an accumulator that nothing was added to, of the shape wanted; copied
     * @param <K> the type of the keys
     * @param <A> the type of the accumulators
     * @param <T> the type of the tallies
     * @throws IllegalArgumentException if something was added to it
     */
    public static <K extends Comparable<? super K>, A extends Accumulator<A, T>, T extends Tally<T>>
            GroupedAccumulator<K, A, T> of(A empty) {
        T nothing = empty.result();
        if (!nothing.isEmpty()) {
            throw new IllegalArgumentException("wanted an empty accumulator for the groups, got one with " + nothing);
        }
        return new GroupedAccumulator<>(empty.copy());
    }

    /**
     * {@return the accumulator of a key, to add to}
     *
     * @param key any key
     */
    public A at(K key) {
        A group = groups.get(key);
        if (group == null) {
            group = empty.copy();
            groups.put(Objects.requireNonNull(key, "key"), group);
        }
        return group;
    }

    @Override
    public GroupedAccumulator<K, A, T> merge(GroupedAccumulator<K, A, T> other) {
        empty.copy().merge(other.empty);
        Map<K, A> theirs = other == this ? other.copy().groups : other.groups;
        // tried on copies first, so that a merge that throws has changed nothing
        theirs.forEach((key, group) -> at(key).copy().merge(group));
        theirs.forEach((key, group) -> at(key).merge(group));
        return this;
    }

    @Override
    public Grouped<K, T> result() {
        Map<K, T> tallies = new HashMap<>();
        groups.forEach((key, group) -> tallies.put(key, group.result()));
        return Grouped.of(empty.result(), tallies);
    }

    @Override
    public GroupedAccumulator<K, A, T> copy() {
        GroupedAccumulator<K, A, T> copy = new GroupedAccumulator<>(empty.copy());
        groups.forEach((key, group) -> copy.groups.put(key, group.copy()));
        return copy;
    }
}
