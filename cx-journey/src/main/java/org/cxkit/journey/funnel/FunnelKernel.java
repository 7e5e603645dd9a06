package org.cxkit.journey.funnel;

import org.cxkit.core.time.EpochMicros;
import org.cxkit.journey.log.EventLog;

/**
 * How far one case comes along the steps of a funnel, and when it reached each of them.
 *
 * <p>One object serves for all cases of a log. Where no window and no anchor can part the chains of a case, taking each
 * step as early as possible is best; otherwise the latest start is kept for each level, because of two chains that
 * reached a level, the later one can do all that the earlier one can.
 */
final class FunnelKernel {
    private static final long UNREACHED = Long.MIN_VALUE;

    private final EventLog log;
    private final FunnelDefinition definition;
    private final int[] codes;
    private final long window;
    private final long[] reachedAt;
    private final long[][] chains;
    private final long[][] chainsBefore;

    FunnelKernel(EventLog log, FunnelDefinition definition) {
        this.log = log;
        this.definition = definition;
        this.codes = definition.steps().stream()
                .mapToInt(name -> log.activities().find(name))
                .toArray();
        this.window = definition.window() == null ? Long.MAX_VALUE : EpochMicros.span(definition.window());
        this.reachedAt = new long[codes.length];
        this.chains = new long[codes.length][codes.length];
        this.chainsBefore = new long[codes.length][codes.length];
    }

    /** When the case reached each level, as far as the level returned last. */
    long[] reachedAt() {
        return reachedAt;
    }

    /** The number of steps the case reached. */
    int level(int caseIndex) {
        int from = log.from(caseIndex);
        int to = log.to(caseIndex);
        boolean first = definition.anchor() == FunnelAnchor.FIRST;
        return switch (definition.mode()) {
            case OPEN -> first || window == Long.MAX_VALUE ? greedy(from, to, false) : latestStarts(from, to, false);
            case OPEN_STRICT_TIME ->
                first || window == Long.MAX_VALUE ? greedy(from, to, true) : latestStarts(from, to, true);
            case STRICT_ADJACENT -> adjacent(from, to, first);
            case UNORDERED -> unordered(from, to);
        };
    }

    private int greedy(int from, int to, boolean later) {
        int level = 0;
        for (int event = from; event < to && level < codes.length; event++) {
            if (log.activity(event) == codes[level]) {
                long at = log.micros(event);
                if (level == 0 || (at - reachedAt[0] <= window && !(later && at == reachedAt[level - 1]))) {
                    reachedAt[level++] = at;
                }
            }
        }
        return level;
    }

    private int latestStarts(int from, int to, boolean later) {
        for (long[] chain : chains) {
            chain[0] = UNREACHED;
        }
        int best = 0;
        for (int event = from; event < to && best < codes.length; event++) {
            long at = log.micros(event);
            // a step at a later instant continues only chains that were there before this instant
            if (later && (event == from || log.micros(event - 1) < at)) {
                for (int k = 0; k < chains.length; k++) {
                    System.arraycopy(chains[k], 0, chainsBefore[k], 0, k + 1);
                }
            }
            // from the last level down, so that one event is never two steps of a chain
            for (int k = codes.length - 1; k >= 0; k--) {
                if (log.activity(event) == codes[k] && extend(later ? chainsBefore : chains, k, at) && k >= best) {
                    best = k + 1;
                    System.arraycopy(chains[k], 0, reachedAt, 0, best);
                }
            }
        }
        return best;
    }

    /** Makes the chain of a level from that of the level before, if it is in the window and started later than its own. */
    private boolean extend(long[][] before, int k, long at) {
        if (k == 0) {
            chains[0][0] = at;
            return true;
        }
        long start = before[k - 1][0];
        if (start == UNREACHED || at - start > window || start <= chains[k][0]) {
            return false;
        }
        System.arraycopy(before[k - 1], 0, chains[k], 0, k);
        chains[k][k] = at;
        return true;
    }

    private int adjacent(int from, int to, boolean firstOnly) {
        int best = 0;
        for (int start = from; start < to && best < codes.length; start++) {
            if (log.activity(start) != codes[0]) {
                continue;
            }
            int level = 1;
            while (level < codes.length
                    && start + level < to
                    && log.activity(start + level) == codes[level]
                    && log.micros(start + level) - log.micros(start) <= window) {
                level++;
            }
            if (level > best) {
                best = level;
                for (int k = 0; k < level; k++) {
                    reachedAt[k] = log.micros(start + k);
                }
            }
            if (firstOnly) {
                break;
            }
        }
        return best;
    }

    private int unordered(int from, int to) {
        boolean[] seen = new boolean[codes.length];
        int level = 0;
        for (int event = from; event < to && level < codes.length; event++) {
            for (int k = 0; k < codes.length; k++) {
                if (log.activity(event) == codes[k] && !seen[k]) {
                    seen[k] = true;
                    reachedAt[level++] = log.micros(event);
                }
            }
        }
        return level;
    }
}
