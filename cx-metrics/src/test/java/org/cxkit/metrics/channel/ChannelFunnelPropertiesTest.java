package org.cxkit.metrics.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cxkit.metrics.attribution.AttributionModel.FIRST;
import static org.cxkit.metrics.attribution.AttributionModel.LAST;
import static org.cxkit.metrics.attribution.AttributionModel.LINEAR;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.touch.TouchLog;
import org.jspecify.annotations.Nullable;

/** Few people in few seconds, so that many events are of one instant and on the edges of the range. */
class ChannelFunnelPropertiesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
    private static final int FROM = 3;
    private static final int TO = 6;
    private static final TimeWindow WINDOW = new TimeWindow(START.plusSeconds(FROM), START.plusSeconds(TO));

    private enum Kind {
        TOUCH(0),
        CONTACT(1),
        QUALIFIED(2),
        SALE(3);

        private final int column;

        Kind(int column) {
            this.column = column;
        }
    }

    private record Event(int person, int second, Kind kind, String channel) {}

    @Property
    void bothBasesEqualTheObviousLoop(@ForAll("events") List<Event> events) {
        TouchLog log = log(events, event -> true);
        for (FunnelBasis basis : FunnelBasis.values()) {
            ChannelFunnel funnel = ChannelFunnel.of(log, WINDOW, basis);
            assertThat(funnel.firstTouch()).isEqualTo(obvious(events, basis, true));
            assertThat(funnel.lastTouch()).isEqualTo(obvious(events, basis, false));
        }
    }

    /** Each stage is shared by the touches up to it, or up to the contact, one event after the other. */
    @Property
    void creditEqualsTheObviousLoop(@ForAll("events") List<Event> events) {
        TouchLog log = log(events, event -> true);
        for (FunnelBasis basis : FunnelBasis.values()) {
            CreditedFunnel funnel = CreditedFunnel.of(log, WINDOW, basis, FIRST, LAST, LINEAR);
            for (AttributionModel model : List.of(FIRST, LAST, LINEAR)) {
                Map<String, double[]> wanted = credit(events, basis, model);
                for (CreditedStages row : funnel.channels(model)) {
                    double[] credit = wanted.getOrDefault(row.channel(), new double[5]);
                    wanted.remove(row.channel());
                    assertThat(new double[] {row.sessions(), row.contacts(), row.qualified(), row.sales(), row.revenue()
                            })
                            .usingComparatorWithPrecision(1e-9) // sums of a few thirds of cents
                            .containsExactly(credit);
                }
                assertThat(wanted).isEmpty();
            }
            assertThat(funnel.funnel()).isEqualTo(ChannelFunnel.of(log, WINDOW, basis));
        }
    }

    private static Map<String, double[]> credit(List<Event> events, FunnelBasis basis, AttributionModel model) {
        Map<String, double[]> credit = new TreeMap<>();
        for (Event event : events) {
            if (event.kind == Kind.TOUCH) {
                credit.computeIfAbsent(event.channel, key -> new double[5])[0] += inside(event) ? 1 : 0;
            } else if (counted(events, event, basis)) {
                Event contact = first(events, event.person, Kind.CONTACT);
                int at = basis == FunnelBasis.COHORT && contact != null ? contact.second : event.second;
                List<Event> led = events.stream()
                        .filter(touch -> touch.person == event.person && touch.kind == Kind.TOUCH && touch.second <= at)
                        .sorted(Comparator.comparingInt(Event::second)) // stable
                        .toList();
                for (int i = 0; i < Math.max(1, led.size()); i++) {
                    double share = model.equals(LINEAR)
                            ? 1.0 / Math.max(1, led.size())
                            : i == (model.equals(FIRST) ? 0 : Math.max(0, led.size() - 1)) ? 1 : 0;
                    String name = led.isEmpty() ? ChannelName.UNATTRIBUTED : led.get(i).channel;
                    double[] row = credit.computeIfAbsent(name, key -> new double[5]);
                    row[event.kind.column] += share;
                    row[4] += event.kind == Kind.SALE ? share * worth(event).toMinorUnits() / 100 : 0;
                }
            }
        }
        return credit;
    }

    @Property
    void logsOfPartsOfThePeopleMerge(@ForAll("events") List<Event> events, @ForAll @IntRange(max = 15) int part) {
        TouchLog merged = log(events, event -> (part >> event.person & 1) == 0)
                .merge(log(events, event -> (part >> event.person & 1) == 1));
        for (FunnelBasis basis : FunnelBasis.values()) {
            assertThat(ChannelFunnel.of(merged, WINDOW, basis))
                    .isEqualTo(ChannelFunnel.of(log(events, event -> true), WINDOW, basis));
        }
    }

    private static TouchLog log(List<Event> events, Predicate<Event> kept) {
        TouchLog log = TouchLog.create();
        for (Event event : events) {
            String person = "person " + event.person;
            Instant at = START.plusSeconds(event.second);
            if (kept.test(event)) {
                switch (event.kind) {
                    case TOUCH -> log.touch(person, at, event.channel);
                    case CONTACT -> log.contact(person, at);
                    case QUALIFIED -> log.qualified(person, at);
                    case SALE -> log.converted(person, at, worth(event));
                }
            }
        }
        return log;
    }

    private static Money worth(Event sale) {
        return Money.ofMinor(sale.second + 1, EUR);
    }

    /** Counts event by event, and looks through all events of the person for the channel each time. */
    private static List<ChannelCounts> obvious(List<Event> events, FunnelBasis basis, boolean byFirst) {
        TreeMap<String, long[]> counts = new TreeMap<>();
        boolean sold = false;
        for (Event event : events) {
            if (event.kind == Kind.TOUCH) {
                counts.computeIfAbsent(event.channel, key -> new long[5])[Kind.TOUCH.column] += inside(event) ? 1 : 0;
            } else if (counted(events, event, basis)) {
                Event contact = first(events, event.person, Kind.CONTACT);
                int at = basis == FunnelBasis.COHORT && contact != null ? contact.second : event.second;
                long[] row = counts.computeIfAbsent(channel(events, event.person, at, byFirst), key -> new long[5]);
                row[event.kind.column]++;
                if (event.kind == Kind.SALE) {
                    sold = true;
                    row[4] += worth(event).toMinorUnits();
                }
            }
        }
        List<String> names = new ArrayList<>(counts.keySet());
        if (names.remove(ChannelName.UNATTRIBUTED)) {
            names.add(ChannelName.UNATTRIBUTED); // last
        }
        List<ChannelCounts> rows = new ArrayList<>();
        for (String name : names) {
            long[] row = counts.getOrDefault(name, new long[5]);
            Money revenue = sold ? Money.ofMinor(row[4], EUR) : null;
            rows.add(new ChannelCounts(name, row[0], row[1], row[2], row[3], revenue));
        }
        return rows;
    }

    private static boolean inside(Event event) {
        return event.second >= FROM && event.second < TO;
    }

    private static boolean counted(List<Event> events, Event event, FunnelBasis basis) {
        Event contact = first(events, event.person, Kind.CONTACT);
        boolean ofCohort = contact != null && inside(contact) && event.second >= contact.second;
        if (event.kind == Kind.SALE) {
            return basis == FunnelBasis.COHORT ? ofCohort : inside(event);
        }
        if (basis == FunnelBasis.EVENT_DATE) {
            return inside(event) && event.equals(first(events, event.person, event.kind));
        }
        // of one person the first after the contact counts, which for contacts is the first of all
        return ofCohort
                && events.stream()
                        .filter(other -> other.person == event.person
                                && other.kind == event.kind
                                && other.second >= (contact == null ? 0 : contact.second))
                        .allMatch(other -> comesBefore(events, event, other));
    }

    private static @Nullable Event first(List<Event> events, int person, Kind kind) {
        Event first = null;
        for (Event event : events) {
            if (event.person == person && event.kind == kind && (first == null || event.second < first.second)) {
                first = event;
            }
        }
        return first;
    }

    private static boolean comesBefore(List<Event> events, Event one, Event other) {
        return one.second != other.second ? one.second < other.second : events.indexOf(one) <= events.indexOf(other);
    }

    private static String channel(List<Event> events, int person, int at, boolean byFirst) {
        if (byFirst) {
            Event first = first(events, person, Kind.TOUCH);
            return first == null ? ChannelName.UNATTRIBUTED : first.channel;
        }
        String channel = ChannelName.UNATTRIBUTED;
        int latest = -1;
        for (Event event : events) {
            if (event.person == person && event.kind == Kind.TOUCH && event.second <= at && event.second >= latest) {
                latest = event.second;
                channel = event.channel;
            }
        }
        return channel;
    }

    /** All events differ, so that each is found by itself. */
    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(Kind.values()),
                        Arbitraries.of("Email", "Search", "Social"))
                .as(Event::new)
                .list()
                .ofMaxSize(30)
                .uniqueElements();
    }
}
