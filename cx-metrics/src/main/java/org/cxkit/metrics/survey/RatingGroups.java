package org.cxkit.metrics.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;

/**
 * Ratings counted by key from two columns: one row of cells for each key, one look-up for each run of equal keys.
 *
 * @param <K> the type of the keys
 */
final class RatingGroups<K extends Comparable<? super K>> {
    private final RatingScale scale;
    private final Map<K, Integer> rows = new HashMap<>();
    private long[] cells;

    RatingGroups(RatingScale scale) {
        this.scale = scale;
        this.cells = new long[16 * width()];
    }

    /** One cell for each rating, and one for missing answers. */
    private int width() {
        return scale.points() + 1;
    }

    RatingGroups<K> addAll(K[] keys, byte[] ratings) {
        if (keys.length != ratings.length) {
            throw new IllegalArgumentException(
                    "wanted a rating for each key, got " + keys.length + " keys and " + ratings.length + " ratings");
        }
        int points = scale.points();
        K last = null;
        int row = 0;
        for (int i = 0; i < ratings.length; i++) {
            K key = keys[i];
            if (key != last || key == null) {
                row = rowOf(Objects.requireNonNull(key, "keys[" + i + "]"));
                last = key;
            }
            int cell = ratings[i] - scale.min();
            if (cell < 0 || cell >= points) {
                if (ratings[i] != Byte.MIN_VALUE) {
                    throw RatingAccumulator.offScale(scale, i, ratings[i]);
                }
                cell = points;
            }
            cells[row + cell]++;
        }
        return this;
    }

    private int rowOf(K key) {
        Integer known = rows.get(key);
        if (known != null) {
            return known;
        }
        int row = Math.multiplyExact(rows.size(), width());
        if (row == cells.length) {
            cells = Arrays.copyOf(cells, Math.multiplyExact(2, cells.length));
        }
        rows.put(key, row);
        return row;
    }

    Grouped<K, RatingTally> result() {
        Map<K, RatingTally> tallies = new HashMap<>();
        int points = scale.points();
        rows.forEach((key, row) -> tallies.put(
                key, new RatingTally(scale, Arrays.copyOfRange(cells, row, row + points), cells[row + points], 0)));
        return Grouped.of(RatingTally.empty(scale), tallies);
    }
}
