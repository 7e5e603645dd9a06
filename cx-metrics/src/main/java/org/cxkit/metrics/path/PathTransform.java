package org.cxkit.metrics.path;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change of paths before they are counted, so that paths that differ in little are one.
 *
 * <p>Applied to a whole tally by {@link PathTally#transformed}; totals stay the same, whatever becomes of the touches.
 * Immutable, value-based and thread-safe.
 *
 * <p>Source: Google, "Fractribution", for {@link #UNIQUE}, {@link #EXPOSURE}, {@link #FIRST}, {@link #FREQUENCY} and what
 * is left out unless it is all.
 */
public final class PathTransform {

    /** All touches as they are. */
    public static final PathTransform UNIQUE = new PathTransform(List.of());

    /** One touch for each run of touches of one channel: {@code A > A > B > A} becomes {@code A > B > A}. */
    public static final PathTransform EXPOSURE = of(PathStep.Repeats.EXPOSURE);

    /** Only the first touch of each channel: {@code A > B > A > C} becomes {@code A > B > C}. */
    public static final PathTransform FIRST = of(PathStep.Repeats.FIRST);

    /** Only the last touch of each channel: {@code A > B > A > C} becomes {@code B > A > C}. */
    public static final PathTransform RECENT = of(PathStep.Repeats.RECENT);

    /**
     * Only the first touch of each channel, whose name tells how many there were: {@code A > B > A} becomes {@code A (2) >
     * B (1)}.
     */
    public static final PathTransform FREQUENCY = of(PathStep.Repeats.FREQUENCY);

    private final List<PathStep> steps;

    private PathTransform(List<PathStep> steps) {
        this.steps = List.copyOf(steps);
    }

    private static PathTransform of(PathStep step) {
        return new PathTransform(List.of(step));
    }

    /**
     * {@return the transform that keeps the touches nearest to the end}
     *
     * @param touches how many at most, at least 1
     * @throws IllegalArgumentException if the number is below 1
     */
    public static PathTransform lastTouches(int touches) {
        return trim(touches, true);
    }

    /**
     * {@return the transform that keeps the touches nearest to the start}
     *
     * @param touches how many at most, at least 1
     * @throws IllegalArgumentException if the number is below 1
     */
    public static PathTransform firstTouches(int touches) {
        return trim(touches, false);
    }

    private static PathTransform trim(int touches, boolean fromEnd) {
        if (touches < 1) {
            throw new IllegalArgumentException("at least 1 touch must be kept, got " + touches);
        }
        return of(new PathStep.Trim(touches, fromEnd));
    }

    /**
     * {@return the transform that leaves channels out always}
     *
     * <p>A path of nothing else becomes empty, and its conversions {@code (unattributed)}.
     *
     * @param channels one or more names; white space at their ends is removed
     * @throws IllegalArgumentException if no channel is given, or one is blank or reserved
     */
    public static PathTransform without(String... channels) {
        return without(PathStep.Without.Unless.NEVER, channels);
    }

    /**
     * {@return the transform that leaves channels out of paths that have others, such as direct visits}
     *
     * @param channels one or more names; white space at their ends is removed
     * @throws IllegalArgumentException if no channel is given, or one is blank or reserved
     */
    public static PathTransform withoutUnlessAll(String... channels) {
        return without(PathStep.Without.Unless.ALL, channels);
    }

    /**
     * {@return the transform that leaves channels out where they end a path that has others}
     *
     * <p>All touches of them at the end are left out, so that the last one left is of another channel; those before
     * stay.
     *
     * @param channels one or more names; white space at their ends is removed
     * @throws IllegalArgumentException if no channel is given, or one is blank or reserved
     */
    public static PathTransform withoutLastUnlessAll(String... channels) {
        return without(PathStep.Without.Unless.BEFORE_THE_END, channels);
    }

    private static PathTransform without(PathStep.Without.Unless unless, String... channels) {
        if (channels.length == 0) {
            throw new IllegalArgumentException("at least one channel to leave out wanted, got none");
        }
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < channels.length; i++) {
            names.add(ChannelName.of(channels[i], "channels[" + i + "]", ""));
        }
        return of(new PathStep.Without(names, unless));
    }

    /**
     * {@return this transform, and then another}
     *
     * @param next what is done to the paths that this one gives
     */
    public PathTransform then(PathTransform next) {
        List<PathStep> both = new ArrayList<>(steps);
        both.addAll(next.steps);
        return new PathTransform(both);
    }

    /**
     * {@return the path after this transform, unmodifiable}
     *
     * @param touches the channels in their order, not altered
     */
    public List<String> apply(List<String> touches) {
        List<String> path = touches;
        for (PathStep step : steps) {
            path = step.apply(path);
        }
        return List.copyOf(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathTransform that && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /** {@return such as {@code without Direct unless all, then exposure}} */
    @Override
    public String toString() {
        return steps.isEmpty()
                ? "unique"
                : steps.stream().map(PathStep::toString).collect(Collectors.joining(", then "));
    }
}
