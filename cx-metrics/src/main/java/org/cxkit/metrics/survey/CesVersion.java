package org.cxkit.metrics.survey;

import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Stream;
import org.cxkit.core.rating.RatingScale;

/**
 * A wording of the effort question with its scale: which end is easy, and from where an answer says easy or hard.
 *
 * <p>The scale carries its good end, so tallies of CES1 and CES2 never merge, not even on five points each. Immutable,
 * value-based and thread-safe; {@code toString} is the name.
 *
 * <p>Source: M. Dixon, K. Freeman, N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review 88(7/8),
 * 2010, for CES1; M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience", Portfolio, 2013, for CES2.
 *
 * @param name the name, not blank
 * @param scale the scale of the question
 * @param easyFrom the lowest answer that says easy, where the highest is the easiest: on a scale whose low end is good,
 *     after reversing
 * @param hardTo the highest answer that says hard, likewise; below {@code easyFrom}
 */
public record CesVersion(String name, RatingScale scale, int easyFrom, int hardTo) implements Serializable {

    /** "How much effort did you personally have to put forth?" from 1, very low, to 5, very high. */
    public static final CesVersion CES1 = new CesVersion("CES1", new RatingScale(1, 5, true), 4, 2);

    /** "The company made it easy for me to handle my issue" from 1, strongly disagree, to 7, strongly agree. */
    public static final CesVersion CES2 = new CesVersion("CES2", RatingScale.ONE_TO_SEVEN, 5, 3);

    /** The statement of CES2 on five points. */
    public static final CesVersion CES2_FIVE = new CesVersion("CES2 on five points", RatingScale.ONE_TO_FIVE, 4, 2);

    /**
     * Checks the thresholds.
     *
     * @throws IllegalArgumentException if the name is blank or the thresholds are not in order on the scale
     */
    public CesVersion {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a version must not be blank");
        }
        if (!scale.contains(hardTo) || !scale.contains(easyFrom) || hardTo >= easyFrom) {
            throw new IllegalArgumentException("easy must start above hard on the scale " + scale + ", got hard to "
                    + hardTo + ", easy from " + easyFrom);
        }
    }

    /** The version that is usual on a scale. */
    static CesVersion usual(RatingScale scale) {
        return Stream.of(CES1, CES2, CES2_FIVE)
                .filter(version -> version.scale.equals(scale))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no usual version of CES for the scale " + scale + ": state one"));
    }

    @Override
    public String toString() {
        return name;
    }
}
