package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.truth.TruthCase;

/** The figures of Pareto/NBD in truth/value.json; whoever calls it checks that nothing is left over. */
public final class ParetoTruth {
    /** What SPEC-value §2 promises of predictions, relative. */
    private static final double PREDICTED = 1e-11;

    private static final TimeSpan AHEAD = TimeSpan.weeks(39);

    private ParetoTruth() {}

    /** Compares the leaves of {@code mle_pnbd}. */
    public static void fitted(TruthCase truth) {
        truth.equalText("/id", "mle_pnbd");
        truth.equalText("/kind", "fit");
        truth.equalText("/data", "../data/cdnow_cbs.csv");
        double likelihood = truth.leaf("/suggested_tol/ll_abs").asDouble();
        double relative = truth.leaf("/suggested_tol/params_rel").asDouble();
        double error = truth.leaf("/suggested_tol/se_rel").asDouble();
        Fit<ParetoNbd> fit = ParetoNbd.fit(Cdnow.tally());
        assertThat(fit.diagnostics()).isEmpty();
        assertThat(fit.logLikelihood()).isCloseTo(truth.leaf("/expected_ll").asDouble(), within(likelihood));
        for (int i = 0; i < 4; i++) {
            near(truth, "/expected_params/" + i, fit.estimates().get(i).value(), relative);
            double se = fit.estimates().get(i).standardError().toOptional().orElseThrow();
            near(truth, "/expected_se_delta_method/" + i, se, error);
        }
    }

    /** {@return the model of the case {@code mle_pnbd}; its leaves do not count as read} */
    public static ParetoNbd model(TruthCase fit) {
        return new ParetoNbd(
                fit.peek("/expected_params/0").asDouble(),
                fit.peek("/expected_params/1").asDouble(),
                fit.peek("/expected_params/2").asDouble(),
                fit.peek("/expected_params/3").asDouble(),
                RatePeriod.WEEK);
    }

    /**
     * Compares the leaves of {@code predict_cdnow_customers} whose names start with {@code pn_}.
     *
     * @param fitted the model of the case {@code mle_pnbd}, whose parameters they are told from
     */
    public static void predicted(TruthCase truth, ParetoNbd fitted) {
        for (int i = 0; !truth.keys("/customers/" + i).isEmpty(); i++) {
            String at = "/customers/" + i;
            PurchaseHistory history = BuyingTruth.history(truth, at);
            near(truth, at + "/pn_ll", fitted.logLikelihood(history), PREDICTED);
            near(truth, at + "/pn_palive", fitted.alive(history), PREDICTED);
            near(truth, at + "/pn_palive_at_T_plus_39", fitted.alive(history, AHEAD), PREDICTED);
            near(truth, at + "/pn_cet39", fitted.purchases(history, AHEAD), PREDICTED);
            Rate weekly = Rate.continuous(0.0027, RatePeriod.WEEK);
            near(truth, at + "/pn_dert_0_0027", fitted.discountedPurchases(history, weekly), PREDICTED);
            Rate annual = Rate.discrete(0.1, RatePeriod.YEAR);
            near(truth, at + "/pn_dert_10pct_annual", fitted.discountedPurchases(history, annual), PREDICTED);
        }
    }

    /** The figures of the file are texts, at full precision. */
    private static void near(TruthCase truth, String leaf, double told, double relative) {
        double wanted = truth.leaf(leaf).asDouble();
        assertThat(told).as(leaf).isCloseTo(wanted, within(relative * Math.abs(wanted)));
    }
}
