package org.cxkit.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.fit.LogLikelihood;

/**
 * The log-likelihood of BG/NBD as its formula reads, customer by customer: no customers with one history taken together,
 * no table of what depends on the frequency alone. With the derivatives that its authors leave to a general optimiser.
 */
final class PlainBgNbd implements LogLikelihood {
    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;

    private final int[] frequency;
    private final double[] recency;
    private final double[] age;

    PlainBgNbd(int[] frequency, double[] recency, double[] age) {
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
    }

    @Override
    public List<FreeParameter> parameters() {
        return List.of(
                new FreeParameter("r", 1, 1e-5, 1e5),
                new FreeParameter("alpha", 1, 1e-5, 1e7),
                new FreeParameter("a", 1, 1e-5, 1e5),
                new FreeParameter("b", 1, 1e-5, 1e5));
    }

    @Override
    public double value(double[] p) {
        double sum = 0;
        for (int i = 0; i < frequency.length; i++) {
            sum += value(p, frequency[i], recency[i], age[i]);
        }
        return sum;
    }

    private static double value(double[] p, int x, double last, double observed) {
        double common = LogGamma.value(p[R] + x)
                - LogGamma.value(p[R])
                + p[R] * Math.log(p[ALPHA])
                + LogGamma.value(p[A] + p[B])
                + LogGamma.value(p[B] + x)
                - LogGamma.value(p[B])
                - LogGamma.value(p[A] + p[B] + x);
        double alive = -(p[R] + x) * Math.log(p[ALPHA] + observed);
        if (x == 0) {
            return common + alive;
        }
        double dead = Math.log(p[A]) - Math.log(p[B] + x - 1) - (p[R] + x) * Math.log(p[ALPHA] + last);
        double larger = Math.max(alive, dead);
        return common + larger + Math.log(Math.exp(alive - larger) + Math.exp(dead - larger));
    }

    @Override
    public double derivatives(double[] p, double[] gradient, double[][] hessian) {
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double sum = 0;
        double[] slope = new double[4]; // of dead less alive
        for (int i = 0; i < frequency.length; i++) {
            sum += add(p, frequency[i], recency[i], age[i], gradient, hessian, slope);
        }
        for (int j = 0; j < 4; j++) {
            for (int k = 0; k < j; k++) {
                hessian[j][k] = hessian[k][j];
            }
        }
        return sum;
    }

    private static double add(
            double[] p, int x, double last, double observed, double[] gradient, double[][] hessian, double[] slope) {
        double atEnd = p[ALPHA] + observed;
        gradient[R] += Digamma.value(p[R] + x) - Digamma.value(p[R]) + Math.log(p[ALPHA]);
        gradient[ALPHA] += p[R] / p[ALPHA];
        gradient[A] += Digamma.value(p[A] + p[B]) - Digamma.value(p[A] + p[B] + x);
        gradient[B] += Digamma.value(p[A] + p[B])
                - Digamma.value(p[A] + p[B] + x)
                + Digamma.value(p[B] + x)
                - Digamma.value(p[B]);
        double both = Trigamma.value(p[A] + p[B]) - Trigamma.value(p[A] + p[B] + x);
        hessian[R][R] += Trigamma.value(p[R] + x) - Trigamma.value(p[R]);
        hessian[R][ALPHA] += 1 / p[ALPHA];
        hessian[ALPHA][ALPHA] -= p[R] / (p[ALPHA] * p[ALPHA]);
        hessian[A][A] += both;
        hessian[A][B] += both;
        hessian[B][B] += both + Trigamma.value(p[B] + x) - Trigamma.value(p[B]);
        double dead = x == 0 ? 0 : dead(p, x, last, observed);
        double alive = 1 - dead;
        double atLast = p[ALPHA] + last;
        gradient[R] -= alive * Math.log(atEnd) + dead * Math.log(atLast);
        gradient[ALPHA] -= (p[R] + x) * (alive / atEnd + dead / atLast);
        hessian[R][ALPHA] -= alive / atEnd + dead / atLast;
        hessian[ALPHA][ALPHA] += (p[R] + x) * (alive / (atEnd * atEnd) + dead / (atLast * atLast));
        if (x > 0) {
            double before = p[B] + x - 1;
            gradient[A] += dead / p[A];
            gradient[B] -= dead / before;
            hessian[A][A] -= dead / (p[A] * p[A]);
            hessian[B][B] += dead / (before * before);
            slope[R] = Math.log(atEnd) - Math.log(atLast);
            slope[ALPHA] = (p[R] + x) * (1 / atEnd - 1 / atLast);
            slope[A] = 1 / p[A];
            slope[B] = -1 / before;
            for (int j = 0; j < 4; j++) {
                for (int k = j; k < 4; k++) {
                    hessian[j][k] += alive * dead * slope[j] * slope[k];
                }
            }
        }
        return value(p, x, last, observed);
    }

    /** {@return the probability that the customer has left} */
    private static double dead(double[] p, int x, double last, double observed) {
        double odds = Math.log(p[A])
                - Math.log(p[B] + x - 1)
                + (p[R] + x) * (Math.log(p[ALPHA] + observed) - Math.log(p[ALPHA] + last));
        return 1 / (1 + Math.exp(-odds));
    }
}
