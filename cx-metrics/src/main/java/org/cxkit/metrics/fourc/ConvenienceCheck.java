package org.cxkit.metrics.fourc;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Valuation;
import org.cxkit.metrics.Outcome;

/**
 * The convenience of one customer: acquisition, service and retention costs must not exceed the lifetime value.
 *
 * <p>The margin is the gross lifetime value less the costs that count; the verdict is PASS above zero, BREAK_EVEN at
 * zero (which passes: the costs do not exceed the value) and FAIL below. All comparisons are exact, before any
 * rounding. A pass is never claimed while a cost that matters is missing; a FAIL is certain where the known costs
 * alone exceed the value. {@link #of} counts all three costs, {@link #under} tells the same customer on the other
 * basis. Immutable, value-based and thread-safe.
 *
 * <p>Source: the 4C model of this library (wants and needs, cost, convenience, communication); P. E. Pfeifer, M. E.
 * Haskins, R. M. Conroy, "Customer Lifetime Value, Customer Profitability, and the Treatment of Acquisition
 * Spending", Journal of Managerial Issues 17(1), 2005, on why the value is taken gross.
 *
 * @param clv the lifetime value
 * @param costs what the customer costs the company, in the currency of the value
 * @param basis which costs count
 */
public record ConvenienceCheck(Clv clv, CompanyCosts costs, CostBasis basis) implements Serializable {

    /**
     * Checks the currencies and the valuations.
     *
     * @throws IllegalArgumentException if a cost is in another currency than the value, or the costs are valued at
     *     another date, horizon or rate of discount; the message names both
     */
    public ConvenienceCheck {
        Objects.requireNonNull(basis, "basis");
        for (CompanyCost kind : CompanyCost.values()) {
            Money cost = costs.cost(kind).orElse(clv.value());
            if (!cost.currency().equals(clv.value().currency())) {
                throw new IllegalArgumentException("lifetime value and costs must be in one currency, got "
                        + clv.value() + " and " + CostNames.of(Set.of(kind)) + " cost " + cost);
            }
        }
        Valuation ofValue = clv.valuation();
        Valuation ofCosts = costs.valuation();
        if (ofValue != null && ofCosts != null && !ofValue.equals(ofCosts)) {
            throw new IllegalArgumentException("lifetime value and costs must be valued alike, got the value " + ofValue
                    + " and the costs " + ofCosts);
        }
    }

    /**
     * {@return the check with all three costs counted}
     *
     * @param clv the lifetime value
     * @param costs what the customer costs the company
     * @throws IllegalArgumentException if a cost is in another currency than the value, or the costs are valued at
     *     another date, horizon or rate of discount; the message names both
     */
    public static ConvenienceCheck of(Clv clv, CompanyCosts costs) {
        return new ConvenienceCheck(clv, costs, CostBasis.PROSPECT);
    }

    /**
     * {@return the same customer checked on this basis}
     *
     * @param other which costs count
     */
    public ConvenienceCheck under(CostBasis other) {
        return new ConvenienceCheck(clv, costs, other);
    }

    /** {@return the missing costs that matter here: they count, or are already taken off the value; unmodifiable} */
    public Set<CompanyCost> missing() {
        Set<CompanyCost> missing = among(EnumSet.allOf(CompanyCost.class));
        missing.removeIf(kind -> !basis.counts(kind) && !clv.netOf().contains(kind));
        return Collections.unmodifiableSet(missing);
    }

    /** {@return the verdict} */
    public Verdict verdict() {
        if (missing().isEmpty()) {
            int sign = knownMargin().signum();
            return sign > 0 ? Verdict.PASS : sign == 0 ? Verdict.BREAK_EVEN : Verdict.FAIL;
        }
        return bounded() && knownMargin().signum() < 0 ? Verdict.FAIL : Verdict.INDETERMINATE;
    }

    /** {@return the sum of the costs that count; no data where one of them is missing} */
    public Outcome<Money> totalCost() {
        Set<CompanyCost> missing = among(EnumSet.allOf(CompanyCost.class));
        missing.removeIf(kind -> !basis.counts(kind));
        return missing.isEmpty() ? Outcome.of(knownCost()) : noData(missing);
    }

    /** {@return the value before any of the three costs; no data where a cost to add back is missing} */
    public Outcome<Money> lifetimeValue() {
        Set<CompanyCost> missing = among(clv.netOf());
        return missing.isEmpty() ? Outcome.of(knownValue()) : noData(missing);
    }

    /** {@return lifetime value less total cost, negative where the check fails; no data where a cost is missing} */
    public Outcome<Money> margin() {
        return missing().isEmpty() ? Outcome.of(knownMargin()) : noData(missing());
    }

    /**
     * {@return the margin if every missing cost were zero, the most it can be; no data where a missing cost is only
     * added back and so has no upper bound}
     */
    public Outcome<Money> marginAtMost() {
        return bounded() ? Outcome.of(knownMargin()) : noData(missing());
    }

    /** {@return by how much the costs exceed the value, zero where they do not; no data where a cost is missing} */
    public Outcome<Money> shortfall() {
        return margin().map(margin -> margin.signum() < 0 ? margin.negated() : Money.zero(margin.currency()));
    }

    /**
     * {@return lifetime value over total cost, negative for a negative value; no data where the total is 0, or a cost
     * that counts or is to be added back is missing}
     */
    public Outcome<Double> ratio() {
        if (!missing().isEmpty()) {
            return noData(missing());
        }
        Money cost = knownCost();
        return cost.signum() == 0
                ? Outcome.noData("the cost is 0")
                : Outcome.of(knownValue().ratioTo(cost));
    }

    /**
     * {@return the verdict in a sentence: {@code FAIL: costs 350.00 EUR exceed lifetime value 300.00 EUR by 50.00 EUR
     * (CLV/cost 0.857)}}
     *
     * <p>Amounts are rounded to the minor unit of the currency, unless the margin would look like nothing then.
     */
    @Override
    public String toString() {
        String sunk = basis == CostBasis.EXISTING ? ", acquisition sunk" : "";
        Verdict verdict = verdict();
        if (!missing().isEmpty()) {
            return verdict + ": known costs " + text(knownCost()) + " of lifetime value " + text(knownValue()) + ", "
                    + CostNames.of(missing()) + " cost missing" + sunk;
        }
        Money margin = knownMargin();
        String relation = switch (margin.signum()) {
            case 1 -> " leave " + text(margin) + " of lifetime value " + text(knownValue());
            case 0 -> " equal lifetime value " + text(knownValue());
            default -> " exceed lifetime value " + text(knownValue()) + " by " + text(margin.negated());
        };
        String ratio = ratio().toOptional()
                .map(value -> String.format(Locale.ROOT, " (CLV/cost %.3f)", value))
                .orElse("");
        return verdict + ": costs " + text(knownCost()) + relation + ratio + sunk;
    }

    private String text(Money amount) {
        Money margin = knownMargin();
        return (margin.rounded().signum() == margin.signum() ? amount.rounded() : amount).toString();
    }

    private Money knownCost() {
        Money sum = Money.zero(clv.value().currency());
        for (CompanyCost kind : CompanyCost.values()) {
            if (basis.counts(kind)) {
                sum = costs.cost(kind).map(sum::plus).orElse(sum);
            }
        }
        return sum;
    }

    private Money knownValue() {
        Money sum = clv.value();
        for (CompanyCost kind : clv.netOf()) {
            sum = costs.cost(kind).map(sum::plus).orElse(sum);
        }
        return sum;
    }

    private Money knownMargin() {
        return knownValue().minus(knownCost());
    }

    /** A missing cost that is added back but does not count could raise the margin without end. */
    private boolean bounded() {
        return missing().stream().allMatch(basis::counts);
    }

    private Set<CompanyCost> among(Set<CompanyCost> kinds) {
        Set<CompanyCost> missing = EnumSet.noneOf(CompanyCost.class);
        missing.addAll(costs.missing());
        missing.retainAll(kinds);
        return missing;
    }

    private static <T> Outcome<T> noData(Set<CompanyCost> missing) {
        return Outcome.noData(CostNames.of(missing) + " cost missing");
    }
}
