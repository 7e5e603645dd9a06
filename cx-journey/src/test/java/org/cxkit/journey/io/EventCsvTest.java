package org.cxkit.journey.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.io.Rejected;
import org.cxkit.journey.log.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCsvTest {
    private static final EventCsv EVENTS = EventCsv.columns("user", "event", "at");

    @TempDir
    Path folder = Path.of("");

    @Test
    void eventsAreReadInAnyOrderWithOrWithoutOffset() throws IOException {
        String csv = """
                at,event,platform,user
                2024-07-01 12:00:01,buy,,ada
                2024-07-01T09:00:00Z,view,web,ada
                2024-07-01T12:00:00.5+02:00,cart,store,ada
                2024-07-01,view,web,bob
                """;
        EventLog log = EVENTS.zone(ZoneId.of("Europe/Rome"))
                .channel("platform")
                .read(new StringReader(csv), "events.csv")
                .orThrow();
        assertThat(log)
                .isEqualTo(EventLog.builder()
                        .add("ada", "view", Instant.parse("2024-07-01T09:00:00Z"), "web")
                        .add("ada", "cart", Instant.parse("2024-07-01T10:00:00.5Z"), "store")
                        .add("ada", "buy", Instant.parse("2024-07-01T10:00:01Z"))
                        .add("bob", "view", Instant.parse("2024-06-30T22:00:00Z"), "web")
                        .build());
        assertThat(EVENTS.read(new StringReader(csv), "events.csv").value().channels())
                .isEmpty();
    }

    @Test
    void lenientReadingReportsBadRowsAndStrictReadingEndsThere() throws IOException {
        String csv = """
                user;event;at
                ada;view;2024-07-01
                ada;;2024-07-01
                bob;view;yesterday
                """;
        Ingested<EventLog> read = EVENTS.separator(';').read(new StringReader(csv), "events.csv");
        assertThat(read.value().events()).isEqualTo(1);
        assertThat(read.rows()).isEqualTo(3);
        assertThat(read.rejected())
                .extracting(Rejected::toString)
                .containsExactly(
                        "events.csv row 3, column event: wanted text, got nothing",
                        "events.csv row 4, column at: wanted an ISO-8601 date or date-time such as 2024-03-11 or "
                                + "2024-03-11T10:21:14.5+01:00, got \"yesterday\"");
        assertThatThrownBy(() -> EVENTS.separator(';').strict().read(new StringReader(csv), "events.csv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("events.csv row 3, column event: wanted text, got nothing");
    }

    @Test
    void aWrongColumnOrFileEndsInOneClearLine() {
        assertThatThrownBy(() -> EVENTS.channel("shop").read(new StringReader("user,event,at\n"), "events.csv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("events.csv column shop: no such column; the columns are user, event, at");
        Path missing = folder.resolve("none.csv");
        assertThatThrownBy(() -> EVENTS.read(missing))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> EventCsv.columns("a", "b", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must differ, got \"a\" twice");
        assertThatThrownBy(() -> EVENTS.channel("a").channel("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the channel column is set already, got \"b\"");
    }

    @Test
    void rowsLeaveNoGarbageAndProgressIsTold() throws IOException {
        int rows = 200_000;
        Path file = folder.resolve("events.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("user,event,at,note\n");
            for (int i = 0; i < rows; i++) {
                out.write("user " + i % 1000 + ",event " + i % 7 + ",2024-07-01T00:00:" + (10 + i % 50)
                        + "Z,a long remark that nobody reads\n");
            }
        }
        List<Long> told = new ArrayList<>();
        EventCsv reader = EVENTS.progress((seen, bytes) -> told.add(seen));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        reader.read(file);
        long before = threads.getCurrentThreadAllocatedBytes();
        EventLog log = reader.read(file).orThrow();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(log.events()).isEqualTo(rows);
        assertThat(told).endsWith(65_536L, 131_072L, 196_608L, 200_000L);
        // 20 bytes of columns grown by halves three times over, 16 of the log; a string or record a row would be 160
        assertThat(allocated).isLessThan(120L * rows);
    }
}
