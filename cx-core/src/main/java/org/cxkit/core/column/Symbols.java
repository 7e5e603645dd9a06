package org.cxkit.core.column;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A dictionary of distinct strings: the code of each is its position, from 0, so a column can hold ints for text.
 *
 * <p>Equal if it has the same strings in the same order. Immutable, value-based and thread-safe.
 */
public final class Symbols implements Iterable<String>, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Symbols EMPTY = new Symbols(new SymbolTable(0));

    private final transient SymbolTable table;
    private final transient List<String> names;

    private Symbols(SymbolTable table) {
        this.table = table;
        this.names = List.of(table.names());
    }

    /** {@return the dictionary of nothing} */
    public static Symbols empty() {
        return EMPTY;
    }

    /**
     * {@return the dictionary of these strings in their order}
     *
     * @param names distinct strings
     * @throws IllegalArgumentException if two are equal
     */
    public static Symbols of(String... names) {
        return of(Arrays.asList(names));
    }

    /**
     * {@return the dictionary of these strings in their order}
     *
     * @param names distinct strings
     * @throws IllegalArgumentException if two are equal
     */
    public static Symbols of(Collection<String> names) {
        SymbolTable table = new SymbolTable(names.size());
        for (String name : names) {
            int before = table.size();
            if (table.intern(name) < before) {
                throw new IllegalArgumentException("symbols must differ, got \"" + name + "\" twice");
            }
        }
        return new Symbols(table);
    }

    /** {@return an empty builder, which gives codes in order of arrival} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return how many strings there are} */
    public int size() {
        return names.size();
    }

    /**
     * {@return the string of a code}
     *
     * @param code from 0 to {@code size() - 1}
     * @throws IndexOutOfBoundsException if there is no such code
     */
    public String name(int code) {
        return names.get(code);
    }

    /**
     * {@return the code of a text, or -1 if it is not here}
     *
     * @param text compared by content
     */
    public int find(CharSequence text) {
        return table.find(text);
    }

    /**
     * {@return the code of a text}
     *
     * @param text compared by content
     * @throws IllegalArgumentException if it is not here; the message names a few that are
     */
    public int code(CharSequence text) {
        int code = find(text);
        if (code < 0) {
            List<String> some = names.subList(0, Math.min(20, size()));
            throw new IllegalArgumentException(
                    "no \"" + text + "\" among " + String.join(", ", some) + (some.size() < size() ? ", ..." : ""));
        }
        return code;
    }

    /** {@return the strings in the order of their codes, unmodifiable} */
    public List<String> names() {
        return names;
    }

    /** {@return the strings in the order of their codes} */
    @Override
    public Iterator<String> iterator() {
        return names.iterator();
    }

    /** {@return for each code its position in the order of the text, from 0} */
    public int[] ranks() {
        int[] ranks = new int[size()];
        if (inOrder()) {
            Arrays.setAll(ranks, i -> i);
        } else {
            int[] position = {0};
            IntStream.range(0, size())
                    .boxed()
                    .sorted((a, b) -> names.get(a).compareTo(names.get(b)))
                    .forEach(code -> ranks[code] = position[0]++);
        }
        return ranks;
    }

    /** {@return the dictionary of the same strings in the order of the text; this one if it has that order} */
    public Symbols sorted() {
        return inOrder() ? this : of(names.stream().sorted().toList());
    }

    private boolean inOrder() {
        for (int i = 1; i < size(); i++) {
            if (names.get(i - 1).compareTo(names.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Symbols that && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** {@return the strings, as a list is written} */
    @Override
    public String toString() {
        return names.toString();
    }

    @Serial
    private Object writeReplace() {
        return new Form(names);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("symbols are read through their form");
    }

    /** What is serialised: the strings alone. */
    private record Form(List<String> names) implements Serializable {
        @Serial
        private Object readResolve() {
            return of(names);
        }
    }

    /** Gives every distinct text a code in order of arrival. Not thread-safe. */
    public static final class Builder {
        private final SymbolTable table = new SymbolTable(16);

        private Builder() {}

        /**
         * {@return the code of a text, a new one if the text has not been seen}
         *
         * @param text compared by content; copied only when it is new
         */
        public int intern(CharSequence text) {
            return table.intern(text);
        }

        /** {@return how many distinct strings were seen} */
        public int size() {
            return table.size();
        }

        /**
         * {@return the string of a code}
         *
         * @param code one that {@link #intern} returned
         */
        public String name(int code) {
            return table.name(code);
        }

        /** {@return the dictionary so far; this stays usable} */
        public Symbols build() {
            return of(table.names());
        }
    }
}
