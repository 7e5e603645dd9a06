package org.cxkit.metrics.live;

/** Which late answers are worth a line in the log: the first, the tenth, the hundredth and so on. Stateless. */
final class LateNotice {
    private LateNotice() {}

    static boolean isDue(long count) {
        long power = 1;
        while (power < count && power <= Long.MAX_VALUE / 10) {
            power *= 10;
        }
        return power == count;
    }
}
