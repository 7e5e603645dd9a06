package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.junit.jupiter.api.Test;

class CreditAccumulatorTest extends AccumulatorContract<CreditAccumulator, CreditTally, CreditAccumulatorTest.Row> {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final AttributionModel DECAY = AttributionModel.TIME_DECAY.excluding("Direct");

    /** One journey, or some: the gap in hours from each touch to the next, at last to the end; and marks, from -1. */
    record Row(
            List<String> touches,
            List<Integer> gaps,
            int lead,
            int opportunity,
            double conversions,
            long valueMinor,
            double lost) {

        long ageHours(int touch) {
            return gaps.subList(touch, touches.size()).stream()
                    .mapToLong(Integer::longValue)
                    .sum();
        }
    }

    /** Short journeys over few channels, empty ones, fractions of conversions, rows of nothing but zeros. */
    static Arbitrary<Row> journeyRows() {
        Arbitrary<List<String>> paths =
                Arbitraries.of("Direct", "Email", "Search", "Social").list().ofMaxSize(6);
        Arbitrary<List<Integer>> gaps =
                Arbitraries.of(0, 0, 1, 24, 168, 501, 24_001).list().ofSize(6);
        Arbitrary<Double> counts = Arbitraries.of(0.0, 0.5, 1.0, 1.0, 1.9, 3.0);
        return paths.flatMap(path -> Combinators.combine(
                                gaps,
                                Arbitraries.integers().between(Journeys.NONE, path.size() - 1),
                                Arbitraries.integers().between(Journeys.NONE, path.size() - 1),
                                counts,
                                Arbitraries.longs().between(0, 99_999),
                                counts)
                        .as((gap, lead, opportunity, conversions, value, lost) ->
                                new Row(path, gap, lead, opportunity, conversions, conversions == 0 ? 0 : value, lost)))
                .withoutEdgeCases();
    }

    static Journeys journeys(List<Row> rows) {
        JourneysBuilder journeys = Journeys.builder();
        for (Row row : rows) {
            for (int i = 0; i < row.touches.size(); i++) {
                journeys.touch(row.touches.get(i), Duration.ofHours(row.ageHours(i)));
                if (i == row.lead) {
                    journeys.lead();
                }
                if (i == row.opportunity) {
                    journeys.opportunity();
                }
            }
            journeys.ended(row.conversions, Money.ofMinor(row.valueMinor, EURO), row.lost);
        }
        return journeys.build();
    }

    @Override
    protected CreditAccumulator empty() {
        return CreditAccumulator.create(DECAY);
    }

    @Override
    protected CreditAccumulator emptyOfAnotherShape() {
        return CreditAccumulator.create(
                AttributionModel.steppedTimeDecay(Duration.ofDays(7)).excluding("Direct"));
    }

    @Override
    protected Arbitrary<Row> rows() {
        return journeyRows();
    }

    @Override
    protected void add(CreditAccumulator accumulator, Row row) {
        accumulator.addAll(journeys(List.of(row)));
    }

    @Override
    protected Map<String, Consumer<CreditAccumulator>> refused() {
        Journeys ageless = Journeys.builder().touch("New").converted().build();
        Money most = Money.ofMinor(Long.MAX_VALUE, EURO);
        Journeys rich = Journeys.builder().converted(most).converted(most).build();
        Map<String, Consumer<CreditAccumulator>> refused = new LinkedHashMap<>();
        refused.put("no ages", credit -> credit.addAll(ageless));
        refused.put("no such rows", credit -> credit.addAll(rich, 1, 3));
        refused.put("too much value", credit -> credit.addAll(rich));
        return refused;
    }

    @Override
    protected CreditTally fromBytes(byte[] bytes) {
        return CreditTally.fromBytes(bytes);
    }

    @Override
    protected double tolerance() {
        return 1e-12; // sums of rounded products, whose order depends on the partition: what the specification allows
    }

    @Override
    protected double[] figures(CreditTally tally) {
        List<Double> figures = new ArrayList<>(List.of(
                tally.conversions(),
                tally.lost(),
                tally.value().orElse(Money.zero(EURO)).amount().doubleValue(),
                tally.conversions(ChannelName.UNATTRIBUTED),
                tally.valueMinor(ChannelName.UNATTRIBUTED)));
        for (String channel : tally.channels()) {
            figures.add(tally.conversions(channel));
            figures.add(tally.valueMinor(channel));
        }
        return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void creditStandsBesideItsTotals() {
        Journeys journeys = Journeys.builder()
                .touch("Search", Duration.ofDays(8))
                .touch("Email", Duration.ofDays(1))
                .converted(Money.of("30.00", "EUR"))
                .converted(Money.of("5.00", "EUR"))
                .touch("Social", Duration.ZERO)
                .lost()
                .build();
        CreditTally credit = CreditTally.of(AttributionModel.TIME_DECAY, journeys);
        assertThat(credit.channels()).containsExactly("Email", "Search", "Social");
        assertThat(credit.conversions("Email")).isCloseTo(2 / 3.0, within(1e-15)); // one rounding of a share
        assertThat(credit.valueMinor("Email")).isCloseTo(2000, within(1e-12)); // the same, of 2000
        assertThat(credit.conversions("nowhere")).isZero();
        assertThat(credit.conversions(ChannelName.UNATTRIBUTED)).isEqualTo(1);
        assertThat(credit.credit().model()).isEqualTo("time decay 7 d");
        assertThat(credit.credit().channels())
                .extracting(ChannelCredit::channel)
                .containsExactly("Email", "Search", "Social", ChannelName.UNATTRIBUTED);
        assertThat(credit.credit().channel(ChannelName.UNATTRIBUTED))
                .contains(new ChannelCredit(ChannelName.UNATTRIBUTED, 1, 5));
        assertThat(credit).hasToString("time decay 7 d over 3 channels: 2 conversions worth 35.00 EUR, 1 lost");
    }

    @Test
    void someRowsAreThoseRows() {
        Journeys journeys = Journeys.builder()
                .touch("A", Duration.ZERO)
                .converted()
                .touch("B", Duration.ZERO)
                .converted()
                .touch("A", Duration.ZERO)
                .lost()
                .build();
        CreditAccumulator credit =
                CreditAccumulator.create(AttributionModel.SAME_TOUCH).addAll(journeys, 1, 3);
        assertThat(credit.result().conversions("A")).isZero();
        assertThat(credit.result().conversions("B")).isEqualTo(1);
        assertThat(credit.result()).hasToString("same touch over 2 channels: 1 conversion, 1 lost");
        assertThat(credit.addAll(journeys, 0, 0).result().conversions()).isEqualTo(1);
    }

    @Test
    void fractionsOfConversionsAreKept() {
        Journeys journeys = Journeys.builder()
                .touch("A", Duration.ZERO)
                .ended(0.5, 0)
                .touch("A", Duration.ZERO)
                .ended(1.9, 0.25)
                .build();
        for (AttributionModel model : List.of(
                AttributionModel.TIME_DECAY,
                AttributionModel.SAME_TOUCH,
                AttributionModel.W_SHAPED,
                AttributionModel.FULL_PATH)) {
            CreditTally credit = CreditTally.of(model, journeys);
            assertThat(credit.conversions("A")).isEqualTo(2.4);
            assertThat(credit.conversions()).isEqualTo(2.4);
            assertThat(credit.lost()).isEqualTo(0.25);
        }
    }

    @Test
    void channelsOfOtherDictionariesMergeByName() {
        Journeys one = Journeys.of(
                        Symbols.of("B", "A"), new int[] {1, 2}, new byte[] {0, 1}, new long[] {2, 1}, new long[2])
                .withAges(new long[2]);
        Journeys two = Journeys.builder().touch("A", Duration.ZERO).converted().build();
        CreditTally credit =
                CreditTally.of(AttributionModel.SAME_TOUCH, one).plus(CreditTally.of(AttributionModel.SAME_TOUCH, two));
        assertThat(credit.channels()).containsExactly("A", "B");
        assertThat(credit.conversions("A")).isEqualTo(2);
        assertThat(credit.conversions("B")).isEqualTo(2);
    }

    @Test
    void aMillionSmallSharesAddUpToTheirTotal() {
        JourneysBuilder builder = Journeys.builder();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            for (int age = 4; age >= 0; age--) {
                builder.touch("ABC".substring(random.nextInt(3)).substring(0, 1), Duration.ofDays(age * 7L));
            }
            builder.converted();
        }
        CreditTally credit = CreditTally.of(AttributionModel.TIME_DECAY, builder.build());
        double sum = credit.channels().stream().mapToDouble(credit::conversions).sum();
        assertThat(sum).isCloseTo(200_000, within(200_000 * 1e-15)); // the roundings of weights go either way
    }

    /** Sums of doubles depend on the order of their parts, and on nothing else: not on the run, nor on threads. */
    @Test
    void theSamePartsInTheSameOrderGiveTheSameBytesOnEveryRun() {
        SplittableRandom random = new SplittableRandom(5);
        JourneysBuilder builder = Journeys.builder();
        for (int i = 0; i < 20_000; i++) {
            for (int age = random.nextInt(5); age >= 0; age--) {
                String channel = "ABCDE".substring(random.nextInt(5)).substring(0, 1);
                builder.touch(channel, Duration.ofHours(age * 31L));
            }
            builder.ended(random.nextDouble(), Money.ofMinor(random.nextInt(10_000), EURO), random.nextDouble());
        }
        Journeys journeys = builder.build();
        int[] cuts = {0, 1, 777, 4_096, 12_345, journeys.size()};
        for (AttributionModel model : List.of(DECAY, AttributionModel.W_SHAPED, AttributionModel.SAME_TOUCH)) {
            byte[] first = inParts(model, journeys, cuts).toBytes();
            assertThat(inParts(model, journeys, cuts).toBytes()).isEqualTo(first);
            List<CompletableFuture<CreditAccumulator>> parts = new ArrayList<>();
            for (int part = 1; part < cuts.length; part++) {
                int from = cuts[part - 1];
                int to = cuts[part];
                parts.add(CompletableFuture.supplyAsync(
                        () -> CreditAccumulator.create(model).addAll(journeys, from, to)));
            }
            CreditAccumulator all = CreditAccumulator.create(model);
            parts.forEach(part -> all.merge(part.join()));
            assertThat(all.result().toBytes()).isEqualTo(first);
        }
    }

    private static CreditTally inParts(AttributionModel model, Journeys journeys, int[] cuts) {
        CreditAccumulator credit = CreditAccumulator.create(model);
        for (int part = 1; part < cuts.length; part++) {
            credit.merge(CreditAccumulator.create(model).addAll(journeys, cuts[part - 1], cuts[part]));
        }
        return credit.result();
    }

    @Test
    void differentModelsAndCurrenciesDoNotMerge() {
        CreditTally decay =
                CreditTally.of(AttributionModel.TIME_DECAY, Journeys.builder().build());
        CreditTally stepped = CreditTally.of(
                AttributionModel.steppedTimeDecay(Duration.ofHours(36)).excluding("Direct", " Email "),
                Journeys.builder().build());
        assertThatThrownBy(() -> decay.plus(stepped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("credit by different models does not merge: time decay 7 d and"
                        + " stepped time decay 36 h excluding Direct, Email");
        CreditTally euros = CreditTally.of(
                AttributionModel.TIME_DECAY,
                Journeys.builder().converted(Money.of("1", "EUR")).build());
        CreditTally dollars = CreditTally.of(
                AttributionModel.TIME_DECAY,
                Journeys.builder().converted(Money.of("1", "USD")).build());
        assertThatThrownBy(() -> euros.plus(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one currency wanted, got EUR and USD");
    }

    @Test
    void agesThatAreNeededAreAskedFor() {
        Journeys ageless = Journeys.builder().touch("A").converted().build();
        assertThatThrownBy(() -> CreditTally.of(AttributionModel.SAME_TOUCH, ageless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("same touch needs the ages of touches, these journeys have none");
        assertThat(CreditTally.of(AttributionModel.W_SHAPED, ageless).conversions("A"))
                .isEqualTo(1);
    }

    @Test
    void bytesWhoseChannelsAreOutOfOrderAreRefused() {
        byte[] bytes = ByteWriter.of("credit", 1)
                .bytes(AttributionModel.W_SHAPED.toBytes())
                .text("")
                .count(0)
                .count(2)
                .text("B")
                .text("A")
                .toBytes();
        assertThatThrownBy(() -> CreditTally.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the bytes of credit: the channels are not in order");
    }

    @Test
    void nothingIsAllocatedPerJourney() {
        Journeys few = journeys(1_000);
        Journeys many = journeys(50_000);
        CreditTally.of(AttributionModel.TIME_DECAY, many);
        long smaller = allocated(() -> CreditTally.of(AttributionModel.TIME_DECAY, few));
        long greater = allocated(() -> CreditTally.of(AttributionModel.TIME_DECAY, many));
        assertThat(greater - smaller).isLessThan(4096);
    }

    private static Journeys journeys(int rows) {
        JourneysBuilder journeys = Journeys.builder();
        for (int i = 0; i < rows; i++) {
            journeys.touch("Direct", Duration.ofDays(3))
                    .touch("Email", Duration.ofDays(2))
                    .converted();
        }
        return journeys.build();
    }

    private static long allocated(Runnable run) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        run.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static final List<AttributionModel> MODELS = List.of(
            AttributionModel.FIRST,
            AttributionModel.LAST.excluding("Direct"),
            AttributionModel.LINEAR,
            AttributionModel.LINEAR_DISTINCT,
            AttributionModel.SHAPLEY.excluding("Direct", "Email"),
            AttributionModel.PARTICIPATION,
            AttributionModel.U_SHAPED,
            AttributionModel.position(0, 0),
            AttributionModel.position(0.2, 0.6, TwoTouches.REST_HALVED),
            AttributionModel.TIME_DECAY,
            AttributionModel.FULL_PATH);

    @Property
    void aTallyOfPartsHasTheCreditOfAllJourneysByEveryModel(
            @ForAll("rowLists") List<Row> rows, @ForAll("rowLists") List<Row> more) {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(more);
        Attribution told = Attribution.of(journeys(all), MODELS.toArray(new AttributionModel[0]));
        for (int i = 0; i < MODELS.size(); i++) {
            AttributionModel model = MODELS.get(i);
            CreditTally tally = CreditTally.of(model, journeys(rows)).plus(CreditTally.of(model, journeys(more)));
            assertThat(tally.conversions()).isCloseTo(told.conversions(), within(1e-12 * told.conversions()));
            for (ChannelCredit credit : told.models().get(i).channels()) {
                // sums of rounded shares in another order: what the specification allows
                assertThat(tally.conversions(credit.channel()))
                        .as("%s of %s", model, credit.channel())
                        .isCloseTo(credit.conversions(), within(1e-12 * (1 + credit.conversions())));
                assertThat(tally.valueMinor(credit.channel()))
                        .isCloseTo(100 * credit.value(), within(1e-12 * (1 + 100 * credit.value())));
            }
            CreditTally read = CreditTally.fromBytes(tally.toBytes());
            assertThat(read).isEqualTo(tally);
            assertThat(read.model()).isEqualTo(model).hasToString(model.toString());
        }
    }

    @Test
    void aMarkovChainIsNoTallyOfCredit() {
        assertThatThrownBy(() -> CreditAccumulator.create(AttributionModel.markov(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("credit is tallied journey by journey; \"Markov order 1\" is told from all of them, or from"
                        + " a summary");
    }
}
