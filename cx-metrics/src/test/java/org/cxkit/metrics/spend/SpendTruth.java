package org.cxkit.metrics.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.truth.TruthCase;

/** The case mle_gg of truth/value.json, and the figures of other cases that come from Gamma-Gamma. */
public final class SpendTruth {
    private static final Currency USD = Currency.getInstance("USD");

    private SpendTruth() {}

    /** {@return the repeat spend of the customers of CDNOW in the 39 weeks of the calibration} */
    public static SpendTally cdnow() {
        SpendAccumulator accumulator = SpendAccumulator.create(USD);
        for (String row : rows()) {
            String[] cells = row.split(",", -1);
            int x = Integer.parseInt(cells[1]);
            accumulator.addMinor(x, totalMinor(x, cells[5]));
        }
        return accumulator.result();
    }

    /** {@return the rows of the summary of CDNOW, without its head} */
    static List<String> rows() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SpendTruth.class.getResourceAsStream("/cdnow_cbs.csv")),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return x times the mean, which has lost a few of its 17 digits, in whole cents} */
    static long totalMinor(int x, String mean) {
        BigDecimal exact = new BigDecimal(mean).multiply(BigDecimal.valueOf(100L * x));
        BigDecimal whole = exact.setScale(0, RoundingMode.HALF_EVEN);
        assertThat(exact).isCloseTo(whole, within(new BigDecimal("1e-9"))); // 17 digits of at most a few thousand
        return whole.longValueExact();
    }

    /** {@return the model with the likeliest parameters that the file holds} */
    public static GammaGamma likeliest() {
        JsonNode at = TruthCase.read("value.json", "mle_gg").get("expected_params");
        return new GammaGamma(
                at.get(0).asDouble(), at.get(1).asDouble(), at.get(2).asDouble(), USD);
    }

    /** Compares the case mle_gg, every leaf. */
    public static void mle(JsonNode truth) {
        TruthCase expected = new TruthCase(truth);
        expected.equalText("/id", "mle_gg");
        expected.equalText("/kind", "fit");
        expected.equalText("/data", "../data/cdnow_cbs.csv");
        double ofLikelihood = expected.leaf("/suggested_tol/ll_abs").asDouble();
        double ofParameters = expected.leaf("/suggested_tol/params_rel").asDouble();
        double ofErrors = expected.leaf("/suggested_tol/se_rel").asDouble();
        assertThat(List.of(ofLikelihood, ofParameters, ofErrors)).containsExactly(1e-8, 1e-6, 1e-4);
        Fit<GammaGamma> fit = GammaGamma.fit(cdnow());
        assertThat(fit.diagnostics()).isEmpty();
        double likelihood = expected.leaf("/expected_ll").asDouble();
        assertThat(fit.logLikelihood()).isCloseTo(likelihood, within(ofLikelihood));
        assertThat(fit.model().logLikelihood(cdnow())).isCloseTo(likelihood, within(ofLikelihood));
        for (int i = 0; i < 3; i++) {
            ParameterEstimate estimate = fit.estimates().get(i);
            expected.closeTo("/expected_params/" + i, estimate.value(), ofParameters);
            expected.closeTo(
                    "/expected_se_delta_method/" + i,
                    estimate.standardError().toOptional().orElseThrow(),
                    ofErrors);
        }
        expected.done();
    }

    /**
     * Compares the leaf gg_mean of one customer of the case predict_cdnow_customers; the other leaves are of other
     * models.
     *
     * @param at where the customer is, such as {@code /customers/0}
     */
    public static void mean(TruthCase expected, String at, JsonNode customer) {
        int x = customer.get("x").asInt();
        String mean = customer.get("m_x").asText();
        double total = totalMinor(x, mean) / 100.0;
        // the tolerance that the spec wants of predictions
        expected.closeTo(
                at + "/gg_mean", likeliest().meanSpend(x, total).toOptional().orElseThrow(), 1e-11);
    }
}
