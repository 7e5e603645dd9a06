package org.cxkit.metrics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.io.Rejected;
import org.cxkit.core.time.IsoTimestamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final CsvRows NAME_AND_AGE = CsvRows.columns("name", "age");

    @TempDir
    Path folder = Path.of("");

    @Test
    void wantedColumnsAreReadInAnyOrderOfTheFile() throws IOException {
        assertThat(read(NAME_AND_AGE, "age,city,name\n41,Rome,Ada\n 36 , Bari , Bob \n"))
                .isEqualTo(new Ingested<>(List.of("2 Ada 41", "3 Bob 36"), 2, List.of()));
    }

    @Test
    void quotesSeparatorsAndLineBreaksInsideFieldsAreKept() throws IOException {
        assertThat(read(NAME_AND_AGE, "name,age\r\n\"a, \"\"b\"\"\nc\",1\r\n\r\nd,2"))
                .isEqualTo(new Ingested<>(List.of("2 a, \"b\"\nc 1", "5 d 2"), 2, List.of()));
    }

    @Test
    void anotherSeparatorAndOptionalColumnsAreOptions() throws IOException {
        CsvRows rows = NAME_AND_AGE.separator(';').optionalColumns("city", "country");
        List<String> seen = new ArrayList<>();
        rows.read(
                new StringReader("city;name;age\nRome;Ada;41\n ;Bob;36\n"),
                "people.csv",
                row -> seen.add(row.text(2) + "|" + row.blank(2) + "|" + row.text(3) + "|" + row.blank(3)),
                () -> seen);
        assertThat(seen).containsExactly("Rome|false||true", "|true||true");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void plainAndCompressedFilesWithOrWithoutMarkAreRead(boolean compressed) throws IOException {
        for (String mark : List.of("", "\uFEFF")) {
            Path file = file((mark + "\"name\",age\nZoë,41\n").getBytes(StandardCharsets.UTF_8), compressed);
            List<String> seen = new ArrayList<>();
            NAME_AND_AGE.read(file, row -> seen.add(row.text(0) + " " + row.text(1)), () -> seen);
            assertThat(seen).containsExactly("Zoë 41");
        }
        assertThat(read(NAME_AND_AGE, "\uFEFF\"name\",age\nZoë,41\n").value()).containsExactly("2 Zoë 41");
    }

    @Test
    void lenientReadingCollectsBadRowsAndUsesTheOthers() throws IOException {
        String text = "name,age\nAda,41\nBob\n,3\nCleo,old\nDan,36,x\nEve,-1\nFay,20\n";
        assertThat(readAges(NAME_AND_AGE, text))
                .isEqualTo(new Ingested<>(
                        List.of("Ada 41", "Fay 20"),
                        7,
                        List.of(
                                new Rejected("people.csv", 3, null, "wanted 2 fields as in the header, got 1"),
                                new Rejected("people.csv", 4, "name", "wanted text, got nothing"),
                                new Rejected("people.csv", 5, "age", "wanted a number such as 19.99, got \"old\""),
                                new Rejected("people.csv", 6, null, "wanted 2 fields as in the header, got 3"),
                                new Rejected("people.csv", 7, null, "age must not be negative, got -1"))));
    }

    @Test
    void strictReadingEndsAtTheFirstBadRow() {
        assertThatThrownBy(() -> readAges(NAME_AND_AGE.strict(), "name,age\nAda,41\nBob,x\nCleo\n"))
                .isInstanceOf(RejectedRowException.class)
                .hasMessage("people.csv row 3, column age: wanted a number such as 19.99, got \"x\"");
        assertThatThrownBy(() -> readAges(NAME_AND_AGE.strict(), "name,age\nAda,-1\n"))
                .isInstanceOf(RejectedRowException.class)
                .hasMessage("people.csv row 2: age must not be negative, got -1");
    }

    @Test
    void aMissingColumnIsNamedWithTheColumnsThereAre() {
        assertThatThrownBy(() -> read(NAME_AND_AGE, "name,Age\nAda,41\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("people.csv column age: no such column; the columns are name, Age");
        assertThatThrownBy(() -> read(NAME_AND_AGE, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("people.csv column name: no such column; the file is empty");
    }

    @Test
    void aWantedColumnMustBeThereOnce() throws IOException {
        assertThatThrownBy(() -> read(NAME_AND_AGE, "name,age,name\nAda,41,Bob\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("people.csv row 1, column name: the header has this column twice");
        assertThatThrownBy(() -> CsvRows.columns("a", "b").optionalColumns("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must differ, got \"a\" twice");
        assertThat(read(NAME_AND_AGE, "x,name,age,x\n,Ada,41,\n").value()).containsExactly("2 Ada 41");
    }

    @Test
    void aFileThatEndsInsideQuotesIsRefused() {
        assertThatThrownBy(() -> read(NAME_AND_AGE, "name,age\nAda,41\n\"Bob,36\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("people.csv row 3: not CSV: ");
    }

    @Test
    void aFileThatCannotBeReadIsNamedInOneLine() throws IOException {
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> NAME_AND_AGE.read(missing, row -> {}, () -> ""))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> NAME_AND_AGE.read(folder, row -> {}, () -> ""))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage(folder + ": wanted a CSV file, got a directory");
        Path latin = file("name,age\nZoë,41\n".getBytes(StandardCharsets.ISO_8859_1), false);
        assertThatThrownBy(() -> NAME_AND_AGE.read(latin, row -> {}, () -> ""))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(".*people.csv after row \\d: not UTF-8 text");
        Path cut = file(new byte[] {0x1f, (byte) 0x8b, 8}, false);
        assertThatThrownBy(() -> NAME_AND_AGE.read(cut, row -> {}, () -> ""))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(cut + ": cannot be read (");
    }

    @Test
    void progressIsToldNowAndThenAndAtTheEnd() throws IOException {
        Path file = file(("name,age\n" + "Ada,41\n".repeat(70_000)).getBytes(StandardCharsets.UTF_8), false);
        List<Long> rows = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        NAME_AND_AGE
                .progress((r, b) -> {
                    rows.add(r);
                    bytes.add(b);
                })
                .read(file, row -> {}, () -> "");
        assertThat(rows).containsExactly(65_536L, 70_000L);
        assertThat(bytes).isSorted().last().isEqualTo(Files.size(file));
    }

    @Test
    void fieldsAreReadAsWhatTheyMean() throws IOException {
        List<Object> seen = new ArrayList<>();
        IsoTimestamps utc = IsoTimestamps.in(ZoneOffset.UTC);
        Ingested<String> read = CsvRows.columns("at", "amount")
                .read(
                        new StringReader("at,amount\n2024-03-11 10:21:14, 19.90\nyesterday,1\n"),
                        "sales.csv",
                        row -> {
                            seen.add(row.instant(0, utc));
                            seen.add(row.micros(0, utc));
                            seen.add(row.decimal(1));
                            seen.add(row.view(1).length());
                        },
                        () -> "");
        assertThat(seen)
                .containsExactly(
                        Instant.parse("2024-03-11T10:21:14Z"), 1_710_152_474_000_000L, new BigDecimal("19.90"), 5);
        assertThatThrownBy(read::orThrow)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sales.csv row 3, column at: wanted an ISO-8601 date or date-time such as 2024-03-11 or "
                        + "2024-03-11T10:21:14.5+01:00, got \"yesterday\"");
    }

    private static Ingested<List<String>> read(CsvRows rows, String text) throws IOException {
        List<String> seen = new ArrayList<>();
        return rows.read(
                new StringReader(text),
                "people.csv",
                row -> seen.add(row.line() + " " + row.text(0) + " " + row.text(1)),
                () -> seen);
    }

    private static Ingested<List<String>> readAges(CsvRows rows, String text) throws IOException {
        List<String> seen = new ArrayList<>();
        return rows.read(
                new StringReader(text),
                "people.csv",
                row -> {
                    String name = row.required(0).toString();
                    BigDecimal age = row.decimal(1);
                    if (age.signum() < 0) {
                        throw new IllegalArgumentException("age must not be negative, got " + age);
                    }
                    seen.add(name + " " + age);
                },
                () -> seen);
    }

    private Path file(byte[] bytes, boolean compressed) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (compressed) {
            try (OutputStream gzip = new GZIPOutputStream(content)) {
                gzip.write(bytes);
            }
        } else {
            content.write(bytes);
        }
        return Files.write(folder.resolve("people.csv"), content.toByteArray());
    }
}
