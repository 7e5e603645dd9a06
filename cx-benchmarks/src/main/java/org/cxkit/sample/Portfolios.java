package org.cxkit.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cxkit.core.interaction.Purchase;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.fourc.PortfolioTally;

/** Portfolios whose lifetime value is historic: the margin on what a customer has bought so far. */
final class Portfolios {

    private Portfolios() {}

    /** With the costs of each customer; customers without a row of costs have none that are known. */
    static PortfolioTally historic(List<Purchase> purchases, BigDecimal margin, Map<CustomerId, CompanyCosts> costs) {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        sales(purchases)
                .forEach((customer, bought) -> portfolio.add(
                        customer,
                        Clv.gross(bought.total().times(margin)),
                        costs.getOrDefault(customer, new CompanyCosts(null, null, null))));
        return portfolio.result();
    }

    /** With assumed costs: one to win a customer, one to serve each purchase, one to keep the customer. */
    static PortfolioTally historic(
            List<Purchase> purchases, BigDecimal margin, Money acquisition, Money service, Money retention) {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        sales(purchases)
                .forEach((customer, bought) -> portfolio.add(
                        customer,
                        Clv.gross(bought.total().times(margin)),
                        new CompanyCosts(acquisition, service.times(bought.purchases()), retention)));
        return portfolio.result();
    }

    private record Bought(Money total, long purchases) {
        Bought and(Bought more) {
            return new Bought(total.plus(more.total), purchases + more.purchases);
        }
    }

    private static Map<CustomerId, Bought> sales(List<Purchase> purchases) {
        Map<CustomerId, Bought> sales = new TreeMap<>();
        for (Purchase purchase : purchases) {
            sales.merge(purchase.customer(), new Bought(purchase.amount(), 1), Bought::and);
        }
        return sales;
    }
}
