package org.cxkit.journey.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final Instant NOON = Instant.parse("2024-03-11T12:00:00Z");

    @Test
    void aLogIsReadByCase() {
        EventLog log = EventLog.builder()
                .add("bob", "view", NOON)
                .add("ada", "buy", NOON.plusSeconds(60), "store")
                .add("ada", "view", NOON, "web")
                .build();
        assertThat(log)
                .hasToString("3 events of 2 activities in 2 cases, 2024-03-11T12:00:00Z to 2024-03-11T12:01:00Z");
        assertThat(log.caseIds()).containsExactly("ada", "bob");
        assertThat(log.activities()).containsExactly("buy", "view");
        assertThat(log.channels()).containsExactly("store", "web");
        assertThat(log.sequence(0)).containsExactly("view", "buy");
        assertThat(log.from(1)).isEqualTo(2);
        assertThat(log.to(1)).isEqualTo(3);
        assertThat(log.instant(1)).isEqualTo(NOON.plusSeconds(60));
        assertThat(log.channel(0)).isEqualTo(1);
        assertThat(log.channel(2)).isEqualTo(EventLog.NO_CHANNEL);
        assertThat(log.caseIds(c -> log.to(c) - log.from(c) > 1)).containsExactly("ada");
        assertThat(log.first()).isEqualTo(NOON);
        assertThat(log.last()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aLogOfNothingSaysSo() {
        EventLog nothing = EventLog.builder().build();
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing).hasToString("0 events of 0 activities in 0 cases");
        assertThat(nothing.sessions(Duration.ofMinutes(30))).isEqualTo(nothing);
        assertThatThrownBy(nothing::first)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a log of 0 events has no first and no last instant");
        assertThatThrownBy(nothing::last).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void windowsAreHalfOpenToTheNanosecond() {
        EventLog log = EventLog.builder()
                .add("a", "x", NOON)
                .add("a", "y", NOON.plusNanos(1000))
                .add("a", "z", NOON.plusNanos(2000))
                .build();
        assertThat(log.within(new TimeWindow(NOON, NOON.plusNanos(1000))).activities())
                .containsExactly("x");
        assertThat(log.within(new TimeWindow(NOON.plusNanos(1), NOON.plusNanos(1001)))
                        .activities())
                .containsExactly("y");
        assertThat(log.within(new TimeWindow(NOON.plusNanos(2000), NOON.plusNanos(2001)))
                        .activities())
                .containsExactly("z");
        assertThat(log.within(new TimeWindow(NOON.plusNanos(1), Instant.MAX)).events())
                .isEqualTo(log.within(new TimeWindow(NOON.plusNanos(1), NOON.plusSeconds(86_400 * 365L)))
                        .events());
        assertThat(log.within(new TimeWindow(Instant.MIN, Instant.MAX)).events())
                .isEqualTo(log.events());
    }

    @Test
    void aGapOfExactlyTheTimeoutIsInsideASession() {
        EventLog log = EventLog.builder()
                .add("a", "x", NOON)
                .add("a", "y", NOON.plusSeconds(1800))
                .add("a", "z", NOON.plusSeconds(3600).plusNanos(1000))
                .add("b", "z", NOON.plusSeconds(3601))
                .build();
        assertThat(log.sessions(Duration.ofMinutes(30)).caseIds()).containsExactly("a/1", "a/2", "b/1");
        assertThatThrownBy(() -> log.sessions(Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout must not be negative, got PT-1M");
    }

    @Test
    void sessionsBeyondNineStandInOrderOfTheirNumbers() {
        EventLogBuilder builder = EventLog.builder();
        IntStream.range(0, 11).forEach(hour -> builder.add("a", "x", NOON.plusSeconds(hour * 3600L)));
        assertThat(builder.build().sessions(Duration.ofMinutes(30)).caseIds()).endsWith("a/9", "a/10", "a/11");
    }

    @Test
    void interactionsAreEventsOfTheirCustomer() {
        Touchpoint chat = Touchpoint.builder("help chat")
                .type(TouchpointType.of("chat"))
                .channel(Channel.CHAT)
                .device(Device.OTHER)
                .serviceModel(ServiceModel.ASSISTED)
                .purpose("help")
                .build();
        Interaction asked =
                Interaction.builder(CustomerId.of("ada"), chat, NOON).build();
        assertThat(EventLog.builder().add(asked).add("ticket 7", asked).build())
                .isEqualTo(EventLog.builder()
                        .add("ada", "help chat", NOON, "chat")
                        .add("ticket 7", "help chat", NOON, "chat")
                        .build());
    }

    @Test
    void anEventNeedsACaseAndAnActivity() {
        EventLogBuilder builder = EventLog.builder();
        assertThatThrownBy(() -> builder.add("", "x", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an event needs a case and an activity, got case \"\" and activity \"x\"");
        assertThat(builder.build().isEmpty()).isTrue();
    }

    @Test
    void codesMustBeInTheirDictionaries() {
        Symbols one = Symbols.of("one");
        int[] zero = {0};
        assertThatThrownBy(() -> EventLog.of(one, zero, one, new int[] {1}, new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("activities[0] must be a code from 0 to 0, got 1");
        assertThatThrownBy(() -> EventLog.of(one, new int[] {-1}, one, zero, new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cases[0] must be a code from 0 to 0, got -1");
        assertThatThrownBy(() -> EventLog.of(one, zero, one, zero, new long[1], one, new int[] {-2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channels[0] must be a code from -1 to 0, got -2");
        assertThatThrownBy(() -> EventLog.of(one, zero, one, new int[2], new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must be of one length, got 1 cases and 2 activities");
        assertThatThrownBy(() -> EventLog.of(one, zero, one, zero, new long[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must be of one length, got 1 cases and 3 micros");
    }

    @Test
    void aMillionEventsTakeAtMostTwentyFiveBytesEachAndSixtyFourWhileSorted() {
        int n = 1_000_000;
        int caseCount = 200_000;
        SplittableRandom random = new SplittableRandom(42);
        Symbols cases = Symbols.of(
                IntStream.range(0, caseCount).mapToObj(Integer::toString).toList());
        Symbols activities = Symbols.of("a", "b", "c", "d");
        int[] caseCodes = random.ints(n, 0, caseCount).toArray();
        int[] codes = random.ints(n, 0, 4).toArray();
        long[] micros = random.longs(n, 0, 1L << 40).toArray();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        EventLog.of(cases, caseCodes, activities, codes, micros, activities, codes);

        long before = threads.getCurrentThreadAllocatedBytes();
        EventLog log = EventLog.of(cases, caseCodes, activities, codes, micros, activities, codes);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        long retained = n * (Long.BYTES + 2L * Integer.BYTES) + (log.cases() + 1L) * Integer.BYTES;
        assertThat(retained).isLessThanOrEqualTo(25L * n);
        // the columns given are 20 bytes an event; all that sorting allocates comes on top of them
        assertThat(allocated).isBetween(retained, (64L - 20) * n);
    }
}
