package org.cxkit.metrics.attribution;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.path.Journeys;

/**
 * Positions of amounts that need not be whole, such as half a conversion: compensated sums of doubles, so the error
 * does not grow with the rows.
 */
final class FractionalPositions implements Positions {
    private final int channels;
    private final TreeMap<Integer, double[]> byLength = new TreeMap<>();
    private final TreeMap<Integer, double[]> byDistinct = new TreeMap<>();
    private final double[] untouched = CompensatedSum.zeros(1);

    private FractionalPositions(int channels) {
        this.channels = channels;
    }

    /** {@return the positions of one amount of each row} */
    static FractionalPositions of(Journeys journeys, IntToDoubleFunction amount) {
        FractionalPositions positions =
                new FractionalPositions(journeys.channels().size());
        int[] seen = new int[positions.channels];
        for (int row = 0; row < journeys.size(); row++) {
            double more = amount.applyAsDouble(row);
            if (more != 0) {
                positions.add(journeys, row, more, seen, row + 1);
            }
        }
        return positions;
    }

    private void add(Journeys journeys, int row, double amount, int[] seen, int mark) {
        int length = journeys.length(row);
        if (length == 0) {
            CompensatedSum.add(untouched, 0, amount);
            return;
        }
        double[] places = level(byLength, length, PLACES * channels);
        int distinct = 0;
        for (int i = 0; i < length; i++) {
            int code = journeys.touch(journeys.start(row) + i);
            CompensatedSum.add(places, Positions.place(i, length) * channels + code, amount);
            distinct += seen[code] == mark ? 0 : 1;
            seen[code] = mark;
        }
        double[] sets = level(byDistinct, distinct, channels);
        for (int i = 0; i < length; i++) {
            int code = journeys.touch(journeys.start(row) + i);
            if (seen[code] == mark) {
                CompensatedSum.add(sets, code, amount);
                seen[code] = 0;
            }
        }
    }

    private static double[] level(Map<Integer, double[]> levels, int at, int size) {
        return levels.computeIfAbsent(at, key -> CompensatedSum.zeros(size));
    }

    @Override
    public int longest() {
        return byLength.isEmpty() ? 0 : byLength.lastKey();
    }

    @Override
    public boolean has(int length) {
        return byLength.containsKey(length);
    }

    @Override
    public double at(int length, int place, int code) {
        return CompensatedSum.of(byLength.getOrDefault(length, new double[0]), place * channels + code);
    }

    @Override
    public int mostDistinct() {
        return byDistinct.isEmpty() ? 0 : byDistinct.lastKey();
    }

    @Override
    public boolean hasDistinct(int distinct) {
        return byDistinct.containsKey(distinct);
    }

    @Override
    public double distinct(int distinct, int code) {
        return CompensatedSum.of(byDistinct.getOrDefault(distinct, new double[0]), code);
    }

    @Override
    public double untouched() {
        return CompensatedSum.of(untouched, 0);
    }

    @Override
    public String toString() {
        return "paths of " + Arrays.toString(byLength.keySet().toArray()) + " touches";
    }
}
