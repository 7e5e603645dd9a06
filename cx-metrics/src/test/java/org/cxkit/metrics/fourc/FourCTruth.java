package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.truth.TruthCase;

/** The case four_c_portfolio of truth/value.json: exact decimals, ratios rounded half to even to six. */
public final class FourCTruth {

    /** The columns that the check is told from; all others are figures to reproduce. */
    static final Set<String> GIVEN = Set.of("id", "clv", "acquisition", "service", "retention");

    private FourCTruth() {}

    /** Compares every leaf of the case. */
    public static void check(JsonNode truth) {
        TruthCase whole = new TruthCase(truth);
        whole.equalText("/id", "four_c_portfolio");
        whole.equalText("/kind", "4c");
        assertThat(whole.leaf("/convention").asText()).startsWith("CLV gross of all three costs; PASS iff");
        String currency = whole.leaf("/currency").asText();
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        int customers = truth.get("customers").size();
        double[][] columns = new double[4][customers];
        for (int i = 0; i < customers; i++) {
            String at = "/customers/" + i + "/";
            List<String> given = List.of(
                    whole.leaf(at + "clv").asText(),
                    whole.leaf(at + "acquisition").asText(),
                    whole.leaf(at + "service").asText(),
                    whole.leaf(at + "retention").asText());
            for (int column = 0; column < columns.length; column++) {
                columns[column][i] = Double.parseDouble(given.get(column));
            }
            Clv clv = Clv.gross(given.get(0), currency);
            CompanyCosts costs = CompanyCosts.of(given.get(1), given.get(2), given.get(3), currency);
            CustomerId id = CustomerId.of(whole.leaf(at + "id").asText());
            portfolio.add(id, clv, costs);
            ConvenienceCheck kept = portfolio.result().check(id).orElseThrow();
            assertThat(kept).isEqualTo(ConvenienceCheck.of(clv, costs));
            whole.equalText(at + "total_cost", decimal(kept.totalCost()));
            whole.equalText(at + "margin", decimal(kept.margin()));
            whole.equalText(at + "ratio", six(kept.ratio().toOptional().orElseThrow()));
            whole.equalText(at + "verdict", kept.verdict().name());
        }
        whole.done();
        bulkAgrees(truth, columns);
    }

    private static void bulkAgrees(JsonNode truth, double[][] columns) {
        byte[] codes = new byte[columns[0].length];
        ConvenienceColumns.verdicts(columns[0], columns[1], columns[2], columns[3], codes, 0, codes.length);
        for (int i = 0; i < codes.length; i++) {
            assertThat(Verdict.ofCode(codes[i]).name())
                    .isEqualTo(truth.at("/customers/" + i + "/verdict").asText());
        }
    }

    private static String decimal(Outcome<Money> money) {
        return money.toOptional().orElseThrow().amount().toPlainString();
    }

    private static String six(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }
}
