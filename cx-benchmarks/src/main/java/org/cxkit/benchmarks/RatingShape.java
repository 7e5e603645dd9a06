package org.cxkit.benchmarks;

import java.util.SplittableRandom;

/** How the ratings of a benchmark are spread over the scale 0 to 10. */
public enum RatingShape {
    /** Each rating equally often: kind to tables, as neighbours rarely meet in one slot. */
    UNIFORM("0123456789A", 0),

    /** As customers answer: half of them 9 or 10. */
    SKEWED("AAAAAA99998888776530", 0),

    /** As {@link #SKEWED}, and one answer in twenty is missing. */
    MISSING("AAAAAA99998888776530", 5);

    /** The value of a missing answer in a byte column. */
    static final byte NO_ANSWER = Byte.MIN_VALUE;

    /** So many are drawn and then repeated, to spare time: more than a processor remembers of their order. */
    private static final int DRAWN = 1 << 23;

    /** Ratings as hexadecimal digits, each digit equally probable. */
    private final String ratings;

    private final int missingPercent;

    RatingShape(String ratings, int missingPercent) {
        this.ratings = ratings;
        this.missingPercent = missingPercent;
    }

    /**
     * {@return a column of ratings, the same for the same arguments}
     *
     * @param n how many
     * @param seed the seed of chance
     */
    byte[] column(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] column = new byte[n];
        int drawn = Math.min(n, DRAWN);
        for (int i = 0; i < drawn; i++) {
            boolean missing = missingPercent > 0 && random.nextInt(100) < missingPercent;
            char digit = ratings.charAt(random.nextInt(ratings.length()));
            column[i] = missing ? NO_ANSWER : (byte) Character.digit(digit, 16);
        }
        for (int i = drawn; i < n; i += drawn) {
            System.arraycopy(column, 0, column, i, Math.min(drawn, n - i));
        }
        return column;
    }
}
