package org.cxkit.metrics.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;

/**
 * What customers judge a digital channel by, with the criteria of each dimension.
 *
 * <p>{@link #index} makes one composite index of all criteria, in which dimensions weigh as stated and the criteria of
 * one dimension alike.
 */
public enum DigitalDimension {
    /** Whether what one reads is of use. */
    INFORMATION,

    /** Whether one gets along. */
    EASE_AND_CONVENIENCE,

    /** Whether one can do it alone. */
    SELF_SERVICE,

    /** Whether it is made for the one who uses it. */
    PERSONALISATION,

    /** Whether one is understood and answered. */
    COMMUNICATION,

    /** Whether agents are guides and not gatekeepers. */
    HELPFULNESS;

    /** {@return what is asked for this dimension, one question each} */
    public List<String> criteria() {
        return switch (this) {
            case INFORMATION -> List.of("relevant", "reliable", "accessible");
            case EASE_AND_CONVENIENCE -> List.of("use", "find", "transact");
            case SELF_SERVICE -> List.of("self-service");
            case PERSONALISATION -> List.of("personalisation");
            case COMMUNICATION -> List.of("effective", "efficient");
            case HELPFULNESS -> List.of("helpfulness");
        };
    }

    /**
     * {@return the name of the item that asks for a criterion, such as {@code self service: self-service}}
     *
     * @param criterion one of the criteria
     * @throws IllegalArgumentException if this dimension has no such criterion
     */
    public String item(String criterion) {
        if (!criteria().contains(criterion)) {
            throw new IllegalArgumentException("wanted one of " + criteria() + ", got " + criterion);
        }
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + criterion;
    }

    /**
     * {@return the index of all criteria of some dimensions, in their order, normalised}
     *
     * @param scale the scale that all are rated on
     * @param weights how much each dimension weighs beside the others, above 0; those left out are not in the index
     * @throws IllegalArgumentException if no dimension is weighed, or a weight is no number above 0
     */
    public static CompositeIndex index(RatingScale scale, Map<DigitalDimension, Double> weights) {
        List<IndexItem> items = new ArrayList<>();
        for (DigitalDimension dimension : values()) {
            Double weight = weights.get(dimension);
            if (weight != null) {
                for (String criterion : dimension.criteria()) {
                    items.add(new IndexItem(
                            dimension.item(criterion),
                            scale,
                            weight / dimension.criteria().size()));
                }
            }
        }
        return CompositeIndex.normalised("digital experience", items.toArray(IndexItem[]::new));
    }
}
