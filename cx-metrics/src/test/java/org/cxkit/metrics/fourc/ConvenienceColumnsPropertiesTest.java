package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.jspecify.annotations.Nullable;

class ConvenienceColumnsPropertiesTest {

    private static final int ROWS = 20;
    private static final Currency EUR = Currency.getInstance("EUR");

    @Property
    void doublesGiveTheVerdictsOfTheDecimalsTheyPrint(
            @ForAll("values") double[] clv,
            @ForAll("costs") double[] acquisition,
            @ForAll("costs") double[] service,
            @ForAll("costs") double[] retention) {
        byte[] codes = new byte[ROWS];
        VerdictCounts counts = ConvenienceColumns.verdicts(clv, acquisition, service, retention, codes, 0, ROWS);
        Verdict[] wanted = new Verdict[ROWS];
        for (int i = 0; i < ROWS; i++) {
            wanted[i] = slow(clv[i], acquisition[i], service[i], retention[i]);
            assertThat(Verdict.ofCode(codes[i])).as("row " + i).isEqualTo(wanted[i]);
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat(counts.count(verdict))
                    .isEqualTo(Arrays.stream(wanted).filter(verdict::equals).count());
        }
        assertThat(counts.customers()).isEqualTo(ROWS);
    }

    /** Values one unit in the last place from the sum of their costs are where doubles go wrong. */
    @Property
    void valuesNextToTheSumOfTheirCostsAreTold(
            @ForAll("amounts") double a, @ForAll("amounts") double s, @ForAll("amounts") double r) {
        double sum = a + s + r;
        Assume.that(sum > 0); // the number after 0 has more decimals than money
        double[] clv = {sum, Math.nextUp(sum), Math.nextDown(sum), Math.nextUp(Math.nextUp(sum)), -sum};
        byte[] codes = new byte[clv.length];
        double[] as = filled(clv.length, a);
        double[] ss = filled(clv.length, s);
        double[] rs = filled(clv.length, r);
        ConvenienceColumns.verdicts(clv, as, ss, rs, codes, 0, clv.length);
        for (int i = 0; i < clv.length; i++) {
            assertThat(Verdict.ofCode(codes[i])).as(clv[i] + "").isEqualTo(slow(clv[i], a, s, r));
        }
    }

    @Property
    void theBytesOfWholeUnitsAreTheVerdictsOfObjects(
            @ForAll("wholeValues") long[] clv,
            @ForAll("wholeCosts") long[] acquisition,
            @ForAll("wholeCosts") long[] service,
            @ForAll("wholeCosts") long[] retention) {
        byte[] codes = new byte[ROWS];
        Verdict[] objects = new Verdict[ROWS];
        Arrays.setAll(objects, i -> slow(clv[i], acquisition[i], service[i], retention[i]));
        VerdictCounts counts = ConvenienceColumns.verdicts(clv, acquisition, service, retention, codes, 0, ROWS);
        long incomplete = 0;
        for (int i = 0; i < ROWS; i++) {
            assertThat(Verdict.ofCode(codes[i])).isEqualTo(objects[i]);
            boolean known = LongStream.of(clv[i], acquisition[i], service[i], retention[i])
                    .allMatch(amount -> amount != Long.MIN_VALUE);
            incomplete += known ? 0 : 1;
        }
        assertThat(counts.incomplete()).isEqualTo(incomplete);
        for (Verdict verdict : Verdict.values()) {
            assertThat(counts.count(verdict))
                    .isEqualTo(Arrays.stream(objects).filter(verdict::equals).count());
        }
    }

    @Property
    void theDecimalOfADoubleIsTheOneThatWasWritten(@ForAll("decimals") BigDecimal decimal) {
        assertThat(DecimalKernel.decimal(decimal.doubleValue())).isEqualByComparingTo(decimal);
    }

    @Property
    void theDecimalOfADoubleRoundsToIt(@ForAll double amount) {
        assertThat(DecimalKernel.decimal(amount).doubleValue()).isEqualTo(amount + 0.0);
    }

    @Example
    void aTenthAndTwoTenthsAreThreeTenths() {
        byte[] codes = new byte[3];
        VerdictCounts counts = ConvenienceColumns.verdicts(
                new double[] {0.3, 0.3, Double.NaN},
                new double[] {0.1, 0.1, 1},
                new double[] {0.2, 0.2, 1},
                new double[] {0, Double.NaN, 1},
                codes,
                0,
                3);
        assertThat(0.1 + 0.2).isGreaterThan(0.3);
        assertThat(codes).containsExactly(1, 3, 3);
        assertThat(counts).isEqualTo(new VerdictCounts(0, 1, 0, 2, 2));
        assertThat(counts)
                .hasToString("3 customers: 0 pass, 1 break even, 0 fail, 2 indeterminate; 2 with a missing amount");
    }

    @Example
    void aMissingValueDoesNotFail() {
        byte[] codes = new byte[3];
        long[] clv = {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MIN_VALUE};
        long[] huge = {Long.MAX_VALUE, 0, 0};
        long[] one = {1, 0, Long.MIN_VALUE};
        assertThat(ConvenienceColumns.verdicts(clv, huge, one, one, codes, 0, 3))
                .isEqualTo(new VerdictCounts(0, 0, 1, 2, 2));
        assertThat(codes).containsExactly(3, 2, 3);
    }

    @Example
    void everyVerdictHasItsCode() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(Verdict.ofCode(verdict.code())).isEqualTo(verdict);
        }
        assertThatThrownBy(() -> Verdict.ofCode((byte) 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the code of a verdict must be from 0 to 3, got 4");
    }

    @Example
    void whatIsWrongIsNamedAndNothingIsWritten() {
        byte[] codes = {7, 7};
        double[] fine = {1, 1};
        assertThatThrownBy(() -> ConvenienceColumns.verdicts(fine, fine, new double[] {0, -0.5}, fine, codes, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("service[1] must be finite and not negative, got -0.5");
        assertThatThrownBy(() -> ConvenienceColumns.verdicts(
                        new double[] {Double.NEGATIVE_INFINITY, 0}, fine, fine, fine, codes, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clv[0] must be finite, got -Infinity");
        long[] whole = {1, 1};
        assertThatThrownBy(() -> ConvenienceColumns.verdicts(whole, whole, whole, new long[] {0, -5}, codes, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention[1] must not be negative, got -5");
        assertThatThrownBy(() -> ConvenienceColumns.verdicts(whole, whole, whole, whole, codes, 0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ConvenienceColumns.verdicts(fine, fine, fine, new double[1], codes, 0, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(codes).containsExactly(7, 7);
        assertThat(ConvenienceColumns.verdicts(fine, fine, fine, fine, codes, 1, 1))
                .isEqualTo(new VerdictCounts(0, 0, 0, 0, 0));
    }

    private static Verdict slow(double clv, double a, double s, double r) {
        if (Double.isNaN(clv)) {
            return Verdict.INDETERMINATE;
        }
        return ConvenienceCheck.of(Clv.gross(money(clv)), new CompanyCosts(cost(a), cost(s), cost(r)))
                .verdict();
    }

    private static Verdict slow(long clv, long a, long s, long r) {
        if (clv == Long.MIN_VALUE) {
            return Verdict.INDETERMINATE;
        }
        return ConvenienceCheck.of(Clv.gross(Money.ofMinor(clv, EUR)), new CompanyCosts(cost(a), cost(s), cost(r)))
                .verdict();
    }

    private static @Nullable Money cost(long minor) {
        return minor == Long.MIN_VALUE ? null : Money.ofMinor(minor, EUR);
    }

    private static @Nullable Money cost(double amount) {
        return Double.isNaN(amount) ? null : money(amount);
    }

    private static Money money(double amount) {
        BigDecimal printed = BigDecimal.valueOf(amount);
        // Java 17 prints some doubles with a digit too many; with at most 15 there is but one decimal
        return Money.of(printed.precision() <= 15 ? printed : DecimalKernel.decimal(amount), EUR);
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Arbitraries.longs()
                .between(-999_999_999_999_999L, 999_999_999_999_999L)
                .flatMap(digits ->
                        Arbitraries.integers().between(-5, 20).map(scale -> BigDecimal.valueOf(digits, scale)));
    }

    @Provide
    Arbitrary<Double> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 100_000).map(cents -> cents / 100.0),
                Arbitraries.longs().between(0, 1_000_000_000_000_000L).map(parts -> parts / 1e4),
                Arbitraries.longs().between(0, 1_000_000).map(parts -> parts / 1e7),
                Arbitraries.doubles().between(0, 1e20),
                Arbitraries.doubles().between(0, 1));
    }

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(-5, 30).map(tenths -> tenths / 10.0),
                        amounts().map(amount -> -amount),
                        amounts(),
                        Arbitraries.of(Double.NaN, 0.0, -0.0, 0.3, 1e90, -1e90))
                .array(double[].class)
                .ofSize(ROWS)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<double[]> costs() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 10).map(tenths -> tenths / 10.0),
                        amounts(),
                        Arbitraries.of(Double.NaN, 0.0, -0.0, 0.1, 1e90))
                .array(double[].class)
                .ofSize(ROWS)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<long[]> wholeValues() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(-10, 30),
                        Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .array(long[].class)
                .ofSize(ROWS)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<long[]> wholeCosts() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 10),
                        Arbitraries.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .array(long[].class)
                .ofSize(ROWS)
                .withoutEdgeCases();
    }
}
