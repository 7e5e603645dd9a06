package org.cxkit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;

/** The laws hold over any partition of the rows, copies of one response in several parts too. */
class RatingSeriesAccumulatorTest
        extends AccumulatorContract<RatingSeriesAccumulator, RatingSeries, RatingSeriesAccumulatorTest.Row> {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;

    record Row(String id, int second, Answer answer) {
        Response response() {
            return Response.builder(ResponseId.of(id), "nps", Instant.ofEpochSecond(second))
                    .answer(answer)
                    .build();
        }
    }

    @Override
    protected RatingSeriesAccumulator empty() {
        return RatingSeriesAccumulator.create(SCALE);
    }

    @Override
    protected RatingSeriesAccumulator emptyOfAnotherShape() {
        return RatingSeriesAccumulator.create(SCALE, Duplicates.FIRST);
    }

    @Override
    protected Arbitrary<Row> rows() {
        Arbitrary<Answer> answers = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 10).map(Answer::of),
                Arbitraries.of(Answer.missing(), Answer.invalid("6.5")));
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e", "f"),
                        Arbitraries.integers().between(-3, 3),
                        answers)
                .as(Row::new);
    }

    @Override
    protected void add(RatingSeriesAccumulator accumulator, Row row) {
        accumulator.add(row.response());
    }

    @Override
    protected Map<String, Consumer<RatingSeriesAccumulator>> refused() {
        Row good = new Row("z", 1, Answer.of(3));
        Row bad = new Row("y", 1, Answer.of(11));
        Map<String, Consumer<RatingSeriesAccumulator>> refused = new LinkedHashMap<>();
        refused.put("off the scale", accumulator -> accumulator.add(bad.response()));
        refused.put(
                "a list with one off the scale",
                accumulator -> accumulator.addAll(List.of(good.response(), bad.response()), Lateness.ACCEPT));
        Response never = Response.builder(ResponseId.of("x"), "nps", Instant.MAX)
                .answer(Answer.of(3))
                .build();
        refused.put("a time that no series can hold", accumulator -> accumulator.add(never));
        refused.put(
                "a list with one at a time that no series can hold",
                accumulator -> accumulator.addAll(List.of(good.response(), never), Lateness.ACCEPT));
        refused.put(
                "another scale",
                accumulator -> accumulator.add(RatingSeries.empty(RatingScale.ONE_TO_FIVE, Duplicates.LAST)));
        return refused;
    }

    @Override
    protected RatingSeries fromBytes(byte[] bytes) {
        return RatingSeries.fromBytes(bytes);
    }

    @Property
    void aReplayInAnyOrderGivesTheSameSeries(
            @ForAll("rowLists") List<Row> rows, @ForAll Random random, @ForAll Duplicates duplicates) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        RatingSeries series = of(rows, duplicates);
        assertThat(of(shuffled, duplicates)).isEqualTo(series);
        assertThat(of(shuffled, duplicates).toBytes()).isEqualTo(series.toBytes());
    }

    @Property
    void ofTheCopiesOfAResponseOneCountsByTheRule(@ForAll("rowLists") List<Row> rows) {
        for (String id : List.of("a", "b", "c", "d", "e", "f")) {
            List<Row> copies = rows.stream().filter(row -> row.id().equals(id)).toList();
            assertThat(of(copies, Duplicates.ALL).size()).isEqualTo(copies.size());
            int one = copies.isEmpty() ? 0 : 1;
            assertThat(of(copies, Duplicates.FIRST).size()).isEqualTo(one);
            assertThat(of(copies, Duplicates.LAST).size()).isEqualTo(one);
            if (one == 1) {
                int first = copies.stream().mapToInt(Row::second).min().orElseThrow();
                int last = copies.stream().mapToInt(Row::second).max().orElseThrow();
                assertThat(of(copies, Duplicates.FIRST).instants()).containsExactly(Instant.ofEpochSecond(first));
                assertThat(of(copies, Duplicates.LAST).instants()).containsExactly(Instant.ofEpochSecond(last));
            }
        }
    }

    private static RatingSeries of(List<Row> rows, Duplicates duplicates) {
        return rows.stream().map(Row::response).collect(RatingSeries.ofResponses(SCALE, duplicates));
    }
}
