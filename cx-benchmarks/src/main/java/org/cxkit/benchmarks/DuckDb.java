package org.cxkit.benchmarks;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB in this process, in memory, with a stated number of threads.
 *
 * <p>Not thread-safe.
 */
final class DuckDb implements AutoCloseable {

    /** One row of a table about to be filled. */
    interface RowFiller {
        void fill(DuckDBAppender row, int index) throws SQLException;
    }

    private final DuckDBConnection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private DuckDb(DuckDBConnection connection) {
        this.connection = connection;
    }

    static DuckDb withThreads(int threads) {
        try {
            DuckDb duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
            duck.run("SET threads = " + threads);
            return duck;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open DuckDB", e);
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void fill(String table, int rows, RowFiller filler) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(table)) {
            for (int i = 0; i < rows; i++) {
                appender.beginRow();
                filler.fill(appender, i);
                appender.endRow();
            }
        }
    }

    /** How one row of a result becomes an object. */
    private interface RowReader<T> {
        T read(ResultSet row, int columns) throws SQLException;
    }

    /** {@return all rows of a query of whole numbers, prepared the first time it is asked} */
    List<long[]> rows(String sql) throws SQLException {
        return rows(sql, (row, columns) -> {
            long[] numbers = new long[columns];
            for (int i = 0; i < columns; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        });
    }

    /** {@return all rows of a query of numbers, prepared the first time it is asked} */
    List<double[]> numbers(String sql) throws SQLException {
        return rows(sql, (row, columns) -> {
            double[] numbers = new double[columns];
            for (int i = 0; i < columns; i++) {
                numbers[i] = row.getDouble(i + 1);
            }
            return numbers;
        });
    }

    private <T> List<T> rows(String sql, RowReader<T> reader) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                rows.add(reader.read(result, columns));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
