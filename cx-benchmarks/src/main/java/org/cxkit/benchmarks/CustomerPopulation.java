package org.cxkit.benchmarks;

import java.util.SplittableRandom;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * Customers of a shop like CDNOW: each came in the first 12 of 39 weeks and bought as BG/NBD says. The same seed gives
 * the same customers.
 *
 * @param frequency repeat purchases
 * @param recency weeks from the first purchase to the last
 * @param age weeks from the first purchase to the end
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a benchmark, compared by nobody
record CustomerPopulation(int[] frequency, double[] recency, double[] age) {
    /** The model of CDNOW, in weeks. */
    static final BgNbd CDNOW = new BgNbd(0.2426, 4.414, 0.7929, 2.426, RatePeriod.WEEK);

    /** How finely time is recorded. */
    enum Grain {
        /** In days, so that many customers share a history. */
        DAYS,
        /** To the instant, so that hardly two who bought again share one. */
        INSTANTS
    }

    /**
     * {@return so many customers}
     *
     * @param n how many
     * @param grain how finely time is recorded
     * @param seed the seed
     */
    static CustomerPopulation of(int n, Grain grain, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] frequency = new int[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            double days = 189 + (grain == Grain.DAYS ? random.nextInt(84) : 84 * random.nextDouble());
            PurchaseHistory history = CDNOW.simulate(TimeSpan.days(days), random);
            PurchaseHistory inDays = history.in(RatePeriod.DAY);
            frequency[i] = history.frequency();
            age[i] = days / 7;
            recency[i] = grain == Grain.DAYS && frequency[i] > 0
                    ? Math.max(1, Math.rint(inDays.recency())) / 7
                    : inDays.recency() / 7;
        }
        return new CustomerPopulation(frequency, recency, age);
    }

    /** {@return the customers of a tally, one a row} */
    static CustomerPopulation of(RfmTally tally) {
        int n = Math.toIntExact(tally.customers());
        CustomerPopulation all = new CustomerPopulation(new int[n], new double[n], new double[n]);
        int row = 0;
        for (int i = 0; i < tally.histories(); i++) {
            for (long k = 0; k < tally.customers(i); k++) {
                all.frequency[row] = tally.frequency(i);
                all.recency[row] = tally.recency(i);
                all.age[row++] = tally.age(i);
            }
        }
        return all;
    }

    int size() {
        return frequency.length;
    }

    /** {@return the bytes of the columns} */
    byte[] bytes() {
        return new byte[Math.multiplyExact(frequency.length, Integer.BYTES + 2 * Double.BYTES)];
    }

    RfmTally tally() {
        return RfmTally.of(RatePeriod.WEEK, frequency, recency, age);
    }
}
