package org.cxkit.metrics.shapley;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.path.Journeys;

/**
 * The game in which a set of channels is worth what the paths that touch no other channel bring, told in closed form.
 *
 * <p>Each share is divided once and the sums are compensated, so that credit is within 1e-15 of the exact fraction.
 */
final class PathGame {
    private final Journeys journeys;
    private final IntToDoubleFunction brings;
    private final double unit;
    private int[] codes = new int[16];

    private PathGame(Journeys journeys, IntToDoubleFunction brings, double unit) {
        this.journeys = journeys;
        this.brings = brings;
        this.unit = unit;
    }

    static PathGame conversions(Journeys journeys) {
        return new PathGame(journeys, journeys::conversions, 1);
    }

    static PathGame value(Journeys journeys) {
        double minorPerMajor = journeys.currency()
                .map(money -> Math.pow(10, Money.zero(money).amount().scale()))
                .orElse(1.0);
        return new PathGame(journeys, journeys::valueMinor, minorPerMajor);
    }

    Shapley shapley() {
        int channels = journeys.channels().size();
        double[] sums = CompensatedSum.zeros(channels + 2);
        int none = channels;
        int all = channels + 1;
        int[] touches = new int[channels];
        for (int row = 0; row < journeys.size(); row++) {
            double amount = brings.applyAsDouble(row);
            if (amount == 0) {
                continue;
            }
            CompensatedSum.add(sums, all, amount);
            int distinct = count(row, touches);
            if (distinct == 0) {
                CompensatedSum.add(sums, none, amount);
            }
            for (int i = 0; i < journeys.length(row); i++) {
                if (touches[codes[i]] > 0) {
                    CompensatedSum.add(sums, codes[i], amount / distinct);
                    touches[codes[i]] = 0;
                }
            }
        }
        List<ShapleyCredit> credit = new ArrayList<>();
        for (int code = 0; code < channels; code++) {
            credit.add(new ShapleyCredit(journeys.channels().name(code), of(sums, code), 0));
        }
        return new Shapley(byName(credit), of(sums, none), of(sums, all), 0);
    }

    OrderedShapley ordered() {
        int channels = journeys.channels().size();
        List<double[]> byPosition = new ArrayList<>();
        double[] untouched = CompensatedSum.zeros(1);
        int[] touches = new int[channels];
        for (int row = 0; row < journeys.size(); row++) {
            double amount = brings.applyAsDouble(row);
            if (amount == 0) {
                continue;
            }
            int distinct = count(row, touches);
            if (distinct == 0) {
                CompensatedSum.add(untouched, 0, amount);
            }
            int length = journeys.length(row);
            while (byPosition.size() < length) {
                byPosition.add(CompensatedSum.zeros(channels));
            }
            for (int i = 0; i < length; i++) {
                CompensatedSum.add(byPosition.get(i), codes[i], amount / ((double) distinct * touches[codes[i]]));
            }
            for (int i = 0; i < length; i++) {
                touches[codes[i]] = 0;
            }
        }
        return new OrderedShapley(rows(byPosition), of(untouched, 0));
    }

    private List<PositionCredit> rows(List<double[]> byPosition) {
        List<PositionCredit> rows = new ArrayList<>();
        for (int code : codesByName()) {
            for (int i = 0; i < byPosition.size(); i++) {
                double credit = of(byPosition.get(i), code);
                if (credit > 0) {
                    rows.add(new PositionCredit(journeys.channels().name(code), i + 1, credit));
                }
            }
        }
        return rows;
    }

    /** Reads a row's touches, counts those of each channel, and returns how many channels there are. */
    private int count(int row, int[] touches) {
        int length = journeys.length(row);
        codes = length > codes.length ? new int[length * 2] : codes;
        journeys.copyTouches(journeys.start(row), journeys.end(row), codes);
        int distinct = 0;
        for (int i = 0; i < length; i++) {
            distinct += touches[codes[i]]++ == 0 ? 1 : 0;
        }
        return distinct;
    }

    private double of(double[] sums, int sum) {
        return CompensatedSum.of(sums, sum) / unit;
    }

    private List<ShapleyCredit> byName(List<ShapleyCredit> credit) {
        List<ShapleyCredit> ordered = new ArrayList<>();
        for (int code : codesByName()) {
            ordered.add(credit.get(code));
        }
        return ordered;
    }

    private int[] codesByName() {
        int[] ranks = journeys.channels().ranks();
        int[] codesByName = new int[ranks.length];
        for (int code = 0; code < ranks.length; code++) {
            codesByName[ranks[code]] = code;
        }
        return codesByName;
    }
}
