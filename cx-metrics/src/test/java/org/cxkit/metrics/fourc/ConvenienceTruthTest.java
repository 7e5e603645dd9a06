package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.Test;

/** The case four_c_portfolio of truth/value.json. */
class ConvenienceTruthTest {

    private static final JsonNode TRUTH = TruthCase.read("value.json", "four_c_portfolio");

    @Test
    void everyFigureOfTheCaseIsReproduced() {
        check(TRUTH);
    }

    @Test
    void anAlteredLeafIsSeen() {
        for (String leaf : TruthCase.leaves(TRUTH.get("customers"))) {
            if (leaf.matches(".*/(total_cost|margin|ratio|verdict)")) {
                JsonNode altered = TruthCase.altered(TRUTH, "/customers" + leaf);
                assertThatThrownBy(() -> check(altered)).as(leaf).isInstanceOf(AssertionError.class);
            }
        }
    }

    private static void check(JsonNode truth) {
        String currency = truth.get("currency").asText();
        TruthCase customers = new TruthCase(truth.get("customers"));
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        for (int i = 0; i < truth.get("customers").size(); i++) {
            String at = "/" + i + "/";
            Clv clv = Clv.gross(customers.leaf(at + "clv").asText(), currency);
            CompanyCosts costs = CompanyCosts.of(
                    customers.leaf(at + "acquisition").asText(),
                    customers.leaf(at + "service").asText(),
                    customers.leaf(at + "retention").asText(),
                    currency);
            CustomerId id = CustomerId.of(customers.leaf(at + "id").asText());
            portfolio.add(id, clv, costs);
            ConvenienceCheck kept = portfolio.result().check(id).orElseThrow();
            assertThat(kept).isEqualTo(ConvenienceCheck.of(clv, costs));
            customers.equalText(at + "total_cost", decimal(kept.totalCost()));
            customers.equalText(at + "margin", decimal(kept.margin()));
            customers.equalText(
                    at + "ratio",
                    String.format(Locale.ROOT, "%.6f", kept.ratio().toOptional().orElseThrow()));
            customers.equalText(at + "verdict", kept.verdict().name());
        }
        customers.done();
    }

    private static String decimal(Outcome<Money> money) {
        return money.toOptional().orElseThrow().amount().toPlainString();
    }
}
