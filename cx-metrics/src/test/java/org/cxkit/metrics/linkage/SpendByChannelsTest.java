package org.cxkit.metrics.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.value.ValueAccumulator;
import org.cxkit.metrics.value.ValueTally;
import org.junit.jupiter.api.Test;

class SpendByChannelsTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private static ChannelSpend spent(String customer, Channel channel, String amount) {
        return new ChannelSpend(CustomerId.of(customer), channel, Money.of(amount, "EUR"));
    }

    private static final List<ChannelSpend> ROWS = List.of(
            spent("a", Channel.STORE, "100"),
            spent("b", Channel.STORE, "60"),
            spent("b", Channel.STORE, "40"),
            spent("c", Channel.WEBSITE, "50"),
            spent("d", Channel.STORE, "104"),
            spent("d", Channel.WEBSITE, "55"),
            spent("e", Channel.STORE, "104"),
            spent("e", Channel.MOBILE_APP, "60"),
            spent("e", Channel.WEBSITE, "-5"),
            spent("f", Channel.WEBSITE, "50"),
            spent("g", Channel.CHAT, "0"),
            spent("g", Channel.STORE, "98"));

    @Test
    void spendIsSplitByMediumAmongThoseWhoUseIt() {
        SpendByChannels spend = SpendByChannels.of(ROWS, EUR);
        // by hand: a, b, c, f use one channel, d and g two, e three
        assertThat(spend.all().byChannels().places()).containsExactly(1.0, 2.0, 3.0);
        assertThat(spend.all().byChannels().groups()).extracting(Sample::n).containsExactly(4L, 2L, 1L);
        assertThat(spend.all().byChannels().groups()).extracting(Sample::mean).containsExactly(75.0, 128.5, 159.0);
        assertThat(spend.physical().multichannel().first()).isEqualTo(Sample.of(2, 100, 0));
        assertThat(spend.physical().multichannel().second()).isEqualTo(Sample.of(3, 102, 12));
        assertThat(spend.digital().multichannel().first()).isEqualTo(Sample.of(2, 50, 0));
        assertThat(spend.digital().multichannel().second().mean()).isEqualTo(110 / 3.0);
        assertThat(spend.physical().increase()).isEqualTo(Outcome.of(1.02 - 1));
        assertThat(spend.physical())
                .hasToString("spend in EUR by number of channels: trend of means 1.86 a step (95 % -1.21 to 4.93), "
                        + "p 0.1497, 3 groups, n 5; one and several channels: mean 100.00 to 102.00: difference 2.00 "
                        + "(95 % -6.61 to 10.61), p 0.4226, n 2 and 3 (2.0 %)");
        assertThat(spend.toString().lines()).hasSize(3).last().isEqualTo("physical: " + spend.physical());
    }

    @Test
    void talliesOfPartsOfTheCustomersAddUp() {
        List<ChannelSpend> first = new ArrayList<>();
        List<ChannelSpend> second = new ArrayList<>();
        ROWS.forEach(row -> (row.customer().value().compareTo("d") < 0 ? first : second).add(row));
        Grouped<Integer, ValueTally> sum = SpendByChannels.tally(first, EUR, channel -> true)
                .plus(SpendByChannels.tally(second, EUR, channel -> true));
        assertThat(sum).isEqualTo(SpendByChannels.tally(ROWS, EUR, channel -> true));
        assertThat(SpendTrend.of(sum)).isEqualTo(SpendByChannels.of(ROWS, EUR).all());
    }

    @Test
    void whereThereIsNothingToCompareThatIsSaid() {
        SpendByChannels none = SpendByChannels.of(List.of(), EUR);
        assertThat(none.all())
                .hasToString("spend in EUR by number of channels: trend of means undefined, 0 groups, n 0; "
                        + "one and several channels: difference of means undefined, n 0 and 0");
        assertThat(none.all().increase()).isEqualTo(Outcome.noData("no customer of one channel to compare with"));
        SpendTrend nothing = SpendTrend.of(SpendByChannels.tally(
                List.of(
                        spent("a", Channel.STORE, "0"),
                        spent("b", Channel.STORE, "1"),
                        spent("b", Channel.WEBSITE, "1")),
                EUR,
                channel -> true));
        assertThat(nothing.increase()).isEqualTo(Outcome.noData("customers of one channel spent nothing or less"));
        SpendTrend single = SpendTrend.of(
                SpendByChannels.tally(ROWS.subList(0, 3), EUR, channel -> channel.medium() == Medium.PHYSICAL));
        assertThat(single.increase()).isEqualTo(Outcome.noData("no customer of several channels to compare with"));
    }

    @Test
    void refusesWhatFitsNoCustomer() {
        ValueTally one = ValueAccumulator.create(EUR).addMinor(1).result();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendTrend.of(Grouped.of(ValueTally.empty(EUR), Map.of(0, one))))
                .withMessage("wanted customers of at least 1 channel, got some of 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendByChannels.of(ROWS, Currency.getInstance("USD")))
                .withMessage("wanted a value in USD, got 100.00 EUR");
    }
}
