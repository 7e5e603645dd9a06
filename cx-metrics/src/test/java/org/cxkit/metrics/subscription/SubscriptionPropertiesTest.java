package org.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.behavior.Retention;

/** Each figure against a walk, day by day, over who is a customer. */
class SubscriptionPropertiesTest {

    private static final int DAYS = 30;
    private static final int FROM = 10;
    private static final int TO = 20;
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    /** Contracts of whole days, some without an end. */
    @Provide
    Arbitrary<List<Contract>> logs() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, DAYS - 1);
        return Combinators.combine(Arbitraries.of(NAMES), days, days)
                .as((name, from, length) -> new Contract(
                        CustomerId.of(name), day(from), length % 7 == 6 ? null : day(from + 1 + length % 9)))
                .list()
                .ofMaxSize(12);
    }

    private static Instant day(int day) {
        return Instant.EPOCH.plus(Duration.ofDays(day));
    }

    /** Whether a customer is one on each day. */
    private static boolean[] days(List<Contract> log, String name) {
        boolean[] is = new boolean[2 * DAYS];
        for (Contract one : log) {
            for (int day = 0; day < is.length; day++) {
                boolean in = !day(day).isBefore(one.from()) && (one.to() == null || day(day).isBefore(one.to()));
                is[day] |= in && one.customer().value().equals(name);
            }
        }
        return is;
    }

    @Property
    void churnIsThatOfTheDays(@ForAll("logs") List<Contract> log) {
        long[] counts = new long[8];
        for (String name : NAMES) {
            boolean[] is = days(log, name);
            long left = IntStream.rangeClosed(FROM + 1, TO)
                    .filter(day -> is[day - 1] && !is[day])
                    .count();
            boolean known = IntStream.range(0, FROM).anyMatch(day -> is[day]);
            counts[0] += is[FROM] ? 1 : 0;
            counts[1] += is[FROM] && is[TO] && left == 0 ? 1 : 0;
            counts[2] += is[FROM] && is[TO] && left > 0 ? 1 : 0;
            counts[3] += !is[FROM] && is[TO] && known ? 1 : 0;
            counts[4] += !is[FROM] && is[TO] && !known ? 1 : 0;
            counts[5] += left;
            counts[6] += !is[FROM] && !is[TO] && left > 0 ? 1 : 0;
            counts[7] += IntStream.range(FROM, TO).filter(day -> is[day]).count();
        }
        assertThat(ContractualChurn.of(log, new TimeWindow(day(FROM), day(TO))))
                .isEqualTo(new ContractualChurn(
                        new Retention(counts[0], counts[1], counts[2], counts[3], counts[4]),
                        counts[5],
                        counts[6],
                        Duration.ofDays(counts[7])));
    }

    @Property
    void survivalIsTheProductOverDays(@ForAll("logs") List<Contract> log) {
        SurvivalCurve curve = SurvivalCurve.of(log, day(TO));
        double survival = 1;
        for (int age = 1; age <= TO; age++) {
            long atRisk = 0;
            long left = 0;
            for (String name : NAMES) {
                boolean[] is = days(log, name);
                int first = IntStream.range(0, TO)
                        .filter(day -> is[day])
                        .findFirst()
                        .orElse(TO);
                int stayed = (int)
                        IntStream.range(first, TO).takeWhile(day -> is[day]).count();
                atRisk += stayed >= age ? 1 : 0;
                left += stayed == age && !is[first + stayed] ? 1 : 0;
            }
            survival *= atRisk == 0 ? 1 : (double) (atRisk - left) / (double) atRisk;
            double wanted = survival;
            curve.survival(Duration.ofDays(age))
                    .toOptional()
                    .ifPresent(found -> assertThat(found).isCloseTo(wanted, within(1e-14))); // rounding of the products
        }
    }

    @Property
    void revenueRetentionIsThatOfTheSums(@ForAll("revenues") List<long[]> customers) {
        RevenueAccumulator revenue = RevenueAccumulator.create(Currency.getInstance("EUR"));
        long open = 0;
        long kept = 0;
        long net = 0;
        for (long[] one : customers) {
            revenue.addAll(new long[] {one[0]}, new long[] {one[1]}, 0, 1);
            open += one[0];
            kept += Math.min(one[0], one[1]);
            net += one[0] > 0 ? one[1] : 0;
        }
        RevenueRetention retention = RevenueRetention.of(revenue.result());
        if (open == 0) {
            assertThat(retention.gross().toOptional()).isEmpty();
            return;
        }
        assertThat(retention.gross().toOptional()).contains(ratio(kept, open));
        assertThat(retention.net().toOptional()).contains(ratio(net, open));
        assertThat(retention.gross().toOptional().orElseThrow()).isBetween(0.0, 1.0);
    }

    private static double ratio(long part, long whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Provide
    Arbitrary<List<long[]>> revenues() {
        return Arbitraries.longs()
                .between(0, 9)
                .array(long[].class)
                .ofSize(2)
                .list()
                .ofMaxSize(9);
    }
}
