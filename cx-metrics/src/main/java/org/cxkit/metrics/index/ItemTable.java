package org.cxkit.metrics.index;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.jspecify.annotations.Nullable;

/** A composite index as arrays: what each answer to each item adds. Not to be altered. */
final class ItemTable implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** What stands for an answer that was not given. */
    static final int MISSING = Integer.MIN_VALUE;

    // primitives, arrays and strings only: the serialisers of Spark and older Flink fill them by reflection
    private final String name;
    private final int minimum;
    private final String[] names;
    private final int[] mins;
    private final int[] maxs;
    private final boolean[] lowIsGood;
    private final double[] weights;

    private ItemTable() {
        this(CompositeIndex.SUS);
    }

    ItemTable(CompositeIndex index) {
        List<IndexItem> items = index.items();
        name = index.name();
        minimum = index.minimum();
        names = items.stream().map(IndexItem::name).toArray(String[]::new);
        mins = items.stream().mapToInt(item -> item.scale().min()).toArray();
        maxs = items.stream().mapToInt(item -> item.scale().max()).toArray();
        weights = items.stream().mapToDouble(IndexItem::weight).toArray();
        lowIsGood = new boolean[names.length];
        for (int i = 0; i < lowIsGood.length; i++) {
            lowIsGood[i] = items.get(i).scale().lowIsGood();
        }
    }

    CompositeIndex index() {
        List<IndexItem> items = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            items.add(new IndexItem(names[i], scale(i), weights[i]));
        }
        return new CompositeIndex(name, items, minimum);
    }

    private RatingScale scale(int item) {
        return new RatingScale(mins[item], maxs[item], lowIsGood[item]);
    }

    int size() {
        return names.length;
    }

    /** {@return whether the answer to an item is neither on its scale nor missing} */
    boolean offScale(int item, int answer) {
        return (answer < mins[item] || answer > maxs[item]) && answer != MISSING;
    }

    /** Checks the answer to an item of a row; a negative row is none. */
    void require(int item, int answer, int row) {
        if (offScale(item, answer)) {
            throw new IllegalArgumentException(
                    names[item] + (row < 0 ? "" : "[" + row + "]") + " off the scale " + scale(item) + ": " + answer);
        }
    }

    void requireWidth(int width, String what) {
        if (width != names.length) {
            throw new IllegalArgumentException("wanted " + names.length + " " + what + " for the items of " + name
                    + " (" + String.join(", ", names) + "), got " + width);
        }
    }

    /** {@return whether so many answers are enough for a score} */
    boolean enough(int answered) {
        return answered >= minimum;
    }

    /** {@return whether a respondent with a score answered everything} */
    boolean all(int answered) {
        return answered == names.length;
    }

    /** {@return the weighted mean of the answers that were given, from 0 to 100} */
    double score(int[] answers) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] != MISSING) {
                int good = lowIsGood[i] ? maxs[i] - answers[i] : answers[i] - mins[i];
                sum += weights[i] * good / (maxs[i] - mins[i]);
                weight += weights[i];
            }
        }
        return 100 * Math.min(1, sum / weight);
    }

    ByteWriter write(ByteWriter writer) {
        writer.text(name).count(minimum).count(names.length);
        for (int i = 0; i < names.length; i++) {
            writer.text(names[i]).scale(scale(i)).real(weights[i]);
        }
        return writer;
    }

    static ItemTable read(ByteReader reader) {
        String name = reader.text();
        int minimum = reader.count(Integer.MAX_VALUE);
        int size = reader.size();
        List<IndexItem> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String item = reader.text();
            items.add(new IndexItem(item, reader.scale(), reader.real()));
        }
        return new ItemTable(new CompositeIndex(name, items, minimum));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemTable that
                && name.equals(that.name)
                && minimum == that.minimum
                && Arrays.equals(names, that.names)
                && Arrays.equals(mins, that.mins)
                && Arrays.equals(maxs, that.maxs)
                && Arrays.equals(lowIsGood, that.lowIsGood)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(names);
    }
}
