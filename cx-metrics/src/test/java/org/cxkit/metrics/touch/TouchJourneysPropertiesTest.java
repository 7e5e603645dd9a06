package org.cxkit.metrics.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.CreditTally;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;

class TouchJourneysPropertiesTest {

    /** A row of the log, by its number: a touch or what was reached, a few seconds after the start. */
    record Row(int number, String person, int second, String what) {

        Instant at() {
            return Instant.EPOCH.plusSeconds(second);
        }

        boolean isTouch() {
            return !List.of("contact", "qualified", "sale").contains(what);
        }
    }

    /** One journey as the obvious loop tells it. */
    record Told(String person, List<Row> touches, Instant end, boolean converted) {}

    @Property
    void journeysEqualTheObviousFilter(
            @ForAll("rows") List<Row> rows, @ForAll("seconds") int lookback, @ForAll RepeatConversions repeat) {
        List<Told> wanted = told(rows, lookback, repeat);
        Journeys journeys = log(rows).journeys(Duration.ofSeconds(lookback), repeat);
        assertThat(journeys.size()).isEqualTo(wanted.size());
        for (int row = 0; row < wanted.size(); row++) {
            Told told = wanted.get(row);
            assertThat(journeys.path(row))
                    .isEqualTo(told.touches.stream().map(Row::what).toList());
            assertThat(journeys.conversions(row)).isEqualTo(told.converted ? 1 : 0);
            assertThat(journeys.lost(row)).isEqualTo(told.converted ? 0 : 1);
            for (int i = 0; i < told.touches.size(); i++) {
                assertThat(journeys.ageMicros(journeys.start(row) + i))
                        .isEqualTo(Duration.between(told.touches.get(i).at(), told.end)
                                        .toNanos()
                                / 1000);
            }
            assertThat(journeys.lead(row)).isEqualTo(mark(rows, told, "contact"));
            assertThat(journeys.opportunity(row)).isEqualTo(mark(rows, told, "qualified"));
            for (int other = 0; other < row; other++) {
                assertThat(journeys.key(other) == journeys.key(row))
                        .isEqualTo(wanted.get(other).person.equals(told.person));
            }
        }
        assertThat(log(rows).paths(Duration.ofSeconds(lookback), repeat)).isEqualTo(tally(wanted));
    }

    @Property
    void afterAResetATouchIsUsedOnceAtMost(@ForAll("rows") List<Row> rows, @ForAll("seconds") int lookback) {
        List<Row> named = new ArrayList<>();
        for (Row row : rows) { // each touch has a name of its own
            named.add(row.isTouch() ? new Row(row.number, row.person, row.second, "touch " + row.number) : row);
        }
        Journeys journeys = log(named).journeys(Duration.ofSeconds(lookback), RepeatConversions.RESET);
        Set<String> used = new HashSet<>();
        for (int row = 0; row < journeys.size(); row++) {
            assertThat(journeys.path(row)).allMatch(used::add);
        }
    }

    @Property
    void allConversionsAreCreditedOrUnattributed(
            @ForAll("rows") List<Row> rows, @ForAll("seconds") int lookback, @ForAll RepeatConversions repeat) {
        double sales = rows.stream().filter(row -> row.what.equals("sale")).count();
        CreditTally credit =
                CreditTally.of(AttributionModel.TIME_DECAY, log(rows).journeys(Duration.ofSeconds(lookback), repeat));
        double credited = credit.conversions(ChannelName.UNATTRIBUTED)
                + credit.channels().stream().mapToDouble(credit::conversions).sum();
        assertThat(credited).isCloseTo(sales, within(1e-12 * sales)); // weights of a journey are rounded
        assertThat(credit.value())
                .isEqualTo(log(rows).paths(Duration.ZERO, repeat).value());
    }

    private static List<Told> told(List<Row> rows, int lookback, RepeatConversions repeat) {
        List<Told> told = new ArrayList<>();
        for (String person : rows.stream().map(Row::person).sorted().distinct().toList()) {
            List<Row> sorted = rows.stream()
                    .filter(row -> row.person.equals(person))
                    .sorted(Comparator.comparing(Row::second))
                    .toList();
            List<Row> touches = sorted.stream().filter(Row::isTouch).toList();
            List<Row> sales =
                    sorted.stream().filter(row -> row.what.equals("sale")).toList();
            if (sales.isEmpty() && !touches.isEmpty()) {
                told.add(new Told(
                        person, touches, touches.get(touches.size() - 1).at(), false));
            }
            int before = Integer.MIN_VALUE;
            for (Row sale : sales) {
                int reset = before;
                List<Row> path = touches.stream()
                        .filter(touch -> touch.second <= sale.second && touch.second >= sale.second - lookback)
                        .filter(touch -> touch.second > reset)
                        .toList();
                told.add(new Told(person, path, sale.at(), true));
                before = repeat == RepeatConversions.RESET ? sale.second : before;
            }
        }
        return told;
    }

    /** The touch of a milestone: the last one of all touches up to it, if it is in the journey. */
    private static int mark(List<Row> rows, Told told, String milestone) {
        int first = rows.stream()
                .filter(row -> row.person.equals(told.person) && row.what.equals(milestone))
                .mapToInt(Row::second)
                .min()
                .orElse(Integer.MAX_VALUE);
        if (first == Integer.MAX_VALUE
                || (told.converted && Instant.EPOCH.plusSeconds(first).isAfter(told.end))) {
            return Journeys.NONE;
        }
        Row last = null;
        for (Row row : rows) {
            if (row.person.equals(told.person)
                    && row.isTouch()
                    && row.second <= first
                    && (last == null || row.second >= last.second)) {
                last = row;
            }
        }
        return told.touches.indexOf(last); // -1 is NONE
    }

    private static PathTally tally(List<Told> told) {
        PathAccumulator paths = PathAccumulator.create();
        for (Told one : told) {
            List<String> names = one.touches.stream().map(Row::what).toList();
            if (one.converted) {
                paths.converted(names, 1, value(one.end));
            } else {
                paths.lost(names, 1);
            }
        }
        return paths.result();
    }

    private static Money value(Instant at) {
        return Money.of(Long.toString(at.getEpochSecond()), "EUR");
    }

    private static TouchLog log(List<Row> rows) {
        TouchLog log = TouchLog.create();
        for (Row row : rows) {
            switch (row.what) {
                case "contact" -> log.contact(row.person, row.at());
                case "qualified" -> log.qualified(row.person, row.at());
                case "sale" -> log.converted(row.person, row.at(), value(row.at()));
                default -> log.touch(row.person, row.at(), row.what);
            }
        }
        return log;
    }

    /** Few instants, so that ties are common. */
    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("p", "q"),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of("A", "B", "C", "A", "contact", "qualified", "sale", "sale"))
                .as((person, second, what) -> new Row(0, person, second, what))
                .list()
                .ofMaxSize(20)
                .map(TouchJourneysPropertiesTest::numbered);
    }

    private static List<Row> numbered(List<Row> rows) {
        List<Row> numbered = new ArrayList<>();
        for (Row row : rows) {
            numbered.add(new Row(numbered.size(), row.person, row.second, row.what));
        }
        return numbered;
    }

    @Provide
    Arbitrary<Integer> seconds() {
        return Arbitraries.integers().between(0, 14);
    }
}
