package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.metrics.attribution.CreditAccumulatorTest.Row;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;

class JourneyRulePropertiesTest {

    /** The relative error that SPEC-attribution §7 allows rule-based models. */
    private static final double TOLERANCE = 1e-12;

    /** A thousand halvings, beyond which a touch has no credit. */
    private static final double FURTHEST = 0x1p-1000;

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** How the obvious loop shares one row among its touches; null where nobody has credit. */
    private interface Shares {
        List<BigDecimal> of(Row row);
    }

    @Property
    void timeDecayEqualsTheObviousLoop(@ForAll("rowLists") List<Row> rows, @ForAll("hours") int hours) {
        Duration halfLife = Duration.ofHours(hours);
        assertEqual(rows, AttributionModel.timeDecay(halfLife), row -> decay(row, hours, false));
        assertEqual(rows, AttributionModel.steppedTimeDecay(halfLife), row -> decay(row, hours, true));
    }

    @Property
    void sameTouchEqualsTheObviousLoop(@ForAll("rowLists") List<Row> rows) {
        assertEqual(rows, AttributionModel.SAME_TOUCH, row -> {
            int last = row.touches().size() - 1;
            return row.ageHours(last) > 0 ? List.of() : sole(last);
        });
    }

    @Property
    void milestonesEqualTheObviousLoop(@ForAll("rowLists") List<Row> rows, @ForAll("tenths") List<Integer> tenths) {
        BigDecimal[] shares =
                tenths.stream().map(share -> BigDecimal.valueOf(share, 1)).toArray(BigDecimal[]::new);
        AttributionModel model = AttributionModel.fullPath(
                shares[0].doubleValue(), shares[1].doubleValue(), shares[2].doubleValue(), shares[3].doubleValue());
        assertEqual(rows, model, row -> milestones(row, shares));
    }

    @Property
    void weightsOfARowAddUpToTheirTotalOrThereAreNone(
            @ForAll("rowLists") List<Row> rows, @ForAll("models") AttributionModel model) {
        Journeys journeys = CreditAccumulatorTest.journeys(rows);
        RowTouches touches = new RowTouches(journeys.without(model.excluded()));
        for (int row = 0; row < rows.size(); row++) {
            double[] weights = new double[touches.moveTo(row)];
            double total = model.rowRule().weigh(touches, weights);
            boolean late = model.equals(AttributionModel.SAME_TOUCH)
                    && weights.length > 0
                    && touches.ageMicros(weights.length - 1) > 0;
            assertThat(total > 0).isEqualTo(weights.length > 0 && !late);
            if (total > 0) {
                assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
                assertThat(Arrays.stream(weights).sum()).isCloseTo(total, within(1e-15 * total)); // six roundings
            }
        }
    }

    @Property
    void onlyDifferencesOfAgesMatterToTimeDecay(@ForAll("rowLists") List<Row> rows, @ForAll("hours") int shift) {
        List<Row> shifted = rows.stream()
                .map(row -> new Row(
                        row.touches(),
                        later(row, shift),
                        row.lead(),
                        row.opportunity(),
                        row.conversions(),
                        row.valueMinor(),
                        row.lost()))
                .toList();
        assertThat(CreditTally.of(AttributionModel.TIME_DECAY, CreditAccumulatorTest.journeys(shifted)))
                .isEqualTo(CreditTally.of(AttributionModel.TIME_DECAY, CreditAccumulatorTest.journeys(rows)));
    }

    /** The same journey whose end is further away. */
    private static List<Integer> later(Row row, int hours) {
        List<Integer> gaps = new ArrayList<>(row.gaps());
        if (!row.touches().isEmpty()) {
            gaps.set(row.touches().size() - 1, gaps.get(row.touches().size() - 1) + hours);
        }
        return gaps;
    }

    @Property
    void everyModelConservesTheTotalsOfAnyPartition(
            @ForAll("rowLists") List<Row> rows, @ForAll("models") AttributionModel model, @ForAll("hours") int cut) {
        Journeys journeys = CreditAccumulatorTest.journeys(rows);
        int middle = cut % (rows.size() + 1);
        CreditAccumulator end = CreditAccumulator.create(model).addAll(journeys, middle, rows.size());
        CreditTally credit = CreditAccumulator.create(model)
                .addAll(journeys, 0, middle)
                .merge(end)
                .result();
        double conversions = 0;
        double minor = 0;
        for (String channel : credit.channels()) {
            conversions += credit.conversions(channel);
            minor += credit.valueMinor(channel);
        }
        near(
                conversions + credit.conversions(ChannelName.UNATTRIBUTED),
                rows.stream().mapToDouble(Row::conversions).sum());
        near(
                minor + credit.valueMinor(ChannelName.UNATTRIBUTED),
                rows.stream().mapToDouble(Row::valueMinor).sum());
        near(credit.lost(), rows.stream().mapToDouble(Row::lost).sum());
        CreditTally whole = CreditTally.of(model, journeys);
        assertThat(credit.channels()).isEqualTo(whole.channels());
        for (String channel : whole.channels()) {
            near(credit.conversions(channel), whole.conversions(channel));
            near(credit.valueMinor(channel), whole.valueMinor(channel));
        }
    }

    private static List<BigDecimal> decay(Row row, int hours, boolean stepped) {
        List<BigDecimal> powers = new ArrayList<>();
        for (int i = 0; i < row.touches().size(); i++) {
            double halvings =
                    (double) (row.ageHours(i) - row.ageHours(row.touches().size() - 1)) / hours;
            long steps = row.ageHours(i) / hours - row.ageHours(row.touches().size() - 1) / hours;
            double power = StrictMath.pow(2, stepped ? -steps : -halvings);
            powers.add(power < FURTHEST ? BigDecimal.ZERO : new BigDecimal(power));
        }
        BigDecimal total = powers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return powers.stream().map(power -> power.divide(total, EXACT)).toList();
    }

    private static List<BigDecimal> sole(int last) {
        List<BigDecimal> shares = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            shares.add(i == last ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        return shares;
    }

    private static List<BigDecimal> milestones(Row row, BigDecimal[] shares) {
        int length = row.touches().size();
        int[] touches = {0, row.lead(), row.opportunity(), length - 1};
        Map<Integer, BigDecimal> reached = new TreeMap<>();
        BigDecimal given = BigDecimal.ZERO;
        BigDecimal rest = BigDecimal.ONE;
        for (int i = 0; i < touches.length; i++) {
            rest = rest.subtract(shares[i]);
            if (touches[i] != Journeys.NONE && shares[i].signum() > 0) {
                reached.merge(touches[i], shares[i], BigDecimal::add);
                given = given.add(shares[i]);
            }
        }
        int others = length - reached.size();
        rest = others == 0 ? BigDecimal.ZERO : given.signum() == 0 ? BigDecimal.ONE : rest;
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            BigDecimal share = reached.get(i);
            weights.add(
                    share == null
                            ? rest.divide(BigDecimal.valueOf(others), EXACT)
                            : BigDecimal.ONE.subtract(rest).multiply(share).divide(given, EXACT));
        }
        return weights;
    }

    private static void assertEqual(List<Row> rows, AttributionModel model, Shares shares) {
        assertEqual(rows, rows, model, shares);
        assertEqual(
                rows.stream().map(JourneyRulePropertiesTest::withoutDirect).toList(),
                rows,
                model.excluding("Direct"),
                shares);
    }

    /** Compares credit for the rows with that of the obvious loop over the rows that are left of them. */
    private static void assertEqual(List<Row> left, List<Row> rows, AttributionModel model, Shares shares) {
        Map<String, BigDecimal> conversions = new TreeMap<>();
        Map<String, BigDecimal> minor = new TreeMap<>();
        for (Row row : left) {
            List<BigDecimal> weights = row.touches().isEmpty() ? List.of() : shares.of(row);
            List<String> names = weights.isEmpty() ? List.of(ChannelName.UNATTRIBUTED) : row.touches();
            for (int i = 0; i < names.size(); i++) {
                BigDecimal weight = weights.isEmpty() ? BigDecimal.ONE : weights.get(i);
                conversions.merge(
                        names.get(i), weight.multiply(BigDecimal.valueOf(row.conversions())), BigDecimal::add);
                minor.merge(names.get(i), weight.multiply(BigDecimal.valueOf(row.valueMinor())), BigDecimal::add);
            }
        }
        CreditTally credit = CreditTally.of(model, CreditAccumulatorTest.journeys(rows));
        List<String> names = new ArrayList<>(credit.channels());
        names.add(ChannelName.UNATTRIBUTED);
        for (String name : names) {
            near(
                    credit.conversions(name),
                    conversions.getOrDefault(name, BigDecimal.ZERO).doubleValue());
            near(
                    credit.valueMinor(name),
                    minor.getOrDefault(name, BigDecimal.ZERO).doubleValue());
        }
    }

    private static void near(double actual, double wanted) {
        assertThat(actual).isCloseTo(wanted, within(TOLERANCE * wanted));
    }

    /** Leaves touches out one by one from the end, so that gaps add up and milestones move to the touch before. */
    private static Row withoutDirect(Row row) {
        if (row.touches().stream().allMatch("Direct"::equals)) {
            return row;
        }
        List<String> touches = new ArrayList<>(row.touches());
        List<Integer> gaps = new ArrayList<>(row.gaps().subList(0, touches.size()));
        int lead = row.lead();
        int opportunity = row.opportunity();
        for (int i = touches.size() - 1; i >= 0; i--) {
            if (touches.get(i).equals("Direct")) {
                touches.remove(i);
                int gap = gaps.remove(i);
                if (i > 0) {
                    gaps.set(i - 1, gaps.get(i - 1) + gap);
                }
                lead -= lead >= i && lead > 0 ? 1 : 0;
                opportunity -= opportunity >= i && opportunity > 0 ? 1 : 0;
            }
        }
        return new Row(touches, gaps, lead, opportunity, row.conversions(), row.valueMinor(), row.lost());
    }

    @Provide
    Arbitrary<List<Row>> rowLists() {
        return CreditAccumulatorTest.journeyRows().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.of(1, 7, 24, 168, 10_000);
    }

    @Provide
    Arbitrary<List<Integer>> tenths() {
        return Arbitraries.integers()
                .between(0, 5)
                .list()
                .ofSize(4)
                .filter(shares -> shares.stream().mapToInt(Integer::intValue).sum() <= 10);
    }

    @Provide
    Arbitrary<AttributionModel> models() {
        return Arbitraries.of(
                AttributionModel.TIME_DECAY,
                AttributionModel.steppedTimeDecay(Duration.ofHours(24)),
                AttributionModel.timeDecay(Duration.ofHours(1)).excluding("Direct", "Email"),
                AttributionModel.SAME_TOUCH,
                AttributionModel.W_SHAPED.excluding("Direct"),
                AttributionModel.FULL_PATH);
    }
}
