package org.cxkit.metrics.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.path.ChannelName;
import org.jspecify.annotations.Nullable;

/**
 * A rule that shares each conversion among the touches of its path; the credit of a channel is the sum over its
 * touches.
 *
 * <p>Most models need the order of the touches only, and are told from paths or a {@link PathSummary}. Some need ages
 * or milestones, and are told from {@link org.cxkit.metrics.path.Journeys} or a {@link CreditTally}, those of milestones
 * also from a {@link PathSummary} that was made for one. Fractions of conversions are told from journeys, or by a credit
 * tally but for Markov chains. A conversion without
 * a touch stays unattributed by any model.
 *
 * <p>Immutable, value-based and thread-safe.
 */
public final class AttributionModel {
    private static final String NAME = "journey model";

    /**
     * All credit to the first touch.
     *
     * <p>Source: Adobe Analytics, "Attribution models", first touch.
     */
    public static final AttributionModel FIRST = of("first", new TouchRule.Position(1, 0, TwoTouches.SCALED));

    /**
     * All credit to the last touch.
     *
     * <p>Source: Adobe Analytics, "Attribution models", last touch.
     */
    public static final AttributionModel LAST = of("last", new TouchRule.Position(0, 1, TwoTouches.SCALED));

    /**
     * The same credit for every touch: a channel that is touched twice gets it twice.
     *
     * <p>Source: Adobe Analytics, "Attribution models", linear.
     */
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
     * The Shapley value of the game whose worth of a set of channels is the conversions of the paths within that set: the
     * same as {@link #LINEAR_DISTINCT}, under the name by which it is known. Other games are told by {@link
     * org.cxkit.metrics.shapley.Shapley}.
     *
     * <p>Source: L. S. Shapley, "A Value for n-Person Games", Contributions to the Theory of Games II, 1953.
     */
    public static final AttributionModel SHAPLEY = of("Shapley", new TouchRule.PerChannel(true));

    /**
     * All credit to every distinct channel of the path: the conversions that a channel takes part in. Channels together
     * get more than there are conversions; compare a channel with the conversions of all.
     *
     * <p>Source: Adobe Analytics, "Attribution models", participation.
     */
    public static final AttributionModel PARTICIPATION = of("participation", new TouchRule.PerChannel(false));

    /**
     * 40 % to the first touch, 40 % to the last, the rest to those between.
     *
     * <p>Source: Adobe Analytics, "Attribution models", U-shaped.
     */
    public static final AttributionModel U_SHAPED = position(0.4, 0.4);

    /**
     * 20 % to the first touch, 60 % to the last, the rest to those between.
     *
     * <p>Source: Adobe Analytics, "Attribution models", J curve.
     */
    public static final AttributionModel J_SHAPED = position(0.2, 0.6);

    /**
     * 60 % to the first touch, 20 % to the last, the rest to those between.
     *
     * <p>Source: Adobe Analytics, "Attribution models", inverse J.
     */
    public static final AttributionModel INVERSE_J = position(0.6, 0.2);

    /** Time decay with the usual half-life of seven days. */
    public static final AttributionModel TIME_DECAY = timeDecay(Duration.ofDays(7));

    /**
     * All credit to the last touch if it was at the very instant of the conversion; otherwise the conversion stays
     * unattributed. Of several touches at that instant the last one counts. Needs the ages of touches.
     *
     * <p>Source: Adobe Analytics, "Attribution models".
     */
    public static final AttributionModel SAME_TOUCH = of(new JourneyRule.SameTouch());

    /** 30 % each to the first touch, the lead and the opportunity, the rest to the other touches. */
    public static final AttributionModel W_SHAPED = wShaped(0.3, 0.3, 0.3);

    /** 22.5 % each to the first touch, the lead, the opportunity and the last touch, the rest to the other touches. */
    public static final AttributionModel FULL_PATH = fullPath(0.225, 0.225, 0.225, 0.225);

    private final String rule;
    private final Telling telling;
    private final Set<String> excluded;

    private AttributionModel(String rule, Telling telling, Set<String> excluded) {
        this.rule = rule;
        this.telling = telling;
        this.excluded = Collections.unmodifiableSet(excluded);
    }

    private static AttributionModel of(JourneyRule rule) {
        return of(rule.toString(), rule);
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
     * {@return the model that weighs a touch by {@code 2^(-age / half-life)}, relative to all touches of its journey}
     *
     * <p>Only differences of ages matter: a journey whose touches are all a year older is shared the same way. A touch
     * more than 1000 half-lives before the last one has 0. Needs the ages of touches.
     *
     * <p>Source: Adobe Analytics, "Attribution models".
     *
     * @param halfLife at least a microsecond; what is finer is cut off
     * @throws IllegalArgumentException if the half-life is shorter
     */
    public static AttributionModel timeDecay(Duration halfLife) {
        return of(new JourneyRule.TimeDecay(EpochMicros.span(halfLife), false));
    }

    /**
     * {@return the model that weighs a touch by {@code 2^-floor(age / half-life)}, relative to all touches of its
     * journey}
     *
     * <p>All touches of one half-life count the same. Needs the ages of touches.
     *
     * <p>Source: DP6, "Marketing-Attribution-Models", attribution_time_decay, whose default is 168 hours.
     *
     * @param halfLife at least a microsecond; what is finer is cut off
     * @throws IllegalArgumentException if the half-life is shorter
     */
    public static AttributionModel steppedTimeDecay(Duration halfLife) {
        return of(new JourneyRule.TimeDecay(EpochMicros.span(halfLife), true));
    }

    /**
     * {@return the model that weighs the first touch, the lead and the opportunity; the other touches share the rest
     * evenly}
     *
     * <p>A touch that is several of them has their shares together. If a journey has no other touch, these share the
     * rest in proportion to their shares; so a single touch has all. If a journey has no lead or no opportunity, the
     * others of the three have its share too, in proportion to theirs. A milestone whose share is 0 is none.
     *
     * <p>Source: Adobe, "Marketo Measure Attribution Models", for 30/30/30/10. How missing milestones, and a rest that
     * no touch is left for, are shared is this library's convention.
     *
     * @param first the share of the first touch, from 0 to 1
     * @param lead the share of the touch that made the person known, from 0 to 1
     * @param opportunity the share of the touch that made a sale likely, from 0 to 1
     * @throws IllegalArgumentException if a share is out of range or all together are above 1
     */
    public static AttributionModel wShaped(double first, double lead, double opportunity) {
        return fullPath(first, lead, opportunity, 0);
    }

    /**
     * {@return the model that weighs the last touch beside those of {@link #wShaped}, by the same rules}
     *
     * <p>Source: Adobe, "Marketo Measure Attribution Models", for 22.5 % each.
     *
     * @param first the share of the first touch, from 0 to 1
     * @param lead the share of the touch that made the person known, from 0 to 1
     * @param opportunity the share of the touch that made a sale likely, from 0 to 1
     * @param closing the share of the last touch, which closed the sale, from 0 to 1
     * @throws IllegalArgumentException if a share is out of range or all together are above 1
     */
    public static AttributionModel fullPath(double first, double lead, double opportunity, double closing) {
        return of(new JourneyRule.Milestones(first, lead, opportunity, closing));
    }

    /**
     * {@return credit by removal effects in the exact Markov chain whose states are the last touches}
     *
     * <p>See {@link MarkovChain} for the chain, its cost, its transitions and the removal effects themselves. Where no
     * journey with a touch converts, all credit is 0.
     *
     * @param order how many touches make a state, 1 to 4
     * @throws IllegalArgumentException if the order is out of range
     */
    public static AttributionModel markov(int order) {
        return of("Markov order " + order, new MarkovRule(order));
    }

    /**
     * {@return this model with touches of these channels left out, unless a path has no other}
     *
     * <p>A milestone whose touch is left out goes to the nearest one kept before it, or after it if there is none
     * before.
     *
     * <p>Used for direct visits: {@code LAST.excluding("Direct")} is "last non-direct click".
     *
     * @param channels the channels to leave out, in addition to those left out already; white space at the ends of their
     *     names is removed, and those that no path has change nothing
     * @throws IllegalArgumentException if a name is blank or reserved
     */
    public AttributionModel excluding(String... channels) {
        Set<String> all = new TreeSet<>(excluded);
        for (String channel : channels) {
            all.add(ChannelName.of(channel, "a channel to leave out", ""));
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

    /** {@return the rule of a model that shares each conversion by its own journey} */
    RowRule rowRule() {
        if (telling instanceof RowRule rowRule) {
            return rowRule;
        }
        throw new IllegalArgumentException(
                "credit is tallied journey by journey; \"" + this + "\" is told from all of them, or from a summary");
    }

    byte[] toBytes() {
        ByteWriter out = rowRule().write(ByteWriter.of(NAME, 1).text(rule)).count(excluded.size());
        excluded.forEach(out::text);
        return out.toBytes();
    }

    static AttributionModel fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, 1);
        String name = in.text();
        RowRule rule = RowRule.read(in);
        String[] channels = new String[in.size()];
        Arrays.setAll(channels, i -> in.text());
        return in.end(of(name, rule).excluding(channels));
    }

    Telling telling() {
        return telling;
    }

    private static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).setScale(6, RoundingMode.HALF_EVEN);
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
