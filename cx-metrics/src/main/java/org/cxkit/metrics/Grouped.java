package org.cxkit.metrics;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A tally for each key: by channel, by location, by persona, or by month when the key is a calendar period.
 *
 * <p>Keys are in their natural order, which must agree with their {@code equals}. A key under which nothing was
 * counted is not held, so equal data give equal groups however they were split. All tallies have the shape of one
 * empty tally, which is also the total of no groups. Merges key by key, hence over any partition its tallies merge
 * over. Immutable and thread-safe.
 *
 * @param <K> the type of the keys
 * @param <T> the type of the tallies
 */
public final class Grouped<K extends Comparable<? super K>, T extends Tally<T>> implements Tally<Grouped<K, T>> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "groups";
    private static final int VERSION = 1;

    private final T empty;
    private final transient Map<K, T> tallies; // written through the form

    private Grouped(T empty, Map<K, T> ordered) {
        this.empty = empty;
        this.tallies = Collections.unmodifiableMap(ordered);
    }

    /**
     * {@return these tallies in the order of their keys}
     *
     * @param empty the empty tally whose shape all have
     * @param tallies a tally for each key; copied, empty ones left out
     * @param <K> the type of the keys
     * @param <T> the type of the tallies
     * @throws IllegalArgumentException if {@code empty} is not empty, or a tally has another shape
     */
    public static <K extends Comparable<? super K>, T extends Tally<T>> Grouped<K, T> of(
            T empty, Map<? extends K, ? extends T> tallies) {
        if (!empty.isEmpty()) {
            throw new IllegalArgumentException("wanted an empty tally for the shape of the groups, got " + empty);
        }
        TreeMap<K, T> ordered = new TreeMap<>();
        tallies.forEach((key, tally) -> {
            Objects.requireNonNull(key, "key");
            T whole = empty.plus(tally);
            if (!whole.isEmpty()) {
                ordered.merge(key, whole, T::plus);
            }
        });
        return new Grouped<>(empty, new LinkedHashMap<>(ordered));
    }

    /**
     * {@return a collector that tallies elements by key}
     *
     * <p>{@code responses.collect(Grouped.by(Response::channel, RatingTally.ofResponses(scale)))}. An element whose
     * key is null makes the collection throw {@link NullPointerException}.
     *
     * @param key gives the key of an element
     * @param tally tallies the elements of one key
     * @param <E> the type of the elements
     * @param <K> the type of the keys
     * @param <T> the type of the tallies
     */
    public static <E, K extends Comparable<? super K>, T extends Tally<T>> Collector<E, ?, Grouped<K, T>> by(
            Function<? super E, ? extends K> key, Collector<? super E, ?, T> tally) {
        return groupingBy(key, tally);
    }

    private static <E, S, K extends Comparable<? super K>, T extends Tally<T>>
            Collector<E, ?, Grouped<K, T>> groupingBy(
                    Function<? super E, ? extends K> key, Collector<? super E, S, T> tally) {
        Collector<E, ?, TreeMap<K, T>> grouping = Collectors.groupingBy(key, TreeMap::new, tally);
        return Collectors.collectingAndThen(
                grouping, tallies -> of(tally.finisher().apply(tally.supplier().get()), tallies));
    }

    /** {@return the keys under which something was counted, in order} */
    public List<K> keys() {
        return List.copyOf(tallies.keySet());
    }

    /** {@return the number of keys under which something was counted} */
    public int size() {
        return tallies.size();
    }

    /**
     * {@return the tally of a key, if anything was counted under it}
     *
     * @param key any key
     */
    public Optional<T> get(K key) {
        return Optional.ofNullable(tallies.get(key));
    }

    /**
     * {@return the tally of a key; the empty tally if nothing was counted under it}
     *
     * @param key any key
     */
    public T tally(K key) {
        return tallies.getOrDefault(key, empty);
    }

    /** {@return the tally of each key, in the order of the keys, unmodifiable} */
    public Map<K, T> asMap() {
        return tallies;
    }

    /** {@return the empty tally whose shape all tallies have} */
    public T empty() {
        return empty;
    }

    /** {@return the tally of all keys together; of no keys, the empty tally} */
    public T total() {
        T total = empty;
        for (T tally : tallies.values()) {
            total = total.plus(tally);
        }
        return total;
    }

    /**
     * {@return what the function tells from each tally, in the order of the keys, unmodifiable}
     *
     * <p>{@code byChannel.map(Nps::of)} is the score of each channel.
     *
     * @param function tells a result from a tally
     * @param <R> the type of the result
     */
    public <R> Map<K, R> map(Function<? super T, ? extends R> function) {
        Map<K, R> results = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> results.put(key, function.apply(tally)));
        return Collections.unmodifiableMap(results);
    }

    /**
     * {@return the same data under coarser keys: days made months, or locations made regions}
     *
     * @param coarser gives the new key of a key, never null
     * @param <L> the type of the new keys
     */
    public <L extends Comparable<? super L>> Grouped<L, T> regroup(Function<? super K, ? extends L> coarser) {
        TreeMap<L, T> merged = new TreeMap<>();
        tallies.forEach((key, tally) -> merged.merge(coarser.apply(key), tally, T::plus));
        return new Grouped<>(empty, new LinkedHashMap<>(merged));
    }

    /**
     * {@return these groups without what is about too few people, fit to be published}
     *
     * <p>{@code byChannel.release(Released.MIN_FOR_SCORES, RatingTally::valid).map(Nps::of)}. Nothing is withheld
     * unless this is called. The rules stand with {@link Released}.
     *
     * @param minN the least number of answers that is shown, at least 1
     * @param counting gives the unweighted number of valid answers of a tally
     * @throws IllegalArgumentException if the minimum is below 1
     */
    public Released<K, T> release(long minN, ToLongFunction<? super T> counting) {
        return Released.of(this, minN, counting, Set.of());
    }

    @Override
    public boolean isEmpty() {
        return tallies.isEmpty();
    }

    @Override
    public Grouped<K, T> plus(Grouped<K, T> other) {
        T shape = empty.plus(other.empty);
        TreeMap<K, T> merged = new TreeMap<>(tallies);
        other.tallies.forEach((key, tally) -> merged.merge(key, tally, T::plus));
        return new Grouped<>(shape, new LinkedHashMap<>(merged));
    }

    /**
     * {@return these groups in compact, versioned bytes, each key as its {@code toString}}
     *
     * @throws IllegalStateException if two keys have the same {@code toString}
     */
    @Override
    public byte[] toBytes() {
        ByteWriter writer = ByteWriter.of(NAME, VERSION).bytes(empty.toBytes()).count(tallies.size());
        Map<String, K> written = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> {
            K twin = written.putIfAbsent(key.toString(), key);
            if (twin != null) {
                throw new IllegalStateException("two keys cannot be told apart by their text: " + key);
            }
            writer.text(key.toString()).bytes(tally.toBytes());
        });
        return writer.toBytes();
    }

    /**
     * {@return the groups whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @param key makes a key of its text: {@code LocationId::of}, or {@code text -> text}
     * @param tally makes a tally of its bytes: {@code RatingTally::fromBytes}
     * @param <K> the type of the keys
     * @param <T> the type of the tallies
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static <K extends Comparable<? super K>, T extends Tally<T>> Grouped<K, T> fromBytes(
            byte[] bytes, Function<? super String, ? extends K> key, Function<? super byte[], ? extends T> tally) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        T empty = tally.apply(reader.bytes());
        int size = reader.size();
        Map<K, T> tallies = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            K next = key.apply(reader.text());
            if (tallies.put(next, tally.apply(reader.bytes())) != null) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": the key " + next + " comes twice");
            }
        }
        return reader.end(of(empty, tallies));
    }

    @Serial
    private Object writeReplace() {
        return new Form<>(empty, new LinkedHashMap<>(tallies));
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("groups are read through their form");
    }

    private record Form<K extends Comparable<? super K>, T extends Tally<T>>(T empty, Map<K, T> tallies)
            implements Serializable {
        @Serial
        private Object readResolve() {
            return of(empty, tallies);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grouped<?, ?> that && empty.equals(that.empty) && tallies.equals(that.tallies);
    }

    @Override
    public int hashCode() {
        return Objects.hash(empty, tallies);
    }

    /** {@return the tallies by key, such as {@code {chat=…, web=…}}} */
    @Override
    public String toString() {
        return tallies.toString();
    }
}
