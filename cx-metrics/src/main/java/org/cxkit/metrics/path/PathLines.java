package org.cxkit.metrics.path;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.io.Rejected;
import org.cxkit.core.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns the lines of {@link PathText} into columns. Not thread-safe. */
final class PathLines {
    private static final int CHUNK = 1 << 18;
    /** A line that is not all here is read on into what was left there, and found out at its end. */
    private static final int SPARE = 128;

    private static final String HEADER = "path,conversions,value,nulls";
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final int MOST_CHARACTERS = 15;
    private static final long MOST_DIGITS = 1_000_000_000_000L;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private final Currency currency;
    private final String source;
    private final int scale;
    private final Symbols.Builder channels = Symbols.builder();
    private final NameBytes names = new NameBytes();

    private final TouchBuffer touches = new TouchBuffer();
    private final OutcomeBuffer outcomes = new OutcomeBuffer();
    private int[] ends = new int[256];

    private long line;
    private long seen;
    private final List<Rejected> rejected = new ArrayList<>();

    // the line at hand: its bytes, and where the next field starts
    private byte[] text = new byte[CHUNK + SPARE];
    private int at;
    // the number read last, without its point, and where it stopped
    private long digits;
    private int stop;

    PathLines(Currency currency, String source) {
        this.currency = currency;
        this.source = source;
        this.scale = Money.zero(currency).amount().scale();
    }

    /** A line that is refused; without a stack trace, since there may be many. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final @Nullable String column;

        Refused(@Nullable String column, String reason) {
            super(reason, null, false, false);
            this.column = column;
        }
    }

    void addAll(ByteBuffer utf8) {
        int have = 0;
        while (utf8.hasRemaining()) {
            int more = Math.min(utf8.remaining(), text.length - SPARE - have);
            utf8.get(text, have, more);
            have += more;
            int used = addLines(have, !utf8.hasRemaining());
            System.arraycopy(text, used, text, 0, have - used);
            have -= used;
            if (have == text.length - SPARE) { // a line longer than the chunk
                text = Arrays.copyOf(text, 2 * text.length);
            }
        }
    }

    /** Adds the lines that end below {@code to}, at the end of the text also the last, and says how far it came. */
    private int addLines(int to, boolean last) {
        int from = 0;
        while (from < to) {
            int next = addPlain(from, to);
            if (next > 0) {
                from = next;
                continue;
            }
            int end = lineEnd(from, to);
            if (end == to && !last) {
                return from;
            }
            line++;
            addLine(from, end > from && text[end - 1] == '\r' ? end - 1 : end);
            from = end + 1;
        }
        return Math.min(from, to);
    }

    /**
     * Adds a line as most are, of names seen before with one space around each {@code >} and short numbers, and says
     * where the next one starts; 0 if the line is another, and then nothing has changed. What it asks is asked once a
     * name and not once a byte, since lengths of names cannot be foreseen (PathTextBenchmark.library).
     */
    private int addPlain(int from, int to) {
        int start = from;
        int before = touches.size();
        int more = 1;
        while (more > 0) {
            int stop = nameStop(start, to);
            more = text[stop] == '>' ? 1 : 0;
            int around = more > 0 ? ' ' : ',';
            int code = stop - more <= start ? -1 : names.find(text, start, stop - more);
            if (code < 0 || text[stop - more] != around || text[stop + more] != around) {
                touches.truncate(before);
                return 0;
            }
            touches.add(code);
            start = stop + more + 1;
        }
        int next = addNumbers(start, to);
        if (next == 0) {
            touches.truncate(before);
        }
        return next;
    }

    /** {@return where the first {@code >} or comma is, or {@code to}} */
    private int nameStop(int from, int to) {
        for (int i = from; i < to; i += NameBytes.SPARE) {
            long first = hits((long) NameBytes.WORDS.get(text, i));
            long second = hits((long) NameBytes.WORDS.get(text, i + Long.BYTES));
            long hits = first != 0 ? first : second;
            if (hits != 0) {
                return Math.min(to, i + (first != 0 ? 0 : Long.BYTES) + (Long.numberOfTrailingZeros(hits) >>> 3));
            }
        }
        return to;
    }

    private static long hits(long word) {
        return hits(word, '>') | hits(word, ',');
    }

    private int addNumbers(int from, int to) {
        int decimals = number(from);
        double converted = digits / POWERS[Math.max(0, decimals)];
        if (decimals < 0 || text[stop] != ',') {
            return 0;
        }
        decimals = number(stop + 1);
        if (decimals < 0 || decimals > scale || digits > MOST_DIGITS || text[stop] != ',') {
            return 0;
        }
        long worth = digits * (long) POWERS[scale - decimals];
        decimals = number(stop + 1);
        double failed = digits / POWERS[Math.max(0, decimals)];
        if (decimals < 0 || text[stop] != '\n' || stop >= to || (worth > 0 && converted == 0)) {
            return 0;
        }
        line++;
        seen++;
        addRow(converted, worth, failed);
        return stop + 1;
    }

    private int lineEnd(int from, int to) {
        for (int i = from; i < to; i += Long.BYTES) {
            long hits = hits((long) NameBytes.WORDS.get(text, i), '\n');
            if (hits != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(hits) >>> 3));
            }
        }
        return to;
    }

    /** {@return a word whose lowest set bit is in the first byte that is this character, 0 if none is} */
    private static long hits(long word, int character) {
        long differing = word ^ (character * ONES);
        return (differing - ONES) & ~differing & HIGHS;
    }

    private void addLine(int from, int end) {
        if (blank(from, end) || (line == 1 && HEADER.equals(string(from, end)))) {
            return;
        }
        seen++;
        int before = touches.size();
        try {
            at = from;
            addPath(end);
            double converted = count("conversions", end, ',');
            long worth = value(end);
            double failed = count("nulls", end, -1);
            if (worth > 0 && converted == 0) {
                throw new Refused("value", "wanted 0 without a conversion, got " + Money.ofMinor(worth, currency));
            }
            addRow(converted, worth, failed);
        } catch (Refused e) {
            touches.truncate(before);
            rejected.add(new Rejected(source, line, e.column, String.valueOf(e.getMessage())));
        }
    }

    private void addPath(int end) {
        int touch = 0;
        while (true) {
            int stop = nameEnd(end);
            int from = at;
            int to = stop;
            while (from < to && text[from] == ' ') {
                from++;
            }
            while (from < to && text[to - 1] == ' ') {
                to--;
            }
            boolean closes = stop == end || text[stop] == ',';
            if (stop == end) {
                throw new Refused(null, "wanted path,conversions,value,nulls, got \"" + string(at, end) + "\"");
            }
            if (from < to || touch > 0 || !closes) {
                add(from, to, ++touch);
            }
            at = stop + 1;
            if (closes) {
                return;
            }
        }
    }

    private int nameEnd(int end) {
        for (int i = at; i < end; i += Long.BYTES) {
            long word = (long) NameBytes.WORDS.get(text, i);
            long hits = hits(word, '>') | hits(word, ',');
            if (hits != 0) {
                return Math.min(end, i + (Long.numberOfTrailingZeros(hits) >>> 3));
            }
        }
        return end;
    }

    private void add(int from, int to, int touch) {
        int code = names.find(text, from, to);
        if (code < 0) {
            try {
                code = channels.intern(ChannelName.of(strictString(from, to), "touch " + touch + " of the path", ""));
            } catch (IllegalArgumentException e) {
                throw new Refused("path", String.valueOf(e.getMessage()));
            }
            names.add(text, from, to, code);
        }
        touches.add(code);
    }

    private double count(String column, int end, int separator) {
        int from = at;
        int stop = fieldEnd(column, end, separator);
        int decimals = decimals(from, stop);
        if (decimals >= 0) {
            return digits / POWERS[decimals]; // both exact, so rounded once
        }
        BigDecimal number = decimal(column, from, stop);
        if (number.compareTo(BigDecimal.valueOf(OutcomeColumn.EXACT)) > 0) {
            throw new Refused(column, "wanted a number from 0 to 2^53, got \"" + string(from, stop) + "\"");
        }
        return number.doubleValue();
    }

    private long value(int end) {
        int from = at;
        int stop = fieldEnd("value", end, ',');
        int decimals = decimals(from, stop);
        if (decimals >= 0 && decimals <= scale && digits <= MOST_DIGITS) {
            return digits * (long) POWERS[scale - decimals];
        }
        try {
            return Money.of(decimal("value", from, stop), currency).toMinorUnits();
        } catch (ArithmeticException e) {
            throw new Refused(
                    "value",
                    "wanted whole minor units of " + currency + " in the range of a long, got \"" + string(from, stop)
                            + "\"");
        }
    }

    private int fieldEnd(String column, int end, int separator) {
        int stop = at;
        while (stop < end && text[stop] != ',') {
            stop++;
        }
        if ((stop == end) != (separator < 0)) {
            throw new Refused(
                    stop == end ? column : null,
                    separator < 0
                            ? "wanted four fields, got more: \"" + string(stop + 1, end) + "\" is left over"
                            : "wanted a comma and further fields behind it, got the end of the line");
        }
        at = stop + 1;
        return stop;
    }

    /** Reads a number, and says how many of its digits are decimals; -1 if there is more to it than 15 characters. */
    private int decimals(int from, int to) {
        int decimals = number(from);
        return stop == to ? decimals : -1;
    }

    /** Reads up to 15 digits and a point, and says how many of them are decimals; -1 where there is no such number. */
    private int number(int from) {
        int i = from;
        digits = 0;
        for (; i < from + MOST_CHARACTERS && text[i] >= '0' && text[i] <= '9'; i++) {
            digits = 10 * digits + text[i] - '0';
        }
        int point = i;
        if (i > from && i < from + MOST_CHARACTERS && text[i] == '.') {
            for (i++; i < from + MOST_CHARACTERS && text[i] >= '0' && text[i] <= '9'; i++) {
                digits = 10 * digits + text[i] - '0';
            }
        }
        stop = i;
        return i == from || i == point + 1 ? -1 : Math.max(0, i - point - 1);
    }

    private BigDecimal decimal(String column, int from, int to) {
        String field = string(from, to).strip();
        if (!field.matches("[0-9]{1,40}(\\.[0-9]{1,40})?")) {
            throw new Refused(column, "wanted a decimal number, not negative, got \"" + field + "\"");
        }
        return new BigDecimal(field);
    }

    private void addRow(double converted, long worth, double failed) {
        int row = outcomes.rows();
        if (row == ends.length) {
            ends = Arrays.copyOf(ends, 2 * row);
        }
        ends[row] = touches.size();
        outcomes.add(converted, failed, worth);
    }

    private boolean blank(int from, int end) {
        return from == end || (text[from] <= ' ' && string(from, end).isBlank());
    }

    private String string(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private String strictString(int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused("path", "wanted UTF-8, got other bytes in \"" + string(from, to) + "\"");
        }
    }

    Ingested<Journeys> result() {
        Journeys journeys = Journeys.byName(
                channels.build(),
                touches,
                Arrays.copyOf(ends, outcomes.rows()),
                outcomes.column(currency.getCurrencyCode()),
                null,
                null,
                null,
                null);
        return new Ingested<>(journeys, seen, rejected);
    }
}
