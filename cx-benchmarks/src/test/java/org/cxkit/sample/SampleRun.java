package org.cxkit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.cxkit.journey.report.CxReport;

/** What a run of the sample said and wrote. */
record SampleRun(int exitCode, String out, String err, Path output) {

    /** Runs the sample with these options, given as name, value, name, value. */
    static SampleRun into(Path output, Object... options) {
        Properties properties = new Properties();
        properties.setProperty("sample.output", output.toString());
        for (int i = 0; i < options.length; i += 2) {
            properties.setProperty(options[i].toString(), options[i + 1].toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = CxSample.run(
                new Options(properties, Path.of("")),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return new SampleRun(exitCode, out.toString(UTF_8), err.toString(UTF_8), output);
    }

    String html() throws IOException {
        return Files.readString(output.resolve("index.html"));
    }

    String json() throws IOException {
        return Files.readString(output.resolve("report.json"));
    }

    CxReport report() throws IOException {
        return CxSample.JSON.readValue(json(), CxReport.class);
    }

    /** The rows of a CSV file without quotes, field by column. */
    static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] header = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] fields = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < header.length; i++) {
                        row.put(header[i], fields[i]);
                    }
                    return row;
                })
                .toList();
    }
}
