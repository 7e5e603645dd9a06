package org.cxkit.metrics.math;

/**
 * Powers of a half by table: in plain arithmetic, so with the same bits on every machine, and faster than {@link
 * Math#exp}.
 */
public final class Halving {
    private static final int BITS = 11;
    private static final int STEPS = 1 << BITS;
    private static final double STEP = 1.0 / STEPS;
    private static final double LN_2 = 0.6931471805599453;

    /** A number to which adding rounds to a whole one, whose bits then stand at the end: faster than a cast. */
    private static final double SHIFT = 0x1.8p52;

    /** Beyond it the power is so small that a share of it could not be told in a double. */
    private static final double FURTHEST = 1000;

    private static final double[] TABLE = new double[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            TABLE[i] = StrictMath.pow(2, -i * STEP);
        }
    }

    private Halving() {}

    /**
     * {@return {@code 2^-x} to a relative 1e-15, the same bits everywhere, exactly for a whole x; 0 for x above 1000}
     *
     * @param x at least 0
     */
    public static double power(double x) {
        if (!(x <= FURTHEST)) {
            return 0;
        }
        double shifted = x * STEPS + SHIFT;
        int nearest = (int) Double.doubleToRawLongBits(shifted);
        // at most half a step times ln 2, so the term after the cubic one is below 4e-17
        double y = ((shifted - SHIFT) * STEP - x) * LN_2;
        double near = 1 + y * (1 + y * (0.5 + y * (1.0 / 6)));
        double scale = Double.longBitsToDouble((long) (Double.MAX_EXPONENT - (nearest >>> BITS)) << 52);
        return TABLE[nearest & (STEPS - 1)] * near * scale;
    }
}
