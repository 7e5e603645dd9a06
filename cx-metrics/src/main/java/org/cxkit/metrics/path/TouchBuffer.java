package org.cxkit.metrics.path;

import java.util.Arrays;

/** The channel codes of touches as they come: a byte each while they fit, so that most are written once. Not thread-safe. */
final class TouchBuffer {
    private static final int NARROW = 256;

    private byte[] narrow = new byte[64];
    private int[] wide = new int[0];
    private int size;

    int size() {
        return size;
    }

    void add(int code) {
        if (wide.length > 0 || code >= NARROW) {
            addWide(code);
            return;
        }
        if (size == narrow.length) {
            narrow = Arrays.copyOf(narrow, 2 * size);
        }
        narrow[size++] = (byte) code;
    }

    private void addWide(int code) {
        if (wide.length == 0) {
            wide = new int[2 * narrow.length];
            for (int i = 0; i < size; i++) {
                wide[i] = narrow[i] & 0xFF;
            }
            narrow = new byte[0];
        } else if (size == wide.length) {
            wide = Arrays.copyOf(wide, 2 * size);
        }
        wide[size++] = code;
    }

    /** Forgets the touches from this one on. */
    void truncate(int newSize) {
        size = newSize;
    }

    int code(int touch) {
        return wide.length == 0 ? narrow[touch] & 0xFF : wide[touch];
    }

    /** {@return for each channel whether it has a touch} */
    boolean[] used(int channels) {
        boolean[] used = new boolean[channels];
        for (int i = 0; i < size; i++) {
            used[code(i)] = true;
        }
        return used;
    }
}
