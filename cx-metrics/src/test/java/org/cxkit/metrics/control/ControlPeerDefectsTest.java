package org.cxkit.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Defects of peers that are not possible here. */
class ControlPeerDefectsTest {
    private static final double P = 0.8;
    private static final int[] SIZES = {6, 1, 3};

    @Test
    void qccDrawsEwmaLimitsThatAreNotTheVarianceOfTheStatisticWhereSizesDiffer() {
        Baseline normal = Baseline.given(Characteristic.share("CSAT"), P, Math.sqrt(P * (1 - P)));
        Ewma ours = Ewma.of(normal, 0.3, 1);
        Ewma qcc = Ewma.of(normal, 0.3, 1, Ewma.Variance.QCC_COMPATIBLE);
        double squares = 0;
        for (int a = 0; a <= SIZES[0]; a++) {
            for (int b = 0; b <= SIZES[1]; b++) {
                for (int c = 0; c <= SIZES[2]; c++) {
                    Ewma chart = Ewma.of(normal, 0.3, 1);
                    chart.update(Subgroup.ofShare(a, SIZES[0]));
                    chart.update(Subgroup.ofShare(b, SIZES[1]));
                    chart.update(Subgroup.ofShare(c, SIZES[2]));
                    double probability = binomial(a, SIZES[0]) * binomial(b, SIZES[1]) * binomial(c, SIZES[2]);
                    squares += probability * (chart.statistic() - P) * (chart.statistic() - P);
                }
            }
        }
        for (int size : SIZES) {
            ours.update(P, size);
            qcc.update(P, size);
        }
        double exact = Math.sqrt(squares);
        assertThat(ours.sigma()).isCloseTo(exact, within(1e-14)); // rounding
        assertThat(P - ours.lower()).isCloseTo(exact, within(1e-14)); // rounding
        // 19 % too narrow: the one answer of the period before counts for nothing
        assertThat((P - qcc.lower()) / exact).isBetween(0.5, 0.95);
    }

    private static double binomial(int k, int n) {
        double choose = 1;
        for (int i = 0; i < k; i++) {
            choose = choose * (n - i) / (i + 1);
        }
        return choose * Math.pow(P, k) * Math.pow(1 - P, n - k);
    }
}
