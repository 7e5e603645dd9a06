package org.cxkit.core.classification;

import java.io.Serializable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.cxkit.core.check.Check;
import org.cxkit.core.interaction.Interaction;

/**
 * How many interactions happen where the company is in control.
 *
 * <p>The share is {@code (full + shared) / (full + shared + influence + none)}, from 0 to 1; interactions at
 * touchpoints that nobody classified are counted beside it. Immutable, value-based and thread-safe.
 *
 * @param full interactions at touchpoints under full control, not negative
 * @param shared interactions at touchpoints under shared control, not negative
 * @param influence interactions at touchpoints that the company only influences, not negative
 * @param none interactions at touchpoints without control, not negative
 * @param unclassified interactions at touchpoints without a classification, not negative
 */
public record ControlledInteractions(long full, long shared, long influence, long none, long unclassified)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the sum overflows a long
     */
    public ControlledInteractions {
        Check.counts("full, shared, influence, none, unclassified", full, shared, influence, none, unclassified);
    }

    /**
     * {@return the counts over these interactions}
     *
     * @param touchpoints the touchpoints, classified
     * @param interactions any interactions; of none all counts are 0
     */
    public static ControlledInteractions of(ClassifiedTouchpoints touchpoints, Collection<Interaction> interactions) {
        Map<Control, Long> counts = new EnumMap<>(Control.class);
        long unclassified = 0;
        for (Interaction interaction : interactions) {
            Control control = touchpoints
                    .find(interaction.touchpoint().id())
                    .map(Classification::control)
                    .orElse(null);
            if (control == null) {
                unclassified++;
            } else {
                counts.merge(control, 1L, Long::sum);
            }
        }
        return new ControlledInteractions(
                counts.getOrDefault(Control.FULL, 0L),
                counts.getOrDefault(Control.SHARED, 0L),
                counts.getOrDefault(Control.INFLUENCE, 0L),
                counts.getOrDefault(Control.NONE, 0L),
                unclassified);
    }

    /** {@return the number of interactions at classified touchpoints, the n of the share} */
    public long classified() {
        return full + shared + influence + none;
    }

    /**
     * {@return the share of interactions under full or shared control, from 0 to 1}
     *
     * @throws IllegalStateException if there are no interactions at classified touchpoints
     */
    public double share() {
        return share(Control.SHARED);
    }

    /**
     * {@return the share of interactions under at least this much control, from 0 to 1}
     *
     * @param atLeast the least control that counts
     * @throws IllegalStateException if there are no interactions at classified touchpoints
     */
    public double share(Control atLeast) {
        if (classified() == 0) {
            throw new IllegalStateException(
                    "the share under control is undefined for 0 interactions at classified touchpoints");
        }
        long counted = switch (atLeast) {
            case FULL -> full;
            case SHARED -> full + shared;
            case INFLUENCE -> full + shared + influence;
            case NONE -> classified();
        };
        return (double) counted / classified();
    }

    /** {@return a sentence with the share and the counts} */
    @Override
    public String toString() {
        String share = classified() == 0 ? "undefined" : String.format(Locale.ROOT, "%.1f %%", 100 * share());
        return "share under control " + share + ", n " + classified() + ": " + full + " full, " + shared + " shared, "
                + influence + " influence, " + none + " none; " + unclassified + " unclassified";
    }
}
