package org.cxkit.journey.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text whose columns line up: the first to the left, the others to the right. Confined to one thread. */
final class TextTable {
    private static final int LONGEST_NAME = 34;
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    TextTable row(String... cells) {
        cells[0] = cells[0].length() <= LONGEST_NAME ? cells[0] : cells[0].substring(0, LONGEST_NAME - 1) + "…";
        rows.add(cells);
        return this;
    }

    void writeTo(StringBuilder text, String indent) {
        int[] widths = new int[rows.stream().mapToInt(row -> row.length).max().orElse(0)];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.length; i++) {
                String space = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? row[i] + space : GAP + space + row[i]);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
