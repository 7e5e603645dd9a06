package org.cxkit.benchmarks;

import java.sql.SQLException;

/**
 * The statements of {@link AttributionBenchmark}. Each gives a row a channel, in the order of their codes: its credit in
 * conversions by first, last, linear, U-shaped and linear distinct, then its credit in cents by the same.
 */
final class AttributionSql {

    /**
     * The natural statement: window functions over {@code touches (journey INTEGER, seconds INTEGER, channel UTINYINT)},
     * joined with {@code outcomes (journey INTEGER, converted BOOLEAN, value_minor INTEGER)}.
     */
    static final String EVENTS = """
            WITH numbered AS (
                SELECT journey, channel, value_minor AS v,
                    row_number() OVER (PARTITION BY journey ORDER BY seconds) AS position,
                    count(*) OVER (PARTITION BY journey) AS n,
                    row_number() OVER (PARTITION BY journey, channel ORDER BY seconds) = 1 AS fresh
                FROM touches JOIN outcomes USING (journey) WHERE converted),
            step AS (
                SELECT channel, v, n, (position = 1)::INTEGER AS opens, (position = n)::INTEGER AS closes,
                    CASE WHEN n <= 2 THEN 1 / n::DOUBLE WHEN position IN (1, n) THEN 0.4::DOUBLE
                        ELSE 0.2::DOUBLE / (n - 2) END AS u,
                    fresh::INTEGER / sum(fresh::INTEGER) OVER (PARTITION BY journey) AS distinct_share
                FROM numbered)
            SELECT sum(opens), sum(closes), sum(1 / n), sum(u), sum(distinct_share),
                sum(v * opens), sum(v * closes), sum(v / n), sum(v * u), sum(v * distinct_share)
            FROM step GROUP BY channel ORDER BY channel""";

    /**
     * The fastest of seven forms: over {@code journeys (touches UTINYINT[], converted BOOLEAN, value_minor INTEGER)},
     * distinct paths first, then whole counts by channel and length, weighted last.
     */
    static final String PATHS = """
            WITH path AS MATERIALIZED (
                SELECT touches, len(touches) AS n, count(*) AS c, sum(value_minor)::BIGINT AS v
                FROM journeys WHERE converted GROUP BY touches),
            sets AS (SELECT list_distinct(touches) AS channels, c, v FROM path),
            one AS (SELECT unnest(touches) AS channel, n, c, v FROM path),
            member AS (SELECT unnest(channels) AS channel, len(channels) AS n, c, v FROM sets),
            opening AS (
                SELECT touches[1] AS channel, n, sum(c)::BIGINT AS c, sum(v)::BIGINT AS v FROM path GROUP BY ALL),
            closing AS (
                SELECT touches[n] AS channel, n, sum(c)::BIGINT AS c, sum(v)::BIGINT AS v FROM path GROUP BY ALL),
            touched AS (SELECT channel, n, sum(c)::BIGINT AS c, sum(v)::BIGINT AS v FROM one GROUP BY ALL),
            present AS (SELECT channel, n, sum(c)::BIGINT AS c, sum(v)::BIGINT AS v FROM member GROUP BY ALL),
            ends AS (
                SELECT channel, n, c, v, 1 AS opens, 0 AS closes FROM opening
                UNION ALL SELECT channel, n, c, v, 0, 1 FROM closing),
            credit AS (
                SELECT channel, c, v, opens, closes, 0::DOUBLE AS per_touch,
                    CASE WHEN n <= 2 THEN 0 ELSE 0.4::DOUBLE - 0.2::DOUBLE / (n - 2) END AS u,
                    0::DOUBLE AS distinct_share FROM ends
                UNION ALL SELECT channel, c, v, 0, 0, 1 / n,
                    CASE WHEN n <= 2 THEN 1 / n ELSE 0.2::DOUBLE / (n - 2) END, 0 FROM touched
                UNION ALL SELECT channel, c, v, 0, 0, 0, 0, 1 / n FROM present)
            SELECT sum(c * opens), sum(c * closes), sum(c * per_touch), sum(c * u), sum(c * distinct_share),
                sum(v * opens), sum(v * closes), sum(v * per_touch), sum(v * u), sum(v * distinct_share)
            FROM credit GROUP BY channel ORDER BY channel""";

    private AttributionSql() {}

    /** Makes the tables of both statements. */
    static void load(DuckDb duck, SampledJourneys sampled) throws SQLException {
        duck.run("CREATE TABLE touches (journey INTEGER, seconds INTEGER, channel UTINYINT)");
        int[] journey = {0};
        duck.fill("touches", sampled.touches.length, (row, i) -> {
            while (i >= sampled.ends[journey[0]]) {
                journey[0]++;
            }
            row.append(journey[0]).append(i - sampled.start(journey[0])).append(sampled.touches[i]);
        });
        duck.run("CREATE TABLE outcomes (journey INTEGER, converted BOOLEAN, value_minor INTEGER)");
        duck.fill(
                "outcomes",
                sampled.size(),
                (row, i) -> row.append(i).append(sampled.conversions[i] == 1).append((int) sampled.valueMinor[i]));
        duck.run("CREATE TABLE journeys AS SELECT list(channel ORDER BY seconds) AS touches, any_value(converted) AS"
                + " converted, any_value(value_minor) AS value_minor FROM touches JOIN outcomes USING (journey) GROUP BY"
                + " journey ORDER BY journey");
    }
}
