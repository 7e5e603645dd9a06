package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fourc.ConvenienceChance;
import org.cxkit.metrics.fourc.ConvenienceCheck;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.cxkit.metrics.fourc.WhaleCurve;
import org.cxkit.metrics.fourc.WhalePoint;
import org.jspecify.annotations.Nullable;

/**
 * The 4C convenience check of a portfolio: verdicts, totals, the whale curve and the customers who cost the most more
 * than they are worth.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param assumptions what was assumed of values and costs, as a sentence
 * @param prospect the portfolio with all three costs counted
 * @param existing the portfolio without the cost of acquisition, which is sunk
 * @param basis which costs the whale curve and the shortfalls count: for values of purchases to come the cost of
 *     acquisition is sunk
 * @param prospectBands how sure the verdicts with all three costs are, or null where values are not told with errors
 * @param existingBands how sure the verdicts without the cost of acquisition are, or null likewise
 * @param whale points of the whale curve; empty without customers
 * @param peakCustomers how many customers it takes to the peak of the curve
 * @param peak the cumulative margin at the peak; no data without customers
 * @param destroyed what the customers after the peak take away; no data without customers
 * @param topFifth what the best fifth of the customers earns over the final margin
 * @param gini the Gini coefficient of the margins
 * @param worst the customers with the largest shortfall, the largest first, with the reason of the verdict
 */
public record ConvenienceTable(
        String assumptions,
        ConveniencePortfolio prospect,
        ConveniencePortfolio existing,
        CostBasis basis,
        @Nullable VerdictBands prospectBands,
        @Nullable VerdictBands existingBands,
        List<WhalePoint> whale,
        long peakCustomers,
        Outcome<Money> peak,
        Outcome<Money> destroyed,
        Outcome<Double> topFifth,
        Outcome<Double> gini,
        List<Reason> worst)
        implements Serializable {
    private static final int POINTS = 240;
    private static final int WORST = 5;
    private static final double LEVEL = 0.95;

    /**
     * Why a customer fails.
     *
     * @param customer the customer
     * @param reason the verdict with its figures
     */
    public record Reason(CustomerId customer, String reason) implements Serializable {}

    /** Copies the lists. */
    public ConvenienceTable {
        Objects.requireNonNull(basis, "basis");
        whale = List.copyOf(whale);
        worst = List.copyOf(worst);
    }

    /**
     * {@return the table of a portfolio whose values are taken as they are}
     *
     * @param assumptions what was assumed of values and costs, as a sentence
     * @param customers the customers
     */
    public static ConvenienceTable of(String assumptions, PortfolioTally customers) {
        return of(assumptions, customers, CostBasis.PROSPECT, Map.of());
    }

    /**
     * {@return the table of a portfolio whose values are known with some error: verdicts say how sure they are}
     *
     * @param assumptions what was assumed of values and costs, as a sentence
     * @param customers the customers
     * @param basis which costs the whale curve and the shortfalls count
     * @param standardErrors the standard error of the value of each customer, or why there is none; empty where values
     *     are taken as they are
     * @throws java.util.NoSuchElementException if an error is of somebody who is not in the portfolio
     */
    public static ConvenienceTable of(
            String assumptions,
            PortfolioTally customers,
            CostBasis basis,
            Map<CustomerId, Outcome<Money>> standardErrors) {
        WhaleCurve curve = WhaleCurve.of(customers, basis);
        boolean empty = curve.customers() == 0;
        Outcome<Money> none = Outcome.noData("no customers with all costs known");
        return new ConvenienceTable(
                assumptions,
                ConveniencePortfolio.of(customers),
                ConveniencePortfolio.of(customers, CostBasis.EXISTING),
                basis,
                bands(customers, standardErrors, CostBasis.PROSPECT),
                bands(customers, standardErrors, CostBasis.EXISTING),
                empty ? List.of() : curve.points(POINTS),
                empty ? 0 : curve.peakCustomers(),
                empty ? none : Outcome.of(curve.peak()),
                empty ? none : Outcome.of(curve.destroyed()),
                empty ? none.map(money -> 0.0) : curve.topShare(20),
                empty ? none.map(money -> 0.0) : curve.gini(),
                worst(customers, curve, basis, standardErrors));
    }

    /** {@return the portfolio whose costs the whale curve counts} */
    public ConveniencePortfolio portfolio() {
        return basis == CostBasis.EXISTING ? existing : prospect;
    }

    private static @Nullable VerdictBands bands(
            PortfolioTally customers, Map<CustomerId, Outcome<Money>> standardErrors, CostBasis basis) {
        return standardErrors.isEmpty() ? null : VerdictBands.of(customers, standardErrors, basis, LEVEL);
    }

    private static List<Reason> worst(
            PortfolioTally customers,
            WhaleCurve curve,
            CostBasis basis,
            Map<CustomerId, Outcome<Money>> standardErrors) {
        List<Reason> worst = new ArrayList<>();
        for (int rank = curve.customers(); rank > 0 && worst.size() < WORST; rank--) {
            if (curve.margin(rank).signum() >= 0) {
                break;
            }
            CustomerId customer = curve.customer(rank);
            ConvenienceCheck check = customers.check(customer).orElseThrow().under(basis);
            Outcome<Money> error = standardErrors.get(customer);
            worst.add(new Reason(
                    customer,
                    error instanceof Outcome.Value<Money> known
                            ? ConvenienceChance.normal(check, known.value(), LEVEL)
                                    .toString()
                            : check.toString()));
        }
        return worst;
    }
}
