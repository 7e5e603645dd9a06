package org.cxkit.sample.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A row of a CSV text without quotes, read the obvious way: cells by column name. */
record Row(Map<String, String> cells) {

    /** {@return the rows of one file of a brand} */
    static List<Row> of(SimulatedBrand brand, String file) {
        List<String> lines =
                Objects.requireNonNull(brand.files().get(file), file).lines().toList();
        String[] names = lines.get(0).split(",", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != names.length) {
                throw new IllegalArgumentException("row must have " + names.length + " cells: " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    /** {@return the cell of a column} */
    String get(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }
}
