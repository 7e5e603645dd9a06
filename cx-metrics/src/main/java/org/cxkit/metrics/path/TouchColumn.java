package org.cxkit.metrics.path;

import java.util.Arrays;
import java.util.Objects;
import org.cxkit.metrics.wording.Counted;

/** The channel codes of touches, one byte each, or two where there are more than 256 channels. Immutable. */
final class TouchColumn {
    private static final int NARROW = 256;
    private static final int WIDE = 65_536;

    private final byte[] narrow;
    private final char[] wide;

    private TouchColumn(byte[] narrow, char[] wide) {
        this.narrow = narrow;
        this.wide = wide;
    }

    static TouchColumn of(byte[] codes) {
        return new TouchColumn(codes.clone(), new char[0]);
    }

    static TouchColumn of(int[] codes, int length, int channels) {
        requireFew(channels);
        byte[] narrow = new byte[channels <= NARROW ? length : 0];
        char[] wide = new char[channels <= NARROW ? 0 : length];
        for (int i = 0; i < length; i++) {
            if (codes[i] < 0 || codes[i] >= channels) {
                throw noChannel(i, codes[i], channels);
            }
            if (channels <= NARROW) {
                narrow[i] = (byte) codes[i];
            } else {
                wide[i] = (char) codes[i];
            }
        }
        return new TouchColumn(narrow, wide);
    }

    /** {@return a column of the ranks of codes, all of which have one below the number of channels} */
    static TouchColumn ranked(TouchBuffer codes, int[] ranks, int channels) {
        requireFew(channels);
        byte[] narrow = new byte[channels <= NARROW ? codes.size() : 0];
        char[] wide = new char[channels <= NARROW ? 0 : codes.size()];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (byte) ranks[codes.code(i)];
        }
        for (int i = 0; i < wide.length; i++) {
            wide[i] = (char) ranks[codes.code(i)];
        }
        return new TouchColumn(narrow, wide);
    }

    private static void requireFew(int channels) {
        if (channels > WIDE) {
            throw new IllegalArgumentException("at most " + WIDE + " channels wanted, got " + channels);
        }
    }

    void requireBelow(int channels) {
        for (int i = 0; i < length(); i++) {
            if (code(i) >= channels) {
                throw noChannel(i, code(i), channels);
            }
        }
    }

    private static IllegalArgumentException noChannel(int touch, int code, int channels) {
        return new IllegalArgumentException(
                "touches[" + touch + "] must be a code of " + Counted.of(channels, "channel") + ", got " + code);
    }

    /** {@return the codes of these touches} */
    TouchColumn at(int[] touches, int channels) {
        int[] codes = new int[touches.length];
        Arrays.setAll(codes, i -> code(touches[i]));
        return of(codes, codes.length, channels);
    }

    int length() {
        return Math.max(narrow.length, wide.length);
    }

    int code(int touch) {
        return wide.length == 0 ? narrow[touch] & 0xFF : wide[touch];
    }

    /** Both loops are plain copies that the compiler widens many at a time. */
    void copy(int from, int to, int[] codes) {
        Objects.checkFromToIndex(from, to, length());
        Objects.checkFromToIndex(0, to - from, codes.length);
        if (wide.length == 0) {
            for (int i = 0; i < to - from; i++) {
                codes[i] = narrow[from + i] & 0xFF;
            }
        } else {
            for (int i = 0; i < to - from; i++) {
                codes[i] = wide[from + i];
            }
        }
    }

    @Override
    public String toString() {
        return wide.length == 0 ? Arrays.toString(narrow) : Arrays.toString(wide);
    }
}
