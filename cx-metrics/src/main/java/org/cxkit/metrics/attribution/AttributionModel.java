package org.cxkit.metrics.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rule that shares each conversion among the touches of its path; the credit of a channel is the sum over its
 * touches.
 *
 * <p>Immutable, value-based and thread-safe.
 */
public final class AttributionModel {

    /** All credit to the first touch. */
    public static final AttributionModel FIRST = of("first", new TouchRule.Position(1, 0, TwoTouches.SCALED));

    /** All credit to the last touch. */
    public static final AttributionModel LAST = of("last", new TouchRule.Position(0, 1, TwoTouches.SCALED));

    /** The same credit for every touch: a channel that is touched twice gets it twice. */
    public static final AttributionModel LINEAR = of("linear", new TouchRule.PerTouch());

    /**
     * The same credit for every distinct channel of the path, however often touched. It equals the Shapley value of
     * the game whose worth of a set of channels is the conversions of the paths within that set.
     *
     * <p>Source: K. Zhao, S. H. Mahboobi, S. R. Bagheri, "Shapley Value Methods for Attribution Modeling in Online
     * Advertising", arXiv:1804.05327, 2018.
     */
    public static final AttributionModel LINEAR_DISTINCT = of("linear distinct", new TouchRule.PerChannel(true));

    /**
     * All credit to every distinct channel of the path: the conversions that a channel takes part in. Channels together
     * get more than there are conversions; compare a channel with the conversions of all.
     *
     * <p>Source: Adobe Analytics, "Attribution models", participation.
     */
    public static final AttributionModel PARTICIPATION = of("participation", new TouchRule.PerChannel(false));

    /** 40 % to the first touch, 40 % to the last, the rest to those between. */
    public static final AttributionModel U_SHAPED = position(0.4, 0.4);

    /** 20 % to the first touch, 60 % to the last, the rest to those between. */
    public static final AttributionModel J_SHAPED = position(0.2, 0.6);

    /** 60 % to the first touch, 20 % to the last, the rest to those between. */
    public static final AttributionModel INVERSE_J = position(0.6, 0.2);

    private final String rule;
    private final Telling telling;
    private final Set<String> excluded;

    private AttributionModel(String rule, Telling telling, Set<String> excluded) {
        this.rule = rule;
        this.telling = telling;
        this.excluded = Collections.unmodifiableSet(excluded);
    }

    private static AttributionModel of(String rule, Telling telling) {
        return new AttributionModel(rule, telling, new TreeSet<>());
    }

    /**
     * {@return the model that weighs the first and the last touch; those between share the rest evenly}
     *
     * <p>A path of one touch gives it all. A path of two shares it {@code first : last}, in halves if both are 0.
     *
     * <p>Source: Adobe Analytics, "Attribution models", for the two-touch rule (0.2 and 0.6 become 0.25 and 0.75).
     *
     * @param first the share of the first touch, from 0 to 1
     * @param last the share of the last touch, from 0 to 1
     * @throws IllegalArgumentException if a share is out of range or both together are above 1
     */
    public static AttributionModel position(double first, double last) {
        return position(first, last, TwoTouches.SCALED);
    }

    /**
     * {@return the model that weighs the first and the last touch; those between share the rest evenly}
     *
     * <p>A path of one touch gives it all.
     *
     * @param first the share of the first touch, from 0 to 1
     * @param last the share of the last touch, from 0 to 1
     * @param ofTwo what a path of two touches does with the rest
     * @throws IllegalArgumentException if a share is out of range or both together are above 1
     */
    public static AttributionModel position(double first, double last, TwoTouches ofTwo) {
        if (!(first >= 0 && last >= 0 && first + last <= 1)) {
            throw new IllegalArgumentException(
                    "shares must be at least 0 and at most 1 together, got " + first + " and " + last);
        }
        String label =
                "position " + percent(first) + "/" + percent(Math.max(0, 1 - first - last)) + "/" + percent(last);
        return of(
                ofTwo == TwoTouches.SCALED ? label : label + ", rest of two touches halved",
                new TouchRule.Position(first + 0.0, last + 0.0, ofTwo));
    }

    /**
     * {@return this model with touches of these channels left out, unless a path has no other}
     *
     * <p>Used for direct visits: {@code LAST.excluding("Direct")} is "last non-direct click".
     *
     * @param channels the channels to leave out, in addition to those left out already
     */
    public AttributionModel excluding(String... channels) {
        Set<String> all = new TreeSet<>(excluded);
        for (String channel : channels) {
            all.add(channel.strip());
        }
        return new AttributionModel(rule, telling, all);
    }

    /** {@return the channels left out, by name; unmodifiable} */
    public Set<String> excluded() {
        return excluded;
    }

    /** {@return the name of the model: {@code position 40/20/40 excluding Direct}} */
    @Override
    public String toString() {
        return excluded.isEmpty() ? rule : rule + " excluding " + String.join(", ", excluded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributionModel that
                && rule.equals(that.rule)
                && telling.equals(that.telling)
                && excluded.equals(that.excluded);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, telling, excluded);
    }

    Telling telling() {
        return telling;
    }

    private static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).setScale(6, RoundingMode.HALF_EVEN);
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
