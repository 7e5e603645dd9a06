package org.cxkit.journey.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartJsonTest {

    static Stream<Record> records() {
        return Stream.of(
                Charts.NPS,
                Charts.NPS.bars().get(0),
                Charts.NPS.bars().get(3),
                Charts.ANSWERS,
                Charts.ANSWERS.rows().get(0),
                Charts.FUNNEL,
                Charts.FUNNEL.levels().get(0),
                Charts.CREDIT,
                Charts.CREDIT.groups().get(0),
                Charts.WHALE);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTrips(Record original) throws IOException {
        var jackson3 = new tools.jackson.databind.ObjectMapper();
        Record back3 = jackson3.readValue(jackson3.writeValueAsString(original), original.getClass());
        assertThat(back3).isEqualTo(original);
        var jackson2 = new com.fasterxml.jackson.databind.ObjectMapper();
        Record back2 = jackson2.readValue(jackson2.writeValueAsString(original), original.getClass());
        assertThat(back2).isEqualTo(original);
    }
}
