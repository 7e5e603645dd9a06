package org.cxkit.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.CreditTally;
import org.cxkit.metrics.path.Journeys;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does time-decay credit cost a journey, beside the loop over objects and maps that a user would write,
 * and beside one read of the same columns?
 *
 * <p>One thread. Journeys have four touches on average, over a dozen channels; converted ones have a value, whose
 * credit is told too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimeDecayBenchmark {
    static final int JOURNEYS = 1 << 20;

    private static final int CHANNELS = 12;
    private static final Duration HALF_LIFE = Duration.ofDays(7);
    private static final AttributionModel MODEL = AttributionModel.timeDecay(HALF_LIFE);

    /** A journey as an object. */
    record Journey(List<Touch> touches, boolean converted, long valueMinor) {}

    /** A touch as an object. */
    record Touch(String channel, Duration age) {}

    /** What a channel is credited with. */
    static final class Credit {
        double conversions;
        double valueMinor;
    }

    /** How many journeys of a hundred end in a conversion. */
    @Param({"5", "100"})
    public int convertedPercent = 5;

    Journeys journeys = Journeys.builder().build();
    List<Journey> objects = List.of();
    byte[] bytes = new byte[0];

    /** Makes the journeys, as columns and as objects. */
    @Setup(Level.Trial)
    public void setup() {
        List<String> names = IntStream.range(0, CHANNELS)
                .mapToObj(i -> "channel " + (char) ('A' + i))
                .toList();
        SplittableRandom random = new SplittableRandom(42);
        int[] ends = new int[JOURNEYS];
        int[] codes = new int[7 * JOURNEYS];
        long[] micros = new long[7 * JOURNEYS];
        long[] conversions = new long[JOURNEYS];
        long[] lost = new long[JOURNEYS];
        long[] valueMinor = new long[JOURNEYS];
        List<Journey> made = new ArrayList<>(JOURNEYS);
        int end = 0;
        for (int row = 0; row < JOURNEYS; row++) {
            List<Touch> touches = new ArrayList<>();
            long minutes = random.nextInt(60 * 24 * 60);
            for (int left = random.nextInt(1, 8); left > 0; left--) {
                codes[end] = random.nextInt(1 + random.nextInt(CHANNELS)); // some channels are much used
                micros[end++] = minutes * 60_000_000;
                touches.add(new Touch(names.get(codes[end - 1]), Duration.ofMinutes(minutes)));
                minutes -= random.nextInt((int) minutes + 1);
            }
            ends[row] = end;
            boolean converted = random.nextInt(100) < convertedPercent;
            conversions[row] = converted ? 1 : 0;
            lost[row] = converted ? 0 : 1;
            valueMinor[row] = converted ? random.nextInt(100_000) : 0;
            made.add(new Journey(touches, converted, valueMinor[row]));
        }
        objects = made;
        journeys = Journeys.of(Symbols.of(names), ends, Arrays.copyOf(codes, end), conversions, lost)
                .withAges(Arrays.copyOf(micros, end))
                .withValue(Currency.getInstance("EUR"), valueMinor);
        bytes = new byte[(Byte.BYTES + Integer.BYTES) * end + (Integer.BYTES + Byte.BYTES + Long.BYTES) * JOURNEYS];
    }

    /** {@return the bound: as many bytes as the columns have, read once} */
    @Benchmark
    @OperationsPerInvocation(JOURNEYS)
    public long yardstick() {
        return Yardstick.read(bytes);
    }

    /** {@return the credit by the library} */
    @Benchmark
    @OperationsPerInvocation(JOURNEYS)
    public CreditTally columns() {
        return CreditTally.of(MODEL, journeys);
    }

    /** {@return the credit by the loop a user would write} */
    @Benchmark
    @OperationsPerInvocation(JOURNEYS)
    public Map<String, Credit> objectsAndMaps() {
        Map<String, Credit> credits = new HashMap<>();
        for (Journey journey : objects) {
            if (journey.converted()) {
                double[] weights = new double[journey.touches().size()];
                double total = 0;
                for (int i = 0; i < weights.length; i++) {
                    double halfLives = (double) journey.touches().get(i).age().toMillis() / HALF_LIFE.toMillis();
                    weights[i] = Math.pow(2, -halfLives);
                    total += weights[i];
                }
                for (int i = 0; i < weights.length; i++) {
                    Credit credit =
                            credits.computeIfAbsent(journey.touches().get(i).channel(), channel -> new Credit());
                    credit.conversions += weights[i] / total;
                    credit.valueMinor += weights[i] / total * journey.valueMinor();
                }
            }
        }
        return credits;
    }
}
