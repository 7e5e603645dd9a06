package org.cxkit.sample.simulator;

/**
 * One row of {@code purchases.csv}.
 *
 * @param customer who
 * @param second when, in seconds of the epoch
 * @param amountMinor how much, in cents
 */
record SimulatedPurchase(String customer, long second, long amountMinor) {

    static final String HEADER = "customer,date,amount";

    String line() {
        return String.join(",", customer, SimulatedYear.date(second), SimulatedCosts.decimal(amountMinor));
    }
}
