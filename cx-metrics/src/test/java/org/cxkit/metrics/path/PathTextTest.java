package org.cxkit.metrics.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.PathAccumulatorTest.Row;
import org.junit.jupiter.api.Test;

class PathTextTest {

    private static Ingested<Journeys> read(String text) {
        return PathText.in("EUR").read(text);
    }

    @Test
    void linesBecomeRowsWithTheirCounts() {
        Journeys journeys = read("""
                path,conversions,value,nulls
                Search > Email > Direct,2,120.00,3\r
                  Éditions spéciales>Search ,0.5,9.9,0

                ,1,0,0
                Search,0,0,1.25
                """).orThrow();
        assertThat(journeys)
                .hasToString("4 rows of 6 touches over 4 channels: 3.5 conversions worth 129.90 EUR," + " 4.25 lost");
        assertThat(journeys.channels()).containsExactly("Direct", "Email", "Search", "Éditions spéciales");
        assertThat(journeys.path(0)).containsExactly("Search", "Email", "Direct");
        assertThat(journeys.path(1)).containsExactly("Éditions spéciales", "Search");
        assertThat(journeys.path(2)).isEmpty();
        assertThat(journeys.conversions(0)).isEqualTo(2);
        assertThat(journeys.valueMinor(0)).isEqualTo(12000);
        assertThat(journeys.lost(0)).isEqualTo(3);
        assertThat(journeys.conversions(1)).isEqualTo(0.5);
        assertThat(journeys.lost(3)).isEqualTo(1.25);
    }

    @Test
    void aRefusedLineIsReturnedWithItsReasonAndChangesNothing() {
        Ingested<Journeys> ingested = read("""
                Search,1,1,0
                New > ,1,0,0
                New > > Other,1,0,0
                New
                New,1,0
                New,1,0,0,7
                New,-1,0,0
                New,1e3,0,0
                New,NaN,0,0
                New,1,0.001,0
                New,0,5,1
                New,1,99999999999999999999,1
                (unattributed),1,0,0
                New,99999999999999999,0,1
                Email,1,0,0
                """);
        assertThat(ingested.rows()).isEqualTo(15);
        assertThat(ingested.value().channels()).containsExactly("Email", "Search");
        assertThat(ingested.value().size()).isEqualTo(2);
        assertThat(ingested.rejected().stream().map(Object::toString))
                .containsExactly(
                        "path text row 2, column path: touch 2 of the path is blank",
                        "path text row 3, column path: touch 2 of the path is blank",
                        "path text row 4: wanted path,conversions,value,nulls, got \"New\"",
                        "path text row 5, column value: wanted a comma and further fields behind it, got the end of"
                                + " the line",
                        "path text row 6: wanted four fields, got more: \"7\" is left over",
                        "path text row 7, column conversions: wanted a decimal number, not negative, got \"-1\"",
                        "path text row 8, column conversions: wanted a decimal number, not negative, got \"1e3\"",
                        "path text row 9, column conversions: wanted a decimal number, not negative, got \"NaN\"",
                        "path text row 10, column value: wanted whole minor units of EUR in the range of a long, got"
                                + " \"0.001\"",
                        "path text row 11, column value: wanted 0 without a conversion, got 5.00 EUR",
                        "path text row 12, column value: wanted whole minor units of EUR in the range of a long, got"
                                + " \"99999999999999999999\"",
                        "path text row 13, column path: touch 1 of the path has the reserved name (unattributed)",
                        "path text row 14, column conversions: wanted a number from 0 to 2^53, got"
                                + " \"99999999999999999\"");
        assertThatIllegalArgumentException()
                .isThrownBy(ingested::orThrow)
                .withMessage("path text row 2, column path: touch 2 of the path is blank (and 12 more rows)");
    }

    /** A line is read by the fast way where all its names were seen before; either way gives the same. */
    @Test
    void linesOfKnownNamesAreReadAsTheFirstIs() {
        String[] lines = {
            "A > Much longer than sixteen bytes,2,1.5,1",
            "A>A ,1,0,0",
            "A  > A,1,0,0",
            " A > A,1,0,0\r",
            "A > ,1,0,0",
            " > A,1,0,0",
            ">,1,0,0",
            "A > A > A,1,0.01,0",
            "A,1,0.1,0",
            "A,1,5.,0",
            "A,1,.5,0",
            "A,1,0.001,0",
            "A,0.25,0,1.5",
            "A,1,1,",
            "A,1,1",
            "A,1,1,0,0",
            "A,1,,0",
            "A,0,1,0",
            "A,0,0.00,1",
            "A,1234567890123456,0,0",
            "A,1,1234567890123,0",
            "A,123456789012345,0,123456789012345",
            "A, 1 ,0,0",
            ",1,0,0"
        };
        String known = "A > Much longer than sixteen bytes,1,0,0\n";
        for (String line : lines) {
            String other = line.replace("A", "B").replace("Much", "Very much");
            Ingested<Journeys> fast = read(known + line + "\n" + known);
            Ingested<Journeys> slow = read(known + other + "\n" + known);
            assertThat(fast.rows()).isEqualTo(slow.rows());
            assertThat(fast.value().toString().replaceFirst(" over [^:]*", ""))
                    .as(line)
                    .isEqualTo(slow.value().toString().replaceFirst(" over [^:]*", ""));
            assertThat(fast.rejected().toString())
                    .isEqualTo(slow.rejected().toString().replace('B', 'A'));
        }
    }

    @Test
    void otherBytesThanUtf8AreRefused() {
        byte[] bytes = {'A', (byte) 0xC3, ',', '1', ',', '0', ',', '0'};
        assertThat(PathText.in("EUR")
                        .named("paths.txt")
                        .read(ByteBuffer.wrap(bytes))
                        .rejected()
                        .get(0))
                .hasToString("paths.txt row 1, column path: wanted UTF-8, got other bytes in \"A�\"");
    }

    /** Names of all lengths around a word, lines across the ends of chunks, direct buffers. */
    @Test
    void longTextsAreReadInChunks() {
        StringBuilder text = new StringBuilder();
        JourneysBuilder expected = Journeys.builder();
        for (int i = 0; i < 30_000; i++) {
            String name = "x".repeat(i % 19 + 1);
            String other = "Channel number " + i % 300;
            text.append(name)
                    .append(" > ")
                    .append(other)
                    .append(',')
                    .append(i % 3)
                    .append(",0,")
                    .append(i)
                    .append('\n');
            expected.touch(name).touch(other).ended(i % 3, i);
        }
        String longest = "y > ".repeat(100_000) + "y";
        text.append(longest).append(",1,0,0"); // the last line need not end
        expected.add(List.of(longest.split(" > ")), 1, null, 0);
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer direct = ByteBuffer.allocateDirect(utf8.length).put(utf8).flip();
        Journeys read = PathText.in("EUR").read(direct).orThrow();
        assertThat(direct.remaining()).isEqualTo(utf8.length);
        assertThat(read.paths()).isEqualTo(expected.build().paths());
    }

    @Property
    void whatIsWrittenIsRead(@ForAll("rowLists") List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            Money value = Money.ofMinor(row.valueMinor(), Money.of("0", "EUR").currency());
            text.append(String.join(" > ", row.touches()))
                    .append(',')
                    .append(row.conversions())
                    .append(',');
            text.append(value.amount().toPlainString())
                    .append(',')
                    .append(row.lost())
                    .append('\n');
        }
        assertThat(read(text.toString()).orThrow().paths()).isEqualTo(PathAccumulatorTest.tally(rows));
    }

    @Provide
    Arbitrary<List<Row>> rowLists() {
        return PathAccumulatorTest.pathRows().list().ofMaxSize(30);
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        Journeys journeys = read("\uFEFFSearch,1,0,0\nSearch,1,0,0\n").orThrow();
        assertThat(journeys.channels()).containsExactly("Search");
        assertThat(read("\uFEFFpath,conversions,value,nulls\nSearch,1,0,0\n").orThrow())
                .hasToString("1 row of 1 touch over 1 channel: 1 conversion, 0 lost");
        assertThat(read("\uFEFF").orThrow().size()).isZero();
        assertThat(read("").orThrow().size()).isZero();
    }
}
