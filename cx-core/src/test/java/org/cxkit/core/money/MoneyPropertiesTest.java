package org.cxkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoneyPropertiesTest {

    @Property
    void whatIsAddedCanBeTakenAway(@ForAll("money") Money a, @ForAll("money") Money b) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(a.negated()).signum()).isZero();
    }

    @Property
    void theOrderAgreesWithEqualityAndWithTheAmount(@ForAll("money") Money a, @ForAll("money") Money b) {
        assertThat(a.compareTo(b)).isEqualTo(a.amount().compareTo(b.amount()));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void roundingMovesAnAmountByHalfAMinorUnitAtMost(@ForAll("money") Money a) {
        Money moved = a.rounded().minus(a);
        assertThat(moved.amount().abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        assertThat(Money.ofMinor(a.rounded().toMinorUnits(), a.currency())).isEqualTo(a.rounded());
    }

    @Provide
    Arbitrary<Money> money() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(4)
                .map(amount -> new Money(amount, Currency.getInstance("EUR")));
    }
}
