package org.cxkit.journey.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;

/**
 * How many of each size: a bar for each of some equal parts of a scale, as high as its count.
 *
 * <p>Counts stand over their bars where all of them find room there. No counts but zero draw as "no data". Immutable,
 * value-based and thread-safe.
 *
 * @param title what is shown
 * @param across what the scale is, such as {@code P(alive)}
 * @param min the low end of the scale, finite
 * @param max the high end of the scale, above {@code min}
 * @param counts how many there are in each part, from low to high, none negative
 */
public record HistogramBars(String title, String across, double min, double max, List<Long> counts) implements Chart {
    private static final double HEIGHT = 150;
    private static final double GAP = 2;
    private static final int MARKS = 5;

    /**
     * Checks the scale and the counts.
     *
     * @throws IllegalArgumentException if the scale is empty or not finite, or a count is negative
     */
    public HistogramBars {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(across, "across");
        counts = List.copyOf(counts);
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException("the scale wants finite min < max, got " + min + " to " + max);
        }
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) < 0) {
                throw new IllegalArgumentException("counts[" + i + "] must not be negative: " + counts.get(i));
            }
        }
    }

    @Override
    public String svg() {
        Xml xml = new Xml();
        double y = Frame.title(xml, title);
        if (counts.stream().allMatch(count -> count == 0)) {
            return Frame.chart(title, List.of(), Frame.noData(xml, y) + Frame.MARGIN, xml);
        }
        List<String> facts = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            facts.add(part(i) + ": " + Numerals.count(counts.get(i)));
        }
        y = new Plot(xml, y + TextStyle.SMALL.lineHeight()).draw(facts);
        return Frame.chart(title, facts, y + Frame.MARGIN, xml);
    }

    private String part(int i) {
        return mark(i, counts.size()) + " to " + mark(i + 1, counts.size());
    }

    /** The i-th of so many equal steps along the scale. */
    private String mark(int i, int steps) {
        double step = (max - min) / steps;
        int decimals = (int) Math.max(0, Math.min(6, Math.ceil(1e-9 - Math.log10(step)) + (isRound(step) ? 0 : 1)));
        return Numerals.number(min + i * step, decimals);
    }

    /** Whether a step has but one digit. */
    private static boolean isRound(double step) {
        double digit = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        return Math.abs(digit - Math.rint(digit)) < 1e-9;
    }

    /** The axes and the bars. */
    private final class Plot {
        private static final double RIGHT = Frame.MARGIN + Frame.INNER;

        private final Xml xml;
        private final double top;
        private final double[] ticks;
        private final double left;

        Plot(Xml xml, double top) {
            this.xml = xml;
            this.top = top;
            long most = counts.stream().max(Long::compare).orElseThrow();
            ticks = Frame.ticks(0, (double) most);
            double widest = 0;
            for (double tick : ticks) {
                widest = Math.max(widest, TextStyle.SMALL.width(Frame.tick(tick)));
            }
            left = Frame.MARGIN + widest + 6;
        }

        double draw(List<String> facts) {
            for (double tick : ticks) {
                xml.line(tick == 0 ? "cx-axis" : "cx-line", left, y(tick), RIGHT, y(tick));
                TextBlock.line(Frame.tick(tick), TextStyle.SMALL).draw(xml, "", left - 6, y(tick) - 7, "end");
            }
            double width = (RIGHT - left) / counts.size();
            boolean room = counts.stream().allMatch(count -> TextStyle.SMALL.width(Numerals.count(count)) <= width);
            for (int i = 0; i < counts.size(); i++) {
                double x = left + i * width;
                double y = y((double) counts.get(i));
                xml.open("g").rect("cx-seen", x + GAP / 2, y, Math.max(1, width - GAP), top + HEIGHT - y, 0);
                xml.leaf("title", facts.get(i)).close();
                if (room) {
                    TextBlock.line(Numerals.count(counts.get(i)), TextStyle.SMALL)
                            .draw(xml, "", x + width / 2, y - TextStyle.SMALL.lineHeight(), "middle");
                }
            }
            return axis(top + HEIGHT + 4);
        }

        private double axis(double y) {
            for (int i = 0; i <= MARKS; i++) {
                String anchor = i == 0 ? "start" : i == MARKS ? "end" : "middle";
                TextBlock.line(mark(i, MARKS), TextStyle.SMALL)
                        .draw(xml, "", left + (RIGHT - left) * i / MARKS, y, anchor);
            }
            double below = y + TextStyle.SMALL.lineHeight();
            TextBlock words = TextBlock.wrap(across, TextStyle.SMALL, Frame.INNER);
            words.draw(xml, "", RIGHT, below, "end");
            return below + words.height();
        }

        private double y(double count) {
            return top + HEIGHT * (1 - count / ticks[ticks.length - 1]);
        }
    }
}
