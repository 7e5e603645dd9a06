package org.cxkit.metrics.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.behavior.BehaviorTruth;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.buying.BuyingModel;
import org.cxkit.metrics.buying.BuyingTruth;
import org.cxkit.metrics.buying.ParetoNbd;
import org.cxkit.metrics.buying.ParetoTruth;
import org.cxkit.metrics.fourc.FourCTruth;
import org.cxkit.metrics.io.PurchaseCsv;
import org.cxkit.metrics.purchase.HoldOut;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.PurchaseLog;
import org.cxkit.metrics.renewal.RenewalTruth;
import org.cxkit.metrics.spend.SpendTruth;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of truth/value.json, one test each: likeliest parameters, predictions and values at full precision. */
class ValueTruthTest {

    private static final String FILE = "value.json";

    /** The relative error that SPEC-value §2 allows predictions. */
    private static final double TOLERANCE = 1e-11;

    private static final Map<String, Consumer<JsonNode>> CASES = Map.of(
            "mle_bgnbd", ValueTruthTest::bgNbd,
            "mle_pnbd", ValueTruthTest::paretoNbd,
            "mle_gg", SpendTruth::mle,
            "predict_cdnow_customers", ValueTruthTest::predictions,
            "clv_cdnow", ValueTruthTest::values,
            "simple_clv", SimpleClvTruth::compare,
            "behaviour_metrics_cdnow", BehaviorTruth::compare,
            "sbg", RenewalTruth::sbg,
            "four_c_portfolio", FourCTruth::check);

    /** Leaves that are prose or an input of others: an altered one may pass. */
    private static final List<String> NO_FIGURES = List.of("note", "convention", "data", "id", "kind", "currency");

    @TestFactory
    Stream<DynamicTest> everyFigureOfACaseIsReproduced() {
        return CASES.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> one.getValue().accept(TruthCase.read(FILE, one.getKey()))));
    }

    /** Of the cases that need several models; those of one have such a test beside it. */
    @TestFactory
    Stream<DynamicTest> anAlteredFigureIsSeen() {
        return Stream.of("predict_cdnow_customers", "clv_cdnow", "simple_clv")
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    JsonNode truth = TruthCase.read(FILE, id);
                    for (String leaf : TruthCase.leaves(truth)) {
                        if (!NO_FIGURES.contains(leaf.substring(leaf.lastIndexOf('/') + 1))) {
                            JsonNode altered = TruthCase.altered(truth, leaf);
                            assertThatThrownBy(() -> CASES.get(id).accept(altered))
                                    .as(leaf)
                                    .isInstanceOf(Throwable.class);
                        }
                    }
                }));
    }

    @Test
    void everyCaseOfTheFileIsServed() {
        assertThat(TruthCase.ids(FILE)).containsExactlyInAnyOrderElementsOf(CASES.keySet());
    }

    private static void bgNbd(JsonNode truth) {
        TruthCase expected = new TruthCase(truth);
        BuyingTruth.fitted(expected);
        expected.done();
    }

    private static void paretoNbd(JsonNode truth) {
        TruthCase expected = new TruthCase(truth);
        ParetoTruth.fitted(expected);
        expected.done();
    }

    private static BgNbd likeliestBgNbd() {
        return BuyingTruth.model(new TruthCase(TruthCase.read(FILE, "mle_bgnbd")));
    }

    private static ParetoNbd likeliestParetoNbd() {
        return ParetoTruth.model(new TruthCase(TruthCase.read(FILE, "mle_pnbd")));
    }

    private static final HoldOut CDNOW = cdnow();

    static HoldOut cdnow() {
        String file = "/cdnow_elog.csv";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ValueTruthTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            return PurchaseLog.of(
                            PurchaseCsv.columns("sampleid", "date", "sales")
                                    .currency("USD")
                                    .read(in, file)
                                    .orThrow(),
                            ZoneOffset.UTC)
                    .holdOut(LocalDate.of(1997, 9, 30), LocalDate.of(1998, 6, 30), RatePeriod.WEEK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares what the case says of a customer with the log; {@return his or her row in the calibration} */
    private static int customer(TruthCase expected, String at) {
        PurchaseHistories all = CDNOW.calibration();
        String id = expected.leaf(at + "/cust").asText();
        int row = IntStream.range(0, all.size())
                .filter(i -> all.customer(i).value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no customer " + id));
        PurchaseHistory days = all.history(row).in(RatePeriod.DAY);
        int x = days.frequency();
        expected.closeTo(at + "/x", x, 0);
        expected.closeTo(at + "/t_x_days", Math.rint(days.recency()), 0);
        expected.closeTo(at + "/T_days", Math.rint(days.age()), 0);
        // the file's mean was made by adding doubles up
        expected.closeTo(at + "/m_x", x == 0 ? 0 : all.repeatSpendMinor(row) / 100.0 / x, 1e-15);
        return row;
    }

    private static void predictions(JsonNode truth) {
        TruthCase expected = new TruthCase(truth);
        expected.equalText("/id", "predict_cdnow_customers");
        expected.equalText("/kind", "predict");
        assertThat(expected.leaf("/note").asText()).contains("delta=ln(1.1)*7/365.25 per week");
        BuyingTruth.predicted(expected, likeliestBgNbd());
        ParetoTruth.predicted(expected, likeliestParetoNbd());
        for (int i = 0; i < truth.get("customers").size(); i++) {
            String at = "/customers/" + i;
            SpendTruth.mean(expected, at, truth.at(at));
            int row = customer(expected, at);
            expected.closeTo(at + "/x_star", CDNOW.purchases(row), 0);
        }
        expected.done();
    }

    private static void values(JsonNode truth) {
        TruthCase expected = new TruthCase(truth);
        expected.equalText("/id", "clv_cdnow");
        expected.equalText("/kind", "clv");
        assertThat(expected.leaf("/convention").asText()).startsWith("clv12m: lifetimes/pymc-marketing convention");
        BuyingTruth.discounted(expected, likeliestBgNbd());
        Horizon year = Horizon.steps(12, TimeSpan.weeks(4.345), 0.01);
        Horizon forever = Horizon.forever(Rate.continuous(0.0027, RatePeriod.WEEK));
        for (int i = 0; i < truth.get("customers").size(); i++) {
            String at = "/customers/" + i;
            int row = customer(expected, at);
            expected.closeTo(at + "/clv12m_bg", value(year, likeliestBgNbd(), row), TOLERANCE);
            expected.closeTo(at + "/clv12m_pn", value(year, likeliestParetoNbd(), row), TOLERANCE);
            expected.closeTo(at + "/residual_clv_pn_0_0027", value(forever, likeliestParetoNbd(), row), TOLERANCE);
        }
        expected.done();
    }

    private static double value(Horizon horizon, BuyingModel model, int row) {
        PurchaseHistory history = CDNOW.calibration().history(row);
        double spend = CDNOW.calibration().repeatSpendMinor(row) / 100.0;
        return horizon.discountedPurchases(model, history)
                * SpendTruth.likeliest()
                        .meanSpend(history.frequency(), spend)
                        .toOptional()
                        .orElseThrow();
    }
}
