package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cxkit.core.money.Money;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.index.CompositeIndex;
import org.cxkit.metrics.index.CronbachAlpha;
import org.cxkit.metrics.index.EarnedGrowth;
import org.cxkit.metrics.index.IndexAccumulator;
import org.cxkit.metrics.index.IndexItem;
import org.cxkit.metrics.index.IndexScore;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package index is for. */
final class IndexTellers {
    static final Map<String, Teller> TELLERS =
            Map.of("index", IndexTellers::index, "earnedGrowth", IndexTellers::earnedGrowth);

    private static final int RESPONDENTS = 10;

    private IndexTellers() {}

    private static Map<String, @Nullable Object> index(JsonNode input) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (input.has("items")) {
            double[][] items =
                    input.get("items").valueStream().map(Teller::doubles).toArray(double[][]::new);
            double alpha = CronbachAlpha.of(MomentsAccumulator.create("a", "b", "c")
                            .addAll(items, 0, items[0].length)
                            .result())
                    .alpha();
            told.put("/alpha", alpha);
            told.put("/peer", alpha);
            return told;
        }
        double[] x = Teller.doubles(input.get("x"));
        if (x.length == RESPONDENTS) {
            told.put(
                    "/score",
                    IndexScore.of(CompositeIndex.SUS, Teller.ints(input.get("x")))
                            .score());
            return told;
        }
        told.put("/score", meansOf(acsi(input), x).score());
        return told;
    }

    private static CompositeIndex acsi(JsonNode input) {
        if (!input.has("w")) {
            return CompositeIndex.normalised(
                    "ACSI, all alike",
                    CompositeIndex.ACSI.items().stream()
                            .map(item -> new IndexItem(item.name(), RatingScale.ONE_TO_TEN, 1))
                            .toArray(IndexItem[]::new));
        }
        double[] weights = Teller.doubles(input.get("w"));
        for (int i = 0; i < weights.length; i++) {
            // the weights of the case are those the library publishes
            if (CompositeIndex.ACSI.items().get(i).weight() != weights[i]) {
                throw new AssertionError(CompositeIndex.ACSI + " has other weights");
            }
        }
        return CompositeIndex.ACSI;
    }

    /** Ten respondents whose ratings have these means of one decimal. */
    private static IndexScore meansOf(CompositeIndex index, double[] means) {
        IndexAccumulator accumulator = IndexAccumulator.create(index);
        for (int respondent = 0; respondent < RESPONDENTS; respondent++) {
            int[] answers = new int[means.length];
            for (int item = 0; item < means.length; item++) {
                long sum = Math.round(means[item] * RESPONDENTS);
                answers[item] = (int) (sum / RESPONDENTS + (respondent < sum % RESPONDENTS ? 1 : 0));
            }
            accumulator.add(answers);
        }
        return IndexScore.of(accumulator.result());
    }

    private static Map<String, @Nullable Object> earnedGrowth(JsonNode input) {
        EarnedGrowth growth = EarnedGrowth.of(
                money(input, "priorRevenue"),
                money(input, "revenueFromReturning"),
                money(input, "revenueFromEarnedNew"),
                money(input, "revenueFromBoughtNew"));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/nrr", value(growth.netRevenueRetention()));
        told.put("/enc", value(growth.earnedNewCustomers()));
        told.put("/earnedGrowthRate", value(growth.rate()));
        told.put("/totalGrowthRate", value(growth.totalGrowth()));
        return told;
    }

    private static Money money(JsonNode input, String field) {
        return Money.of(new BigDecimal(input.get(field).asText()), Currency.getInstance("EUR"));
    }

    private static double value(Outcome<Double> outcome) {
        return outcome.toOptional().orElseThrow();
    }
}
