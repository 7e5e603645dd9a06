package org.cxkit.journey.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.log.EventRow;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Step;
import org.cxkit.metrics.touch.Milestone;
import org.cxkit.metrics.touch.Timeline;
import org.cxkit.metrics.touch.Touch;
import org.cxkit.metrics.touch.TouchLog;

class EventTouchesPropertiesTest {

    @Property(edgeCases = EdgeCasesMode.NONE) // three parameters have more edge cases than tries
    void touchesAndMilestonesAgreeWithTheObviousLoop(
            @ForAll("rows") List<EventRow> rows, @ForAll boolean byChannel, @ForAll("among") Set<String> among) {
        EventTouches rules =
                byChannel ? EventTouches.ofChannels("z", "never") : EventTouches.ofActivities("z", "never");
        EventTouches full = rules.contacts("y").qualified("y", "x").among(among.toArray(new String[0]));
        List<Timeline> expected = new ArrayList<>();
        EventRow.byCase(rows).forEach((person, events) -> {
            List<Touch> touches = new ArrayList<>();
            for (EventRow row : events) {
                boolean wanted = among.isEmpty() || among.contains(row.activity());
                String name = byChannel ? row.channel() : row.activity();
                if (row.activity().equals("view") && wanted && !name.isEmpty()) {
                    touches.add(touch(row, name));
                }
            }
            add(expected, new Timeline(person, touches, milestones(events)));
        });
        assertThat(timelines(full.of(EventRow.log(rows)))).isEqualTo(expected);
    }

    @Property(edgeCases = EdgeCasesMode.NONE) // three parameters have more edge cases than tries
    void aSessionIsOneTouchNamedByItsFirstEvent(
            @ForAll("rows") List<EventRow> rows, @ForAll boolean byChannel, @ForAll("minutes") int minutes) {
        Duration timeout = Duration.ofMinutes(minutes);
        EventTouches rules = byChannel ? EventTouches.ofChannels("z") : EventTouches.ofActivities("z");
        List<Timeline> expected = new ArrayList<>();
        EventRow.byCase(rows).forEach((person, events) -> {
            List<Touch> touches = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                EventRow row = events.get(i);
                String name = byChannel ? row.channel() : row.activity();
                boolean opens = i == 0 || row.micros() - events.get(i - 1).micros() > minutes * 60_000_000L;
                if (opens && !name.isEmpty()) {
                    touches.add(touch(row, name));
                }
            }
            add(expected, new Timeline(person, touches, milestones(events)));
        });
        EventTouches sessions = rules.contacts("y").qualified("y", "x").sessions(timeout);
        assertThat(timelines(sessions.of(EventRow.log(rows)))).isEqualTo(expected);
    }

    @Example
    void aTimeoutIsNotNegativeButMayOutlastAnyLog() {
        EventTouches rules = EventTouches.ofActivities();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.sessions(Duration.ofSeconds(-1)))
                .withMessage("timeout must not be negative, got PT-1S");
        EventLog log = EventLog.builder()
                .add("a", "x", EpochMicros.toInstant(0))
                .add("a", "y", EpochMicros.toInstant(1))
                .build();
        assertThat(timelines(rules.sessions(Duration.ofSeconds(Long.MAX_VALUE)).of(log)))
                .containsExactly(new Timeline("a", List.of(new Touch(EpochMicros.toInstant(0), "x")), List.of()));
    }

    @Property
    void touchesByStageAreThoseOfActivitiesInTheMap(@ForAll("rows") List<EventRow> rows) {
        JourneyMap map = JourneyMap.named("m")
                .stage("Early")
                .step(Step.of("look").withEvents("view", "x"))
                .stage("Late")
                .step("z")
                .build();
        List<Timeline> expected = new ArrayList<>();
        EventRow.byCase(rows).forEach((person, events) -> {
            List<Touch> touches = new ArrayList<>();
            for (EventRow row : events) {
                if (row.activity().equals("view") || row.activity().equals("x")) {
                    touches.add(touch(row, map.stages().get(0).stage().id().value()));
                }
            }
            List<Milestone> sales = events.stream()
                    .filter(row -> row.activity().equals("z"))
                    .map(row -> milestone(row, Milestone.Kind.CONVERSION))
                    .toList();
            add(expected, new Timeline(person, touches, sales));
        });
        assertThat(timelines(EventTouches.ofStages(map, "z").of(EventRow.log(rows))))
                .isEqualTo(expected);
    }

    /** People about whom nothing is known are not in the log. */
    private static void add(List<Timeline> timelines, Timeline timeline) {
        if (!timeline.touches().isEmpty() || !timeline.milestones().isEmpty()) {
            timelines.add(timeline);
        }
    }

    private static Touch touch(EventRow row, String name) {
        return new Touch(EpochMicros.toInstant(row.micros()), name);
    }

    private static List<Milestone> milestones(List<EventRow> events) {
        List<Milestone> milestones = new ArrayList<>();
        for (EventRow row : events) {
            if (row.activity().equals("y")) {
                milestones.add(milestone(row, Milestone.Kind.CONTACT));
            }
            if (row.activity().equals("y") || row.activity().equals("x")) {
                milestones.add(milestone(row, Milestone.Kind.QUALIFIED));
            }
            if (row.activity().equals("z")) {
                milestones.add(milestone(row, Milestone.Kind.CONVERSION));
            }
        }
        return milestones;
    }

    private static Milestone milestone(EventRow row, Milestone.Kind kind) {
        return new Milestone(EpochMicros.toInstant(row.micros()), kind, null);
    }

    private static List<Timeline> timelines(TouchLog log) {
        List<Timeline> timelines = new ArrayList<>();
        log.forEach(timelines::add);
        return timelines;
    }

    @Provide
    Arbitrary<List<EventRow>> rows() {
        return EventRow.rows();
    }

    @Provide
    Arbitrary<Set<String>> among() {
        return Arbitraries.of(Set.of(), Set.of("view"), Set.of("x", "never"));
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 5);
    }
}
