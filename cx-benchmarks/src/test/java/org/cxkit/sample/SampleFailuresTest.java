package org.cxkit.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file or an option ends in one line that says where, and in exit code 1. */
class SampleFailuresTest {

    private static final String MAP = "event,stage,touchpoint,channel,flow,emotion,within\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"events", "responses", "purchases"})
    void aFileThatIsNotThere(String option) {
        Path file = directory.resolve("nowhere.csv");
        fails(file + ": there is no such file", option, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "responses", "purchases"})
    void aDirectory(String option) {
        fails(directory + ": wanted a CSV file, got a directory", option, directory);
    }

    @ParameterizedTest
    @CsvSource({"events, customer", "responses, answer", "purchases, customer"})
    void anEmptyFile(String option, String column) throws IOException {
        Path file = file("");
        fails(file + " column " + column + ": no such column; the file is empty", option, file);
    }

    @ParameterizedTest
    @CsvSource({"events, customer", "responses, answer", "purchases, customer"})
    void aMissingColumn(String option, String column) throws IOException {
        Path file = file("a,b\n1,2\n");
        fails(file + " column " + column + ": no such column; the columns are a, b", option, file);
    }

    @Test
    void aColumnOfAnOptionThatIsNotThere() throws IOException {
        Path file = file("customer,timestamp,event,channel\n");
        String there = ": no such column; the columns are customer, timestamp, event, channel";
        fails(file + " column who" + there, "events", file, "events.case", "who");
        fails(file + " column where" + there, "events", file, "events.channel", "where");
    }

    @Test
    void aTicketColumnThatIsNotThere() throws IOException {
        Path file = file("customer,timestamp,event,channel\na,2024-01-01,x,web\n");
        fails(
                file + " column ticket: no such column; the columns are customer, timestamp, event, channel",
                "events",
                file,
                "events.channel",
                "channel",
                "events.ticket",
                "ticket");
    }

    @Test
    void ticketsWithoutChannels() throws IOException {
        Path file = file("customer,timestamp,event,ticket\na,2024-01-01,x,1\n");
        fails(
                file + " column channel: no such column; the columns are customer, timestamp, event, ticket",
                "events",
                file,
                "events.ticket",
                "ticket");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,yesterday,x | row 2, column timestamp: wanted an ISO-8601 date or date-time such as 2024-03-11 or"
                        + " 2024-03-11T10:21:14.5+01:00, got \"yesterday\"",
                "a,2024-01-01, | row 2, column event: wanted text, got nothing",
                "a,2024-01-01 | row 2: wanted 3 fields as in the header, got 2",
                "a,2024-01-01,\"x | row 2: not CSV: Unclosed quoted field at end of input (record starting at line 2)",
            })
    void aBadEvent(String row, String line) throws IOException {
        Path file = file("customer,timestamp,event\n" + row + "\n");
        fails(file + " " + line, "events", file);
    }

    @Test
    void aBadRowIsNamedByItsLineAndTheOthersAreCounted() throws IOException {
        Path file = file("customer,timestamp,event\na,2024-01-01,x\n\na,2024-01-02,\na,2024-01-03,\na,2024-01-04,\n");
        fails(file + " row 4, column event: wanted text, got nothing (and 2 more rows)", "events", file);
    }

    @Test
    void aBadFieldOfTwoLinesIsToldInOne() throws IOException {
        Path file = file("customer,timestamp,event\na,\"two\r\nlines\",x\n");
        fails(
                file + " row 2, column timestamp: wanted an ISO-8601 date or date-time such as 2024-03-11 or"
                        + " 2024-03-11T10:21:14.5+01:00, got \"two lines\"",
                "events",
                file);
    }

    @Test
    void anUnknownQuestion() throws IOException {
        Path file = file("question,answer,timestamp\nMOOD,3,2024-01-01\n");
        fails(
                file + " row 2, column question: wanted one of the questions CES, CSAT, NPS, got \"MOOD\"",
                "responses",
                file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc | row 2, column amount: wanted a number such as 19.99, got \"abc\"",
                "1e999999999 | row 2, column amount: amount must have at most 100 digits before and after the point,"
                        + " got 1 digits at scale -999999999",
            })
    void aBadAmount(String amount, String line) throws IOException {
        Path file = file("customer,date,amount\na,2024-01-01," + amount + "\n");
        fails(file + " " + line, "purchases", file);
    }

    @Test
    void anAmountTooLargeToCompute() throws IOException {
        Path file = file("customer,date,amount\na,2024-01-01,1e30\n");
        fails(
                file + ": customer a: 1000000000000000000000000000000.00 EUR leaves the range of a long at 2 decimals",
                "purchases",
                file);
    }

    @Test
    void amountsTooLargeToAdd() throws IOException {
        Path file = file("customer,date,amount\na,2024-01-01,6e16\nb,2024-01-01,6e16\n");
        fails(
                file + ": the sum of 60000000000000000.00 EUR and 60000000000000000.00 EUR leaves the range of a long"
                        + " at 2 decimals",
                "purchases",
                file);
    }

    @Test
    void badCosts() throws IOException {
        Path purchases = file("customer,date,amount\na,2024-01-01,5\n");
        String header = "customer,acquisition,service,retention\n";
        Path negative = file(header + "a,-1,2,3\n");
        fails(
                negative + " row 2, column acquisition: wanted a cost of zero or more, got \"-1\"",
                "purchases",
                purchases,
                "costs",
                negative);
        Path twice = file(header + "a,1,2,3\na,1,2,3\n");
        fails(
                twice + " row 3, column customer: wanted each customer once, got a again",
                "purchases",
                purchases,
                "costs",
                twice);
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        Path file = directory.resolve("latin.csv");
        Files.write(file, "customer,timestamp,event\na,2024-01-01,caff\u00e8\n".getBytes(ISO_8859_1));
        fails(file + " after row 1: not UTF-8 text", "events", file);
    }

    @Test
    void aCompressedFileThatEndsTooEarly() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("customer,timestamp,event\n".getBytes(ISO_8859_1));
        }
        Path file = directory.resolve("events.csv.gz");
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), 5));
        fails(file + ": cannot be read (it ends too early)", "events", file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | : journey map \"The journey as designed\": there must be at least one stage, got none",
                "x,s,T,web,WALK,, | ' row 2, column flow: wanted one of [STEP, OPTIONAL, LOOP], got \"WALK\"'",
                "x,s,T,web,STEP,9, | ' row 2, column emotion: wanted an emotion from -2 to 2, got \"9\"'",
                "x,s,T,web,STEP,,soon | ' row 2, column within: wanted a duration above zero such as PT15M, got \"soon\"'",
                ",s,T,web,STEP,, | ' row 2, column event: wanted text, got nothing'",
            })
    void aBadMap(String row, String line) throws IOException {
        Path map = file(MAP + (row.isEmpty() ? "" : row + "\n"));
        fails(map + line, "events", events(), "map", map);
    }

    @Test
    void aMapWithOneStepTwice() throws IOException {
        Path map = file(MAP + "x,s,T,web,STEP,,\nx,s,U,web,STEP,,\n");
        fails(map + ": journey map \"The journey as designed\": step x occurs twice", "events", events(), "map", map);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "margin | much | option margin: wanted a number such as 0.25, got \"much\"",
                "service | 1e999999999 | option service: wanted an amount such as 8.00, got \"1e999999999\"",
                "horizon | 1.5 | option horizon: wanted a whole number of years, got \"1.5\"",
                "discount | ten | option discount: wanted a rate a year such as 0.10, got \"ten\"",
                "discount | -1 | option discount: wanted a rate a year such as 0.10, got \"-1\"",
                "zone | Mars/Base | option zone: wanted a time zone such as Europe/Rome, got \"Mars/Base\"",
                "currency | XX | currency must be an ISO 4217 code such as EUR, got \"XX\"",
                "purchases.date | customer | columns must differ, got \"customer\" twice",
            })
    void aBadOptionOfPurchases(String option, String value, String line) throws IOException {
        fails(line, "purchases", file("customer,date,amount\na,2024-01-01,5\n"), option, value);
    }

    @Test
    void numbersThatLeadOutOfRangeAreTold() throws IOException {
        Path file = file("customer,date,amount\na,2024-01-01,5\n");
        fails(file + ": at least 1 step of some length wanted, got -12 of 1 month", "purchases", file, "horizon", "-1");
        fails("acquisition cost must not be negative, got -1.00 EUR", "purchases", file, "acquisition", "-1");
        fails(
                file + ": amount must have at most 100 digits before and after the point, got 1 digits at scale"
                        + " -999999999",
                "purchases",
                file,
                "margin",
                "1e999999999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customers | 1.5 | option customers: wanted a whole number from 0 to 99999, got \"1.5\"",
                "customers | 1e30 | option customers: wanted a whole number from 0 to 99999, got \"1e30\"",
                "customers | -1 | customers must be 0 to 99999, got -1",
                "seed | 0.5 | option seed: wanted a whole number, got \"0.5\"",
            })
    void aBadOptionOfTheSimulator(String option, String value, String line) {
        fails(line, option, value);
    }

    @Test
    void anOutputThatCannotBeWritten() throws IOException {
        Path file = file("");
        Path events = events();
        assertFails(SampleRun.into(file, "events", events), file + ": cannot be written (FileAlreadyExistsException)");
        Path page = Files.createDirectories(directory.resolve("out/index.html"));
        assertFails(
                SampleRun.into(directory.resolve("out"), "events", events),
                page + ": cannot be written (Is a directory)");
    }

    private void fails(String line, Object... options) {
        assertFails(SampleRun.into(directory.resolve("out"), options), line);
        assertThat(directory.resolve("out/index.html")).doesNotExist();
    }

    private static void assertFails(SampleRun run, String line) {
        assertThat(run.out()).doesNotContain("Page:", "Figures:");
        assertThat(run.err()).isEqualTo("cx sample: " + line + System.lineSeparator());
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private Path events() throws IOException {
        return file("customer,timestamp,event\na,2024-01-01,x\n");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "rows", ".csv"), text);
    }
}
