package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.truth.TruthCase;

/** The cases of truth/value.json about the Pareto/NBD model. */
public final class ParetoTruth {
    private static final TimeSpan HOLD_OUT = TimeSpan.weeks(39);

    /** The relative error that SPEC-value §2 allows predictions. */
    private static final double TOLERANCE = 1e-11;

    private ParetoTruth() {}

    /** Compares the fit to CDNOW, at the tolerances of the case. */
    public static void fit(JsonNode truth) {
        Fit<ParetoNbd> fit = ParetoNbd.fit(Cdnow.tally());
        TruthCase expected = new TruthCase(truth);
        expected.equalText("/id", "mle_pnbd");
        expected.equalText("/kind", "fit");
        expected.equalText("/data", "../data/cdnow_cbs.csv");
        double likelihood = expected.leaf("/expected_ll").asDouble();
        double slack = expected.leaf("/suggested_tol/ll_abs").asDouble();
        assertThat(fit.logLikelihood()).isCloseTo(likelihood, within(slack));
        double parameters = expected.leaf("/suggested_tol/params_rel").asDouble();
        double errors = expected.leaf("/suggested_tol/se_rel").asDouble();
        for (int i = 0; i < 4; i++) {
            close(expected, "/expected_params/" + i, fit.estimates().get(i).value(), parameters);
            close(
                    expected,
                    "/expected_se_delta_method/" + i,
                    fit.estimates().get(i).standardError().toOptional().orElseThrow(),
                    errors);
        }
        expected.done();
    }

    /**
     * Compares the leaves of a customer that are about this model.
     *
     * @param customer one of the case predict_cdnow_customers
     * @param at where it stands in what is expected
     * @param model the case mle_pnbd
     */
    public static void predictions(TruthCase expected, String at, JsonNode customer, JsonNode model) {
        JsonNode parameters = model.get("expected_params");
        ParetoNbd pareto = new ParetoNbd(
                parameters.get(0).asDouble(),
                parameters.get(1).asDouble(),
                parameters.get(2).asDouble(),
                parameters.get(3).asDouble(),
                RatePeriod.WEEK);
        PurchaseHistory history = new PurchaseHistory(
                customer.get("x").asInt(),
                customer.get("t_x_days").asDouble(),
                customer.get("T_days").asDouble(),
                RatePeriod.DAY);
        close(expected, at + "/pn_ll", pareto.logLikelihood(history), TOLERANCE);
        close(expected, at + "/pn_palive", pareto.alive(history), TOLERANCE);
        close(expected, at + "/pn_cet39", pareto.purchases(history, HOLD_OUT), TOLERANCE);
        close(expected, at + "/pn_palive_at_T_plus_39", pareto.alive(history, HOLD_OUT), TOLERANCE);
        close(
                expected,
                at + "/pn_dert_0_0027",
                pareto.discountedPurchases(history, Rate.continuous(0.0027, RatePeriod.WEEK)),
                TOLERANCE);
        close(
                expected,
                at + "/pn_dert_10pct_annual",
                pareto.discountedPurchases(history, Rate.discrete(0.1, RatePeriod.YEAR)),
                TOLERANCE);
    }

    /** The figures of the file are texts, at full precision. */
    private static void close(TruthCase expected, String leaf, double found, double relative) {
        double wanted = expected.leaf(leaf).asDouble();
        assertThat(found).as(leaf).isCloseTo(wanted, within(relative * Math.abs(wanted)));
    }
}
