package org.cxkit.metrics.attribution;

import java.util.Arrays;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/** What one pass over journeys counts, by the codes of their channels. */
final class PositionCounts {
    final PositionTable places;
    final PositionTable placesOfValue;
    /** For each channel the touches of all rows, each as often as the row was travelled. */
    final long[] touches;

    long conversions;
    long valueMinor;
    long lost;

    PositionCounts(int channels) {
        places = new PositionTable(channels);
        placesOfValue = new PositionTable(channels);
        touches = new long[channels];
    }

    /** Adds the other {@code sign} times, its channel with code i as {@code codes[i]}; -1 for one that nothing counts. */
    void add(PositionCounts other, int[] codes, int sign) {
        places.addAll(other.places, codes, sign);
        placesOfValue.addAll(other.placesOfValue, codes, sign);
        for (int code = 0; code < codes.length; code++) {
            if (other.touches[code] != 0) {
                touches[codes[code]] = Math.addExact(touches[codes[code]], sign * other.touches[code]);
            }
        }
        conversions = Math.addExact(conversions, sign * other.conversions);
        valueMinor = Math.addExact(valueMinor, sign * other.valueMinor);
        lost = Math.addExact(lost, sign * other.lost);
    }

    /**
     * {@return whether no journeys have these counts: some are negative, paths do not add up to all conversions, value came
     * by no conversion, or a channel converted more than it was touched}
     */
    boolean impossible() {
        return conversions < 0
                || valueMinor < 0
                || lost < 0
                || (conversions == 0 && valueMinor > 0)
                || (conversions == 0 && lost == 0 && Arrays.stream(touches).anyMatch(count -> count != 0))
                || places.anyNegative()
                || placesOfValue.anyNegative()
                || Arrays.stream(touches).anyMatch(count -> count < 0)
                || places.anyUntouched(touches)
                || placesOfValue.anyUntouched(touches)
                || placesOfValue.anyWithout(places)
                || places.anyAbove(touches)
                || places.anyOtherTotal(conversions)
                || placesOfValue.anyOtherTotal(valueMinor);
    }

    /** {@return whether these are not counts of the same journeys without some channels, by code} */
    boolean anyOtherJourney(PositionCounts all, boolean[] without) {
        for (int code = 0; code < touches.length; code++) {
            if (touches[code] > all.touches[code] || (!without[code] && touches[code] != all.touches[code])) {
                return true;
            }
        }
        return conversions != all.conversions
                || valueMinor != all.valueMinor
                || lost != all.lost
                || places.untouched() != all.places.untouched()
                || placesOfValue.untouched() != all.placesOfValue.untouched();
    }

    ByteWriter write(ByteWriter out) {
        for (long count : touches) {
            out.count(count);
        }
        return placesOfValue.write(
                places.write(out.count(conversions).count(valueMinor).count(lost)));
    }

    static PositionCounts read(ByteReader in, int channels) {
        PositionCounts read = new PositionCounts(channels);
        for (int code = 0; code < channels; code++) {
            read.touches[code] = in.count();
        }
        read.conversions = in.count();
        read.valueMinor = in.count();
        read.lost = in.count();
        read.places.read(in);
        read.placesOfValue.read(in);
        return read;
    }

    boolean sameAs(PositionCounts other) {
        return conversions == other.conversions
                && valueMinor == other.valueMinor
                && lost == other.lost
                && Arrays.equals(touches, other.touches)
                && places.sameAs(other.places)
                && placesOfValue.sameAs(other.placesOfValue);
    }

    int hash() {
        return 31 * places.hash() + Long.hashCode(31 * conversions + lost);
    }
}
