package org.cxkit.core.interaction;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cxkit.core.check.Check;
import org.cxkit.core.touchpoint.Medium;

/**
 * How many interactions are digital and how many physical.
 *
 * <p>The digital share is {@code digital / (digital + physical)}, from 0 to 1. Immutable, value-based and
 * thread-safe.
 *
 * @param digital interactions through a digital channel, not negative
 * @param physical interactions through a physical channel, not negative
 */
public record MediumShare(long digital, long physical) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the sum overflows a long
     */
    public MediumShare {
        Check.counts("digital, physical", digital, physical);
    }

    /**
     * {@return the counts over these interactions}
     *
     * @param interactions any interactions; of none both counts are 0
     */
    public static MediumShare of(Collection<Interaction> interactions) {
        Map<Medium, Long> counts = Interaction.countBy(interactions, Interaction::medium);
        return new MediumShare(counts.getOrDefault(Medium.DIGITAL, 0L), counts.getOrDefault(Medium.PHYSICAL, 0L));
    }

    /**
     * {@return the counts by key, in the order of the keys; interactions whose key is null are left out}
     *
     * @param interactions any interactions
     * @param key gives the key of an interaction, such as {@code Interaction::stage} or {@code Interaction::persona}
     * @param <K> the type of the keys
     */
    public static <K extends Comparable<? super K>> Map<K, MediumShare> by(
            Collection<Interaction> interactions, InteractionKey<K> key) {
        Map<K, List<Interaction>> grouped = new TreeMap<>();
        for (Interaction interaction : interactions) {
            K found = key.of(interaction);
            if (found != null) {
                grouped.computeIfAbsent(found, none -> new ArrayList<>()).add(interaction);
            }
        }
        Map<K, MediumShare> shares = new LinkedHashMap<>();
        grouped.forEach((group, ofGroup) -> shares.put(group, of(ofGroup)));
        return Collections.unmodifiableMap(shares);
    }

    /** {@return the number of interactions, the n of the share} */
    public long interactions() {
        return digital + physical;
    }

    /**
     * {@return the share of digital interactions, from 0 to 1}
     *
     * @throws IllegalStateException if there are no interactions
     */
    public double digitalShare() {
        if (interactions() == 0) {
            throw new IllegalStateException("the digital share is undefined for 0 interactions");
        }
        return (double) digital / interactions();
    }

    /** {@return a sentence with the share and the counts} */
    @Override
    public String toString() {
        String share = interactions() == 0 ? "undefined" : String.format(Locale.ROOT, "%.1f %%", 100 * digitalShare());
        return "digital share " + share + ", n " + interactions() + ": " + digital + " digital, " + physical
                + " physical";
    }
}
