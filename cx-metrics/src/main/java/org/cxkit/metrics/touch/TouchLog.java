package org.cxkit.metrics.touch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.jspecify.annotations.Nullable;

/**
 * Touches and milestones of people in any order, from which paths and channel funnels are told.
 *
 * <p>Merges over any partition of the rows; only rows of one person at one instant keep the order in which they came.
 * <strong>Not thread-safe:</strong> confine and merge.
 */
public final class TouchLog {
    private final TreeMap<String, Rows> people = new TreeMap<>();
    private long rows;

    private TouchLog() {}

    /** {@return a log without rows} */
    public static TouchLog create() {
        return new TouchLog();
    }

    /**
     * Adds a touch, such as a session.
     *
     * @param person who, not blank
     * @param at when
     * @param channel the name of the channel; white space at its ends is removed
     * @return this
     * @throws IllegalArgumentException if the person or the channel is blank, or the channel's name reserved
     */
    public TouchLog touch(String person, Instant at, String channel) {
        Touch touch = new Touch(at, ChannelName.of(channel, "channel of " + person, ""));
        of(person).touches.add(touch);
        rows++;
        return this;
    }

    /**
     * Adds that a person became known.
     *
     * @param person who, not blank
     * @param at when
     * @return this
     * @throws IllegalArgumentException if the person is blank
     */
    public TouchLog contact(String person, Instant at) {
        return milestone(person, at, Milestone.Kind.CONTACT, null);
    }

    /**
     * Adds that a person was found to be a likely buyer.
     *
     * @param person who, not blank
     * @param at when
     * @return this
     * @throws IllegalArgumentException if the person is blank
     */
    public TouchLog qualified(String person, Instant at) {
        return milestone(person, at, Milestone.Kind.QUALIFIED, null);
    }

    /**
     * Adds a conversion without a value.
     *
     * @param person who, not blank
     * @param at when
     * @return this
     * @throws IllegalArgumentException if the person is blank
     */
    public TouchLog converted(String person, Instant at) {
        return milestone(person, at, Milestone.Kind.CONVERSION, null);
    }

    /**
     * Adds a conversion with its value, such as a sale.
     *
     * @param person who, not blank
     * @param at when
     * @param value what it brought
     * @return this
     * @throws IllegalArgumentException if the person is blank
     */
    public TouchLog converted(String person, Instant at, Money value) {
        return milestone(person, at, Milestone.Kind.CONVERSION, Objects.requireNonNull(value, "value"));
    }

    /**
     * Adds all rows of the other.
     *
     * @param other another log, not altered
     * @return this
     */
    public TouchLog merge(TouchLog other) {
        TreeMap<String, Rows> theirs = other == this ? new TreeMap<>(people) : other.people;
        theirs.forEach((person, row) -> {
            Rows mine = of(person);
            mine.touches.addAll(List.copyOf(row.touches));
            mine.milestones.addAll(List.copyOf(row.milestones));
        });
        rows += other.rows;
        return this;
    }

    /** {@return how many rows were added} */
    public long rows() {
        return rows;
    }

    /** {@return the window from the first row to just after the last, if there is a row} */
    public Optional<TimeWindow> span() {
        Stream<Instant> touched =
                people.values().stream().flatMap(row -> row.touches.stream()).map(Touch::at);
        Stream<Instant> reached =
                people.values().stream().flatMap(row -> row.milestones.stream()).map(Milestone::at);
        List<Instant> all = Stream.concat(touched, reached).sorted().toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeWindow(all.get(0), all.get(all.size() - 1).plusNanos(1)));
    }

    /**
     * Passes on the people one after the other by name, each with all that is known.
     *
     * @param consumer takes them
     */
    public void forEach(Consumer<? super Timeline> consumer) {
        people.forEach((person, row) -> {
            List<Touch> touches = new ArrayList<>(row.touches);
            List<Milestone> milestones = new ArrayList<>(row.milestones);
            touches.sort(Comparator.comparing(Touch::at)); // stable: ties keep their order
            milestones.sort(Comparator.comparing(Milestone::at));
            consumer.accept(new Timeline(person, touches, milestones));
        });
    }

    /**
     * {@return the paths that led to the conversions, and those of people who never converted}
     *
     * <p>A touch leads to a conversion if it is neither later nor longer ago than the lookback; both ends count. A
     * conversion without such a touch has an empty path and so stays {@code (unattributed)}. A person without any
     * conversion has one lost path of all touches; touches after the last conversion of others are in no path.
     *
     * @param lookback how long before a conversion a touch can lie, not negative
     * @param repeat which touches lead to a repeated conversion
     * @throws IllegalArgumentException if the lookback is negative, or values are negative or in several currencies
     * @throws ArithmeticException if a value is finer than the minor unit of its currency
     */
    public PathTally paths(Duration lookback, RepeatConversions repeat) {
        if (lookback.isNegative()) {
            throw new IllegalArgumentException("lookback must not be negative, got " + lookback);
        }
        PathAccumulator paths = PathAccumulator.create();
        forEach(timeline -> {
            List<Milestone> conversions = timeline.milestones().stream()
                    .filter(milestone -> milestone.kind() == Milestone.Kind.CONVERSION)
                    .toList();
            if (conversions.isEmpty()) {
                paths.lost(channels(timeline.touches()), timeline.touches().isEmpty() ? 0 : 1);
            }
            int used = 0;
            for (Milestone conversion : conversions) {
                List<Touch> path = before(timeline.touches(), conversion.at(), lookback, used);
                if (conversion.value() == null) {
                    paths.converted(channels(path), 1);
                } else {
                    paths.converted(channels(path), 1, conversion.value());
                }
                used = repeat == RepeatConversions.ALL ? 0 : countUpTo(timeline.touches(), conversion.at());
            }
        });
        return paths.result();
    }

    private static List<Touch> before(List<Touch> touches, Instant at, Duration lookback, int used) {
        Instant earliest = at.minus(lookback);
        return touches.subList(used, Math.max(used, countUpTo(touches, at))).stream()
                .filter(touch -> !touch.at().isBefore(earliest))
                .toList();
    }

    private static int countUpTo(List<Touch> touches, Instant at) {
        int count = touches.size();
        while (count > 0 && touches.get(count - 1).at().isAfter(at)) {
            count--;
        }
        return count;
    }

    private static List<String> channels(List<Touch> touches) {
        return touches.stream().map(Touch::channel).toList();
    }

    private TouchLog milestone(String person, Instant at, Milestone.Kind kind, @Nullable Money value) {
        Milestone milestone = new Milestone(at, kind, value);
        of(person).milestones.add(milestone);
        rows++;
        return this;
    }

    private Rows of(String person) {
        if (person.isBlank()) {
            throw new IllegalArgumentException("person is blank");
        }
        return people.computeIfAbsent(person, key -> new Rows());
    }

    private static final class Rows {
        private final List<Touch> touches = new ArrayList<>();
        private final List<Milestone> milestones = new ArrayList<>();
    }
}
