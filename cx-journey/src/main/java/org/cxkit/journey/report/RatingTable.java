package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.RatingTally;

/**
 * The answers to one question, group by group: how they are distributed, and the metric with its interval.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param question the question
 * @param by what the groups are: {@code channel}, {@code stage}, {@code location}
 * @param total all groups together
 * @param rows the groups, ordered by name
 */
public record RatingTable(Question question, String by, Row total, List<Row> rows) implements Serializable {

    /**
     * One group.
     *
     * @param name the name of the group
     * @param counts valid answers for each point of the scale, the lowest first
     * @param missing answers that were not given
     * @param invalid answers that are no point of the scale
     * @param score the metric with its interval
     */
    public record Row(String name, List<Long> counts, long missing, long invalid, Outcome<Interval> score)
            implements Serializable {

        /** Copies the counts. */
        public Row {
            counts = List.copyOf(counts);
        }

        static Row of(String name, RatingTally tally, RatingMetric metric) {
            List<Long> counts = Arrays.stream(tally.counts()).boxed().toList();
            return new Row(name, counts, tally.missing(), tally.invalid(), metric.of(tally));
        }

        /** {@return the number of valid answers, the n of the score} */
        public long valid() {
            return counts.stream().reduce(0L, Math::addExact);
        }
    }

    /** Copies the rows. */
    public RatingTable {
        rows = List.copyOf(rows);
    }

    /**
     * {@return the table of these groups}
     *
     * @param question the question
     * @param by what the groups are
     * @param groups the answers by group
     * @param <K> the type of the keys; their texts name the groups
     */
    public static <K extends Comparable<? super K>> RatingTable of(
            Question question, String by, Grouped<K, RatingTally> groups) {
        List<Row> rows = new ArrayList<>();
        groups.asMap().forEach((key, tally) -> rows.add(Row.of(key.toString(), tally, question.metric())));
        return new RatingTable(question, by, Row.of("all", groups.total(), question.metric()), rows);
    }
}
