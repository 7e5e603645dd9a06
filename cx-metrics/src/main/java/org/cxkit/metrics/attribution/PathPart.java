package org.cxkit.metrics.attribution;

import com.google.common.math.LongMath;
import java.util.List;
import java.util.Optional;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.markov.TransitionTally;
import org.cxkit.metrics.path.Journeys;
import org.jspecify.annotations.Nullable;

/** What a summary counts of all paths, or of all paths without some channels: positions, and what else was asked for. */
final class PathPart {
    final PositionCounts counts;
    final @Nullable MilestoneCounts milestones;
    final @Nullable TransitionTally transitions;

    PathPart(PositionCounts counts, @Nullable MilestoneCounts milestones, @Nullable TransitionTally transitions) {
        this.counts = counts;
        this.milestones = milestones;
        this.transitions = transitions;
    }

    /** {@return a part that has counted nothing, and counts what a model needs} */
    static PathPart empty(AttributionModel model) {
        if (model.telling() instanceof TouchRule) {
            return empty(false, 0);
        }
        if (model.telling() instanceof MarkovRule rule) {
            return empty(false, rule.order());
        }
        if (model.telling() instanceof JourneyRule.Milestones) {
            return empty(true, 0);
        }
        throw new IllegalArgumentException(
                "a summary of paths has no ages: \"" + model + "\" is told from journeys, or from a tally of credit");
    }

    /** {@return a part that has counted nothing} */
    static PathPart empty(boolean milestones, int order) {
        return new PathPart(
                new PositionCounts(0),
                milestones ? new MilestoneCounts(0) : null,
                order == 0 ? null : TransitionTally.accumulator(order).result());
    }

    /** {@return a part that has counted nothing, and counts what either of two that have counted nothing does} */
    static PathPart either(PathPart one, PathPart other) {
        return empty(one.milestones != null || other.milestones != null, Math.max(one.order(), other.order()));
    }

    /** {@return the order of the transitions, 0 for none} */
    int order() {
        return transitions == null ? 0 : transitions.order();
    }

    /** {@return a part of rows that counts what this does} */
    PathPart of(Journeys journeys, int from, int to) {
        return new PathPart(
                PositionKernel.count(journeys, from, to),
                milestones == null ? null : MilestoneCounts.count(journeys, from, to),
                transitions == null
                        ? null
                        : TransitionTally.accumulator(order())
                                .addAll(journeys, from, to)
                                .result());
    }

    /** {@return the same over so many channels, that with code i as {@code codes[i]}; -1 for one that nothing counts} */
    PathPart recoded(int[] codes, int channels) {
        PathPart recoded = new PathPart(
                new PositionCounts(channels), milestones == null ? null : new MilestoneCounts(channels), transitions);
        recoded.add(this, codes, 1);
        recoded.counts.places.trim();
        recoded.counts.placesOfValue.trim();
        return recoded;
    }

    private void add(PathPart other, int[] codes, int sign) {
        counts.add(other.counts, codes, sign);
        if (milestones != null && other.milestones != null) {
            milestones.add(other.milestones, codes, sign);
        }
    }

    /** {@return this and {@code sign} times another that counts the same, each with codes of its own} */
    PathPart combined(int[] mine, PathPart other, int[] theirs, int channels, int sign) {
        TransitionTally moves = transitions == null || other.transitions == null
                ? null
                : sign < 0 ? transitions.minus(other.transitions) : transitions.plus(other.transitions);
        PathPart both = new PathPart(
                new PositionCounts(channels), milestones == null ? null : new MilestoneCounts(channels), moves);
        both.add(this, mine, 1);
        both.add(other, theirs, sign);
        return both;
    }

    /** {@return whether no journeys have these counts, or not all of them are of the same journeys} */
    boolean impossible(Symbols channels) {
        return counts.impossible()
                || (milestones != null && milestones.impossible(counts))
                || (transitions != null && differ(transitions, channels));
    }

    private boolean differ(TransitionTally moves, Symbols channels) {
        List<String> touched = channels.names().stream()
                .filter(name -> counts.touches[channels.find(name)] != 0)
                .sorted()
                .toList();
        return !moves.channels().equals(touched)
                || LongMath.saturatedAdd(moves.conversions(), moves.unattributedConversions()) != counts.conversions
                || LongMath.saturatedAdd(moves.lost(), moves.unattributedLost()) != counts.lost
                || LongMath.saturatedAdd(minor(moves.value()), minor(moves.unattributedValue())) != counts.valueMinor;
    }

    private static long minor(Optional<Money> value) {
        return value.map(Money::toMinorUnits).orElse(0L);
    }

    /** {@return how many numbers this keeps, about} */
    long cells() {
        return counts.places.cells()
                + counts.placesOfValue.cells()
                + (milestones == null ? 0 : milestones.cells())
                + (transitions == null ? 0 : transitions.states() + transitions.transitions());
    }

    /** {@return the credit by a rule; empty if this does not count what it needs} */
    Optional<Credits> credits(Telling telling, Symbols channels) {
        double untouched = counts.places.untouched();
        double untouchedMinor = counts.placesOfValue.untouched();
        Credits credits = null;
        if (telling instanceof TouchRule rule) {
            credits = Teller.credits(rule, channels.size(), counts.places, counts.placesOfValue);
        } else if (telling instanceof JourneyRule.Milestones rule && milestones != null) {
            credits = new Credits(milestones.conversions(rule), milestones.minor(rule), untouched, untouchedMinor);
        } else if (telling instanceof MarkovRule rule && transitions != null && rule.order() <= order()) {
            MarkovChain chain = MarkovChain.of(transitions.lowered(rule.order()));
            credits = MarkovRule.credits(chain, channels, untouched, untouchedMinor);
        }
        return Optional.ofNullable(credits);
    }

    void write(ByteWriter out) {
        counts.write(out).bytes(transitions == null ? new byte[0] : transitions.toBytes());
        out.count(milestones == null ? 0 : 1);
        if (milestones != null) {
            milestones.write(out);
        }
    }

    static PathPart read(ByteReader in, int channels) {
        PositionCounts counts = PositionCounts.read(in, channels);
        byte[] moves = in.bytes();
        TransitionTally transitions = moves.length == 0 ? null : TransitionTally.fromBytes(moves);
        return new PathPart(counts, in.count(1) == 0 ? null : MilestoneCounts.read(in, channels), transitions);
    }

    /** {@return whether this counts the same things, be it more or less of them} */
    boolean countsLike(PathPart other) {
        return order() == other.order() && (milestones == null) == (other.milestones == null);
    }

    boolean sameAs(PathPart other) {
        return countsLike(other)
                && counts.sameAs(other.counts)
                && (milestones == null || other.milestones == null || milestones.sameAs(other.milestones))
                && (transitions == null || transitions.equals(other.transitions));
    }

    /** {@return such as {@code positions, milestones, Markov up to order 2}} */
    @Override
    public String toString() {
        return "positions" + (milestones == null ? "" : ", milestones")
                + (transitions == null ? "" : ", Markov up to order " + order());
    }
}
