package org.cxkit.metrics.fourc;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.wording.Sentence;

/**
 * How probable it is that a customer passes the convenience check, where the lifetime value is uncertain and the costs
 * are not.
 *
 * <p>The probability is {@code P(CLV >= costs)}: equality passes. While a cost is missing there is no probability, but
 * the most it can be is known, that of the check with the missing cost at zero. Without uncertainty the probability is
 * 0 or 1 and the band follows the verdict. Immutable, value-based and thread-safe.
 *
 * @param check the check at the expected value
 * @param atMost the probability if every missing cost were zero, from 0 to 1; 1 where it has no bound
 * @param level the level of the band, above 0.5 and at most 1
 * @param basis what the uncertainty is told from, such as {@code 1000 draws}
 */
public record ConvenienceChance(ConvenienceCheck check, double atMost, double level, String basis)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the probability is not from 0 to 1, or the level not above 0.5 and at most 1
     */
    public ConvenienceChance {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(basis, "basis");
        if (!(atMost >= 0 && atMost <= 1)) {
            throw new IllegalArgumentException("a probability must be from 0 to 1, got " + atMost);
        }
        if (!(level > 0.5 && level <= 1)) {
            throw new IllegalArgumentException("the level must be above 0.5 and at most 1, got " + level);
        }
        atMost += 0.0;
    }

    /**
     * {@return the chance where the value is spread normally around the expected one, at the level of 95 %}
     *
     * @param check the check at the expected value
     * @param standardError the standard error of the value, not negative; zero for a value that is certain
     * @throws IllegalArgumentException if the standard error is negative or in another currency
     */
    public static ConvenienceChance normal(ConvenienceCheck check, Money standardError) {
        return normal(check, standardError, Sentence.LEVEL);
    }

    /**
     * {@return the chance where the value is spread normally around the expected one: {@code Phi(margin / SE)}}
     *
     * @param check the check at the expected value
     * @param standardError the standard error of the value, not negative; zero for a value that is certain
     * @param level the level of the band, above 0.5 and at most 1
     * @throws IllegalArgumentException if the standard error is negative or in another currency, or the level is out of
     *     range
     */
    public static ConvenienceChance normal(ConvenienceCheck check, Money standardError, double level) {
        if (standardError.signum() < 0) {
            throw new IllegalArgumentException("a standard error must not be negative, got " + standardError);
        }
        double atMost = check.marginAtMost()
                .map(margin -> standardError.signum() == 0
                        ? certain(margin.compareTo(Money.zero(standardError.currency())) >= 0)
                        : Normal.below(margin.ratioTo(standardError)))
                .toOptional()
                .orElse(1.0);
        return new ConvenienceChance(check, atMost, level, "standard error " + standardError.rounded());
    }

    /**
     * {@return the chance where the value is drawn, such as by a bootstrap or from a posterior: the share of the draws
     * that are not below the costs, at the level of 95 %}
     *
     * @param check the check at the expected value
     * @param draws values in the major unit of the currency, net of what the value of the check is net of; a double
     *     stands for the decimal it prints as; not altered
     * @throws IllegalArgumentException if there is no draw, or one is not finite; the message names its index
     */
    public static ConvenienceChance ofDraws(ConvenienceCheck check, double[] draws) {
        return ofDraws(check, draws, Sentence.LEVEL);
    }

    /**
     * {@return the chance where the value is drawn, such as by a bootstrap or from a posterior: the share of the draws
     * that are not below the costs}
     *
     * @param check the check at the expected value
     * @param draws values in the major unit of the currency, net of what the value of the check is net of; a double
     *     stands for the decimal it prints as; not altered
     * @param level the level of the band, above 0.5 and at most 1
     * @throws IllegalArgumentException if there is no draw, one is not finite, or the level is out of range
     */
    public static ConvenienceChance ofDraws(ConvenienceCheck check, double[] draws, double level) {
        if (draws.length == 0) {
            throw new IllegalArgumentException("at least one draw wanted, got none");
        }
        for (int i = 0; i < draws.length; i++) {
            if (!Double.isFinite(draws[i])) {
                throw new IllegalArgumentException("draws[" + i + "] must be finite, got " + draws[i]);
            }
        }
        double atMost = check.marginAtMost()
                .map(margin -> share(draws, check.clv().value().minus(margin).amount()))
                .toOptional()
                .orElse(1.0);
        return new ConvenienceChance(check, atMost, level, Sentence.count(draws.length, "draw"));
    }

    /** A draw passes if it is not below the value less the margin. */
    private static double share(double[] draws, BigDecimal least) {
        double about = least.doubleValue();
        long passing = 0;
        for (double draw : draws) {
            boolean near = Math.abs(draw - about) <= 2 * Math.ulp(about);
            passing += (near ? DecimalKernel.decimal(draw).compareTo(least) >= 0 : draw > about) ? 1 : 0;
        }
        return (double) passing / draws.length;
    }

    private static double certain(boolean passes) {
        return passes ? 1.0 : 0.0;
    }

    /** {@return the probability that the costs do not exceed the value, from 0 to 1; no data where a cost is missing} */
    public Outcome<Double> probability() {
        return check.margin().map(margin -> atMost);
    }

    /** {@return what can be said at the level} */
    public VerdictBand band() {
        if (1 - atMost >= level) {
            return VerdictBand.LIKELY_FAIL;
        }
        if (!check.missing().isEmpty()) {
            return VerdictBand.INDETERMINATE;
        }
        return atMost >= level ? VerdictBand.LIKELY_PASS : VerdictBand.UNCERTAIN;
    }

    /**
     * {@return the chance in a sentence: {@code UNCERTAIN at 95 %: P(pass) 0.309 (standard error 100.00 EUR); FAIL:
     * costs ...}}
     */
    @Override
    public String toString() {
        String chance = check.missing().isEmpty() ? "P(pass) %.3f" : "P(pass) at most %.3f";
        return String.format(Locale.ROOT, "%s at %s %%: " + chance, band(), text(100 * level), atMost) + " (" + basis
                + "); " + check;
    }

    private static String text(double percent) {
        return new BigDecimal(percent)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
