package org.cxkit.metrics.path;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;

/**
 * Reads paths from text: a line for each, such as {@code Search > Email > Direct,2,120.00,3}.
 *
 * <p>A line has the path, its conversions, what they brought together, and how many journeys along it were lost, the
 * null paths of other tools. Channels are separated by {@code >}; white space around their names is removed, and a name
 * can hold neither {@code >} nor a comma. The path may be empty. Numbers are decimal, without exponent; conversions and
 * losses may be fractions. The first line may be the header {@code path,conversions,value,nulls}. Lines end in a line
 * feed, with a carriage return before it or not; the last need not. Blank lines are passed over. The text is UTF-8,
 * with a byte order mark before it or not. An empty text has no journeys.
 *
 * <p>Reading is lenient: a line that is refused changes nothing and is returned with its reason.
 *
 * <p>Immutable and thread-safe.
 */
public final class PathText {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Currency currency;
    private final String source;

    private PathText(Currency currency, String source) {
        this.currency = currency;
        this.source = source;
    }

    /**
     * {@return a reader of values in this currency}
     *
     * @param code an ISO 4217 code such as {@code EUR}
     * @throws IllegalArgumentException if the code is unknown
     */
    public static PathText in(String code) {
        return new PathText(Money.of("0", code).currency(), "path text");
    }

    /**
     * {@return this reader, naming the source in its messages}
     *
     * @param name such as the name of a file
     */
    public PathText named(String name) {
        return new PathText(currency, name);
    }

    /**
     * {@return the journeys of the good lines in their order, with channels by name, and the refused lines}
     *
     * @param text the lines
     * @throws IllegalArgumentException if there are more than 65,536 channels
     */
    public Ingested<Journeys> read(String text) {
        return read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * {@return the journeys of the good lines in their order, with channels by name, and the refused lines}
     *
     * @param utf8 the text from the buffer's position to its limit; both stay as they are
     * @throws IllegalArgumentException if there are more than 65,536 channels
     */
    public Ingested<Journeys> read(ByteBuffer utf8) {
        PathLines lines = new PathLines(currency, source);
        lines.addAll(withoutMark(utf8.duplicate()));
        return lines.result();
    }

    private static ByteBuffer withoutMark(ByteBuffer utf8) {
        ByteBuffer start = utf8.slice().limit(Math.min(MARK.length, utf8.remaining()));
        return start.equals(ByteBuffer.wrap(MARK)) ? utf8.position(utf8.position() + MARK.length) : utf8;
    }
}
