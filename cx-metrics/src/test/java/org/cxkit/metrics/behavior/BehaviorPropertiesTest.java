package org.cxkit.metrics.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.purchase.Purchase;

/** Each figure against the loop over the purchases that one would write for it. */
class BehaviorPropertiesTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");
    private static final Instant START = Instant.parse("2024-02-20T21:00:00Z");

    /** Purchases every six hours at most about the change of the clocks and of the month, refunds among them. */
    @Provide
    Arbitrary<List<Purchase>> logs() {
        Arbitrary<Instant> times =
                Arbitraries.integers().between(0, 4 * 60).map(step -> START.plus(Duration.ofHours(6L * step)));
        Arbitrary<Money> amounts = Arbitraries.of("1", "0", "2", "-1").map(amount -> Money.of(amount, "EUR"));
        return Combinators.combine(Arbitraries.of(NAMES).map(CustomerId::of), times, amounts)
                .as(Purchase::new)
                .list()
                .ofMaxSize(40);
    }

    private static Set<CustomerId> active(List<Purchase> log, CalendarPeriod period) {
        Set<CustomerId> active = new HashSet<>();
        for (Purchase one : log) {
            if (one.amount().signum() >= 0 && period.window(ROME).contains(one.at())) {
                active.add(one.customer());
            }
        }
        return active;
    }

    @Property
    void retentionOfPeriodsIsThatOfTheirSets(@ForAll("logs") List<Purchase> log) {
        ActivityTally weeks = ActivityTally.of(log, CalendarUnit.WEEK, ROME);
        CalendarPeriod first = CalendarUnit.WEEK.of(LocalDate.of(2024, 2, 19));
        Set<CustomerId> before = new HashSet<>();
        for (int at = 0; at < 8; at++) {
            CalendarPeriod from = first.plus(at);
            for (int length = 1; length < 4; length++) {
                Set<CustomerId> throughout = active(log, from);
                for (int i = 1; i <= length; i++) {
                    throughout.retainAll(active(log, from.plus(i)));
                }
                Retention sets = Retention.of(before, active(log, from), active(log, from.plus(length)));
                long returned = sets.retained() - throughout.size();
                assertThat(Retention.of(weeks, from, from.plus(length)))
                        .isEqualTo(new Retention(
                                sets.start(), throughout.size(), returned, sets.reactivated(), sets.joined()));
            }
            before.addAll(active(log, from));
        }
    }

    @Property
    void cohortsAreTheActiveAmongThoseOfTheirFirstPeriod(@ForAll("logs") List<Purchase> log) {
        ActivityTally months = ActivityTally.of(log, CalendarUnit.MONTH, ROME);
        Set<CustomerId> known = new HashSet<>();
        for (Cohort cohort : CohortRetention.of(months).cohorts()) {
            Set<CustomerId> members = active(log, cohort.first());
            members.removeAll(known);
            known.addAll(members);
            for (int age = 0; age < cohort.active().size(); age++) {
                Set<CustomerId> seen = active(log, cohort.first().plus(age));
                seen.retainAll(members);
                assertThat(cohort.active().get(age)).isEqualTo(seen.size());
            }
        }
        assertThat(CohortRetention.of(months).customers()).isEqualTo(months.customers());
    }

    @Property
    void repeatPurchaseCountsOccasionsOfEachCustomer(@ForAll("logs") List<Purchase> log) {
        TimeWindow window = new TimeWindow(START.plus(Duration.ofDays(10)), START.plus(Duration.ofDays(41)));
        long customers = 0;
        long repeaters = 0;
        long onDays = 0;
        for (String name : NAMES) {
            List<LocalDate> dates = new ArrayList<>();
            for (Purchase one : log) {
                if (one.customer().value().equals(name) && one.amount().signum() >= 0 && window.contains(one.at())) {
                    dates.add(LocalDate.ofInstant(one.at(), ROME));
                }
            }
            customers += dates.isEmpty() ? 0 : 1;
            repeaters += dates.size() > 1 ? 1 : 0;
            onDays += new TreeSet<>(dates).size() > 1 ? 1 : 0;
        }
        assertThat(RepeatPurchase.of(log, window)).isEqualTo(new RepeatPurchase(customers, repeaters, null));
        assertThat(RepeatPurchase.ofDays(log, window, ROME))
                .isEqualTo(new RepeatPurchase(customers, onDays, CalendarUnit.DAY));
    }

    @Property
    void theInactiveBoughtNothingWithinTheWindow(@ForAll("logs") List<Purchase> log) {
        Instant at = START.plus(Duration.ofDays(30));
        Duration window = Duration.ofDays(12);
        Set<CustomerId> customers = new HashSet<>();
        Set<CustomerId> recent = new HashSet<>();
        for (Purchase one : log) {
            if (one.amount().signum() >= 0 && one.at().isBefore(at)) {
                customers.add(one.customer());
                if (!one.at().isBefore(at.minus(window))) {
                    recent.add(one.customer());
                }
            }
        }
        assertThat(InactivityChurn.of(log, at, window))
                .isEqualTo(new InactivityChurn(window, at, customers.size(), customers.size() - recent.size()));
    }
}
