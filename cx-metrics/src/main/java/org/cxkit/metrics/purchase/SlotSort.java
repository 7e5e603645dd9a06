package org.cxkit.metrics.purchase;

/** Sorts row numbers by three columns, without an object a row. */
final class SlotSort {

    private SlotSort() {}

    /** Puts the rows in the order of {@code first}, then {@code second}, then {@code third}: a merge sort. */
    static void sort(int[] rows, int[] first, double[] second, double[] third) {
        int[] from = rows;
        int[] to = new int[rows.length];
        for (int width = 1; width < rows.length; width *= 2) {
            for (int low = 0; low < rows.length; low += 2 * width) {
                int middle = Math.min(low + width, rows.length);
                int high = Math.min(middle + width, rows.length);
                merge(from, to, low, middle, high, first, second, third);
            }
            int[] swapped = from;
            from = to;
            to = swapped;
        }
        if (from != rows) {
            System.arraycopy(from, 0, rows, 0, rows.length);
        }
    }

    /** Puts two columns in the order of the first, by insertion: for the few purchases of one customer, mostly in order. */
    static void sortTogether(int[] keys, long[] values, int size) {
        for (int i = 1; i < size; i++) {
            int key = keys[i];
            long value = values[i];
            int at = i;
            for (; at > 0 && keys[at - 1] > key; at--) {
                keys[at] = keys[at - 1];
                values[at] = values[at - 1];
            }
            keys[at] = key;
            values[at] = value;
        }
    }

    private static void merge(
            int[] from, int[] to, int low, int middle, int high, int[] first, double[] second, double[] third) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft =
                    right >= high || (left < middle && !before(from[right], from[left], first, second, third));
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private static boolean before(int a, int b, int[] first, double[] second, double[] third) {
        if (first[a] != first[b]) {
            return first[a] < first[b];
        }
        return second[a] != second[b] ? second[a] < second[b] : third[a] < third[b];
    }
}
