package org.cxkit.metrics.path;

/**
 * The ages of touches, exact: four bytes each in the finest unit of a microsecond, a millisecond or a second in which all
 * of them fit and are whole, otherwise eight. Immutable.
 */
final class AgeColumn {
    private static final long[] UNITS = {1, 1_000, 1_000_000};
    /** Of milliseconds, 49 days. */
    private static final long MOST = 0xFFFF_FFFFL;

    private final int[] narrow;
    private final long[] wide;
    private final long unit;

    private AgeColumn(int[] narrow, long[] wide, long unit) {
        this.narrow = narrow;
        this.wide = wide;
        this.unit = unit;
    }

    static AgeColumn of(long[] micros, int[] ends) {
        requireTouches("ages", micros.length, ends);
        int row = 0;
        for (int i = 0; i < micros.length; i++) {
            boolean opens = false;
            while (i >= ends[row]) {
                row++;
                opens = true;
            }
            boolean first = i == 0 || opens;
            if (micros[i] < 0 || (!first && micros[i] > micros[i - 1])) {
                throw new IllegalArgumentException("ages[" + i + "] must be at least 0"
                        + (first ? "" : " and at most " + micros[i - 1] + ", the age of the touch before")
                        + ", got " + micros[i]);
            }
        }
        for (long unit : UNITS) {
            if (fit(micros, unit)) {
                int[] narrow = new int[micros.length];
                for (int i = 0; i < narrow.length; i++) {
                    narrow[i] = (int) (micros[i] / unit);
                }
                return new AgeColumn(narrow, new long[0], unit);
            }
        }
        return new AgeColumn(new int[0], micros.clone(), 1);
    }

    private static boolean fit(long[] micros, long unit) {
        for (long age : micros) {
            if (age % unit != 0 || age / unit > MOST) {
                return false;
            }
        }
        return true;
    }

    /** {@return the ages of touches at these times in rows that ended at those} */
    static long[] ages(long[] touchMicros, long[] endMicros, int[] ends) {
        requireTouches("times", touchMicros.length, ends);
        if (endMicros.length != ends.length) {
            throw new IllegalArgumentException(
                    "times of ends must be one for each of " + ends.length + " rows, got " + endMicros.length);
        }
        long[] ages = new long[touchMicros.length];
        int touch = 0;
        for (int row = 0; row < ends.length; row++) {
            for (; touch < ends[row]; touch++) {
                ages[touch] = Math.subtractExact(endMicros[row], touchMicros[touch]);
            }
        }
        return ages;
    }

    private static void requireTouches(String what, int length, int[] ends) {
        int touches = ends.length == 0 ? 0 : ends[ends.length - 1];
        if (length != touches) {
            throw new IllegalArgumentException(
                    what + " must be one for each of " + touches + " touches, got " + length);
        }
    }

    /** {@return the ages of these touches} */
    AgeColumn at(int[] touches) {
        int[] some = new int[wide.length == 0 ? touches.length : 0];
        for (int i = 0; i < some.length; i++) {
            some[i] = narrow[touches[i]];
        }
        long[] others = new long[wide.length == 0 ? 0 : touches.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = wide[touches[i]];
        }
        return new AgeColumn(some, others, unit);
    }

    long micros(int touch) {
        return wide.length == 0 ? Integer.toUnsignedLong(narrow[touch]) * unit : wide[touch];
    }
}
