package org.cxkit.metrics.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.PathAccumulatorTest;
import org.cxkit.metrics.path.PathAccumulatorTest.Row;
import org.cxkit.metrics.path.PathTally;
import org.junit.jupiter.api.Test;

class ShapleyPropertiesTest {

    /** Rounding of sums over some thousand sets whose worth is below 100. */
    private static final double ROUNDING = 1e-11;

    /** The relative error that SPEC-attribution §7 allows Shapley. */
    private static final double TOLERANCE = 1e-12;

    @Property(tries = 100)
    void creditIsTheMeanOverAllOrders(@ForAll @IntRange(min = 1, max = 6) int channels, @ForAll long seed) {
        long[] worth = worth(channels, seed);
        long[] gains = new long[channels];
        addGains(worth, new boolean[channels], 0, gains);
        near(credit(worth), gains, channels);
    }

    private static void addGains(long[] worth, boolean[] taken, int mask, long[] gains) {
        int left = taken.length - Integer.bitCount(mask);
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                taken[i] = true;
                gains[i] += (worth[mask | 1 << i] - worth[mask]) * factorial(left - 1);
                addGains(worth, taken, mask | 1 << i, gains);
                taken[i] = false;
            }
        }
    }

    /** Up to three channels beyond a block of the kernel. */
    @Property(tries = 50)
    void creditIsTheSumOverAllSets(@ForAll @IntRange(min = 7, max = 11) int channels, @ForAll long seed) {
        long[] worth = worth(channels, seed);
        long[] gains = new long[channels];
        for (int i = 0; i < channels; i++) {
            for (int mask = 0; mask < worth.length; mask++) {
                if ((mask >> i & 1) == 0) {
                    int size = Integer.bitCount(mask);
                    long orders = factorial(size) * factorial(channels - 1 - size);
                    gains[i] += orders * (worth[mask | 1 << i] - worth[mask]);
                }
            }
        }
        near(credit(worth), gains, channels);
    }

    @Property
    void theDefaultGameIsSharedByDistinctChannel(@ForAll("rowLists") List<Row> rows) {
        PathTally paths = PathAccumulatorTest.tally(rows);
        List<String> channels = paths.channels();
        Shapley told = Shapley.ofConversions(paths);
        if (!channels.isEmpty()) {
            ChannelGame game = set -> (double) rows.stream()
                    .filter(row -> set.containsAll(row.touches()))
                    .mapToLong(Row::conversions)
                    .sum();
            Shapley bySets = Shapley.of(channels, game);
            assertThat(told.withNone()).isEqualTo(bySets.withNone());
            assertThat(told.withAll()).isEqualTo(bySets.withAll()).isEqualTo((double) paths.conversions());
            for (int i = 0; i < channels.size(); i++) {
                assertThat(told.channels().get(i).channel())
                        .isEqualTo(bySets.channels().get(i).channel());
                assertThat(told.channels().get(i).credit())
                        .isCloseTo(bySets.channels().get(i).credit(), within(ROUNDING));
            }
        }
        for (ChannelCredit row : Attribution.of(paths, AttributionModel.LINEAR_DISTINCT)
                .models()
                .get(0)
                .channels()) {
            if (!row.channel().equals(ChannelName.UNATTRIBUTED)) {
                double value = Shapley.ofValue(paths)
                        .channel(row.channel())
                        .orElseThrow()
                        .credit();
                double conversions = told.channel(row.channel()).orElseThrow().credit();
                assertThat(conversions).isCloseTo(row.conversions(), within(TOLERANCE * row.conversions()));
                assertThat(value).isCloseTo(row.value(), within(TOLERANCE * row.value()));
            }
        }
    }

    @Property
    void positionsEqualTheObviousLoop(@ForAll("rowLists") List<Row> rows) {
        PathTally paths = PathAccumulatorTest.tally(rows);
        OrderedShapley told = OrderedShapley.ofConversions(paths);
        assertThat(told.unattributed()).isEqualTo((double) rows.stream()
                .filter(row -> row.touches().isEmpty())
                .mapToLong(Row::conversions)
                .sum());
        for (ShapleyCredit channel : Shapley.ofConversions(paths).channels()) {
            double sum = 0;
            for (int position = 1; position <= 6; position++) {
                double wanted = 0;
                for (Row row : rows) {
                    List<String> path = row.touches();
                    if (path.size() >= position && path.get(position - 1).equals(channel.channel())) {
                        long touches =
                                path.stream().filter(channel.channel()::equals).count();
                        wanted += (double) row.conversions() / new TreeSet<>(path).size() / touches;
                    }
                }
                int at = position;
                double credit = told.positions().stream()
                        .filter(row -> row.channel().equals(channel.channel()) && row.position() == at)
                        .mapToDouble(PositionCredit::credit)
                        .sum();
                assertThat(credit).isCloseTo(wanted, within(TOLERANCE * wanted));
                sum += credit;
            }
            assertThat(sum).isCloseTo(channel.credit(), within(TOLERANCE * sum));
        }
    }

    @Property(tries = 100)
    void axiomsHold(@ForAll @IntRange(min = 2, max = 10) int channels, @ForAll long seed) {
        long[] worth = worth(channels, seed);
        double[] credit = credit(worth);
        assertThat(Arrays.stream(credit).sum())
                .isCloseTo((double) (worth[worth.length - 1] - worth[0]), within(ROUNDING));

        int last = 1 << (channels - 1);
        long[] withNull = worth.clone();
        long[] symmetric = worth.clone();
        long[] sum = worth.clone();
        long[] other = worth(channels, seed + 1);
        for (int mask = 0; mask < worth.length; mask++) {
            int rest = mask & ~(last | 1);
            int swapped = rest + ((mask & 1) == 0 ? 0 : last) + ((mask & last) == 0 ? 0 : 1);
            withNull[mask] = worth[mask & ~last];
            symmetric[mask] += worth[swapped];
            sum[mask] += other[mask];
        }
        assertThat(credit(withNull)[channels - 1]).isZero(); // exactly
        double[] equal = credit(symmetric);
        assertThat(equal[0]).isCloseTo(equal[channels - 1], within(ROUNDING));
        double[] both = credit(other);
        Arrays.setAll(both, i -> both[i] + credit[i]);
        assertThat(credit(sum)).containsExactly(both, within(ROUNDING));
    }

    @Property(tries = 50)
    void theExactSetRateIsThatOfTheObviousLoop(@ForAll("rowLists") List<Row> rows) {
        ExactSetRate game = ExactSetRate.of(PathAccumulatorTest.tally(rows));
        if (!game.channels().isEmpty()) {
            ChannelGame obvious = set -> {
                long converted = 0;
                long all = 0;
                for (Row row : rows) {
                    if (new TreeSet<>(row.touches()).equals(set)) {
                        converted += row.conversions();
                        all += row.conversions() + row.lost();
                    }
                }
                return all == 0 ? 0 : (double) converted / all;
            };
            assertThat(Shapley.of(game.channels(), game)).isEqualTo(Shapley.of(game.channels(), obvious));
        }
    }

    @Test
    void samplesAreWithinFiveStandardErrorsAndTheirErrorIsTrue() {
        long[] worth = worth(7, 3);
        double[] exact = credit(worth);
        List<String> names = names(7);
        ChannelGame game = set ->
                worth[set.stream().mapToInt(name -> 1 << names.indexOf(name)).sum()];
        double squares = 0;
        int seeds = 100;
        for (int seed = 0; seed < seeds; seed++) {
            Shapley sampled = Shapley.sampled(names, game, 200, seed);
            double sum = 0;
            for (int i = 0; i < exact.length; i++) {
                ShapleyCredit row = sampled.channels().get(i);
                double z = (row.credit() - exact[i]) / row.standardError();
                assertThat(Math.abs(z)).as("seed %s, %s", seed, row).isLessThan(5);
                squares += z * z / exact.length / seeds;
                sum += row.credit();
            }
            assertThat(sum).isCloseTo((double) (worth[worth.length - 1] - worth[0]), within(ROUNDING));
        }
        // the mean square of a t statistic of 199 degrees of freedom is 1.01, here of 700 that depend on each other
        assertThat(squares).isBetween(0.9, 1.2);
    }

    private static double[] credit(long[] worth) {
        return Shapley.of(
                        names(Integer.numberOfTrailingZeros(worth.length)),
                        Arrays.stream(worth).asDoubleStream().toArray())
                .channels()
                .stream()
                .mapToDouble(ShapleyCredit::credit)
                .toArray();
    }

    private static List<String> names(int channels) {
        return IntStream.range(0, channels).mapToObj(i -> "channel " + i).toList();
    }

    private static void near(double[] credit, long[] gains, int channels) {
        double orders = factorial(channels);
        assertThat(credit)
                .containsExactly(
                        Arrays.stream(gains).mapToDouble(sum -> sum / orders).toArray(), within(ROUNDING));
    }

    private static long factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    /** Whole numbers, so that sums over orders are exact. */
    private static long[] worth(int channels, long seed) {
        return new SplittableRandom(seed).longs(1L << channels, -50, 51).toArray();
    }

    @Provide
    Arbitrary<List<Row>> rowLists() {
        return PathAccumulatorTest.pathRows().list().ofMaxSize(20);
    }
}
