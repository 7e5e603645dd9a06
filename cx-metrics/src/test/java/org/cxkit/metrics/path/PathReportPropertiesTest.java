package org.cxkit.metrics.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.metrics.path.PathAccumulatorTest.Row;

class PathReportPropertiesTest {

    /** Rounding of the doubles of the obvious loop. */
    private static final double ROUNDING = 1e-12;

    @Property
    void lengthsEqualTheObviousLoop(@ForAll("rowLists") List<Row> rows, @ForAll @IntRange(max = 100) int percent) {
        PathReport report = PathReport.of(PathAccumulatorTest.tally(rows), 3);
        List<Integer> touches = new ArrayList<>();
        for (Row row : rows) {
            for (int i = 0; i < row.conversions(); i++) {
                touches.add(row.touches().size());
            }
        }
        touches.sort(null);
        assertThat(report.converted().total()).isEqualTo(touches.size());
        if (touches.isEmpty()) {
            assertThat(report.converted().median().toOptional()).isEmpty();
        } else {
            double place = (touches.size() - 1) * percent / 100.0;
            int below = (int) Math.floor(place);
            int above = (int) Math.ceil(place);
            double wanted = touches.get(below) + (place - below) * (touches.get(above) - touches.get(below));
            assertThat(report.converted().quantile(percent / 100.0).toOptional().orElseThrow())
                    .isCloseTo(wanted, within(ROUNDING));
            double mean = touches.stream().mapToInt(i -> i).average().orElseThrow();
            assertThat(report.converted().mean().toOptional().orElseThrow()).isCloseTo(mean, within(ROUNDING));
        }
    }

    @Property
    void theTopPathsAreThoseThatNoOtherBeats(
            @ForAll("rowLists") List<Row> rows, @ForAll @IntRange(min = 1, max = 5) int top) {
        PathTally paths = PathAccumulatorTest.tally(rows);
        List<PathRank> ranks = PathReport.of(paths, top).top();
        long soFar = 0;
        for (int i = 0; i < ranks.size(); i++) {
            PathCount path = ranks.get(i).path();
            soFar += path.conversions();
            assertThat(ranks.get(i).conversionsSoFar()).isEqualTo(soFar);
            int better = 0;
            for (PathCount other : paths.paths()) {
                better += other.conversions() > path.conversions() ? 1 : 0;
            }
            assertThat(better).isLessThanOrEqualTo(i);
        }
        long converting =
                paths.paths().stream().filter(path -> path.conversions() > 0).count();
        assertThat(ranks).hasSize((int) Math.min(top, converting));
        // every line of the table of paths is as wide as the others
        List<String> lines = PathReport.of(paths, top).toString().lines().toList();
        assertThat(lines.subList(1, lines.indexOf("")).stream()
                        .mapToInt(String::length)
                        .distinct())
                .hasSize(1);
    }

    @Provide
    Arbitrary<List<Row>> rowLists() {
        return PathAccumulatorTest.pathRows().list().ofMaxSize(20);
    }
}
