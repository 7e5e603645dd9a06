package org.cxkit.metrics.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of plain text: the first column to the left, all others to the right, two spaces between. Not thread-safe.
 */
public final class TextTable {
    private final List<String> head = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Starts a table of one column.
     *
     * @param title the head of the first column
     */
    public TextTable(String title) {
        head.add(title);
    }

    /**
     * Adds a column to the right.
     *
     * @param title its head
     * @return this
     */
    public TextTable column(String title) {
        head.add(title);
        return this;
    }

    /**
     * Adds a row below.
     *
     * @param cells one for each column
     * @return this
     * @throws IllegalArgumentException if there are more or fewer cells than columns
     */
    public TextTable row(List<String> cells) {
        if (cells.size() != head.size()) {
            throw new IllegalArgumentException("wanted " + head.size() + " cells, got " + cells.size());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** {@return the lines of the table, each ended by a line feed, without spaces at the end} */
    @Override
    public String toString() {
        int[] widths = new int[head.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(column);
        }
        StringBuilder text = new StringBuilder();
        line(text, head, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(widths[column] - cell.codePointCount(0, cell.length()));
            line.append(column == 0 ? cell + pad : "  " + pad + cell);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int widest = head.get(column).codePointCount(0, head.get(column).length());
        for (List<String> row : rows) {
            widest = Math.max(
                    widest, row.get(column).codePointCount(0, row.get(column).length()));
        }
        return widest;
    }
}
