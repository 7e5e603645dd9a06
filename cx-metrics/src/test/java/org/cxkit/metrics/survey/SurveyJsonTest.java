package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Stream;
import org.cxkit.metrics.interval.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurveyJsonTest {

    static Stream<Object> records() {
        return Stream.of(
                new Nps(4, 2, 2, 1, 0),
                new Nps(0, 0, 0, 0, 0),
                Csat.of(5, 4, 1, Integer.MIN_VALUE),
                Ces.of(CesVersion.CES1, 1, 2, 5),
                CesVersion.CES2,
                Boxes.of(2),
                Fraction.of(-5, 11),
                new Nps(4, 2, 2, 1, 0).interval(),
                new Interval(0.5, 0.5, 0.25, 0.75, 0.9, "Wald", false));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson3(Object original) {
        var mapper = new tools.jackson.databind.ObjectMapper();
        assertThat((Object) mapper.readValue(mapper.writeValueAsString(original), original.getClass()))
                .isEqualTo(original);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson2(Object original) throws Exception {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper().registerModule(new JavaTimeModule());
        assertThat((Object) mapper.readValue(mapper.writeValueAsString(original), original.getClass()))
                .isEqualTo(original);
    }
}
