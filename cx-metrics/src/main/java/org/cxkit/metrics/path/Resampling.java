package org.cxkit.metrics.path;

import java.util.Arrays;
import org.cxkit.metrics.math.PoissonResample;

/** How often each journey counts in one replicate of a Poisson bootstrap, by its key. */
final class Resampling {
    private final PoissonResample draws;

    Resampling(long seed, int replicate) {
        draws = new PoissonResample(seed, replicate);
    }

    /** {@return the outcomes of the rows, each drawn as often as chance has it} */
    OutcomeColumn of(Journeys journeys) {
        int rows = journeys.size();
        double[] conversions = new double[rows];
        double[] lost = new double[rows];
        long[] minor = new long[rows];
        for (int row = 0; row < rows; row++) {
            draws.row(journeys.key(row));
            double converted = journeys.conversions(row);
            conversions[row] = draws.draw(converted);
            lost[row] = draws.draw(journeys.lost(row));
            if (converted > 0) {
                minor[row] = Math.round(journeys.valueMinor(row) * (conversions[row] / converted));
            }
        }
        OutcomeColumn drawn = OutcomeColumn.of(conversions, lost);
        return Arrays.stream(minor).allMatch(none -> none == 0)
                ? drawn
                : drawn.valued(journeys.currency().orElseThrow().getCurrencyCode(), minor);
    }
}
