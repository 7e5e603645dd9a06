package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.cxkit.metrics.fourc.WhaleCurve;
import org.cxkit.metrics.fourc.WhalePoint;

/**
 * The 4C convenience check of a portfolio: verdicts, totals, the whale curve and the customers who cost the most more
 * than they are worth.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param assumptions what was assumed of values and costs, as a sentence
 * @param prospect the portfolio with all three costs counted
 * @param existing the portfolio without the cost of acquisition, which is sunk
 * @param whale points of the whale curve, all three costs counted; empty without customers
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

    /**
     * Why a customer fails.
     *
     * @param customer the customer
     * @param reason the verdict with its figures
     */
    public record Reason(CustomerId customer, String reason) implements Serializable {}

    /** Copies the lists. */
    public ConvenienceTable {
        whale = List.copyOf(whale);
        worst = List.copyOf(worst);
    }

    /**
     * {@return the table of a portfolio}
     *
     * @param assumptions what was assumed of values and costs, as a sentence
     * @param customers the customers
     */
    public static ConvenienceTable of(String assumptions, PortfolioTally customers) {
        WhaleCurve curve = WhaleCurve.of(customers);
        boolean empty = curve.customers() == 0;
        Outcome<Money> none = Outcome.noData("no customers with all costs known");
        return new ConvenienceTable(
                assumptions,
                ConveniencePortfolio.of(customers),
                ConveniencePortfolio.of(customers, CostBasis.EXISTING),
                empty ? List.of() : curve.points(POINTS),
                empty ? 0 : curve.peakCustomers(),
                empty ? none : Outcome.of(curve.peak()),
                empty ? none : Outcome.of(curve.destroyed()),
                empty ? none.map(money -> 0.0) : curve.topShare(20),
                empty ? none.map(money -> 0.0) : curve.gini(),
                worst(customers, curve));
    }

    private static List<Reason> worst(PortfolioTally customers, WhaleCurve curve) {
        List<Reason> worst = new ArrayList<>();
        for (int rank = curve.customers(); rank > 0 && worst.size() < WORST; rank--) {
            if (curve.margin(rank).signum() >= 0) {
                break;
            }
            CustomerId customer = curve.customer(rank);
            worst.add(
                    new Reason(customer, customers.check(customer).orElseThrow().toString()));
        }
        return worst;
    }
}
