package org.cxkit.metrics.markov;

import java.util.Arrays;
import java.util.Currency;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/** Transition counts as bytes, and whether two are the same. */
final class TransitionBytes {
    private TransitionBytes() {}

    static byte[] write(String name, TransitionCounts counts) {
        ByteWriter out = ByteWriter.of(name, 1).count(counts.order).text(counts.currency);
        out.count(counts.names.length);
        for (String channel : counts.names) {
            out.text(channel);
        }
        for (int count = TransitionCounts.CONVERSIONS; count < TransitionCounts.COUNTS; count++) {
            out.count(counts.untouched[count]);
        }
        out.count(counts.states.size());
        for (int state = 0; state < counts.states.size(); state++) {
            long key = counts.states.key(state);
            out.count(StateKey.length(key));
            for (int touch = 0; touch < StateKey.length(key); touch++) {
                out.count(StateKey.code(key, touch));
            }
            for (long[] count : counts.counts) {
                out.count(count[state]);
            }
        }
        out.count(counts.moves.size());
        for (int move = 0; move < counts.moves.size(); move++) {
            out.count(counts.leaves(move)).count(counts.goesTo(move)).count(counts.moved[move]);
        }
        return out.toBytes();
    }

    /** {@return the counts that gave these bytes, in the order in which they were} */
    static TransitionCounts read(String name, byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, name, 1);
        int order = in.count(StateKey.MAX_ORDER);
        String currency = in.text();
        if (!currency.isEmpty()) {
            Currency.getInstance(currency);
        }
        String[] names = new String[in.size()];
        for (int code = 0; code < names.length; code++) {
            names[code] = in.text();
        }
        TransitionCounts read = new TransitionCounts(order, names);
        read.currency = currency;
        for (int count = TransitionCounts.CONVERSIONS; count < TransitionCounts.COUNTS; count++) {
            read.untouched[count] = in.count();
        }
        int states = in.size();
        for (int state = 0; state < states; state++) {
            long key = 0;
            int length = in.count(order);
            for (int touch = 0; touch < length; touch++) {
                key = StateKey.then(key, in.count(names.length - 1), order);
            }
            int at = read.state(key);
            for (long[] count : read.counts) {
                count[at] = in.count();
            }
        }
        int moves = in.size();
        for (int move = 0; move < moves; move++) {
            int at = read.move(in.count(states - 1), in.count(names.length - 1));
            read.moved[at] = in.count();
        }
        if (in.end(read).anyWorthWithoutConversion()) {
            throw new IllegalArgumentException("not the bytes of " + name + ": a value has no conversion");
        }
        return requireFlow(name, read);
    }

    /** Every journey that comes to a state must leave it or end there. */
    private static TransitionCounts requireFlow(String name, TransitionCounts read) {
        long[] balance = new long[read.states.size()];
        for (int state = 0; state < balance.length; state++) {
            balance[state] = read.counts[TransitionCounts.STARTS][state]
                    - read.counts[TransitionCounts.CONVERSIONS][state]
                    - read.counts[TransitionCounts.LOST][state];
        }
        for (int move = 0; move < read.moves.size(); move++) {
            int target = read.target(move);
            if (target < 0 || StateKey.length(read.states.key(read.leaves(move))) < read.order) {
                throw new IllegalArgumentException("not the bytes of " + name + ": a move leads to no state");
            }
            balance[read.leaves(move)] -= read.moved[move];
            balance[target] += read.moved[move];
        }
        for (int state = 0; state < balance.length; state++) {
            if (balance[state] != 0 || read.states.key(state) == 0) {
                throw new IllegalArgumentException("not the bytes of " + name + ": of the journeys that came to "
                        + StateKey.text(read.states.key(state), read.names) + ", not all left it or ended there");
            }
        }
        if (read.anyUnreached()) {
            throw new IllegalArgumentException("not the bytes of " + name + ": a state comes after no start");
        }
        return read;
    }

    /** {@return whether both have the same counts in the same order} */
    static boolean same(TransitionCounts a, TransitionCounts b) {
        if (a.order != b.order
                || !a.currency.equals(b.currency)
                || !Arrays.equals(a.names, b.names)
                || a.states.size() != b.states.size()
                || a.moves.size() != b.moves.size()
                || !Arrays.equals(a.untouched, b.untouched)) {
            return false;
        }
        for (int state = 0; state < a.states.size(); state++) {
            if (a.states.key(state) != b.states.key(state)) {
                return false;
            }
            for (int count = 0; count < TransitionCounts.COUNTS; count++) {
                if (a.counts[count][state] != b.counts[count][state]) {
                    return false;
                }
            }
        }
        for (int move = 0; move < a.moves.size(); move++) {
            if (a.moves.key(move) != b.moves.key(move) || a.moved[move] != b.moved[move]) {
                return false;
            }
        }
        return true;
    }

    static int hash(TransitionCounts counts) {
        int hash = Arrays.hashCode(counts.names) + 31 * Arrays.hashCode(counts.untouched);
        for (int state = 0; state < counts.states.size(); state++) {
            hash = 31 * hash + Long.hashCode(counts.states.key(state));
            for (long[] count : counts.counts) {
                hash = 31 * hash + Long.hashCode(count[state]);
            }
        }
        for (int move = 0; move < counts.moves.size(); move++) {
            hash = 31 * hash + Long.hashCode(counts.moved[move]);
        }
        return hash;
    }
}
