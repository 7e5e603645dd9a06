package org.cxkit.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.metrics.path.Journeys;

/**
 * Journeys as shops have them, drawn by a seed: one a row, channels by Zipf's law (the second half as frequent as the
 * first, the third a third), one touch more with a probability of three in four (four touches on average, at most 20), a
 * stated share of them converting, at random places, and every other conversion with a value of 1.00 to 499.99.
 */
final class SampledJourneys {
    private static final List<String> NAMES = List.of(
            "Search",
            "Email",
            "Direct",
            "Social",
            "Display",
            "Affiliate",
            "Referral",
            "Video",
            "Retail",
            "Partner",
            "Podcast",
            "Print");

    private static final double MORE = 0.75;
    private static final int LONGEST = 20;

    final Symbols channels;
    /** For each journey the number of touches up to its end. */
    final int[] ends;
    /** The channel codes of all touches. */
    final byte[] touches;
    /** For each journey 1 if it converted. */
    final long[] conversions;
    /** For each journey its value in cents. */
    final long[] valueMinor;

    private SampledJourneys(int n, int channels) {
        this.channels = Symbols.of(IntStream.range(0, channels)
                .mapToObj(code -> NAMES.get(code % NAMES.size()) + (code < NAMES.size() ? "" : " " + code))
                .toList());
        ends = new int[n];
        touches = new byte[n * LONGEST];
        conversions = new long[n];
        valueMinor = new long[n];
    }

    private SampledJourneys(SampledJourneys drawn, byte[] touches) {
        channels = drawn.channels;
        ends = drawn.ends;
        this.touches = touches;
        conversions = drawn.conversions;
        valueMinor = drawn.valueMinor;
    }

    /**
     * {@return journeys, the same for the same arguments}
     *
     * @param n how many
     * @param channels how many channels, at most 127
     * @param convertingPercent how many of a hundred convert, exactly
     * @param seed the seed of chance
     */
    static SampledJourneys of(int n, int channels, int convertingPercent, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SampledJourneys drawn = new SampledJourneys(n, channels);
        byte[] byShare = byShare(channels);
        long left = (long) n * convertingPercent / 100;
        int touch = 0;
        for (int row = 0; row < n; row++) {
            int start = touch;
            do {
                drawn.touches[touch++] = byShare[random.nextInt(byShare.length)];
            } while (touch - start < LONGEST && random.nextDouble() < MORE);
            drawn.ends[row] = touch;
            if (random.nextInt(n - row) < left) {
                left--;
                drawn.conversions[row] = 1;
                drawn.valueMinor[row] = random.nextBoolean() ? random.nextInt(100, 50_000) : 0;
            }
        }
        return new SampledJourneys(drawn, Arrays.copyOf(drawn.touches, touch));
    }

    /** {@return each channel about as often as it is touched} */
    private static byte[] byShare(int channels) {
        double all = IntStream.rangeClosed(1, channels)
                .mapToDouble(rank -> 1.0 / rank)
                .sum();
        byte[] byShare = new byte[1 << 16];
        int filled = 0;
        double sum = 0;
        for (int code = 0; code < channels; code++) {
            sum += 1.0 / (code + 1) / all;
            int to = code == channels - 1 ? byShare.length : (int) (sum * byShare.length);
            Arrays.fill(byShare, filled, to, (byte) code);
            filled = to;
        }
        return byShare;
    }

    int size() {
        return ends.length;
    }

    int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** {@return the names of a journey's channels in their order} */
    List<String> path(int row) {
        return IntStream.range(start(row), ends[row])
                .mapToObj(touch -> channels.name(touches[touch]))
                .toList();
    }

    /** {@return the same in the columns of the library} */
    Journeys journeys() {
        long[] lost = Arrays.stream(conversions).map(converted -> 1 - converted).toArray();
        return Journeys.of(channels, ends, touches, conversions, lost)
                .withValue(Currency.getInstance("EUR"), valueMinor);
    }

    /** {@return the same as lines such as {@code Search > Email > Direct,1,55.32,0}} */
    byte[] text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < size(); row++) {
            for (int touch = start(row); touch < ends[row]; touch++) {
                text.append(touch == start(row) ? "" : " > ").append(channels.name(touches[touch]));
            }
            long minor = valueMinor[row];
            text.append(conversions[row] == 1 ? ",1," : ",0,");
            if (minor == 0) {
                text.append('0');
            } else {
                text.append(minor / 100).append(minor % 100 < 10 ? ".0" : ".").append(minor % 100);
            }
            text.append(conversions[row] == 1 ? ",0\n" : ",1\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the bytes that tell paths and outcomes: one a touch, for a journey four an end, one an outcome, eight a value} */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(touches.length + 13 * size()).order(ByteOrder.nativeOrder());
        bytes.put(touches);
        for (int row = 0; row < size(); row++) {
            bytes.putInt(ends[row]).put((byte) conversions[row]).putLong(valueMinor[row]);
        }
        return bytes.array();
    }
}
