package org.cxkit.metrics.clv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.truth.TruthCase;

/** The case simple_clv of truth/value.json. */
public final class SimpleClvTruth {
    /** A handful of operations on doubles. */
    private static final double ROUNDING = 1e-15;

    private SimpleClvTruth() {}

    /** Compares the case, every leaf. */
    public static void compare(JsonNode truth) {
        TruthCase expected = new TruthCase(truth);
        expected.equalText("/id", "simple_clv");
        expected.equalText("/kind", "formula");
        Money margin = Money.of(expected.leaf("/inputs/m").asText(), "EUR");
        double retention = expected.leaf("/inputs/r").asDouble();
        Rate discount = Rate.discrete(expected.leaf("/inputs/d").asDouble(), RatePeriod.YEAR);
        SimpleClv end = SimpleClv.of(margin, retention, RatePeriod.YEAR, discount, FirstMargin.END);
        SimpleClv now = SimpleClv.of(margin, retention, RatePeriod.YEAR, discount, FirstMargin.NOW);
        money(
                expected,
                "first_margin_at_end_of_period_conditional_on_retention__m_r_over_1_plus_d_minus_r",
                end.value());
        money(expected, "first_margin_now__m_1_plus_d_over_1_plus_d_minus_r", now.value());
        money(expected, "finite_horizon_5_margins_t1_to_5", end.value(5));
        money(expected, "growth_g_0_03", end.growing(0.03).value());
        expected.closeTo(
                "/expected/expected_lifetime_1_over_churn",
                end.expectedLifetime().toOptional().orElseThrow(),
                ROUNDING);
        assertThat(expected.leaf("/expected/note").asText()).contains("requires r(1+g)<1+d");
        expected.done();
    }

    private static void money(TruthCase expected, String leaf, Money value) {
        expected.closeTo("/expected/" + leaf, value.amount().doubleValue(), ROUNDING);
    }
}
