package org.cxkit.journey.mining;

import java.util.Arrays;
import java.util.List;
import org.cxkit.journey.log.EventLog;

/**
 * The different ways the cases of a log went: each distinct whole sequence of activities with its number of cases.
 *
 * <p>The most frequent first, then in the order of the sequences. Immutable, value-based and thread-safe.
 */
public final class Variants {
    private final List<Variant> variants;
    private final long cases;

    private Variants(List<Variant> variants, long cases) {
        this.variants = variants;
        this.cases = cases;
    }

    /**
     * {@return the variants of a log}
     *
     * @param log any log
     */
    public static Variants of(EventLog log) {
        int[] slots = new int[Integer.highestOneBit(Math.max(8, log.cases())) * 4];
        Arrays.fill(slots, -1);
        int mask = slots.length - 1;
        int[] counts = new int[log.cases()];
        int distinct = 0;
        for (int c = 0; c < log.cases(); c++) {
            int slot = hash(log, c) & mask;
            // each slot holds the first case of its variant; equal hashes are verified against its sequence
            while (slots[slot] >= 0 && !log.sameSequence(slots[slot], c)) {
                slot = (slot + 1) & mask;
            }
            if (slots[slot] < 0) {
                slots[slot] = c;
                distinct++;
            }
            counts[slots[slot]]++;
        }
        Variant[] variants = new Variant[distinct];
        int next = 0;
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                variants[next++] = new Variant(log.sequence(c), counts[c]);
            }
        }
        Arrays.sort(variants);
        return new Variants(List.of(variants), log.cases());
    }

    private static int hash(EventLog log, int caseIndex) {
        long hash = 0;
        int to = log.to(caseIndex);
        for (int event = log.from(caseIndex); event < to; event++) {
            hash = (hash + log.activity(event) + 1) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash >>> Integer.SIZE);
    }

    /** {@return the variants in order, unmodifiable} */
    public List<Variant> list() {
        return variants;
    }

    /** {@return how many variants there are} */
    public int size() {
        return variants.size();
    }

    /** {@return how many cases there are} */
    public long cases() {
        return cases;
    }

    /**
     * {@return the share of the cases that the first variants cover together, from 0 to 1}
     *
     * @param first how many variants, from 0 to {@code size()}
     * @throws IllegalStateException if there are no cases
     */
    public double coverage(int first) {
        if (cases == 0) {
            throw new IllegalStateException("the coverage of variants is undefined for 0 cases");
        }
        long covered =
                variants.subList(0, first).stream().mapToLong(Variant::count).sum();
        return (double) covered / cases;
    }

    /**
     * {@return the identifiers of the cases that went just this way, in the order of the log}
     *
     * @param log the log in which to look
     * @param activities the whole sequence
     */
    public static List<String> caseIds(EventLog log, List<String> activities) {
        int[] codes = activities.stream()
                .mapToInt(name -> log.activities().find(name))
                .toArray();
        return log.caseIds(c -> {
            if (log.to(c) - log.from(c) != codes.length) {
                return false;
            }
            for (int i = 0; i < codes.length; i++) {
                if (log.activity(log.from(c) + i) != codes[i]) {
                    return false;
                }
            }
            return true;
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variants that && variants.equals(that.variants);
    }

    @Override
    public int hashCode() {
        return variants.hashCode();
    }

    /** {@return a sentence with the counts and the most frequent variant} */
    @Override
    public String toString() {
        return size() + " variants of " + cases + " cases"
                + (variants.isEmpty() ? "" : ", the most frequent " + variants.get(0));
    }
}
