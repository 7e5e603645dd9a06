package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Derivatives;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmAccumulator;
import org.cxkit.metrics.purchase.RfmTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BgBbTest {
    private static final RatePeriod YEAR = RatePeriod.YEAR;

    /** What the spec wants of predictions. */
    private static final Percentage EXACT = Percentage.withPercentage(1e-9);

    static List<String[]> rows(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BgBbTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RfmTally donations() {
        RfmAccumulator donors = RfmAccumulator.create(YEAR);
        for (String[] row : rows("/donations.csv")) {
            donors.add(history(row[0], row[1], row[2]), Long.parseLong(row[3]));
        }
        return donors.result();
    }

    private static PurchaseHistory history(String frequency, String recency, String age) {
        return new PurchaseHistory(
                Integer.parseInt(frequency), Double.parseDouble(recency), Double.parseDouble(age), YEAR);
    }

    private static PurchaseHistory history(int frequency, double recency, double age) {
        return new PurchaseHistory(frequency, recency, age, YEAR);
    }

    /** Published: 1.204, 0.750, 0.657, 2.783 and -33,225.6; the digits by a 40-digit Newton iteration in mpmath 1.3.0. */
    @Test
    void fitsThePublishedDonations() {
        RfmTally donations = donations();
        assertThat(donations.customers()).isEqualTo(11_104);
        Fit<BgBb> fit = BgBb.fit(donations);
        double[] likeliest = {1.203522351601914, 0.7497163581729389, 0.6567182084418325, 2.783442232577381};
        double[] errors = {0.0693913623889, 0.0294477166604, 0.0510098589564, 0.320819003043};
        assertThat(fit.logLikelihood()).isCloseTo(-33225.58127434701, within(1e-8)); // the spec
        for (int i = 0; i < 4; i++) {
            ParameterEstimate estimate = fit.estimates().get(i);
            assertThat(estimate.value()).isCloseTo(likeliest[i], Percentage.withPercentage(1e-4)); // the spec
            assertThat(estimate.standardError().toOptional().orElseThrow())
                    .isCloseTo(errors[i], Percentage.withPercentage(1e-2)); // the spec
        }
        assertThat(fit.diagnostics()).isEmpty();
        Fit<BgBb> parallel = BgBb.fit(donations, true);
        assertThat(parallel.model()).isEqualTo(fit.model());
        assertThat(fit.model())
                .hasToString(
                        "BG/BB with alpha 1.204, beta 0.7497, gamma 0.6567 and delta 2.783, one opportunity a year");
    }

    /** By the closed forms of the article in mpmath 1.3.0 with 40 digits; it prints 3.75 and 0.07 for the first two. */
    @ParameterizedTest
    @CsvSource({
        "6, 6, 1.0, 0.93043357551548886, 3.7525442218870337, 5.9098942456430804",
        "0, 0, 0.11621816399387785, 0.10813328186466922, 0.072863341050477002, 0.11475271563248921",
        "3, 4, 0.47246133421727138, 0.43959388848859419, 1.0345715797595871, 1.6293501860059137",
        "1, 6, 1.0, 0.93043357551548886, 1.1478849741423899, 1.807807823763066",
        "5, 5, 0.5610023563222441, 0.5219754282655199, 1.8129421556017941, 2.8552085677186052"
    })
    void foreseesTheDonations(int x, int last, double alive, double aliveAtNext, double five, double discounted) {
        BgBb model = new BgBb(1.203522351601914, 0.7497163581729389, 0.6567182084418325, 2.783442232577381, YEAR);
        PurchaseHistory donor = history(x, last, 6);
        assertThat(model.alive(donor)).isCloseTo(alive, EXACT);
        assertThat(model.alive(donor, TimeSpan.years(1))).isCloseTo(aliveAtNext, EXACT);
        assertThat(model.purchases(donor, TimeSpan.years(5))).isCloseTo(five, EXACT);
        assertThat(model.discountedPurchases(donor, Rate.discrete(0.1, YEAR))).isCloseTo(discounted, EXACT);
    }

    static Stream<List<String>> reference() {
        return rows("/bgbb_reference.csv").stream().map(List::of);
    }

    @ParameterizedTest
    @MethodSource("reference")
    void agreesWithSixtyDigitsUpToTheEdges(List<String> row) {
        BgBb model = new BgBb(number(row.get(0)), number(row.get(1)), number(row.get(2)), number(row.get(3)), YEAR);
        PurchaseHistory customer = history(row.get(4), row.get(5), row.get(6));
        Rate discount = Rate.discrete(number(row.get(8)), YEAR);
        double logLikelihood = number(row.get(9));
        // sums of logarithms lose a few units in the last place of their largest part, which grows with n
        assertThat(model.logLikelihood(customer))
                .isCloseTo(logLikelihood, within(1e-12 * Math.max(1, Math.abs(logLikelihood)) + 1e-10));
        assertThat(model.alive(customer)).isCloseTo(number(row.get(10)), EXACT);
        assertThat(model.purchases(customer, TimeSpan.years(number(row.get(7)))))
                .isCloseTo(number(row.get(11)), EXACT);
        assertThat(model.discountedPurchases(customer, discount)).isCloseTo(number(row.get(12)), EXACT);
        assertThat(model.probability(customer.frequency(), TimeSpan.years(customer.age())))
                .isCloseTo(number(row.get(13)), EXACT);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    @Test
    void derivativesAreThoseOfTheValue() {
        RfmTally tally = donations().plus(new BgBb(0.5, 2, 1, 9, YEAR).simulate(300, 52, new SplittableRandom(3)));
        BgBbLikelihood likelihood = new BgBbLikelihood(tally, false);
        for (double[] at : new double[][] {{1.2, 0.7, 0.6, 2.8}, {0.05, 7, 30, 0.4}}) {
            Derivatives.check(likelihood, at);
        }
    }

    @Test
    void findsTheModelThatCustomersWereMadeOf() {
        BgBb truth = new BgBb(1.2, 0.75, 0.66, 2.8, YEAR);
        RfmTally made = truth.simulate(20_000, 12, new SplittableRandom(1));
        assertThat(made).isEqualTo(truth.simulate(20_000, 12, new SplittableRandom(1)));
        Fit<BgBb> fit = BgBb.fit(made);
        double[] wanted = {1.2, 0.75, 0.66, 2.8};
        for (int i = 0; i < 4; i++) {
            ParameterEstimate found = fit.estimates().get(i);
            double error = found.standardError().toOptional().orElseThrow();
            assertThat(found.value()).isCloseTo(wanted[i], within(4 * error)); // one in 10,000 is further off
        }
    }

    @Test
    void sixtySmallSamplesOfDonorsAllGiveTheTopOfTheirLikelihood() {
        List<PurchaseHistory> donors = new ArrayList<>();
        RfmTally all = donations();
        for (int i = 0; i < all.histories(); i++) {
            donors.addAll(Collections.nCopies((int) all.customers(i), all.history(i)));
        }
        for (int seed = 0; seed < 60; seed++) {
            RfmTally sample = new Random(seed)
                    .ints(0, donors.size())
                    .distinct()
                    .limit(100)
                    .mapToObj(donors::get)
                    .collect(RfmTally.collector(YEAR));
            Fit<BgBb> fit = BgBb.fit(sample);
            assertThat(BgBb.fit(sample)).hasToString(fit.toString());
            assertThat(fit.diagnostics())
                    .as("seed %d, %s", seed, fit)
                    .noneMatch(told -> told.kind() == FitDiagnostic.Kind.NOT_CONVERGED);
            for (ParameterEstimate estimate : fit.estimates()) {
                boolean atBound = estimate.value() == 1e6 || estimate.value() == 1e-5;
                // what the log-likelihood would gain by a change of the parameter by its own size
                double slope = estimate.gradient() * estimate.value();
                double outward = estimate.value() > 1 ? slope : -slope;
                assertThat(atBound && outward > 0 ? 0 : slope)
                        .as("seed %d, %s", seed, fit)
                        .isCloseTo(0, within(1e-6)); // a gain of less than 1e-8 at any curvature that matters
            }
        }
    }

    @Test
    void customersWhoAllBuyAlikeLeaveADiagnosticAndNoException() {
        RfmTally always = RfmTally.of(YEAR, List.of(history(6, 6, 6), history(6, 6, 6), history(4, 4, 4)));
        Fit<BgBb> fit = BgBb.fit(always);
        assertThat(fit.diagnostics()).isNotEmpty();
        assertThat(fit.diagnostics()).noneMatch(told -> told.kind() == FitDiagnostic.Kind.NOT_CONVERGED);
        assertThat(fit.model().purchases(history(6, 6, 6), TimeSpan.years(2))).isBetween(1.99, 2.0);
    }

    @Test
    void countsTheOpportunitiesWithinATime() {
        BgBb model = new BgBb(1.2, 0.75, 0.66, 2.8, YEAR);
        PurchaseHistory donor = history(2, 3, 4);
        assertThat(model.purchases(donor, TimeSpan.years(0.99))).isZero();
        assertThat(model.purchases(donor, TimeSpan.years(2.5)))
                .isEqualTo(model.purchases(donor, TimeSpan.months(24)))
                .isPositive();
        assertThat(model.alive(donor, TimeSpan.years(0.5))).isEqualTo(model.alive(donor));
        PurchaseHistory inMonths = new PurchaseHistory(2, 36, 48, RatePeriod.MONTH);
        assertThat(model.logLikelihood(inMonths)).isEqualTo(model.logLikelihood(donor));
        assertThat(model.alive(inMonths)).isEqualTo(model.alive(donor));
    }

    @Test
    void refusesWhatHasNoAnswerAndSaysWhy() {
        BgBb model = new BgBb(1.2, 0.75, 0.66, 2.8, YEAR);
        PurchaseHistory donor = history(2, 3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.alive(history(1, 1.5, 4)))
                .withMessage(
                        "a history of at most 1000000 whole opportunities, one a year, and at most one purchase at "
                                + "each wanted, got frequency 1, recency 1.5 and age 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgBb.fit(RfmTally.of(YEAR, List.of(history(3, 2, 4)))))
                .withMessage(
                        "a history of at most 1000000 whole opportunities, one a year, and at most one purchase at "
                                + "each wanted, got frequency 3, recency 2.0 and age 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.discountedPurchases(donor, Rate.discrete(0, YEAR)))
                .withMessage(
                        "discounted purchases have no end at 0.0 per year (discrete) and gamma 0.66: gamma above 1 "
                                + "wanted without discount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.discountedPurchases(donor, Rate.discrete(-0.1, YEAR)))
                .withMessage("discounted purchases have no end at -0.1 per year (discrete): it must not grow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgBb.fit(RfmTally.of(YEAR, List.of(history(0, 0, 4)))))
                .withMessage("customers who bought again wanted, got none among 1 customer with 1 history in years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.purchases(TimeSpan.years(1e7)))
                .withMessage("a time of at most 1000000 opportunities wanted, one a year, got 10000000 years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.probability(-1, TimeSpan.years(1)))
                .withMessage("a number of purchases must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.simulate(-1, 2, new SplittableRandom(1)))
                .withMessage("customers must not be negative, and opportunities be from 0 to 1000000, got -1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgBb(1, 0, 1, 1, YEAR))
                .withMessage("alpha, beta, gamma and delta must be finite and above 0, got 1.0, 0.0, 1.0 and 1.0");
        assertThat(model.probability(5, TimeSpan.years(4))).isZero();
        assertThat(new BgBb(1.2, 0.75, 2, 2.8, YEAR).discountedPurchases(donor, Rate.discrete(0, YEAR)))
                .isCloseTo(
                        new BgBb(1.2, 0.75, 2, 2.8, YEAR).discountedPurchases(donor, Rate.discrete(1e-12, YEAR)),
                        Percentage.withPercentage(1e-7)); // so low a rate takes off 2e-10 of it
    }
}
