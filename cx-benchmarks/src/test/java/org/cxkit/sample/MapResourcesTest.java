package org.cxkit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.sample.simulator.SimulatedBrand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapResourcesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ecom-map.csv", "simulated-map.csv"})
    void eachEventHasAKnownStageAndChannelInTheOrderOfStages(String resource) throws IOException {
        int stage = 0;
        Set<String> seen = new TreeSet<>();
        for (String[] row : rows(resource)) {
            assertThat(row).as(row[0]).hasSizeGreaterThanOrEqualTo(11);
            assertThat(seen.add(row[0])).as(row[0]).isTrue();
            int next = StageModel.FIVE.indexOf(
                    StageModel.FIVE.find(row[1]).orElseThrow().id());
            assertThat(next).as(row[0]).isGreaterThanOrEqualTo(stage);
            stage = next;
            assertThat(Channel.known()).contains(Channel.of(row[3]));
            assertThat(row[4]).isIn("STEP", "OPTIONAL", "LOOP");
            assertThat(Double.parseDouble(row[5])).isBetween(-2.0, 2.0);
        }
    }

    @Test
    void theMapOfTheShopNamesExactlyItsEvents() throws IOException {
        Set<String> events = rows("data/ecom.csv").stream().map(row -> row[2]).collect(Collectors.toSet());
        assertThat(rows("ecom-map.csv")).extracting(row -> row[0]).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void theMapOfTheSimulatedBrandNamesExactlyItsEvents() throws IOException {
        String csv = Objects.requireNonNull(SimulatedBrand.of(42).files().get("events.csv"));
        Set<String> events =
                csv.lines().skip(1).map(line -> line.split(",", -1)[3]).collect(Collectors.toSet());
        assertThat(rows("simulated-map.csv")).extracting(row -> row[0]).containsExactlyInAnyOrderElementsOf(events);
    }

    private static List<String[]> rows(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SimulatedBrand.class.getResourceAsStream("/org/cxkit/sample/" + resource))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
