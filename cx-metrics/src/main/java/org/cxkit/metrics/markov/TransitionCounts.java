package org.cxkit.metrics.markov;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.wording.Sentence;

/**
 * Observed states with how often journeys started, converted and were lost there, and the moves between them.
 *
 * <p>A move is told by the state it leaves and the channel it goes to. Codes follow the order in which channels came;
 * {@link #canonical()} orders channels, states and moves by name. Not thread-safe. A method that throws may leave
 * channels that no state has, which {@code canonical} drops, and nothing else.
 */
final class TransitionCounts implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The most states and moves together that are kept: some 200 MB. */
    static final int LIMIT = 1 << 22;

    static final int STARTS = 0;
    static final int CONVERSIONS = 1;
    static final int VALUE_MINOR = 2;
    static final int LOST = 3;
    static final int COUNTS = 4;

    final int order;
    String currency = "";
    String[] names;
    KeyIndex states = new KeyIndex();
    KeyIndex moves = new KeyIndex();
    long[][] counts = new long[COUNTS][8];
    long[] moved = new long[8];
    /** The conversions, value and losses of journeys without a touch; no starts. */
    long[] untouched = new long[COUNTS];

    TransitionCounts(int order, String... names) {
        if (order < 1 || order > StateKey.MAX_ORDER) {
            throw new IllegalArgumentException("order must be from 1 to " + StateKey.MAX_ORDER + ", got " + order);
        }
        if (names.length > StateKey.MAX_CHANNELS) {
            throw new IllegalArgumentException(
                    "at most " + StateKey.MAX_CHANNELS + " channels wanted, got " + names.length);
        }
        this.order = order;
        this.names = names;
    }

    @SuppressWarnings("unused") // serves engines that fill the fields themselves
    private TransitionCounts() {
        this(1);
    }

    /** {@return the counts of rows of journeys, which must all be whole numbers} */
    static TransitionCounts of(Journeys journeys, int from, int to, int order) {
        TransitionCounts counts =
                new TransitionCounts(order, journeys.channels().names().toArray(new String[0]));
        if (SingleJourneyKernel.serves(journeys, from, to, order)) {
            SingleJourneyKernel.count(journeys, from, to, counts);
        } else {
            counts.addRows(journeys, from, to);
        }
        return counts;
    }

    private void addRows(Journeys journeys, int from, int to) {
        StateWalk walk = new StateWalk(this, journeys, names);
        for (int row = from; row < to; row++) {
            long conversions = (long) journeys.conversions(row);
            long lost = (long) journeys.lost(row);
            if (conversions == 0 && lost == 0) {
                continue;
            }
            walk.along(row);
            long weight = Math.addExact(conversions, lost);
            if (walk.last >= 0) {
                add(STARTS, walk.first, weight);
            }
            add(CONVERSIONS, walk.last, conversions);
            add(LOST, walk.last, lost);
            long value = journeys.valueMinor(row);
            if (value != 0) {
                addValue(walk.last, value, journeys);
            }
            for (int i = 0; i < walk.steps; i++) {
                moved[walk.trail[i]] = Math.addExact(moved[walk.trail[i]], weight);
            }
        }
    }

    /** Adds to the count of a state, or of journeys without a touch if it is -1. */
    void add(int count, int state, long more) {
        long[] into = state < 0 ? untouched : counts[count];
        int at = state < 0 ? count : state;
        into[at] = Math.addExact(into[at], more);
    }

    void addValue(int state, long minor, Journeys journeys) {
        currency = journeys.currency().orElseThrow().getCurrencyCode();
        add(VALUE_MINOR, state, minor);
    }

    /** {@return the place of the state, which is new if the state is} */
    int state(long key) {
        int state = states.intern(key);
        if (state == counts[0].length) {
            for (int count = 0; count < COUNTS; count++) {
                counts[count] = Arrays.copyOf(counts[count], state * 2);
            }
        }
        requireRoom(0);
        return state;
    }

    /** {@return the place of the move, which is new if the move is} */
    int move(int state, int code) {
        int move = moves.intern(((long) state << StateKey.BITS) | code);
        if (move == moved.length) {
            moved = Arrays.copyOf(moved, move * 2);
        }
        requireRoom(0);
        return move;
    }

    int leaves(int move) {
        return (int) (moves.key(move) >>> StateKey.BITS);
    }

    int goesTo(int move) {
        return (int) moves.key(move) & ((1 << StateKey.BITS) - 1);
    }

    private void requireRoom(long more) {
        if (states.size() + moves.size() + more > LIMIT) {
            throw new IllegalArgumentException("at most " + LIMIT + " states and transitions are kept, order " + order
                    + " over " + Sentence.count(names.length, "channel")
                    + " has more: choose a smaller order or fewer channels");
        }
    }

    /** Adds the counts of the other, {@code sign} times. */
    void append(TransitionCounts other, int sign) {
        requireSameShape(other);
        int[] codes = codes(other.names);
        long[] keys = new long[other.states.size()];
        int[] known = new int[keys.length];
        long fresh = 0;
        for (int state = 0; state < keys.length; state++) {
            keys[state] = StateKey.translated(other.states.key(state), codes);
            known[state] = states.find(keys[state]);
            fresh += known[state] < 0 ? 1 : 0;
        }
        for (int move = 0; move < other.moves.size(); move++) {
            long state = known[other.leaves(move)];
            long key = (state << StateKey.BITS) | codes[other.goesTo(move)];
            fresh += state < 0 || moves.find(key) < 0 ? 1 : 0;
        }
        requireRoom(fresh);
        requireSums(other, sign, known, codes);
        int[] mine = new int[keys.length];
        for (int state = 0; state < keys.length; state++) {
            mine[state] = state(keys[state]);
            for (int count = 0; count < COUNTS; count++) {
                counts[count][mine[state]] += sign * other.counts[count][state];
            }
        }
        for (int move = 0; move < other.moves.size(); move++) {
            int sum = move(mine[other.leaves(move)], codes[other.goesTo(move)]);
            moved[sum] += sign * other.moved[move];
        }
        for (int count = 0; count < COUNTS; count++) {
            untouched[count] += sign * other.untouched[count];
        }
        currency = other.currency.isEmpty() ? currency : other.currency;
    }

    private void requireSameShape(TransitionCounts other) {
        if (other.order != order) {
            throw new IllegalArgumentException("one order wanted, got " + order + " and " + other.order);
        }
        if (!other.currency.isEmpty() && !currency.isEmpty() && !other.currency.equals(currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + other.currency);
        }
    }

    /** Throws before anything was added if a sum leaves the range of a long. */
    private void requireSums(TransitionCounts other, int sign, int[] known, int[] codes) {
        for (int count = 0; count < COUNTS; count++) {
            for (int state = 0; state < known.length; state++) {
                long mine = known[state] < 0 ? 0 : counts[count][known[state]];
                long unused = Math.addExact(mine, sign * other.counts[count][state]);
            }
            long unused = Math.addExact(untouched[count], sign * other.untouched[count]);
        }
        for (int move = 0; move < other.moves.size(); move++) {
            long state = known[other.leaves(move)];
            int found = state < 0 ? -1 : moves.find((state << StateKey.BITS) | codes[other.goesTo(move)]);
            long unused = Math.addExact(found < 0 ? 0 : moved[found], sign * other.moved[move]);
        }
    }

    /** {@return the code here of each of the other names, new ones for names that are new} */
    int[] codes(String... others) {
        int[] codes = new int[others.length];
        Arrays.setAll(codes, code -> code);
        if (names.length == 0) {
            names = others;
        }
        if (Arrays.equals(names, others)) {
            return codes;
        }
        Map<String, Integer> known = new HashMap<>();
        for (String name : names) {
            known.put(name, known.size());
        }
        for (int code = 0; code < others.length; code++) {
            known.putIfAbsent(others[code], known.size());
            codes[code] = known.get(others[code]);
        }
        if (known.size() > StateKey.MAX_CHANNELS) {
            throw new IllegalArgumentException(
                    "at most " + StateKey.MAX_CHANNELS + " channels wanted, got " + known.size());
        }
        String[] all = Arrays.copyOf(names, known.size());
        known.forEach((name, code) -> all[code] = name);
        names = all;
        return codes;
    }

    /** {@return the same by name, without states and moves whose counts are all zero and channels that none has} */
    TransitionCounts canonical() {
        boolean[] kept = new boolean[states.size()];
        boolean valued = untouched[VALUE_MINOR] != 0;
        for (int state = 0; state < kept.length; state++) {
            valued |= counts[VALUE_MINOR][state] != 0;
            for (int count = 0; count < COUNTS; count++) {
                kept[state] |= counts[count][state] != 0;
            }
        }
        for (int move = 0; move < moves.size(); move++) {
            kept[leaves(move)] |= moved[move] != 0;
        }
        int[] ranks = ranks(kept);
        String[] sorted = new String[Arrays.stream(ranks).max().orElse(-1) + 1];
        for (int code = 0; code < ranks.length; code++) {
            if (ranks[code] >= 0) {
                sorted[ranks[code]] = names[code];
            }
        }
        TransitionCounts ordered = new TransitionCounts(order, sorted);
        ordered.currency = valued ? currency : "";
        ordered.untouched = untouched.clone();
        orderMoves(ordered, orderStates(ordered, kept, ranks), ranks);
        return ordered;
    }

    /** {@return for each code its rank by name among those that kept states have, or -1} */
    private int[] ranks(boolean[] kept) {
        boolean[] used = new boolean[names.length];
        for (int state = 0; state < kept.length; state++) {
            long key = states.key(state);
            for (int touch = 0; kept[state] && touch < StateKey.length(key); touch++) {
                used[StateKey.code(key, touch)] = true;
            }
        }
        Map<String, Integer> codes = new HashMap<>();
        String[] byName = new String[names.length];
        int size = 0;
        for (int code = 0; code < names.length; code++) {
            if (used[code]) {
                codes.put(names[code], code);
                byName[size++] = names[code];
            }
        }
        Arrays.sort(byName, 0, size);
        int[] ranks = new int[names.length];
        Arrays.fill(ranks, -1);
        for (int rank = 0; rank < size; rank++) {
            ranks[codes.getOrDefault(byName[rank], -1)] = rank;
        }
        return ranks;
    }

    private int[] orderStates(TransitionCounts ordered, boolean[] kept, int[] ranks) {
        long[] sortable = new long[kept.length];
        int size = 0;
        for (int state = 0; state < kept.length; state++) {
            if (kept[state]) {
                sortable[size++] = StateKey.sortable(StateKey.translated(states.key(state), ranks));
            }
        }
        Arrays.sort(sortable, 0, size);
        for (int i = 0; i < size; i++) {
            int unused = ordered.state(StateKey.ofSortable(sortable[i]));
        }
        int[] places = new int[kept.length];
        for (int state = 0; state < kept.length; state++) {
            if (kept[state]) {
                places[state] = ordered.states.find(StateKey.translated(states.key(state), ranks));
                for (int count = 0; count < COUNTS; count++) {
                    ordered.counts[count][places[state]] = counts[count][state];
                }
            }
        }
        return places;
    }

    private void orderMoves(TransitionCounts ordered, int[] places, int[] ranks) {
        long[] sorted = new long[moves.size()];
        int size = 0;
        for (int move = 0; move < moves.size(); move++) {
            if (moved[move] != 0) {
                sorted[size++] = ((long) places[leaves(move)] << StateKey.BITS) | ranks[goesTo(move)];
            }
        }
        Arrays.sort(sorted, 0, size);
        for (int i = 0; i < size; i++) {
            int unused = ordered.move((int) (sorted[i] >>> StateKey.BITS), (int) sorted[i] & 0xFFFF);
        }
        for (int move = 0; move < moves.size(); move++) {
            if (moved[move] != 0) {
                int place = ordered.move(places[leaves(move)], ranks[goesTo(move)]);
                ordered.moved[place] = moved[move];
            }
        }
    }

    /**
     * {@return the counts of a lower order: a journey that starts in a state walks there along its touches, and where it
     * leaves from, or ends, the last of them are known}
     */
    TransitionCounts lowered(int to) {
        TransitionCounts lower = new TransitionCounts(to, names);
        lower.currency = currency;
        lower.untouched = untouched.clone();
        for (int state = 0; state < states.size(); state++) {
            long key = states.key(state);
            if (counts[STARTS][state] != 0) {
                lower.addStart(key, counts[STARTS][state]);
            }
            int last = lower.state(StateKey.last(key, to));
            for (int count = CONVERSIONS; count < COUNTS; count++) {
                lower.add(count, last, counts[count][state]);
            }
        }
        for (int move = 0; move < moves.size(); move++) {
            long key = StateKey.last(states.key(leaves(move)), to);
            lower.addMove(lower.state(key), goesTo(move), moved[move]);
        }
        return lower.canonical();
    }

    /** Adds journeys that start with these touches, which may be more than make a state. */
    private void addStart(long touches, long weight) {
        long key = 0;
        for (int touch = 0; touch < StateKey.length(touches); touch++) {
            int code = StateKey.code(touches, touch);
            if (touch >= order) {
                addMove(state(key), code, weight);
            }
            key = StateKey.then(key, code, order);
            if (touch + 1 == Math.min(order, StateKey.length(touches))) {
                add(STARTS, state(key), weight);
            }
        }
    }

    private void addMove(int state, int code, long weight) {
        int move = move(state, code);
        moved[move] = Math.addExact(moved[move], weight);
    }

    /** {@return whether some value came by no conversion} */
    boolean anyWorthWithoutConversion() {
        boolean any = untouched[VALUE_MINOR] > 0 && untouched[CONVERSIONS] == 0;
        for (int state = 0; state < states.size(); state++) {
            any |= counts[VALUE_MINOR][state] > 0 && counts[CONVERSIONS][state] == 0;
        }
        return any;
    }

    /** {@return whether there is a state to which no journey comes from its start, where no count is negative} */
    boolean anyUnreached() {
        boolean[] reached = new boolean[states.size()];
        List<List<Integer>> next = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int state = 0; state < reached.length; state++) {
            next.add(new ArrayList<>());
            if (counts[STARTS][state] > 0) {
                reached[state] = true;
                open.add(state);
            }
        }
        for (int move = 0; move < moves.size(); move++) {
            next.get(leaves(move)).add(target(move));
        }
        int left = reached.length - open.size();
        while (!open.isEmpty()) {
            for (int state : next.get(open.remove())) {
                if (state >= 0 && !reached[state]) {
                    reached[state] = true;
                    open.add(state);
                    left--;
                }
            }
        }
        return left > 0;
    }

    /** {@return the state that a move goes to, or -1 if it was never seen} */
    int target(int move) {
        return states.find(StateKey.then(states.key(leaves(move)), goesTo(move), order));
    }

    /** {@return the exact sum of a count over all states} */
    long total(int count) {
        long sum = 0;
        for (int state = 0; state < states.size(); state++) {
            sum = Math.addExact(sum, counts[count][state]);
        }
        return sum;
    }
}
