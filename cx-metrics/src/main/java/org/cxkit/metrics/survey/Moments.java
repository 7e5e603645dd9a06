package org.cxkit.metrics.survey;

import java.math.BigInteger;
import org.cxkit.metrics.wording.Sentence;

/**
 * The exact moments of counted ratings: whole numbers, divided once by whoever asks.
 *
 * @param n how many ratings
 * @param sum of the ratings
 * @param squares sum of the squared ratings
 */
record Moments(BigInteger n, BigInteger sum, BigInteger squares) {

    /** The moments of ratings of which the first count is for {@code min}. */
    static Moments of(int min, long[] counts) {
        BigInteger n = BigInteger.ZERO;
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (int i = 0; i < counts.length; i++) {
            BigInteger count = BigInteger.valueOf(counts[i]);
            BigInteger rating = BigInteger.valueOf(min + i);
            n = n.add(count);
            sum = sum.add(count.multiply(rating));
            squares = squares.add(count.multiply(rating.pow(2)));
        }
        return new Moments(n, sum, squares);
    }

    Fraction mean() {
        require(1, "the mean of ratings");
        return new Fraction(sum, n);
    }

    /** The sum of the squared distances from the mean. */
    Fraction m2() {
        require(1, "the sum of squares of ratings");
        return new Fraction(nTimesM2(), n);
    }

    /** The sample variance. */
    Fraction variance() {
        require(2, "the variance of ratings");
        return new Fraction(nTimesM2(), n.multiply(n.subtract(BigInteger.ONE)));
    }

    /** The mean on a scale where one rating is 0 and another, above or below it, is 1. */
    Fraction between(int zero, int one) {
        require(1, "the index of ratings");
        BigInteger above = sum.subtract(n.multiply(BigInteger.valueOf(zero)));
        int range = one - zero;
        return new Fraction(range < 0 ? above.negate() : above, n.multiply(BigInteger.valueOf(Math.abs(range))));
    }

    private BigInteger nTimesM2() {
        return n.multiply(squares).subtract(sum.pow(2));
    }

    private void require(int least, String what) {
        if (n.compareTo(BigInteger.valueOf(least)) < 0) {
            throw new IllegalStateException(what + " is undefined for " + Sentence.count(n.longValueExact(), "rating"));
        }
    }
}
