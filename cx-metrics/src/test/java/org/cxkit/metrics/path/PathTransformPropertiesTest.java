package org.cxkit.metrics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.metrics.path.PathAccumulatorTest.Row;

class PathTransformPropertiesTest {

    @Property
    void everyTransformEqualsTheObviousLoop(
            @ForAll("paths") List<String> path, @ForAll @IntRange(min = 1, max = 8) int n) {
        int size = path.size();
        equal(PathTransform.EXPOSURE, path, i -> i == 0 || !path.get(i).equals(path.get(i - 1)));
        equal(PathTransform.FIRST, path, i -> path.indexOf(path.get(i)) == i);
        equal(PathTransform.RECENT, path, i -> path.lastIndexOf(path.get(i)) == i);
        equal(PathTransform.lastTouches(n), path, i -> i >= size - n);
        equal(PathTransform.firstTouches(n), path, i -> i < n);
        equal(PathTransform.without("Direct"), path, i -> !path.get(i).equals("Direct"));
        boolean all = path.stream().allMatch("Direct"::equals);
        equal(
                PathTransform.withoutUnlessAll("Direct"),
                path,
                i -> all || !path.get(i).equals("Direct"));
        equal(
                PathTransform.withoutLastUnlessAll("Direct"),
                path,
                i -> all || !path.subList(i, size).stream().allMatch("Direct"::equals));
        List<String> counted = PathTransform.FIRST.apply(path).stream()
                .map(channel -> channel + " (" + Collections.frequency(path, channel) + ")")
                .toList();
        assertThat(PathTransform.FREQUENCY.apply(path)).isEqualTo(counted);
    }

    private static void equal(PathTransform transform, List<String> path, IntPredicate kept) {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (kept.test(i)) {
                wanted.add(path.get(i));
            }
        }
        assertThat(transform.apply(path)).as(transform.toString()).isEqualTo(wanted);
    }

    @Property
    void aTallyIsTransformedAsItsRowsAre(
            @ForAll("rowLists") List<Row> rows,
            @ForAll("transforms") PathTransform one,
            @ForAll("transforms") PathTransform next) {
        PathTransform both = one.then(next);
        List<Row> changed = rows.stream()
                .map(row ->
                        new Row(next.apply(one.apply(row.touches())), row.conversions(), row.valueMinor(), row.lost()))
                .toList();
        PathTally paths = PathAccumulatorTest.tally(rows);
        PathTally told = paths.transformed(both);
        assertThat(told).isEqualTo(PathAccumulatorTest.tally(changed));
        assertThat(told.conversions()).isEqualTo(paths.conversions());
        assertThat(told.value()).isEqualTo(paths.value());
        assertThat(told.lost()).isEqualTo(paths.lost());
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.of("Direct", "Email", "Search").list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Row>> rowLists() {
        return PathAccumulatorTest.pathRows().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<PathTransform> transforms() {
        return Arbitraries.of(
                PathTransform.UNIQUE,
                PathTransform.EXPOSURE,
                PathTransform.FIRST,
                PathTransform.RECENT,
                PathTransform.FREQUENCY,
                PathTransform.lastTouches(2),
                PathTransform.firstTouches(3),
                PathTransform.without("Direct", "Email"),
                PathTransform.withoutUnlessAll("Direct"),
                PathTransform.withoutLastUnlessAll("Direct"));
    }
}
