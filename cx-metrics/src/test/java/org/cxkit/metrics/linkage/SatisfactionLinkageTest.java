package org.cxkit.metrics.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.trend.ShareTrend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SatisfactionLinkageTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private static List<RatedCustomer> customers(
            int n, int rating, @Nullable Boolean churned, @Nullable String acquisition) {
        RatedCustomer one = new RatedCustomer(
                rating, churned, churned == null ? null : !churned, CompanyCosts.of(acquisition, "0", "5", "EUR"));
        return Collections.nCopies(n, one);
    }

    private static List<RatedCustomer> all() {
        List<RatedCustomer> all = new ArrayList<>();
        all.addAll(customers(30, 2, true, "90"));
        all.addAll(customers(70, 6, false, "70"));
        all.addAll(customers(20, 7, true, "80"));
        all.addAll(customers(80, 8, false, "60"));
        all.addAll(customers(5, 9, true, "40"));
        all.addAll(customers(95, 10, false, "30"));
        all.addAll(customers(3, 10, null, null));
        all.addAll(customers(2, Integer.MIN_VALUE, true, "1"));
        return all;
    }

    @Test
    void churnFallsAndCostsFallWithSatisfaction() {
        SatisfactionLinkage linkage = SatisfactionLinkage.of(all(), Bands.ZERO_TO_TEN, EUR);
        assertThat(linkage.bands().get(2).churned()).isEqualTo(new Share(5, 100, 3, 0));
        assertThat(linkage.bands().get(0).acquisitionCost().mean()).isEqualTo(76);
        // Cochran and Armitage by their formula in python: the observed less the expected over its error
        assertThat(linkage.churn().test().statistic().toOptional().orElseThrow())
                .isCloseTo(-4.568586779048795, within(1e-12)); // rounding
        assertThat(linkage.conversion().slope()).isCloseTo(-linkage.churn().slope(), within(1e-15));
        assertThat(linkage).hasToString("""
                churn: trend -12.50 points a step (95 % -17.47 to -7.53), p 4.910e-06, 3 groups, n 300, 3 missing
                conversion: trend 12.50 points a step (95 % 7.53 to 17.47), p 4.910e-06, 3 groups, n 300, 3 missing
                acquisition cost in EUR: trend of means -22.75 a step (95 % -23.81 to -21.69), p 1.131e-127, 3 groups, \
                n 300, 3 missing
                retention cost in EUR: trend of means 0.00 a step (95 % 0.00 to 0.00), p undefined, 3 groups, n 303
                2 customers without a rating""");
        assertThat(linkage.bands().get(0))
                .hasToString(
                        "DETRACTOR: churned 30.0 % (95 % 21.9 to 39.6), 30 of n 100; converted 70.0 % "
                                + "(95 % 60.4 to 78.1), 70 of n 100; acquisition cost 76.00, n 100; retention cost 5.00, n 100");
    }

    @Test
    void eachRatingMayBeABandAtItsNumber() {
        SatisfactionLinkage linkage = SatisfactionLinkage.of(all(), RatingScale.ZERO_TO_TEN, EUR);
        assertThat(linkage.bands()).extracting(SatisfactionBand::name).containsExactly("2", "6", "7", "8", "9", "10");
        assertThat(linkage.churn())
                .isEqualTo(new ShareTrend(
                        List.of(
                                Share.of(30, 30),
                                Share.of(0, 70),
                                Share.of(20, 20),
                                Share.of(0, 80),
                                Share.of(5, 5),
                                new Share(0, 95, 3, 0)),
                        List.of(2.0, 6.0, 7.0, 8.0, 9.0, 10.0)));
        // where a low rating is good, the lowest comes last
        RatingScale effort = RatingScale.ONE_TO_FIVE.reversed();
        List<RatedCustomer> two = List.of(
                new RatedCustomer(1, false, true, CompanyCosts.of("1", null, null, "EUR")),
                new RatedCustomer(5, true, false, CompanyCosts.of("9", null, null, "EUR")));
        SatisfactionLinkage byEffort = SatisfactionLinkage.of(two, effort, EUR);
        assertThat(byEffort.bands()).extracting(SatisfactionBand::name).containsExactly("5", "1");
        assertThat(byEffort.churn().slope()).isEqualTo(-0.25);
        assertThat(byEffort.acquisitionCost().slope()).isEqualTo(-2);
    }

    @Test
    void nobodyIsNoTrend() {
        assertThat(SatisfactionLinkage.of(List.of(), Bands.ZERO_TO_TEN, EUR)).hasToString("""
                churn: trend of shares undefined, 0 groups, n 0
                conversion: trend of shares undefined, 0 groups, n 0
                acquisition cost in EUR: trend of means undefined, 0 groups, n 0
                retention cost in EUR: trend of means undefined, 0 groups, n 0
                0 customers without a rating""");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SatisfactionLinkage.of(customers(1, 11, true, "1"), Bands.ZERO_TO_TEN, EUR));
        Sample none = Sample.of(0, 0, 0);
        SatisfactionBand band = new SatisfactionBand("low", 1, Share.of(0, 0), Share.of(0, 0), none, none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SatisfactionLinkage(EUR, List.of(band, band), 0))
                .withMessage("bands must be from bad to good, got low at 1.0 and then low at 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SatisfactionLinkage(EUR, List.of(), -1))
                .withMessage("counts must not be negative: unrated=-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SatisfactionBand("low", Double.NaN, Share.of(0, 0), Share.of(0, 0), none, none))
                .withMessage("the place of a band must be finite, got NaN");
    }
}
