package org.cxkit.metrics.fourc;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.classification.StageCoverage;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.communication.CommunicationCoverage;
import org.cxkit.metrics.customercost.MeanCustomerCost;
import org.cxkit.metrics.need.NeedCoverage;

/**
 * The 4C model over one company: consumer wants and needs, cost to the customer, convenience of the single customer in
 * the portfolio, and communication; beside them the touchpoints, whose classification precedes any strategy.
 *
 * <p>Each part may be there or say why it is not; {@link #EMPTY} has none, and the {@code with} methods add them.
 * Immutable, value-based and thread-safe.
 *
 * @param touchpoints the stages at which the company has a touchpoint, and with how much control
 * @param needs the needs, wants and preferences that the offering satisfies
 * @param cost what customers give, in money, time, effort and psychic cost
 * @param prospects the portfolio with all costs counted: are these customers worth winning?
 * @param existing the portfolio with acquisition sunk: are they worth keeping?
 * @param communication the stages at which there is contact, and the time beyond the journey
 */
public record FourCReport(
        Outcome<StageCoverage> touchpoints,
        Outcome<NeedCoverage> needs,
        Outcome<MeanCustomerCost> cost,
        Outcome<ConveniencePortfolio> prospects,
        Outcome<ConveniencePortfolio> existing,
        Outcome<CommunicationCoverage> communication)
        implements Serializable {

    /** A report of which no part was told yet. */
    public static final FourCReport EMPTY = new FourCReport(untold(), untold(), untold(), untold(), untold(), untold());

    /**
     * Checks that all parts are there and that each portfolio is on its own basis.
     *
     * @throws IllegalArgumentException if a portfolio is on the basis of the other
     */
    public FourCReport {
        Objects.requireNonNull(touchpoints, "touchpoints");
        Objects.requireNonNull(needs, "needs");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(communication, "communication");
        requireBasis(CostBasis.PROSPECT, prospects);
        requireBasis(CostBasis.EXISTING, existing);
    }

    /**
     * {@return this report, with the touchpoints}
     *
     * @param coverage the stages at which the company has a touchpoint
     */
    public FourCReport withTouchpoints(StageCoverage coverage) {
        return new FourCReport(Outcome.of(coverage), needs, cost, prospects, existing, communication);
    }

    /**
     * {@return this report, with consumer wants and needs}
     *
     * @param coverage what the offering satisfies
     */
    public FourCReport withNeeds(NeedCoverage coverage) {
        return new FourCReport(touchpoints, Outcome.of(coverage), cost, prospects, existing, communication);
    }

    /**
     * {@return this report, with the cost to the customer}
     *
     * @param means what customers give
     */
    public FourCReport withCost(MeanCustomerCost means) {
        return new FourCReport(touchpoints, needs, Outcome.of(means), prospects, existing, communication);
    }

    /**
     * {@return this report, with the convenience of the portfolio on both bases}
     *
     * @param portfolio the customers
     * @throws ArithmeticException if a total leaves the range of a long at the decimals of the finest amount
     */
    public FourCReport withConvenience(PortfolioTally portfolio) {
        return new FourCReport(
                touchpoints,
                needs,
                cost,
                Outcome.of(ConveniencePortfolio.of(portfolio, CostBasis.PROSPECT)),
                Outcome.of(ConveniencePortfolio.of(portfolio, CostBasis.EXISTING)),
                communication);
    }

    /**
     * {@return this report, with communication}
     *
     * @param coverage the stages at which there is contact
     */
    public FourCReport withCommunication(CommunicationCoverage coverage) {
        return new FourCReport(touchpoints, needs, cost, prospects, existing, Outcome.of(coverage));
    }

    /** {@return a table with a line for each part} */
    @Override
    public String toString() {
        return String.join(
                System.lineSeparator(),
                "Touchpoints             " + touchpoints,
                "C1 Wants and needs      " + needs,
                "C2 Cost to the customer " + cost,
                "C3 Convenience, to win  " + prospects,
                "C3 Convenience, to keep " + existing,
                "C4 Communication        " + communication);
    }

    private static <T> Outcome<T> untold() {
        return Outcome.noData("not told");
    }

    private static void requireBasis(CostBasis basis, Outcome<ConveniencePortfolio> portfolio) {
        portfolio.toOptional().ifPresent(told -> {
            if (told.basis() != basis) {
                throw new IllegalArgumentException("a portfolio of basis " + basis + " wanted, got " + told.basis());
            }
        });
    }
}
