package org.cxkit.metrics.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.truth.TruthCase;

/** The case sbg of truth/value.json. */
public final class RenewalTruth {
    private static final RatePeriod YEAR = RatePeriod.YEAR;

    private RenewalTruth() {}

    /** {@return the renewals of an item of the case, of a thousand customers} */
    static RenewalTally renewals(JsonNode item) {
        JsonNode percent = item.get("survival_pct");
        long[] survivors = new long[percent.size() + 1];
        survivors[0] = 1000;
        for (int i = 0; i < percent.size(); i++) {
            survivors[i + 1] = BigDecimal.valueOf(percent.get(i).asDouble())
                    .movePointRight(1)
                    .longValueExact();
        }
        return RenewalTally.ofCohort(YEAR, survivors);
    }

    /** Compares the case, every leaf. */
    public static void sbg(JsonNode truth) {
        TruthCase expected = new TruthCase(truth);
        expected.equalText("/id", "sbg");
        expected.equalText("/kind", "fit");
        assertThat(expected.leaf("/note").asText()).contains("just before the n-th renewal decision");
        for (int i = 0; i < truth.get("items").size(); i++) {
            item(expected, "/items/" + i, truth.get("items").get(i));
        }
        expected.done();
    }

    private static void item(TruthCase expected, String at, JsonNode item) {
        assertThat(expected.leaf(at + "/name").asText()).isEqualTo("Regular");
        RenewalTally tally = renewals(item);
        for (int i = 0; i < item.get("survival_pct").size(); i++) {
            long lost = 0;
            for (int before = 0; before <= i; before++) {
                lost += tally.left(before);
            }
            expected.closeTo(at + "/survival_pct/" + i, (1000 - lost) / 10.0, 1e-15); // one division
        }
        Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(tally);
        assertThat(fit.diagnostics()).isEmpty();
        ShiftedBetaGeometric model = fit.model();
        // what the spec wants of likelihoods and parameters; the other figures lose no more than these
        assertThat(fit.logLikelihood())
                .isCloseTo(expected.leaf(at + "/ll_per_1000").asDouble(), within(1e-8));
        expected.closeTo(at + "/alpha", model.alpha(), 1e-9);
        expected.closeTo(at + "/beta", model.beta(), 1e-9);
        expected.closeTo(at + "/S12", model.survival(12), 1e-9);
        for (int t = 1; t <= item.get("retention").size(); t++) {
            expected.closeTo(at + "/retention/" + (t - 1), model.retention(t), 1e-9);
        }
        Rate tenth = Rate.discrete(0.1, YEAR);
        expected.closeTo(at + "/DEL_d0_10", model.discountedLifetime(tenth), 1e-9);
        expected.closeTo(at + "/DERL_d0_10_n4", model.discountedResidualLifetime(4, tenth), 1e-9);
    }
}
