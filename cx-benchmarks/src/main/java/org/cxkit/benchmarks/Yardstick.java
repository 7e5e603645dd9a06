package org.cxkit.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The practical bound of a pass over bytes in Java: read them once, as {@code long} words in four streams, and do
 * nothing with them but OR. A speed is told as a multiple of this read of the same bytes in the same run.
 */
final class Yardstick {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Yardstick() {}

    /**
     * {@return the OR of all whole words of four equal quarters of the bytes}
     *
     * @param bytes what to read; fewer than 32 bytes at the end are left out
     */
    static long read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /**
     * {@return the OR of all whole words of four equal quarters of a range}
     *
     * @param bytes what to read; fewer than 32 bytes at the end of the range are left out
     * @param from the first byte, included
     * @param to the last byte, excluded
     */
    static long read(byte[] bytes, int from, int to) {
        int quarter = (to - from) / 32 * 8;
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (int i = from; i < from + quarter; i += 8) {
            a |= (long) WORD.get(bytes, i);
            b |= (long) WORD.get(bytes, i + quarter);
            c |= (long) WORD.get(bytes, i + 2 * quarter);
            d |= (long) WORD.get(bytes, i + 3 * quarter);
        }
        return a | b | c | d;
    }
}
