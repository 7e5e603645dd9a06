package org.cxkit.metrics.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Replicates;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmAccumulator;
import org.cxkit.metrics.purchase.RfmTally;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static RfmTally half(long n) {
        return RfmAccumulator.create(RatePeriod.WEEK)
                .add(new PurchaseHistory(0, 0, 5, RatePeriod.WEEK), n)
                .add(new PurchaseHistory(1, 2, 5, RatePeriod.WEEK), n)
                .result();
    }

    private static double repeaters(RfmTally tally) {
        return (double) tally.customers(tally.histories() - 1) / tally.customers();
    }

    @Test
    void theErrorOfAShareIsThatOfTheBinomial() {
        RfmTally tally = half(200);
        Bootstrap<RfmTally> bootstrap = Bootstrap.of(1000, k -> tally.resampled(7, k));
        // sqrt(p q / n) = 0.025; a standard deviation of 1,000 replicates is itself off by 2 %, five times that is
        // given
        assertThat(bootstrap
                        .replicates(BootstrapTest::repeaters)
                        .toOptional()
                        .orElseThrow()
                        .standardError())
                .isCloseTo(0.025, within(0.0025));
        assertThat(bootstrap
                        .interval(0.5, BootstrapTest::repeaters, 0.95)
                        .toOptional()
                        .orElseThrow()
                        .halfWidth())
                .isCloseTo(0.049, within(0.006));
        assertThat(bootstrap).hasToString("1000 replicates");
    }

    @Test
    void aReplicateIsToldFromSeedAndNumberAlone() {
        assertThat(half(20).resampled(7, 3)).isEqualTo(half(20).resampled(7, 3));
        assertThat(half(20).resampled(7, 3)).isNotEqualTo(half(20).resampled(8, 3));
        assertThat(half(20).resampled(7, 3)).isNotEqualTo(half(20).resampled(7, 4));
    }

    @Test
    void customersAreDrawnByTheirIds() {
        int n = 2000;
        String[] ids = new String[n];
        int[] frequency = new int[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            ids[i] = "c" + i;
            frequency[i] = i % 3;
            recency[i] = i % 3;
            age[i] = 10;
        }
        PurchaseHistories all =
                PurchaseHistories.copyOf(ids, frequency, recency, age, new long[n], RatePeriod.DAY, "EUR");
        PurchaseHistories drawn = all.resampled(1, 0);
        // a Poisson number of mean 2000 is within five standard deviations
        assertThat(drawn.size())
                .isBetween(2000 - 224, 2000 + 224)
                .isNotEqualTo(all.resampled(1, 1).size());
        assertThat(drawn.tally().customers()).isEqualTo(drawn.size());
        for (int row = 0; row < drawn.size(); row++) {
            int i = Integer.parseInt(drawn.customer(row).value().substring(1));
            assertThat(drawn.history(row)).isEqualTo(all.history(i));
        }
    }

    @Test
    void aReplicateThatCannotBeFittedIsCounted() {
        Bootstrap<Double> bootstrap = Bootstrap.of(3, k -> {
            if (k > 0) {
                throw new IllegalArgumentException("nobody has bought twice");
            }
            return 1.0;
        });
        assertThat(bootstrap.failures()).isEqualTo(2);
        assertThat(bootstrap).hasToString("3 replicates, 2 could not be fitted");
        assertThat(bootstrap.interval(1, x -> x, 0.95))
                .isEqualTo(Outcome.noData("fewer than 2 replicates could be fitted"));
        assertThatThrownBy(() -> Bootstrap.of(1, k -> 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 2 replicates wanted, got 1");
    }

    @Test
    void replicatesGiveQuantilesBetweenTheirValues() {
        Replicates values = Replicates.of(4, 1, 3, 2);
        assertThat(values.quantile(0)).isEqualTo(1);
        assertThat(values.quantile(0.5)).isEqualTo(2.5);
        assertThat(values.quantile(1)).isEqualTo(4);
        assertThat(values.standardError()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-15));
        assertThat(values).hasToString("4 replicates, standard error 1.291");
        assertThatThrownBy(() -> values.quantile(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability must be from 0 to 1, got 1.5");
        assertThatThrownBy(() -> Replicates.of(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values[1] must be finite, got NaN");
    }
}
