package org.cxkit.metrics.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.touch.TouchLog;
import org.cxkit.truth.TruthCase;

/** The cases channel-funnel and roi-roas of truth/attribution.json, by hand. */
public final class ChannelTruth {

    private static final String FILE = "attribution.json";
    private static final Currency EUR = Currency.getInstance("EUR");

    /** One division of decimals and one rounding to a double. */
    private static final double ROUNDING = 1e-15;

    private ChannelTruth() {}

    /** {@return the log of the case} */
    static TouchLog log() {
        JsonNode input = TruthCase.read(FILE, "channel-funnel").get("input");
        TouchLog log = TouchLog.create();
        for (JsonNode row : input.get("sessions")) {
            log.touch(
                    row.get(1).asText(),
                    Instant.parse(row.get(2).asText()),
                    row.get(3).asText());
        }
        for (JsonNode row : input.get("stages")) {
            String person = row.get(0).asText();
            Instant at = Instant.parse(row.get(2).asText());
            switch (row.get(1).asText()) {
                case "contact" -> log.contact(person, at);
                case "qualified" -> log.qualified(person, at);
                default -> log.converted(person, at, Money.of(row.get(3).asText(), "EUR"));
            }
        }
        return log;
    }

    /** Compares the case of the funnel. */
    public static void funnel(JsonNode truth) {
        TimeWindow may = new TimeWindow(Instant.parse("2024-05-01T00:00:00Z"), Instant.parse("2024-06-01T00:00:00Z"));
        TruthCase expected = new TruthCase(truth.get("expected"));
        String cohort = "/cohort_basis(contact created in range, stage reached at any later time)/";
        for (ChannelCounts row : ChannelFunnel.of(log(), may).firstTouch()) {
            expected.equalText("/event_date_basis/" + row.channel() + "/sessions", Long.toString(row.sessions()));
            stages(expected, "/event_date_basis/" + row.channel(), row);
        }
        for (ChannelCounts row :
                ChannelFunnel.of(log(), may, FunnelBasis.COHORT).firstTouch()) {
            stages(expected, cohort + row.channel(), row);
        }
        expected.done();
    }

    private static void stages(TruthCase expected, String at, ChannelCounts row) {
        expected.equalText(at + "/contacts", Long.toString(row.contacts()));
        expected.equalText(at + "/qualified", Long.toString(row.qualified()));
        expected.equalText(at + "/sales", Long.toString(row.sales()));
        Money revenue = row.revenue();
        expected.closeTo(
                at + "/revenue", revenue == null ? -1 : revenue.amount().doubleValue(), 0);
    }

    /** Compares the case of the returns. */
    public static void returns(JsonNode truth) {
        ChannelReturns told =
                ChannelReturns.of(EUR, money(truth.at("/input/attributed_value")), money(truth.at("/input/cost")));
        TruthCase expected = new TruthCase(truth.get("expected"));
        for (ChannelReturn row : told.channels()) {
            ratio(expected, "/" + row.channel() + "/roas", row.roas());
            ratio(expected, "/" + row.channel() + "/roi", row.roi());
        }
        ratio(expected, "/Search/cpa_if_2_conversions", told.channels().get(3).costPerConversion(2));
        expected.closeTo("/total/value", told.total().value().amount().doubleValue(), 0);
        expected.closeTo("/total/cost", told.total().cost().amount().doubleValue(), 0);
        ratio(expected, "/total/roas", told.total().roas());
        ratio(expected, "/total/roi", told.total().roi());
        expected.done();
    }

    private static void ratio(TruthCase expected, String at, Outcome<Double> ratio) {
        if (ratio instanceof Outcome.Value<Double> found) {
            expected.closeTo(at, found.value(), ROUNDING);
        } else {
            assertThat(expected.leaf(at).isNull()).as(at).isTrue();
        }
    }

    private static Map<String, Money> money(JsonNode amounts) {
        Map<String, Money> money = new TreeMap<>();
        List<String> names = new TruthCase(amounts).keys("");
        names.forEach(name ->
                money.put(name, Money.of(new BigDecimal(amounts.get(name).asText()), EUR)));
        return money;
    }
}
