package org.cxkit.metrics.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.Outcome;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.Test;

class SimpleClvTest {
    private static final RatePeriod YEAR = RatePeriod.YEAR;
    private static final Money HUNDRED = Money.of("100", "EUR");
    private static final Rate TENTH = Rate.discrete(0.1, YEAR);
    private static final SimpleClv END = SimpleClv.of(HUNDRED, 0.8, YEAR, TENTH, FirstMargin.END);
    private static final SimpleClv NOW = SimpleClv.of(HUNDRED, 0.8, YEAR, TENTH, FirstMargin.NOW);

    @Test
    void everyLeafOfTheTruth() {
        SimpleClvTruth.compare(TruthCase.read("value.json", "simple_clv"));
    }

    @Test
    void moneyRoundsOnceAtTheEnd() {
        assertThat(END.value().rounded()).isEqualTo(Money.of("266.67", "EUR"));
        assertThat(NOW.value().rounded()).isEqualTo(Money.of("366.67", "EUR"));
        assertThat(END.value(0)).isEqualTo(Money.of("0", "EUR"));
        assertThat(NOW.value(1)).isEqualTo(HUNDRED);
        SimpleClv loss = SimpleClv.of(Money.of("-1", "JPY"), 0.5, YEAR, TENTH, FirstMargin.NOW);
        assertThat(loss.value().rounded()).isEqualTo(Money.of("-2", "JPY"));
    }

    @Test
    void aRateOfAnotherPeriodIsConverted() {
        Rate monthly = TENTH.per(RatePeriod.MONTH);
        assertThat(SimpleClv.of(HUNDRED, 0.8, YEAR, monthly, FirstMargin.END).multiple())
                .isCloseTo(END.multiple(), Percentage.withPercentage(1e-12)); // a power and a root
    }

    @Test
    void aSumWithoutEndIsRefusedAndAFiniteOneIsNot() {
        SimpleClv endless = END.growing(0.375);
        assertThatIllegalArgumentException()
                .isThrownBy(endless::value)
                .withMessage(
                        "the value has no end: retention times growth 1.1 must be below 1 + discount, which is 1.1 per "
                                + "year");
        assertThat(endless.multiple(7))
                .isCloseTo(7 * 0.8 / 1.1, Percentage.withPercentage(1e-13)); // all terms are equal
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleClv.of(HUNDRED, 1, YEAR, Rate.discrete(0, YEAR), FirstMargin.NOW)
                        .multiple())
                .withMessage(
                        "the value has no end: retention times growth 1.0 must be below 1 + discount, which is 1.0 per "
                                + "year");
        assertThat(SimpleClv.of(HUNDRED, 1, YEAR, TENTH, FirstMargin.NOW).expectedLifetime())
                .isEqualTo(Outcome.noData("nobody leaves at a retention of 1"));
    }

    @Test
    void aSmallDiscountKeepsItsDigits() {
        Rate tiny = Rate.discrete(1e-9, YEAR);
        assertThat(SimpleClv.of(HUNDRED, 1, YEAR, tiny, FirstMargin.END).multiple())
                .isCloseTo(1e9, Percentage.withPercentage(1e-13)); // one division
    }

    @Test
    void saysWhatIsWantedAndWhatCame() {
        assertThat(END)
                .hasToString(
                        "100.00 EUR a year at retention 0.8 and discount 0.1 per year (discrete), first margin at the "
                                + "end of the period");
        assertThat(NOW.growing(0.03))
                .hasToString(
                        "100.00 EUR a year growing by 0.03 at retention 0.8 and discount 0.1 per year (discrete), first "
                                + "margin now");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleClv.of(HUNDRED, 1.1, YEAR, TENTH, FirstMargin.END))
                .withMessage("retention must be from 0 to 1, got 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> END.growing(-1))
                .withMessage("growth must be finite and above -1, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> END.value(-1))
                .withMessage("a number of margins must not be negative, got -1");
    }

    @Property
    void isTheSumOfItsMargins(
            @ForAll @DoubleRange(max = 1) double r,
            @ForAll @DoubleRange(min = -0.5, max = 1) double d,
            @ForAll @DoubleRange(min = -0.5, max = 1) double g,
            @ForAll @IntRange(max = 60) int n) {
        Rate discount = Rate.discrete(d, YEAR);
        double end = 0;
        double now = 0;
        for (int t = 1; t <= n; t++) {
            end += Math.pow(1 + g, t - 1) * Math.pow(r / (1 + d), t);
            now += Math.pow(1 + g, t - 1) * Math.pow(r / (1 + d), t - 1);
        }
        Percentage rounding = Percentage.withPercentage(1e-10); // 1e-12: powers of up to 60
        assertThat(SimpleClv.of(HUNDRED, r, YEAR, discount, FirstMargin.END)
                        .growing(g)
                        .multiple(n))
                .isCloseTo(end, rounding);
        assertThat(SimpleClv.of(HUNDRED, r, YEAR, discount, FirstMargin.NOW)
                        .growing(g)
                        .multiple(n))
                .isCloseTo(now, rounding);
    }

    @Property
    void withoutGrowthAndEndTheConventionsDifferByTheMargin(
            @ForAll @DoubleRange(max = 1) double r, @ForAll @DoubleRange(min = 0.01, max = 1) double d) {
        Rate discount = Rate.discrete(d, YEAR);
        double now = SimpleClv.of(HUNDRED, r, YEAR, discount, FirstMargin.NOW).multiple();
        double end = SimpleClv.of(HUNDRED, r, YEAR, discount, FirstMargin.END).multiple();
        assertThat(now).isCloseTo(end + 1, Percentage.withPercentage(1e-12)); // two divisions
    }
}
