package org.cxkit.metrics.fit;

import java.util.List;

/**
 * The way up a log-likelihood: Newton's steps in the logarithms of the parameters, held within their bounds.
 *
 * <p>Where the log-likelihood does not bend down along an axis of its curvature, the step leads up as if it did; a step
 * that gains too little is halved. It ends when no step promises a gain that a user could see. Deterministic: the same function
 * gives the same bits.
 *
 * <p>Source: J. Nocedal, S. J. Wright, Numerical Optimization, 2nd edition, 2006, chapters 3 and 16.
 */
final class Ascent {
    private static final int MOST_STEPS = 200;

    /** A step multiplies no parameter by more than about 7 or a seventh. */
    private static final double LONGEST_STEP = 2;

    /** Relative to the log-likelihood: a gain below it drowns in the rounding of a sum over the data. */
    private static final double ROUNDING = 1e-15;

    /** Below it, and after one step more, a promised gain of log-likelihood is none. */
    private static final double NO_GAIN = 1e-13;

    private final LogLikelihood function;
    private final List<FreeParameter> parameters;
    private final int size;
    private final double[] gradient;
    private final double[][] hessian;
    private final double[] slope;
    private final double[][] curvature;
    private double[] at;
    private double value;
    private int steps;
    private boolean converged;

    Ascent(LogLikelihood function) {
        this.function = function;
        parameters = List.copyOf(function.parameters());
        size = parameters.size();
        gradient = new double[size];
        hessian = new double[size][size];
        slope = new double[size];
        curvature = new double[size][size];
        at = parameters.stream().mapToDouble(FreeParameter::start).toArray();
        arrive(at, function.derivatives(at, gradient, hessian));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the log-likelihood must be finite where the search starts, got " + value + " at " + parameters);
        }
        climb();
    }

    private void climb() {
        boolean last = false;
        while (steps < MOST_STEPS && !converged) {
            double[] step = step();
            double promised = promised(step);
            if (!step(step, promised)) {
                // no step along it gains anything: it is the rounding of the sum that is left
                converged = promised <= 1e-9 * Math.max(1, Math.abs(value));
                return;
            }
            converged = last;
            last = promised <= Math.max(NO_GAIN, ROUNDING * Math.abs(value));
        }
    }

    /** Derivatives with respect to the logarithms: p L', and p q L'' with p L' on the diagonal. */
    private void arrive(double[] where, double found) {
        at = where;
        value = found;
        for (int i = 0; i < size; i++) {
            slope[i] = at[i] * gradient[i];
            for (int j = 0; j < size; j++) {
                curvature[i][j] = at[i] * at[j] * hessian[i][j];
            }
            curvature[i][i] += slope[i];
        }
        steps++;
    }

    /** {@return the step to the top of the paraboloid, turned until it leads up; 0 where a bound holds a parameter} */
    private double[] step() {
        boolean[] held = new boolean[size];
        for (int i = 0; i < size; i++) {
            held[i] = outward(i, slope[i]);
        }
        double[] step = new double[size];
        for (int round = 0; round <= size; round++) {
            step = SymmetricSolve.ascent(curvature, slope, held, LONGEST_STEP);
            boolean released = true;
            for (int i = 0; i < size; i++) {
                if (!held[i] && outward(i, step[i])) {
                    held[i] = true;
                    released = false;
                }
            }
            if (released) {
                break;
            }
        }
        double longest = 0;
        for (double part : step) {
            longest = Math.max(longest, Math.abs(part));
        }
        if (longest > LONGEST_STEP) {
            for (int i = 0; i < size; i++) {
                step[i] *= LONGEST_STEP / longest;
            }
        }
        return step;
    }

    private boolean outward(int i, double direction) {
        FreeParameter parameter = parameters.get(i);
        return (at[i] >= parameter.most() && direction >= 0) || (at[i] <= parameter.least() && direction <= 0);
    }

    private double promised(double[] step) {
        double gain = 0;
        for (int i = 0; i < size; i++) {
            gain += slope[i] * step[i];
        }
        return gain;
    }

    /** Goes a part of the step that gains enough, if there is one. */
    private boolean step(double[] step, double promised) {
        double rounding = 4 * ROUNDING * Math.abs(value);
        for (double part = 1; part > 1e-12; part /= 2) {
            double[] next = moved(step, part);
            // a whole step is nearly always good, so its derivatives are not asked for a second time
            double found = part == 1 ? function.derivatives(next, gradient, hessian) : function.value(next);
            if (found >= value + 1e-4 * part * promised - rounding) {
                arrive(next, part == 1 ? found : function.derivatives(next, gradient, hessian));
                return true;
            }
        }
        arrive(at, function.derivatives(at, gradient, hessian));
        return false;
    }

    private double[] moved(double[] step, double part) {
        double[] next = new double[size];
        for (int i = 0; i < size; i++) {
            FreeParameter parameter = parameters.get(i);
            double wanted = at[i] * Math.exp(part * step[i]);
            next[i] = Math.min(Math.max(wanted, parameter.least()), parameter.most());
        }
        return next;
    }

    double[] at() {
        return at.clone();
    }

    double value() {
        return value;
    }

    double[] gradient() {
        return gradient.clone();
    }

    /** {@return the second derivatives with respect to the parameters themselves} */
    double[][] hessian() {
        double[][] copy = new double[size][];
        for (int i = 0; i < size; i++) {
            copy[i] = hessian[i].clone();
        }
        return copy;
    }

    int steps() {
        return steps;
    }

    boolean converged() {
        return converged;
    }

    boolean atBound(int i) {
        return at[i] <= parameters.get(i).least() || at[i] >= parameters.get(i).most();
    }

    /** {@return the derivative with respect to the logarithm of a parameter} */
    double slope(int i) {
        return slope[i];
    }
}
