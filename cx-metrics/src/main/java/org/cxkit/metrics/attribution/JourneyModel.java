package org.cxkit.metrics.attribution;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.path.Journeys;
import org.jspecify.annotations.Nullable;

/**
 * A rule that shares each conversion among the touches of its journey by more than their order: by how long ago they
 * were, or by the milestones of the sale.
 *
 * <p>A journey without a touch stays unattributed. Immutable, value-based and thread-safe.
 */
public final class JourneyModel {
    private static final String NAME = "journey model";

    /** Time decay with the usual half-life of seven days. */
    public static final JourneyModel TIME_DECAY = timeDecay(Duration.ofDays(7));

    /**
     * All credit to the last touch if it was at the very instant of the conversion; otherwise the conversion stays
     * unattributed. Of several touches at that instant the last one counts. Needs the ages of touches.
     *
     * <p>Source: Adobe Analytics, "Attribution models".
     */
    public static final JourneyModel SAME_TOUCH = of(new JourneyRule.SameTouch());

    /** 30 % each to the first touch, the lead and the opportunity, the rest to the other touches. */
    public static final JourneyModel W_SHAPED = wShaped(0.3, 0.3, 0.3);

    /** 22.5 % each to the first touch, the lead, the opportunity and the last touch, the rest to the other touches. */
    public static final JourneyModel FULL_PATH = fullPath(0.225, 0.225, 0.225, 0.225);

    private final JourneyRule rule;
    private final Set<String> excluded;

    private JourneyModel(JourneyRule rule, Set<String> excluded) {
        this.rule = rule;
        this.excluded = Collections.unmodifiableSet(excluded);
    }

    private static JourneyModel of(JourneyRule rule) {
        return new JourneyModel(rule, new TreeSet<>());
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
    public static JourneyModel timeDecay(Duration halfLife) {
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
    public static JourneyModel steppedTimeDecay(Duration halfLife) {
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
    public static JourneyModel wShaped(double first, double lead, double opportunity) {
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
    public static JourneyModel fullPath(double first, double lead, double opportunity, double closing) {
        return of(new JourneyRule.Milestones(first, lead, opportunity, closing));
    }

    /**
     * {@return this model with touches of these channels left out, unless a journey has no other}
     *
     * <p>A milestone whose touch is left out goes to the nearest one kept before it, or after it if there is none
     * before.
     *
     * @param channels the channels to leave out, in addition to those left out already
     */
    public JourneyModel excluding(String... channels) {
        Set<String> all = new TreeSet<>(excluded);
        for (String channel : channels) {
            all.add(channel.strip());
        }
        return new JourneyModel(rule, all);
    }

    /** {@return the channels left out, by name; unmodifiable} */
    public Set<String> excluded() {
        return excluded;
    }

    JourneyRule rule() {
        return rule;
    }

    /** Checks that the journeys have what the rule asks for. */
    void require(Journeys journeys) {
        if (rule.needsAges() && !journeys.hasAges() && journeys.touches() > 0) {
            throw new IllegalArgumentException(this + " needs the ages of touches, these journeys have none");
        }
    }

    byte[] toBytes() {
        ByteWriter out = rule.write(ByteWriter.of(NAME, 1)).count(excluded.size());
        excluded.forEach(out::text);
        return out.toBytes();
    }

    static JourneyModel fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, 1);
        JourneyRule rule = JourneyRule.read(in);
        String[] excluded = new String[in.size()];
        Arrays.setAll(excluded, i -> in.text());
        return in.end(of(rule).excluding(excluded));
    }

    /** {@return the name of the model: {@code time decay 7 d excluding Direct}} */
    @Override
    public String toString() {
        return excluded.isEmpty() ? rule.toString() : rule + " excluding " + String.join(", ", excluded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JourneyModel that && rule.equals(that.rule) && excluded.equals(that.excluded);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, excluded);
    }
}
