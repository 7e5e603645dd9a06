package org.cxkit.metrics.fourc;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The convenience of a whole portfolio: verdicts counted, values and costs summed.
 *
 * <p>A customer with a missing cost or value is counted, but left out of the totals and of the shares, also where a failure
 * is already certain. The ratio is the sum of the values over the sum of the costs, never a mean of ratios.
 * Immutable, value-based and thread-safe.
 *
 * @param basis which costs count
 * @param passes customers whose costs are below their value, all known
 * @param breakEvens customers whose costs equal their value, all known
 * @param fails customers whose costs exceed their value, all known
 * @param incompleteFails customers with a missing cost whose known costs alone exceed their value
 * @param indeterminates customers with a missing cost whose known costs do not decide, or with a missing value
 * @param lifetimeValue the sum of the gross values of the customers with value and costs known; null without any
 * @param cost the sum of their costs; null without any
 */
public record ConveniencePortfolio(
        CostBasis basis,
        long passes,
        long breakEvens,
        long fails,
        long incompleteFails,
        long indeterminates,
        @Nullable Money lifetimeValue,
        @Nullable Money cost)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or there are totals without customers or the reverse
     */
    public ConveniencePortfolio {
        Objects.requireNonNull(basis, "basis");
        if (passes < 0 || breakEvens < 0 || fails < 0 || incompleteFails < 0 || indeterminates < 0) {
            throw new IllegalArgumentException("counts must not be negative: passes=" + passes + ", breakEvens="
                    + breakEvens + ", fails=" + fails + ", incompleteFails=" + incompleteFails + ", indeterminates="
                    + indeterminates);
        }
        boolean some = passes + breakEvens + fails > 0;
        if (some != (lifetimeValue != null) || some != (cost != null)) {
            throw new IllegalArgumentException("totals belong to customers with all costs known, got "
                    + (passes + breakEvens + fails) + " customers, value " + lifetimeValue + " and cost " + cost);
        }
    }

    /**
     * {@return the portfolio with all three costs counted}
     *
     * @param tally the customers
     * @throws ArithmeticException if a total leaves the range of a long at the decimals of the finest amount
     */
    public static ConveniencePortfolio of(PortfolioTally tally) {
        return of(tally, CostBasis.PROSPECT);
    }

    /**
     * {@return the portfolio on this basis}
     *
     * @param tally the customers
     * @param basis which costs count
     * @throws ArithmeticException if a total leaves the range of a long at the decimals of the finest amount
     */
    public static ConveniencePortfolio of(PortfolioTally tally, CostBasis basis) {
        CustomerColumns rows = tally.rows();
        long[] complete = new long[ConvenienceKernel.VERDICTS];
        long[] incomplete = new long[ConvenienceKernel.VERDICTS];
        long value = 0;
        long cost = 0;
        for (int i = 0; i < rows.size; i++) {
            int verdict = rows.verdict(i, basis);
            if (rows.complete(i, basis)) {
                complete[verdict]++;
                value = rows.sum(value, rows.amounts[CustomerColumns.CLV][i]);
                cost = rows.sum(cost, rows.cost(i, basis));
            } else {
                incomplete[verdict]++;
            }
        }
        long passes = complete[ConvenienceKernel.PASS];
        long breakEvens = complete[ConvenienceKernel.BREAK_EVEN];
        long fails = complete[ConvenienceKernel.FAIL];
        boolean some = passes + breakEvens + fails > 0;
        return new ConveniencePortfolio(
                basis,
                passes,
                breakEvens,
                fails,
                incomplete[ConvenienceKernel.FAIL],
                incomplete[ConvenienceKernel.INDETERMINATE],
                some ? rows.money(value) : null,
                some ? rows.money(cost) : null);
    }

    /** {@return all customers} */
    public long customers() {
        return complete() + incomplete();
    }

    /** {@return the customers with value and costs known, the n of the totals and shares} */
    public long complete() {
        return passes + breakEvens + fails;
    }

    /** {@return the customers with a missing cost or value, left out of the totals and shares} */
    public long incomplete() {
        return incompleteFails + indeterminates;
    }

    /**
     * {@return how many customers have the verdict, missing costs or not}
     *
     * @param verdict which
     */
    public long count(Verdict verdict) {
        return switch (verdict) {
            case PASS -> passes;
            case BREAK_EVEN -> breakEvens;
            case FAIL -> fails + incompleteFails;
            case INDETERMINATE -> indeterminates;
        };
    }

    /** {@return the customers that fail over those with all costs known, from 0 to 1} */
    public Outcome<Double> shareFailing() {
        return complete() == 0 ? none() : Outcome.of((double) fails / complete());
    }

    /** {@return the sum of the values less the sum of the costs} */
    public Outcome<Money> margin() {
        return lifetimeValue == null || cost == null ? none() : Outcome.of(lifetimeValue.minus(cost));
    }

    /** {@return the sum of the values over the sum of the costs; no data where the cost is 0} */
    public Outcome<Double> ratio() {
        if (lifetimeValue == null || cost == null) {
            return none();
        }
        return cost.signum() == 0 ? Outcome.noData("the cost is 0") : Outcome.of(lifetimeValue.ratioTo(cost));
    }

    /**
     * {@return the portfolio in a sentence: {@code 4 customers: 1 pass, 1 break even, 2 fail (50.0 %); lifetime value
     * 1875.00 EUR, costs 1165.00 EUR, margin 710.00 EUR, CLV/cost 1.609}}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(customers()).append(customers() == 1 ? " customer: " : " customers: ");
        text.append(passes).append(" pass, ").append(breakEvens).append(" break even, ");
        text.append(fails).append(" fail");
        shareFailing()
                .toOptional()
                .ifPresent(share -> text.append(String.format(Locale.ROOT, " (%.1f %%)", 100 * share)));
        margin().toOptional()
                .ifPresent(margin -> text.append("; lifetime value ")
                        .append(lifetimeValue)
                        .append(", costs ")
                        .append(cost)
                        .append(", margin ")
                        .append(margin));
        ratio().toOptional().ifPresent(ratio -> text.append(String.format(Locale.ROOT, ", CLV/cost %.3f", ratio)));
        if (incomplete() > 0) {
            text.append("; left out for a missing amount ").append(incomplete());
            text.append(" (").append(incompleteFails).append(" fail for certain)");
        }
        return text.append(basis == CostBasis.EXISTING ? "; acquisition sunk" : "")
                .toString();
    }

    private static <T> Outcome<T> none() {
        return Outcome.noData("no customer with all costs known");
    }
}
