package org.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cxkit.journey.funnel.FunnelDefinition;
import org.cxkit.journey.funnel.FunnelMode;
import org.cxkit.journey.mining.Edge;
import org.cxkit.journey.mining.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JourneyJacksonTest {
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = new tools.jackson.databind.ObjectMapper();
    private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
            new com.fasterxml.jackson.databind.ObjectMapper().registerModule(new JavaTimeModule());

    static Stream<Record> records() {
        FunnelDefinition steps = FunnelDefinition.steps("view", "buy");
        return Stream.of(
                new Edge("view", "buy"),
                new Variant(List.of("view", "buy"), 3),
                steps,
                steps.withMode(FunnelMode.OPEN_STRICT_TIME).within(Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordsComeBackAsTheyWent(Record sent) throws IOException {
        assertThat((Object) JACKSON_3.readValue(JACKSON_3.writeValueAsString(sent), sent.getClass()))
                .isEqualTo(sent);
        assertThat((Object) JACKSON_2.readValue(JACKSON_2.writeValueAsString(sent), sent.getClass()))
                .isEqualTo(sent);
    }
}
