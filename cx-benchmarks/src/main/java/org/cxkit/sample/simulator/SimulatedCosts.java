package org.cxkit.sample.simulator;

/**
 * One row of {@code costs.csv}: what one customer cost the brand in the year, in cents, -1 where it is not known.
 *
 * @param customer who
 * @param acquisitionMinor to win the customer
 * @param serviceMinor to serve it
 * @param retentionMinor to keep it
 */
record SimulatedCosts(String customer, long acquisitionMinor, long serviceMinor, long retentionMinor) {

    static final String HEADER = "customer,acquisition,service,retention";

    static final long UNKNOWN = -1;

    String line() {
        return String.join(",", customer, decimal(acquisitionMinor), decimal(serviceMinor), decimal(retentionMinor));
    }

    /** {@return cents as a decimal number of euro, empty if not known} */
    static String decimal(long minor) {
        return minor == UNKNOWN ? "" : minor / 100 + "." + minor / 10 % 10 + minor % 10;
    }
}
