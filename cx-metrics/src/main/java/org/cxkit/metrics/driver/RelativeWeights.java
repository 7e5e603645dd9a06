package org.cxkit.metrics.driver;

/** Johnson's relative weights, from correlations. */
final class RelativeWeights {

    private RelativeWeights() {}

    /** {@return the relative weight of each predictor, of which none is collinear} */
    static double[] of(double[][] correlations, double[] withOutcome) {
        int size = withOutcome.length;
        SymmetricEigen eigen = SymmetricEigen.of(correlations);
        double[] onAxes = new double[size]; // the outcome with each eigenvector, in standard deviations of it
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                onAxes[k] += eigen.vectors[i][k] * withOutcome[i];
            }
        }
        double[] weights = new double[size];
        for (int k = 0; k < size; k++) {
            double beta = 0; // of the predictor that is orthogonal to the others and closest to k
            for (int axis = 0; axis < size; axis++) {
                beta += eigen.vectors[k][axis] * onAxes[axis] / Math.sqrt(eigen.values[axis]);
            }
            for (int i = 0; i < size; i++) {
                double root = 0;
                for (int axis = 0; axis < size; axis++) {
                    root += eigen.vectors[i][axis] * Math.sqrt(eigen.values[axis]) * eigen.vectors[k][axis];
                }
                weights[i] += root * root * beta * beta;
            }
        }
        return weights;
    }
}
