package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.truth.TruthCase;

/** The figures of BG/NBD and MBG/NBD in truth/value.json; whoever calls it checks that nothing is left over. */
public final class BuyingTruth {
    /** What SPEC-value §2 promises of predictions, relative. */
    private static final double PREDICTED = 1e-11;

    /** The figure comes from quadrature and is printed to 13 digits. */
    private static final double BY_QUADRATURE = 1e-12;

    /**
     * The table of predictions was made with the likeliest MBG/NBD of CDNOW, which the file does not hold; its
     * parameters and ours may differ by 1e-8 of themselves at the same log-likelihood.
     */
    private static final double OF_OUR_FIT = 1e-8;

    private BuyingTruth() {}

    /** Compares the leaves of {@code mle_bgnbd}. */
    public static void fitted(TruthCase truth) {
        truth.equalText("/id", "mle_bgnbd");
        truth.equalText("/kind", "fit");
        truth.equalText("/data", "../data/cdnow_cbs.csv");
        double likelihood = truth.leaf("/suggested_tol/ll_abs").asDouble();
        double relative = truth.leaf("/suggested_tol/params_rel").asDouble();
        double error = truth.leaf("/suggested_tol/se_rel").asDouble();
        Fit<BgNbd> fit = BgNbd.fit(Cdnow.tally());
        assertThat(fit.diagnostics()).isEmpty();
        assertThat(fit.logLikelihood()).isCloseTo(truth.leaf("/expected_ll").asDouble(), within(likelihood));
        List<ParameterEstimate> estimates = fit.estimates();
        for (int i = 0; i < estimates.size(); i++) {
            ParameterEstimate estimate = estimates.get(i);
            near(truth, "/expected_params/" + i, estimate.value(), relative);
            double se = estimate.standardError().toOptional().orElseThrow();
            near(truth, "/expected_se_delta_method/" + i, se, error);
        }
    }

    /**
     * Compares the leaves of {@code predict_cdnow_customers} whose names start with {@code bg_} or {@code mbg_}.
     *
     * @param fitted the case {@code mle_bgnbd}, whose parameters they are told from; not compared
     */
    public static void predicted(TruthCase truth, BgNbd fitted) {
        MbgNbd modified = MbgNbd.fit(Cdnow.tally()).model();
        for (int i = 0; !truth.keys("/customers/" + i).isEmpty(); i++) {
            String at = "/customers/" + i;
            PurchaseHistory history = history(truth, at);
            near(truth, at + "/bg_ll", fitted.logLikelihood(history), PREDICTED);
            near(truth, at + "/bg_palive", fitted.alive(history), PREDICTED);
            near(truth, at + "/bg_cet39", fitted.purchases(history, TimeSpan.weeks(39)), PREDICTED);
            near(truth, at + "/bg_cet52", fitted.purchases(history, TimeSpan.weeks(52)), PREDICTED);
            near(truth, at + "/mbg_palive", modified.alive(history), OF_OUR_FIT);
            near(truth, at + "/mbg_cet39", modified.purchases(history, TimeSpan.weeks(39)), OF_OUR_FIT);
        }
    }

    /** Compares the leaves {@code bg_dert_0_0027} of {@code clv_cdnow}. */
    public static void discounted(TruthCase truth, BgNbd fitted) {
        Rate rate = Rate.continuous(0.0027, RatePeriod.WEEK);
        for (int i = 0; !truth.keys("/customers/" + i).isEmpty(); i++) {
            String at = "/customers/" + i;
            double told = fitted.discountedPurchases(history(truth, at), rate);
            near(truth, at + "/bg_dert_0_0027", told, BY_QUADRATURE);
        }
    }

    /** {@return the model of the case {@code mle_bgnbd}, whose leaves count as read} */
    public static BgNbd model(TruthCase truth) {
        double[] at = new double[4];
        for (int i = 0; i < at.length; i++) {
            at[i] = truth.leaf("/expected_params/" + i).asDouble();
        }
        return new BgNbd(at[0], at[1], at[2], at[3], RatePeriod.WEEK);
    }

    /** {@return the history of a customer of a case, whose leaves do not count as read: others need them too} */
    public static PurchaseHistory history(TruthCase truth, String at) {
        return new PurchaseHistory(
                truth.peek(at + "/x").asInt(),
                truth.peek(at + "/t_x_days").asDouble(),
                truth.peek(at + "/T_days").asDouble(),
                RatePeriod.DAY);
    }

    private static void near(TruthCase truth, String pointer, double told, double relative) {
        double wanted = truth.leaf(pointer).asDouble();
        assertThat(told).as(pointer).isCloseTo(wanted, within(relative * Math.abs(wanted)));
    }
}
