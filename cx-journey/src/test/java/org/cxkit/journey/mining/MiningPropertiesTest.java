package org.cxkit.journey.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.journey.funnel.Funnel;
import org.cxkit.journey.funnel.FunnelDefinition;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.log.EventRow;

class MiningPropertiesTest {

    @Property
    void flowsAreThoseOfTheObviousLoop(@ForAll("rows") List<EventRow> rows) {
        Map<Edge, List<Long>> waits = new TreeMap<>();
        Map<String, Long> starts = new TreeMap<>();
        Map<String, Long> ends = new TreeMap<>();
        for (List<EventRow> history : EventRow.byCase(rows).values()) {
            starts.merge(history.get(0).activity(), 1L, Long::sum);
            ends.merge(history.get(history.size() - 1).activity(), 1L, Long::sum);
            for (int i = 1; i < history.size(); i++) {
                EventRow from = history.get(i - 1);
                EventRow to = history.get(i);
                waits.computeIfAbsent(new Edge(from.activity(), to.activity()), edge -> new ArrayList<>())
                        .add(to.micros() - from.micros());
            }
        }
        DirectlyFollows flows = DirectlyFollows.of(EventRow.log(rows));
        assertThat(flows.starts()).isEqualTo(starts);
        assertThat(flows.ends()).isEqualTo(ends);
        assertThat(flows.waits().keySet()).containsExactlyElementsOf(waits.keySet());
        waits.forEach((edge, list) -> assertThat(flows.waits().get(edge))
                .isEqualTo(Durations.ofMicros(
                        list.stream().mapToLong(Long::longValue).toArray())));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheInputChangesNothing(@ForAll("rows") List<EventRow> rows, @ForAll long seed) {
        EventLog log = EventRow.log(rows);
        EventLog other = EventRow.log(EventRow.shuffled(rows, seed));
        FunnelDefinition steps = FunnelDefinition.steps("x", "y", "z");
        assertThat(DirectlyFollows.of(other)).isEqualTo(DirectlyFollows.of(log));
        assertThat(Variants.of(other)).isEqualTo(Variants.of(log));
        assertThat(Funnel.of(steps, other)).isEqualTo(Funnel.of(steps, log));
        assertThat(Handoffs.of(other)).isEqualTo(Handoffs.of(log));
    }

    @Property
    void flowsOfPartsByCaseAddUp(@ForAll("rows") List<EventRow> rows) {
        EventLog log = EventRow.log(rows);
        EventLog some = log.onlyCases(id -> id.startsWith("c"));
        EventLog others = log.onlyCases(id -> !id.startsWith("c"));
        assertThat(DirectlyFollows.of(some).plus(DirectlyFollows.of(others))).isEqualTo(DirectlyFollows.of(log));
        assertThat(DirectlyFollows.accumulator().addAll(others).addAll(some).result())
                .isEqualTo(DirectlyFollows.of(log));
    }

    @Property
    void variantsAreThoseOfTheObviousMap(@ForAll("rows") List<EventRow> rows) {
        Map<List<String>, Long> counts = new HashMap<>();
        Map<List<String>, List<String>> ids = new HashMap<>();
        EventRow.byCase(rows).forEach((id, history) -> {
            List<String> sequence = history.stream().map(EventRow::activity).toList();
            counts.merge(sequence, 1L, Long::sum);
            ids.computeIfAbsent(sequence, key -> new ArrayList<>()).add(id);
        });
        EventLog log = EventRow.log(rows);
        Variants variants = Variants.of(log);
        assertThat(variants.list()).isSorted().hasSize(counts.size());
        for (Variant variant : variants.list()) {
            assertThat(variant.count()).isEqualTo(counts.get(variant.activities()));
            assertThat(Variants.caseIds(log, variant.activities())).isEqualTo(ids.get(variant.activities()));
        }
        if (!rows.isEmpty()) {
            assertThat(variants.coverage(variants.size())).isEqualTo(1.0);
            assertThat(variants.coverage(0)).isZero();
        }
    }

    @Property
    void handoffsAreThoseOfTheObviousLoop(@ForAll("rows") List<EventRow> rows) {
        Map<Edge, List<Long>> waits = new TreeMap<>();
        long omnichannel = 0;
        for (List<EventRow> history : EventRow.byCase(rows).values()) {
            for (int i = 1; i < history.size(); i++) {
                String from = history.get(i - 1).channel();
                String to = history.get(i).channel();
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    waits.computeIfAbsent(new Edge(from, to), edge -> new ArrayList<>())
                            .add(history.get(i).micros() - history.get(i - 1).micros());
                }
            }
            long channels = history.stream()
                    .map(EventRow::channel)
                    .filter(channel -> !channel.isEmpty())
                    .distinct()
                    .count();
            omnichannel += channels > 1 ? 1 : 0;
        }
        EventLog log = EventRow.log(rows);
        Handoffs handoffs = Handoffs.of(log);
        assertThat(handoffs.waits().keySet()).containsExactlyElementsOf(waits.keySet());
        waits.forEach((edge, list) -> {
            assertThat(handoffs.waits(edge.from(), edge.to()))
                    .isEqualTo(Durations.ofMicros(
                            list.stream().mapToLong(Long::longValue).toArray()));
            assertThat(Handoffs.caseIds(log, edge)).isNotEmpty();
        });
        assertThat(handoffs.omnichannelCases()).isEqualTo(omnichannel);
        assertThat(handoffs.eventsWithoutChannel())
                .isEqualTo(rows.stream()
                        .filter(row -> Objects.equals(row.channel(), ""))
                        .count());
    }

    @Provide
    Arbitrary<List<EventRow>> rows() {
        return EventRow.rows();
    }
}
