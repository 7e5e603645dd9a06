package org.cxkit.journey.log;

import java.util.Arrays;
import org.cxkit.core.column.Symbols;

/** A dictionary in place of another, and for each old code the new one. */
final class Recoding {
    final Symbols symbols;
    private final int[] codes;
    private final boolean identity;

    private Recoding(Symbols symbols, int[] codes, boolean identity) {
        this.symbols = symbols;
        this.codes = codes;
        this.identity = identity;
    }

    /** The same strings in the order of the text. */
    static Recoding sorted(Symbols symbols) {
        Symbols sorted = symbols.sorted();
        return new Recoding(sorted, symbols.ranks(), sorted.equals(symbols));
    }

    /** Those strings whose codes occur in a column, in their order. */
    static Recoding used(Symbols symbols, int[] column, int size) {
        boolean[] used = new boolean[symbols.size()];
        for (int i = 0; i < size; i++) {
            if (column[i] >= 0) {
                used[column[i]] = true;
            }
        }
        int[] codes = new int[used.length];
        String[] names = new String[used.length];
        int next = 0;
        for (int code = 0; code < used.length; code++) {
            codes[code] = used[code] ? next : -1;
            if (used[code]) {
                names[next++] = symbols.name(code);
            }
        }
        boolean all = next == used.length;
        return new Recoding(all ? symbols : Symbols.of(Arrays.copyOf(names, next)), codes, all);
    }

    boolean identity() {
        return identity;
    }

    int code(int old) {
        return identity || old < 0 ? old : codes[old];
    }

    /** The first codes of a column, recoded, in an array of their own. */
    int[] column(int[] old, int size) {
        int[] recoded = Arrays.copyOf(old, size);
        if (!identity) {
            for (int i = 0; i < size; i++) {
                recoded[i] = code(recoded[i]);
            }
        }
        return recoded;
    }
}
