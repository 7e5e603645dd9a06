package org.cxkit.core.io;

import java.util.List;

/**
 * What lenient reading returns: what the good rows gave, and the rows that were refused with their reasons.
 *
 * <p>Nothing is lost: {@code rows} is the number of data rows seen, good and refused together. As immutable and
 * thread-safe as its {@code value}.
 *
 * @param value what the good rows gave
 * @param rows the number of data rows seen, the header not counted
 * @param rejected the refused rows in the order of the source
 * @param <T> what reading gives
 */
public record Ingested<T>(T value, long rows, List<Rejected> rejected) {

    /**
     * Checks the count and copies the list.
     *
     * @throws IllegalArgumentException if more rows were refused than seen
     */
    public Ingested {
        rejected = List.copyOf(rejected);
        if (rows < rejected.size()) {
            throw new IllegalArgumentException(
                    "rows must be at least the " + rejected.size() + " rejected ones, got " + rows);
        }
    }

    /**
     * {@return the value, if no row was refused}
     *
     * @throws IllegalArgumentException naming the first refused row, and how many more there are
     */
    public T orThrow() {
        if (rejected.isEmpty()) {
            return value;
        }
        int more = rejected.size() - 1;
        throw new IllegalArgumentException(
                rejected.get(0) + (more == 0 ? "" : " (and " + more + (more == 1 ? " more row)" : " more rows)")));
    }
}
