package org.cxkit.metrics.purchase;

/**
 * Histories while they are put in order: by frequency, then age, then recency.
 *
 * <p>First into a part for each frequency, then merged from part to part with all their numbers: rows that are read one
 * after another cost a third of rows that are looked up (BuyingFitBenchmark.count).
 */
final class HistoryColumns {
    /** Frequencies from here on share the last part, and are few. */
    private static final int MOST_PARTS = 1024;

    private static final int INSERTED = 16;

    final int[] frequency;
    final double[] recency;
    final double[] age;
    final long[] customers;
    private int size;

    HistoryColumns(int capacity) {
        frequency = new int[capacity];
        recency = new double[capacity];
        age = new double[capacity];
        customers = new long[capacity];
    }

    void add(int x, double last, double observed, long times) {
        frequency[size] = x;
        recency[size] = last;
        age[size] = observed;
        customers[size++] = times;
    }

    /** {@return the same rows in order; these are spoiled} */
    HistoryColumns sorted() {
        HistoryColumns parted = new HistoryColumns(size);
        parted.size = size;
        int[] next = new int[MOST_PARTS + 1];
        for (int row = 0; row < size; row++) {
            next[part(row) + 1]++;
        }
        for (int i = 1; i <= MOST_PARTS; i++) {
            next[i] += next[i - 1];
        }
        int[] starts = next.clone();
        for (int row = 0; row < size; row++) {
            parted.set(next[part(row)]++, this, row);
        }
        for (int i = 0; i < MOST_PARTS; i++) {
            parted.sort(starts[i], starts[i + 1], this);
        }
        return parted;
    }

    private int part(int row) {
        return Math.min(frequency[row], MOST_PARTS - 1);
    }

    private void sort(int from, int to, HistoryColumns spare) {
        for (int low = from; low < to; low += INSERTED) {
            insert(low, Math.min(low + INSERTED, to));
        }
        HistoryColumns source = this;
        HistoryColumns target = spare;
        for (int width = INSERTED; width < to - from; width *= 2) {
            for (int low = from; low < to; low += 2 * width) {
                target.merge(source, low, Math.min(low + width, to), Math.min(low + 2 * width, to));
            }
            HistoryColumns swapped = source;
            source = target;
            target = swapped;
        }
        for (int row = from; source != this && row < to; row++) {
            set(row, source, row);
        }
    }

    private void insert(int from, int to) {
        for (int row = from + 1; row < to; row++) {
            int x = frequency[row];
            double last = recency[row];
            double observed = age[row];
            long times = customers[row];
            int at = row;
            for (; at > from && after(at - 1, x, observed, last); at--) {
                set(at, this, at - 1);
            }
            frequency[at] = x;
            recency[at] = last;
            age[at] = observed;
            customers[at] = times;
        }
    }

    private void merge(HistoryColumns source, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int row = low; row < high; row++) {
            boolean takeRight = left >= middle
                    || (right < high
                            && source.after(left, source.frequency[right], source.age[right], source.recency[right]));
            set(row, source, takeRight ? right++ : left++);
        }
    }

    /** {@return whether a row comes after these numbers} */
    private boolean after(int row, int x, double observed, double last) {
        if (age[row] != observed && frequency[row] == x) {
            return age[row] > observed;
        }
        return frequency[row] != x ? frequency[row] > x : recency[row] > last;
    }

    private void set(int row, HistoryColumns source, int from) {
        frequency[row] = source.frequency[from];
        recency[row] = source.recency[from];
        age[row] = source.age[from];
        customers[row] = source.customers[from];
    }
}
