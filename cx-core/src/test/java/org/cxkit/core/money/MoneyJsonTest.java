package org.cxkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyJsonTest {

    static Stream<Object> records() {
        return Stream.of(
                Money.of("350.00", "EUR"),
                Money.of("-0.0000001", "EUR"),
                Money.of("12345678901234567890.12", "USD"),
                CompanyCosts.of("250.00", null, "40.00", "EUR"),
                CompanyCosts.of(null, null, null, "EUR"),
                Rate.discrete(0.1, RatePeriod.YEAR),
                Rate.continuous(-0.002, RatePeriod.WEEK));
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
