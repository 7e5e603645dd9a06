package org.cxkit.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.Text;
import org.cxkit.sample.simulator.SimulatedBrand;

/**
 * The sample: one CX report, over public data and a simulated brand, or over a user's own CSV files.
 *
 * <p>Options are system properties; the README lists them. Whatever is wrong with a file or an option ends in one line
 * and exit code 1.
 */
public final class CxSample {
    private static final List<String> DATA =
            List.of("simulated-map.csv", "ecom-map.csv", "data/ecom.csv", "data/cdnow_elog.csv");

    private CxSample() {}

    /**
     * Writes {@code index.html} and {@code report.json}, and prints a summary.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Options options = new Options(System.getProperties(), Path.of(""));
        try {
            Path output = Path.of(options.text("sample.output", "target/sample"));
            CxReport report = report(options, output);
            ReportFiles.write(report, output);
            System.out.printf("%n%s%nPage:    %s%n", Text.of(report), output.resolve("index.html"));
            System.out.printf("Figures: %s%n", output.resolve("report.json"));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            System.err.println("cx sample: " + e.getMessage());
            System.exit(1);
        }
    }

    static CxReport report(Options options, Path output) throws IOException {
        if (Stream.of("events", "responses", "purchases").anyMatch(file -> options.file(file) != null)) {
            return new CxReport("Customer experience", List.of(FilesChapter.of(options)));
        }
        Path data = Files.createDirectories(output.resolve("data"));
        for (String resource : DATA) {
            try (InputStream bytes = open(resource)) {
                Path file = data.resolve(Path.of(resource).getFileName());
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        int customers = options.number("customers", "4000").intValueExact();
        long seed = options.number("seed", "42").longValueExact();
        System.out.println("  simulating a brand of " + customers + " customers, seed " + seed);
        SimulatedBrand.of(seed, customers).writeTo(data);
        List<Chapter> chapters = new ArrayList<>();
        for (String chapter : List.of("simulated", "webshop", "musicshop")) {
            try (InputStream bytes = open(chapter + ".properties")) {
                chapters.add(FilesChapter.of(Options.read(bytes, data)));
            }
        }
        return new CxReport("Customer experience: a sample report", chapters);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(CxSample.class.getResourceAsStream(resource), resource);
    }
}
