package org.cxkit.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.cxkit.core.time.TimeWindow;

/**
 * Releases tables of one set of answers for window after window, and refuses a window that, beside those already
 * published, would tell of too few answers.
 *
 * <p>The ends of a window and of all published ones it overlaps, directly or by way of others, cut time into pieces.
 * The window is published if
 * <ul>
 *   <li>no key is shown in one of these windows and hidden in another: a key hidden before stays hidden here,
 *   <li>in every piece each shown key has no answers or at least minN, and so have the hidden keys together,
 *   <li>its table shows its total, by the rules of {@link Released},
 *   <li>each of these windows has as many answers of each key as its pieces together, and
 *   <li>none of these windows has other answers than when it was published: late ones are for another publication.
 * </ul>
 * Every published figure then is a sum over whole blocks (one shown key, or the hidden ones together, in one piece)
 * of no answers or at least minN, and so is whatever sums and differences can be made of any number of them: of
 * neighbouring, overlapping and nested windows, in the cells and in the total. In particular a window differs from
 * every published one by no answers or at least minN. This says nothing of tables by other keys. A refusal tells that
 * somewhere answers are few: the windows are for the publisher to choose, not for the reader.
 *
 * <p>This object holds what is withheld: keep it in the house. After a restart, publish the same windows again in the
 * same order. Not thread-safe.
 *
 * @param <K> the type of the keys
 * @param <T> the type of the tallies
 */
public final class Publication<K extends Comparable<? super K>, T extends Tally<T>> {
    private final long minN;
    private final ToLongFunction<? super T> counting;
    private final Function<? super TimeWindow, Grouped<K, T>> answers;
    private final List<Issue<K, T>> issues = new ArrayList<>();

    private record Issue<K extends Comparable<? super K>, T extends Tally<T>>(
            TimeWindow window, Grouped<K, T> answers, Released<K, T> table) {}

    private record Piece<K extends Comparable<? super K>, T extends Tally<T>>(
            TimeWindow window, Grouped<K, T> answers) {}

    private Publication(
            long minN, ToLongFunction<? super T> counting, Function<? super TimeWindow, Grouped<K, T>> answers) {
        Released.requireMinimum(minN);
        this.minN = minN;
        this.counting = Objects.requireNonNull(counting, "counting");
        this.answers = Objects.requireNonNull(answers, "answers");
    }

    /**
     * {@return a publication of which no window is out yet}
     *
     * @param minN the least number of answers that is shown, at least 1
     * @param counting gives the unweighted number of valid answers of a tally
     * @param answers gives the answers of a window, always the same for the same window and additive over adjoining
     *     ones
     * @param <K> the type of the keys
     * @param <T> the type of the tallies
     * @throws IllegalArgumentException if the minimum is below 1
     */
    public static <K extends Comparable<? super K>, T extends Tally<T>> Publication<K, T> of(
            long minN, ToLongFunction<? super T> counting, Function<? super TimeWindow, Grouped<K, T>> answers) {
        return new Publication<>(minN, counting, answers);
    }

    /**
     * {@return the table of the window, or suppressed; a table that is returned counts as published}
     *
     * @param window any window
     */
    public Outcome<Released<K, T>> publish(TimeWindow window) {
        List<Issue<K, T>> overlapping = overlapping(window);
        for (Issue<K, T> issue : overlapping) {
            if (!answers.apply(issue.window()).equals(issue.answers())) {
                return new Outcome.Suppressed<>("answers came late to what is published");
            }
        }
        Set<K> hidden = new HashSet<>();
        overlapping.forEach(issue -> hidden.addAll(hidden(issue.table())));
        Grouped<K, T> found = answers.apply(window);
        List<Piece<K, T>> pieces = pieces(window, overlapping);
        if (!addsUp(pieces, window, found)
                || !overlapping.stream().allMatch(issue -> addsUp(pieces, issue.window(), issue.answers()))) {
            return new Outcome.Suppressed<>("the answers of a window are not those of its pieces together");
        }
        Released<K, T> table = Released.of(found, minN, counting, hidden);
        hidden.addAll(hidden(table));
        boolean turned = overlapping.stream()
                .flatMap(issue -> hidden.stream().map(issue.table()::cell))
                .anyMatch(cell -> cell instanceof Outcome.Value<?>);
        if (turned || table.total() instanceof Outcome.Suppressed<?> || tellsOfFew(pieces, hidden)) {
            return new Outcome.Suppressed<>(
                    "beside what is published it would tell of fewer than " + minN + " answers");
        }
        issues.add(new Issue<>(window, found, table));
        return Outcome.of(table);
    }

    /** The published windows that overlap the window, or overlap one that does. */
    private List<Issue<K, T>> overlapping(TimeWindow window) {
        List<Issue<K, T>> overlapping = new ArrayList<>();
        List<Issue<K, T>> apart = new ArrayList<>(issues);
        Instant from = window.from();
        Instant to = window.to();
        for (int i = 0; i < apart.size(); i++) {
            TimeWindow other = apart.get(i).window();
            if (other.from().isBefore(to) && from.isBefore(other.to())) {
                overlapping.add(apart.remove(i));
                from = from.isBefore(other.from()) ? from : other.from();
                to = to.isAfter(other.to()) ? to : other.to();
                i = -1; // what was apart may overlap the longer span
            }
        }
        return overlapping;
    }

    private Set<K> hidden(Released<K, T> table) {
        Set<K> hidden = new HashSet<>();
        table.cells().forEach((key, cell) -> {
            if (cell instanceof Outcome.Suppressed<T>) {
                hidden.add(key);
            }
        });
        return hidden;
    }

    /** What the ends of all these windows cut time into, with the answers of each. */
    private List<Piece<K, T>> pieces(TimeWindow window, List<Issue<K, T>> overlapping) {
        TreeSet<Instant> ends = new TreeSet<>(List.of(window.from(), window.to()));
        overlapping.forEach(issue -> {
            ends.add(issue.window().from());
            ends.add(issue.window().to());
        });
        List<Piece<K, T>> pieces = new ArrayList<>();
        Instant from = ends.first();
        for (Instant to : ends.tailSet(from, false)) {
            TimeWindow piece = new TimeWindow(from, to);
            pieces.add(new Piece<>(piece, answers.apply(piece)));
            from = to;
        }
        return pieces;
    }

    /**
     * Whether a window has as many answers of each key as its pieces: where it has not, what the pieces tell is no
     * bound. Counts, not tallies: those of weights are not the same to the last bit.
     */
    private boolean addsUp(List<Piece<K, T>> pieces, TimeWindow window, Grouped<K, T> whole) {
        Map<K, Long> open = new HashMap<>();
        whole.asMap().forEach((key, tally) -> open.merge(key, Released.count(tally, counting), Long::sum));
        for (Piece<K, T> piece : pieces) {
            if (!piece.window().from().isBefore(window.from())
                    && !piece.window().to().isAfter(window.to())) {
                piece.answers()
                        .asMap()
                        .forEach((key, tally) -> open.merge(key, -Released.count(tally, counting), Long::sum));
            }
        }
        return open.values().stream().allMatch(n -> n == 0);
    }

    private boolean tellsOfFew(List<Piece<K, T>> pieces, Set<K> hidden) {
        return pieces.stream().anyMatch(piece -> tellsOfFew(piece.answers(), hidden));
    }

    private boolean tellsOfFew(Grouped<K, T> piece, Set<K> hidden) {
        long together = 0;
        for (Map.Entry<K, T> cell : piece.asMap().entrySet()) {
            long n = Released.count(cell.getValue(), counting);
            if (hidden.contains(cell.getKey())) {
                together += n;
            } else if (few(n)) {
                return true;
            }
        }
        return few(together);
    }

    private boolean few(long n) {
        return 0 < n && n < minN;
    }

    /** {@return how many windows are out, and the minimum; nothing of their answers} */
    @Override
    public String toString() {
        int windows = issues.size();
        return windows + (windows == 1 ? " published window" : " published windows") + ", at least " + minN
                + (minN == 1 ? " answer" : " answers");
    }
}
