package org.cxkit.core.classification;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointId;

/**
 * Touchpoints that have all been classified: the proof that a plan asks for before it makes any strategy.
 *
 * <p>Only {@link #classify} returns it. To write it as JSON write its {@link #classifications}, and give what is
 * read to {@code classify}: a file cannot skip the check either. Everything comes in the order of the touchpoints'
 * identifiers. Immutable, value-based and thread-safe.
 */
public final class ClassifiedTouchpoints {

    private final Map<TouchpointId, Classification> byId;

    private ClassifiedTouchpoints(Map<TouchpointId, Classification> byId) {
        this.byId = byId;
    }

    /**
     * {@return the touchpoints, classified}
     *
     * @param classifications one classification for each touchpoint, in any order
     * @throws IllegalArgumentException if there are none, or a touchpoint is classified twice
     */
    public static ClassifiedTouchpoints classify(Collection<Classification> classifications) {
        if (classifications.isEmpty()) {
            throw new IllegalArgumentException("classifying needs at least one touchpoint, got none");
        }
        Map<TouchpointId, Classification> byId = new TreeMap<>();
        for (Classification classification : classifications) {
            TouchpointId id = classification.touchpoint().id();
            if (byId.put(id, classification) != null) {
                throw new IllegalArgumentException("a touchpoint must be classified once, got " + id + " twice");
            }
        }
        return new ClassifiedTouchpoints(byId);
    }

    /** {@return the classifications, at least one} */
    public List<Classification> classifications() {
        return List.copyOf(byId.values());
    }

    /**
     * {@return the classification of a touchpoint, if it has one}
     *
     * @param id any identifier
     */
    public Optional<Classification> find(TouchpointId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return the touchpoints that the company has} */
    public List<Touchpoint> present() {
        return byId.values().stream()
                .filter(classification -> classification.presence() == Presence.PRESENT)
                .map(Classification::touchpoint)
                .toList();
    }

    /** {@return the number of touchpoints by presence, every value of it in its order, 0 where there are none} */
    public Map<Presence, Long> countByPresence() {
        return count(Presence.class, Classification::presence);
    }

    /** {@return the number of touchpoints by level of control, every level in its order, 0 where there are none} */
    public Map<Control, Long> countByControl() {
        return count(Control.class, Classification::control);
    }

    /**
     * {@return the number of touchpoints with this presence and this level of control}
     *
     * @param presence the presence
     * @param control the level of control
     */
    public long count(Presence presence, Control control) {
        return byId.values().stream()
                .filter(classification -> classification.presence() == presence && classification.control() == control)
                .count();
    }

    private <K extends Enum<K>> Map<K, Long> count(Class<K> keys, Function<Classification, K> key) {
        Map<K, Long> counts = new EnumMap<>(keys);
        for (K each : keys.getEnumConstants()) {
            counts.put(each, 0L);
        }
        byId.values().forEach(classification -> counts.merge(key.apply(classification), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassifiedTouchpoints that && byId.equals(that.byId);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    /** {@return the number of touchpoints, by presence and by control} */
    @Override
    public String toString() {
        return byId.size() + " touchpoints, by presence " + countByPresence() + ", by control " + countByControl();
    }
}
