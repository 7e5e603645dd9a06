package org.cxkit.journey.log;

/** The stable order of longs, as positions, by merging runs of doubling length: no object per element. */
final class StableSort {
    private StableSort() {}

    /** The positions, counted from {@code from}, in ascending order of the keys; equal keys keep their order. */
    static int[] order(long[] keys, int from, int to) {
        int length = to - from;
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            order[i] = i;
        }
        int[] merged = new int[length];
        for (int run = 1; run < length && run > 0; run <<= 1) {
            for (int start = 0; start < length; start += 2 * run) {
                int middle = Math.min(start + run, length);
                merge(keys, from, order, merged, start, middle, Math.min(middle + run, length));
            }
            int[] swap = order;
            order = merged;
            merged = swap;
        }
        return order;
    }

    private static void merge(long[] keys, int from, int[] order, int[] merged, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = left < middle && (right >= end || keys[from + order[left]] <= keys[from + order[right]]);
            merged[at] = takeLeft ? order[left++] : order[right++];
        }
    }
}
