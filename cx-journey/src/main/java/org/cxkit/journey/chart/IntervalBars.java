package org.cxkit.journey.chart;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;
import org.jspecify.annotations.Nullable;

/**
 * A bar for each of several scores, with the interval of each as a whisker: NPS or CSAT by channel, by stage, by
 * location.
 *
 * <p>Bars start at zero where zero is on the scale, else at its low end. No bars draw as "no data". Immutable,
 * value-based and thread-safe.
 *
 * @param title what is shown
 * @param unit written behind each score, such as {@code %}; empty for none
 * @param min the low end of the scale, finite
 * @param max the high end of the scale, above {@code min}
 * @param decimals how many decimals are written, 0 to 6
 * @param bars from top to bottom
 */
public record IntervalBars(String title, String unit, double min, double max, int decimals, List<Bar> bars)
        implements Chart {

    /**
     * One score.
     *
     * @param label what it is the score of
     * @param value the score, or null where there is none
     * @param low the low end of its interval, or null for no interval
     * @param high the high end of its interval, not below the low one, or null for no interval
     * @param note what stands behind it, such as {@code n 812}, or why there is no score
     */
    public record Bar(
            String label,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            String note) implements Serializable {

        /**
         * Checks the interval. It need not contain the score: that of an adjusted method may lie beside it.
         *
         * @throws IllegalArgumentException if only one end of the interval is given, or the ends are not in order, or
         *     there is an interval without a score
         */
        public Bar {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(note, "note");
            boolean whole = low == null ? high == null : value != null && high != null && low <= high;
            if (!whole) {
                throw new IllegalArgumentException("bar \"" + label + "\" wants a score and low <= high, got low " + low
                        + ", value " + value + ", high " + high);
            }
        }

        /**
         * {@return a bar without a value}
         *
         * @param label what has no score
         * @param reason why
         */
        public static Bar none(String label, String reason) {
            return new Bar(label, null, null, null, reason);
        }
    }

    /**
     * Checks the scale and that each value and interval is on it.
     *
     * @throws IllegalArgumentException if the scale is empty or not finite, or a value is off it, or decimals are
     *     outside 0..6
     */
    public IntervalBars {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        bars = List.copyOf(bars);
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException("the scale wants finite min < max, got " + min + " to " + max);
        }
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("decimals must be 0 to 6, got " + decimals);
        }
        for (Bar bar : bars) {
            for (Double number : new Double[] {bar.value, bar.low, bar.high}) {
                if (number != null && !(number >= min && number <= max)) {
                    throw new IllegalArgumentException(
                            "bar \"" + bar.label + "\" off the scale " + min + ".." + max + ": " + number);
                }
            }
        }
    }

    @Override
    public String svg() {
        Xml xml = new Xml();
        List<String> facts = new ArrayList<>();
        double y = Frame.title(xml, title);
        if (bars.isEmpty()) {
            return Frame.chart(title, facts, Frame.noData(xml, y) + Frame.MARGIN, xml);
        }
        for (Bar bar : bars) {
            facts.add(bar.label + " " + figure(bar));
            y = Frame.caption(xml, bar.label, figure(bar), y);
            y = draw(xml, bar, y) + 12;
        }
        y = labels(xml, y);
        return Frame.chart(title, facts, y + Frame.MARGIN, xml);
    }

    private double draw(Xml xml, Bar bar, double y) {
        xml.rect("cx-panel", Frame.MARGIN, y, Frame.INNER, 14, 3);
        for (double tick : Frame.ticks(min, max)) {
            if (tick >= min && tick <= max) {
                xml.line(tick == 0 ? "cx-axis" : "cx-line", x(tick), y - 2, x(tick), y + 16);
            }
        }
        if (bar.value != null) {
            double zero = x(Math.max(min, Math.min(0, max)));
            double end = x(bar.value);
            xml.rect(
                    (bar.value < 0 ? "cx-bad" : "cx-seen") + " cx-half",
                    Math.min(zero, end),
                    y,
                    Math.abs(end - zero),
                    14,
                    0);
            xml.line("cx-rule", end, y + 1, end, y + 13);
            if (bar.low != null && bar.high != null) {
                Frame.whisker(xml, x(bar.low), x(bar.high), y + 7, 4);
            }
        }
        return y + 14;
    }

    private double labels(Xml xml, double y) {
        for (double tick : Frame.ticks(min, max)) {
            if (tick >= min && tick <= max) {
                String anchor = tick == min ? "start" : tick == max ? "end" : "middle";
                TextBlock.line(Numerals.number(tick, tick == Math.rint(tick) ? 0 : decimals), TextStyle.SMALL)
                        .draw(xml, "", x(tick), y, anchor);
            }
        }
        return y + TextStyle.SMALL.lineHeight();
    }

    private double x(double value) {
        return Frame.MARGIN + Frame.INNER * (value - min) / (max - min);
    }

    private String figure(Bar bar) {
        if (bar.value == null) {
            return bar.note;
        }
        String suffix = unit.isEmpty() ? "" : " " + unit;
        String interval = bar.low == null || bar.high == null
                ? ""
                : " (" + Numerals.number(bar.low, decimals) + " to " + Numerals.number(bar.high, decimals) + ")";
        String note = bar.note.isEmpty() ? "" : ", " + bar.note;
        return Numerals.number(bar.value, decimals) + suffix + interval + note;
    }
}
