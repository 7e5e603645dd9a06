package org.cxkit.sample.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedBrandTest {

    private static final SimulatedBrand BRAND = SimulatedBrand.of(42);

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(SimulatedBrand.of(42).files()).isEqualTo(BRAND.files());
    }

    @Test
    void anotherSeedGivesOtherEvents() {
        assertThat(SimulatedBrand.of(43).files().get("events.csv"))
                .isNotEqualTo(BRAND.files().get("events.csv"));
    }

    @Test
    void theBytesAreThoseOfEveryJdk() {
        // as first written on JDK 17; the build on JDK 25 must find the same
        CRC32 sum = new CRC32();
        SimulatedBrand.of(7, 300).files().values().forEach(text -> sum.update(text.getBytes(UTF_8)));
        assertThat(sum.getValue()).isEqualTo(47_964_780L);
    }

    @Test
    void fewerCustomersAreTheFirstOfMore() {
        List<Row> few = Row.of(SimulatedBrand.of(42, 50), "costs.csv");
        assertThat(few).isEqualTo(Row.of(BRAND, "costs.csv").subList(0, few.size()));
    }

    @Test
    void nobodyLeavesOnlyHeaders() {
        Map<String, String> files = SimulatedBrand.of(1, 0).files();
        assertThat(files.get("events.csv"))
                .isEqualTo("customer,case,timestamp,event,channel,device,service_model,location,persona,"
                        + "problem_restated,handled_by\n");
        assertThat(files.get("responses.csv"))
                .isEqualTo("response,customer,question,answer,timestamp,touchpoint,channel,stage,location,persona\n");
        assertThat(files.get("purchases.csv")).isEqualTo("customer,date,amount\n");
        assertThat(files.get("costs.csv")).isEqualTo("customer,acquisition,service,retention\n");
    }

    @Test
    void aNumberOfCustomersOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedBrand.of(1, -1))
                .withMessage("customers must be 0 to 99999, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedBrand.of(1, 100_000))
                .withMessage("customers must be 0 to 99999, got 100000");
    }

    @Test
    void theFilesAreWrittenAsTheyAre(@TempDir Path directory) throws IOException {
        SimulatedBrand brand = SimulatedBrand.of(42, 10);
        brand.writeTo(directory.resolve("simulated"));
        for (Map.Entry<String, String> file : brand.files().entrySet()) {
            assertThat(Files.readString(directory.resolve("simulated").resolve(file.getKey())))
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void eventsAreInTheOrderOfTimeWithinTheYear() {
        List<OffsetDateTime> times = Row.of(BRAND, "events.csv").stream()
                .map(row -> OffsetDateTime.parse(row.get("timestamp")))
                .toList();
        assertThat(times).isSortedAccordingTo(OffsetDateTime.timeLineOrder());
        assertThat(times.get(0)).isAfterOrEqualTo(OffsetDateTime.parse("2025-01-01T00:00:00+01:00"));
        assertThat(times.get(times.size() - 1)).isBefore(OffsetDateTime.parse("2026-01-01T00:00:00+01:00"));
    }

    @Test
    void everyPurchaseIsAnEventAndARow() {
        long events = Row.of(BRAND, "events.csv").stream()
                .filter(row -> row.get("event").endsWith("_purchase"))
                .count();
        assertThat(Row.of(BRAND, "purchases.csv")).hasSize((int) events);
    }

    @Test
    void mostCustomersUseSeveralChannels() {
        Map<String, Set<String>> channels = new HashMap<>();
        for (Row row : Row.of(BRAND, "events.csv")) {
            channels.computeIfAbsent(row.get("customer"), unused -> new HashSet<>())
                    .add(row.get("channel"));
        }
        assertThat(channels).hasSize(4_000);
        assertThat(channels.values().stream().filter(set -> set.size() > 1).count())
                .isGreaterThan(3_000);
    }

    @Test
    void channelsAndStagesAreThoseTheLibraryKnows() {
        assertThat(Row.of(BRAND, "events.csv"))
                .allMatch(row -> Channel.known().stream()
                        .anyMatch(channel -> channel.id().equals(row.get("channel"))));
        assertThat(Row.of(BRAND, "responses.csv"))
                .allMatch(row -> StageModel.FIVE.contains(StageId.of(row.get("stage"))));
    }

    @Test
    void someAnswersAreNoAnswers() {
        List<Row> rows = Row.of(BRAND, "responses.csv");
        assertThat(rows).anyMatch(row -> row.get("answer").isEmpty());
        assertThat(rows).anyMatch(row -> row.get("answer").equals("skip"));
        assertThat(rows).anyMatch(row -> row.get("answer").equals("11"));
        assertThat(rows).anyMatch(row -> row.get("answer").endsWith(".5"));
        assertThat(Row.of(BRAND, "costs.csv"))
                .anyMatch(row -> row.get("service").isEmpty());
    }
}
