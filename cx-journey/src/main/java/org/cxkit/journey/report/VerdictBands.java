package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fourc.ConvenienceChance;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.cxkit.metrics.fourc.VerdictBand;

/**
 * How many customers pass the convenience check for certain, or fail it, as far as their lifetime values are known.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param level the probability that certain means, above 0.5 and at most 1
 * @param likelyPass customers who pass with at least this probability
 * @param uncertain customers of whom neither passing nor failing is as probable
 * @param likelyFail customers who fail with at least this probability
 * @param unknown customers with a missing cost who do not fail for certain, or whose value is missing or has no standard error
 */
public record VerdictBands(double level, long likelyPass, long uncertain, long likelyFail, long unknown)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or the level not above 0.5 and at most 1
     */
    public VerdictBands {
        if (likelyPass < 0 || uncertain < 0 || likelyFail < 0 || unknown < 0) {
            throw new IllegalArgumentException("counts must not be negative, got " + likelyPass + ", " + uncertain
                    + ", " + likelyFail + " and " + unknown);
        }
        if (!(level > 0.5 && level <= 1)) {
            throw new IllegalArgumentException("the level must be above 0.5 and at most 1, got " + level);
        }
    }

    /** Counts the customers of a portfolio by the standard errors of their values. */
    static VerdictBands of(
            PortfolioTally portfolio, Map<CustomerId, Outcome<Money>> standardErrors, CostBasis basis, double level) {
        Map<VerdictBand, Long> counts = new EnumMap<>(VerdictBand.class);
        standardErrors.forEach((customer, error) -> {
            VerdictBand band = error.toOptional()
                    .flatMap(known -> portfolio
                            .check(customer)
                            .map(check -> ConvenienceChance.normal(check.under(basis), known, level)
                                    .band()))
                    .orElse(VerdictBand.INDETERMINATE);
            counts.merge(band, 1L, Long::sum);
        });
        return new VerdictBands(
                level,
                counts.getOrDefault(VerdictBand.LIKELY_PASS, 0L),
                counts.getOrDefault(VerdictBand.UNCERTAIN, 0L),
                counts.getOrDefault(VerdictBand.LIKELY_FAIL, 0L),
                counts.getOrDefault(VerdictBand.INDETERMINATE, 0L));
    }

    /** {@return such as {@code at 95 %: 12 likely pass, 3 uncertain, 1 likely fail, 0 unknown}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "at %.0f %%: %d likely pass, %d uncertain, %d likely fail, %d unknown",
                100 * level,
                likelyPass,
                uncertain,
                likelyFail,
                unknown);
    }
}
