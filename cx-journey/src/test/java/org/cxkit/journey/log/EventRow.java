package org.cxkit.journey.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A row of an event table, for the obvious loops that tests compare with. */
public record EventRow(String caseId, String activity, long micros, String channel) {

    /** Few cases, activities and instants, so that ties and repetitions are common. */
    public static Arbitrary<List<EventRow>> rows() {
        Arbitrary<String> cases = Arbitraries.of("b", "a", "B", "c10", "c9");
        Arbitrary<String> activities = Arbitraries.of("x", "y", "z", "view");
        Arbitrary<Long> instants = Arbitraries.longs().between(-3, 12).map(minute -> minute * 60_000_000L);
        Arbitrary<String> channels = Arbitraries.of("", "", "web", "store");
        return Combinators.combine(cases, activities, instants, channels)
                .as(EventRow::new)
                .list()
                .ofMaxSize(80);
    }

    /** The log of the rows, made by the public builder. */
    public static EventLog log(List<EventRow> rows) {
        EventLogBuilder builder = EventLog.builder();
        for (EventRow row : rows) {
            builder.add(row.caseId, row.activity, row.micros, row.channel);
        }
        return builder.build();
    }

    /** The rows of each case in canonical order, by the obvious sort. */
    public static Map<String, List<EventRow>> byCase(List<EventRow> rows) {
        Map<String, List<EventRow>> cases =
                rows.stream().collect(Collectors.groupingBy(EventRow::caseId, TreeMap::new, Collectors.toList()));
        cases.values().forEach(list -> list.sort(Comparator.comparingLong(EventRow::micros)));
        return cases;
    }

    /** The rows in another order, except that rows of one case at one instant keep theirs. */
    public static List<EventRow> shuffled(List<EventRow> rows, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        Map<String, List<Integer>> tied = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            tied.computeIfAbsent(tie(rows.get(i)), key -> new ArrayList<>()).add(i);
        }
        List<EventRow> shuffled = new ArrayList<>();
        for (int i : order) {
            shuffled.add(rows.get(tied.get(tie(rows.get(i))).remove(0)));
        }
        return shuffled;
    }

    private static String tie(EventRow row) {
        return row.caseId + " " + row.micros;
    }
}
