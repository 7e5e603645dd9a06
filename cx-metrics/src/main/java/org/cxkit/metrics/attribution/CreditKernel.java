package org.cxkit.metrics.attribution;

import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.path.Journeys;

/** One pass over rows of journeys, in their order, so that it always gives the same bits. */
final class CreditKernel {

    private CreditKernel() {}

    static CreditTally tell(AttributionModel model, Journeys journeys, int from, int to) {
        Objects.checkFromToIndex(from, to, journeys.size());
        RowRule rule = model.rowRule();
        rule.require(journeys);
        if (from == to) {
            return CreditTally.nothing(model);
        }
        String[] channels = journeys.channels().sorted().names().toArray(new String[0]);
        double[] sums = CompensatedSum.zeros(CreditTally.sums(channels.length));
        long valueMinor = addTotals(journeys, from, to, sums);
        int[] places = journeys.channels().ranks();
        if (model.excluded().isEmpty()) {
            addCredit(rule, journeys, from, to, places, sums);
        } else {
            addCredit(rule, journeys.rows(from, to).without(model.excluded()), 0, to - from, places, sums);
        }
        String currency = valueMinor == 0
                ? ""
                : journeys.currency().map(Currency::getCurrencyCode).orElse("");
        return new CreditTally(model.toBytes(), channels, sums, valueMinor, currency);
    }

    /** {@return the credit by a rule, by the codes of the journeys' channels} */
    static Credits credits(RowRule rule, Journeys journeys) {
        rule.require(journeys);
        int channels = journeys.channels().size();
        double[] sums = CompensatedSum.zeros(CreditTally.sums(channels));
        int[] places = new int[channels];
        Arrays.setAll(places, code -> code);
        addCredit(rule, journeys, 0, journeys.size(), places, sums);
        double[] conversions = new double[channels];
        double[] minor = new double[channels];
        Arrays.setAll(conversions, place -> CompensatedSum.of(sums, 2 * place));
        Arrays.setAll(minor, place -> CompensatedSum.of(sums, 2 * place + 1));
        return new Credits(
                conversions, minor, CompensatedSum.of(sums, 2 * channels), CompensatedSum.of(sums, 2 * channels + 1));
    }

    private static long addTotals(Journeys journeys, int from, int to, double[] sums) {
        int total = CreditTally.totalAt(journeys.channels().size());
        int lost = CreditTally.lostAt(journeys.channels().size());
        boolean valued = journeys.currency().isPresent();
        boolean single = journeys.single();
        int converted = 0;
        long valueMinor = 0;
        for (int row = from; row < to; row++) {
            valueMinor = valued ? Math.addExact(valueMinor, journeys.valueMinor(row)) : 0;
            if (single) {
                converted += (int) journeys.conversions(row);
            } else {
                CompensatedSum.add(sums, total, journeys.conversions(row));
                CompensatedSum.add(sums, lost, journeys.lost(row));
            }
        }
        if (single) {
            CompensatedSum.add(sums, total, converted);
            CompensatedSum.add(sums, lost, (double) (to - from) - converted);
        }
        return valueMinor;
    }

    /** Rows without a conversion have no value either, and are skipped before their touches are read. */
    private static void addCredit(RowRule rule, Journeys journeys, int from, int to, int[] places, double[] sums) {
        RowTouches touches = new RowTouches(journeys);
        boolean valued = journeys.currency().isPresent();
        double[] weights = new double[16];
        for (int row = from; row < to; row++) {
            double conversions = journeys.conversions(row);
            if (conversions == 0) {
                continue;
            }
            double minor = journeys.valueMinor(row);
            int length = touches.moveTo(row);
            weights = length > weights.length ? new double[2 * length] : weights;
            double total = rule.weigh(touches, weights);
            if (total == 0) {
                add(sums, places.length, conversions, minor, valued);
                continue;
            }
            double share = 1 / total;
            for (int i = 0; i < length; i++) {
                double weight = weights[i] * share;
                add(sums, places[touches.code(i)], weight * conversions, weight * minor, valued);
            }
        }
    }

    private static void add(double[] sums, int place, double conversions, double minor, boolean valued) {
        CompensatedSum.add(sums, 2 * place, conversions);
        if (valued) {
            CompensatedSum.add(sums, 2 * place + 1, minor);
        }
    }
}
