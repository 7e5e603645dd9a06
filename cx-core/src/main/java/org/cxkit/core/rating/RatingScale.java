package org.cxkit.core.rating;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole numbers a rating question can be answered with, and which end of them is the good one.
 *
 * <p>An answer is on the scale or it is not: nothing here clamps, truncates or rounds. Scales that differ in an end
 * or in their good end are different scales, and their tallies do not merge. Immutable, value-based and thread-safe;
 * {@code toString} is {@code 0..10}, or {@code 1..5 (1 is best)}.
 *
 * @param min the lowest answer, at least -127
 * @param max the highest answer, above {@code min}, at most 127, so that a rating fits a byte
 * @param lowIsGood whether the low end is the good one, as with effort or with school grades
 */
public record RatingScale(int min, int max, boolean lowIsGood) implements Serializable {

    /** The scale of the Net Promoter question: 0 to 10, 10 is best. */
    public static final RatingScale ZERO_TO_TEN = new RatingScale(0, 10);

    /** 1 to 3, 3 is best. */
    public static final RatingScale ONE_TO_THREE = new RatingScale(1, 3);

    /** The usual scale of satisfaction: 1 to 5, 5 is best. */
    public static final RatingScale ONE_TO_FIVE = new RatingScale(1, 5);

    /** The usual scale of agreement: 1 to 7, 7 is best. */
    public static final RatingScale ONE_TO_SEVEN = new RatingScale(1, 7);

    /** 1 to 10, 10 is best. */
    public static final RatingScale ONE_TO_TEN = new RatingScale(1, 10);

    private static final Set<String> MISSING_WORDS = Set.of("", "null", "skip", "dismissed");

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if the ends are not in order or do not fit a byte
     */
    public RatingScale {
        if (min >= max || min < -Byte.MAX_VALUE || max > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("a rating scale must rise within -127..127, got " + min + ".." + max);
        }
    }

    /**
     * Makes a scale whose high end is the good one.
     *
     * @param min the lowest answer, at least -127
     * @param max the highest answer, above {@code min}, at most 127
     * @throws IllegalArgumentException if the ends are not in order or do not fit a byte
     */
    public RatingScale(int min, int max) {
        this(min, max, false);
    }

    /** {@return the number of different answers, at least 2} */
    public int points() {
        return max - min + 1;
    }

    /**
     * {@return whether the rating is on this scale}
     *
     * @param rating any whole number
     */
    public boolean contains(int rating) {
        return min <= rating && rating <= max;
    }

    /**
     * {@return the rating, if it is on this scale}
     *
     * @param rating any whole number
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public int require(int rating) {
        if (!contains(rating)) {
            throw new IllegalArgumentException("rating off the scale " + this + ": " + rating);
        }
        return rating;
    }

    /**
     * {@return the rating as it reads when the scale is turned round: {@code min + max - rating}}
     *
     * @param rating a rating on this scale
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public int reverse(int rating) {
        return min + max - require(rating);
    }

    /** {@return the same numbers with the other end the good one} */
    public RatingScale reversed() {
        return new RatingScale(min, max, !lowIsGood);
    }

    /**
     * {@return what the text of an answer says on this scale}
     *
     * <p>White space at the ends does not count. Nothing, a blank, and the words {@code null}, {@code skip} and
     * {@code dismissed} in any case are {@link Validity#MISSING}. A whole number on the scale is a rating, also when
     * written {@code 7.0}. Everything else, such as {@code 6.5}, {@code 11} or {@code NaN}, is
     * {@link Validity#INVALID} and kept as it came.
     *
     * @param text what was answered, or null
     */
    public Answer parse(@Nullable CharSequence text) {
        String answer = text == null ? "" : text.toString().strip();
        int rating = wholeNumber(answer);
        if (contains(rating)) {
            return Answer.of(rating);
        }
        return MISSING_WORDS.contains(answer.toLowerCase(Locale.ROOT)) ? Answer.missing() : Answer.invalid(answer);
    }

    /** The whole number that the text is, or Integer.MAX_VALUE, which is on no scale. */
    private static int wholeNumber(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = text.indexOf('.');
        int to = point < 0 ? text.length() : point;
        if (to == from || (point >= 0 && !zeros(text, point + 1))) {
            return Integer.MAX_VALUE;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > Byte.MAX_VALUE) {
                return Integer.MAX_VALUE;
            }
            number = 10 * number + digit;
        }
        return text.startsWith("-") ? -number : number;
    }

    private static boolean zeros(String text, int from) {
        return from < text.length() && text.chars().skip(from).allMatch(c -> c == '0');
    }

    @Override
    public String toString() {
        return min + ".." + max + (lowIsGood ? " (" + min + " is best)" : "");
    }
}
