package org.cxkit.metrics.renewal;

import java.util.List;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.fit.LogLikelihood;
import org.cxkit.metrics.math.RisingTable;

/** The log-likelihood of renewals under the shifted beta-geometric distribution, as a function of alpha and beta. */
final class RenewalLikelihood implements LogLikelihood {
    private static final double LEAST = 1e-6;
    private static final double MOST = 1e6;

    /** From such a sum on, customers hardly differ, unless one of the two is so small that nobody leaves or all do. */
    private static final double ALIKE = 0.1 * MOST;

    private final RenewalTally tally;

    RenewalLikelihood(RenewalTally tally) {
        this.tally = tally;
    }

    @Override
    public List<FreeParameter> parameters() {
        return List.of(new FreeParameter("alpha", 1, LEAST, MOST), new FreeParameter("beta", 1, LEAST, MOST));
    }

    @Override
    public List<FitDiagnostic> explained(List<FitDiagnostic> found, double[] at) {
        return found.isEmpty() || at[0] + at[1] < ALIKE || Math.min(at[0], at[1]) < 1
                ? found
                : new FitDiagnostic(
                                FitDiagnostic.Kind.NOT_IDENTIFIED,
                                "alpha, beta",
                                "heterogeneity of retention not identified")
                        .insteadOf(found);
    }

    @Override
    public double value(double[] at) {
        return derivatives(at, new double[2], new double[2][2]);
    }

    @Override
    public double derivatives(double[] at, double[] gradient, double[][] hessian) {
        double alpha = at[0];
        double beta = at[1];
        int decisions = tally.decisions();
        RisingTable stay = new RisingTable(beta, alpha + beta, decisions);
        RisingTable both = new RisingTable(alpha + beta, alpha + beta, decisions);
        double value = 0;
        double byAlpha = 0;
        double byBeta = 0;
        double left = 0;
        double bendBoth = 0;
        double bendBeta = 0;
        for (int renewals = 0; renewals <= decisions; renewals++) {
            double gone = tally.left(renewals);
            double there = tally.active(renewals);
            if (gone > 0) {
                int seen = renewals + 1;
                value += gone * (Math.log(alpha / (alpha + beta)) + stay.log(renewals) - both.log(seen));
                left += gone;
                byAlpha -= gone * both.slope(seen);
                byBeta += gone * (stay.slope(renewals) - both.slope(seen));
                bendBoth -= gone * both.bend(seen);
                bendBeta += gone * stay.bend(renewals);
            }
            if (there > 0) {
                value += there * (stay.log(renewals) - both.log(renewals));
                byAlpha -= there * both.slope(renewals);
                byBeta += there * (stay.slope(renewals) - both.slope(renewals));
                bendBoth -= there * both.bend(renewals);
                bendBeta += there * stay.bend(renewals);
            }
        }
        gradient[0] = byAlpha + left / alpha;
        gradient[1] = byBeta;
        hessian[0][0] = bendBoth - left / (alpha * alpha);
        hessian[0][1] = bendBoth;
        hessian[1][0] = bendBoth;
        hessian[1][1] = bendBoth + bendBeta;
        return value;
    }
}
