package org.cxkit.journey.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.journey.log.EventRow;
import org.cxkit.journey.mining.Durations;

class FunnelPropertiesTest {

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void everyCaseReachesWhatTryingAllChainsReaches(
            @ForAll("rows") List<EventRow> rows, @ForAll("definitions") FunnelDefinition definition) {
        Map<String, Integer> expected = new TreeMap<>();
        EventRow.byCase(rows).forEach((id, history) -> expected.put(id, best(history, definition)));
        Funnel funnel = Funnel.of(definition, EventRow.log(rows));
        assertThat(funnel.cases()).isEqualTo(expected.size());
        for (int level = 1; level <= funnel.steps(); level++) {
            int least = level;
            List<String> ids = expected.keySet().stream()
                    .filter(id -> expected.get(id) >= least)
                    .toList();
            assertThat(funnel.caseIds(level)).as("%s, level %d", funnel, level).isEqualTo(ids);
            assertThat(funnel.reached(level)).isEqualTo(ids.size());
            List<String> left = new ArrayList<>(ids);
            left.removeIf(id -> expected.get(id) != least || least == funnel.steps());
            assertThat(funnel.droppedCaseIds(level)).isEqualTo(left);
            assertThat(funnel.dropped(level)).isEqualTo(left.size());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyCaseThatReachedALevelHasATimeToConvertInsideTheWindow(
            @ForAll("rows") List<EventRow> rows, @ForAll("definitions") FunnelDefinition definition) {
        Funnel funnel = Funnel.of(definition, EventRow.log(rows));
        for (int level = 2; level <= funnel.steps(); level++) {
            Durations times = funnel.timeToConvert(level);
            assertThat(times.count()).isEqualTo((int) funnel.reached(level));
            if (!times.isEmpty() && definition.window() != null) {
                assertThat(times.maxSeconds())
                        .isLessThanOrEqualTo((double) definition.window().toSeconds());
            }
            if (!times.isEmpty() && definition.mode() == FunnelMode.OPEN_STRICT_TIME) {
                assertThat(times.minSeconds()).isPositive();
            }
        }
    }

    /** The furthest level of a case, by trying every chain the rules allow. */
    private static int best(List<EventRow> history, FunnelDefinition definition) {
        List<String> steps = definition.steps();
        if (definition.mode() == FunnelMode.UNORDERED) {
            return (int) history.stream()
                    .map(EventRow::activity)
                    .distinct()
                    .filter(steps::contains)
                    .count();
        }
        int best = 0;
        for (int start = 0; start < history.size(); start++) {
            if (history.get(start).activity().equals(steps.get(0))) {
                best = Math.max(best, extend(history, definition, start, start, 1));
                if (definition.anchor() == FunnelAnchor.FIRST) {
                    break;
                }
            }
        }
        return best;
    }

    private static int extend(List<EventRow> history, FunnelDefinition definition, int start, int last, int level) {
        if (level == definition.steps().size()) {
            return level;
        }
        int best = level;
        int end = definition.mode() == FunnelMode.STRICT_ADJACENT ? Math.min(last + 2, history.size()) : history.size();
        for (int next = last + 1; next < end; next++) {
            EventRow row = history.get(next);
            boolean inside = definition.window() == null
                    || row.micros() - history.get(start).micros()
                            <= definition.window().toMillis() * 1000;
            boolean later = definition.mode() != FunnelMode.OPEN_STRICT_TIME
                    || row.micros() > history.get(last).micros();
            if (inside && later && row.activity().equals(definition.steps().get(level))) {
                best = Math.max(best, extend(history, definition, start, next, level + 1));
            }
        }
        return best;
    }

    @Provide
    Arbitrary<FunnelDefinition> definitions() {
        Arbitrary<List<String>> steps =
                Arbitraries.of("x", "y", "z", "never").list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<Integer> minutes = Arbitraries.integers().between(-1, 8);
        Arbitrary<FunnelDefinition> ordered = Combinators.combine(
                        steps,
                        Arbitraries.of(FunnelMode.OPEN, FunnelMode.OPEN_STRICT_TIME, FunnelMode.STRICT_ADJACENT),
                        Arbitraries.of(FunnelAnchor.values()),
                        minutes)
                .as((list, mode, anchor, window) ->
                        new FunnelDefinition(list, mode, anchor, window < 0 ? null : Duration.ofMinutes(window)));
        Arbitrary<FunnelDefinition> unordered = steps.map(
                list -> FunnelDefinition.steps(list.stream().distinct().toArray(String[]::new))
                        .withMode(FunnelMode.UNORDERED));
        return Arbitraries.oneOf(ordered, ordered, ordered, unordered);
    }

    @Provide
    Arbitrary<List<EventRow>> rows() {
        return EventRow.rows();
    }
}
