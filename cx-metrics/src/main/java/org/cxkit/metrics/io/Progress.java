package org.cxkit.metrics.io;

/** Told how far a long reading has come, on the thread that reads. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (rows, bytes) -> {};

    /**
     * Called now and then while reading, and once at the end.
     *
     * @param rows the data rows seen so far
     * @param bytes the bytes taken from the file so far, compressed ones if it is compressed; characters where the
     *     source is a reader
     */
    void at(long rows, long bytes);
}
