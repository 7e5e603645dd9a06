package org.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRoundTripTest {

    static Stream<Record> records() {
        return Stream.of(
                Pictures.NPS,
                Pictures.NPS.bars().get(0),
                Pictures.NPS.bars().get(3),
                Pictures.ANSWERS,
                Pictures.ANSWERS.rows().get(0),
                Pictures.FUNNEL,
                Pictures.FUNNEL.levels().get(0),
                Pictures.CREDIT,
                Pictures.CREDIT.groups().get(0),
                Pictures.WHALE);
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
