package org.cxkit.sample;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cxkit.journey.map.MapElement;
import org.cxkit.journey.page.Html;
import org.cxkit.journey.page.Text;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.metrics.Outcome;
import org.cxkit.sample.simulator.SimulatedBrand;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample: one CX report, over public data and a simulated brand, or over a user's own CSV files.
 *
 * <p>Options are system properties; the README lists them. Whatever is wrong with a file or an option ends in one line
 * and exit code 1.
 */
public final class CxSample {
    private static final List<String> DATA =
            List.of("simulated-map.csv", "ecom-map.csv", "data/ecom.csv", "data/cdnow_elog.csv");

    /** The members of a sealed family say which they are: all that JSON needs to be told of the library. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Sealed {}

    static final ObjectMapper JSON = JsonMapper.builder()
            .addMixIn(Outcome.class, Sealed.class)
            .addMixIn(MapElement.class, Sealed.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CxSample() {}

    /** Writes {@code index.html} and {@code report.json}, prints a summary, and exits with 1 if it cannot. */
    public static void main(String[] arguments) {
        int exitCode = run(new Options(System.getProperties(), Path.of("")), System.out, System.err);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(Options options, PrintStream out, PrintStream err) {
        try {
            Path output = Path.of(options.text("sample.output", "target/sample"));
            CxReport report = report(options, output, out);
            Files.createDirectories(output);
            Files.writeString(output.resolve("index.html"), Html.of(report));
            Files.writeString(output.resolve("report.json"), JSON.writeValueAsString(report) + "\n");
            out.printf("%n%s%nPage and figures: index.html and report.json in %s%n", Text.of(report), output);
            return 0;
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            err.println("cx sample: " + e.getFile() + ": cannot be written (" + reason + ")");
        } catch (IOException | IllegalArgumentException e) {
            err.println("cx sample: " + String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " "));
        }
        return 1;
    }

    static CxReport report(Options options, Path output, PrintStream out) throws IOException {
        if (Stream.of("events", "responses", "purchases").anyMatch(file -> options.file(file) != null)) {
            return new CxReport("Customer experience", List.of(FilesChapter.of(options, out)));
        }
        Path data = Files.createDirectories(output.resolve("data"));
        for (String resource : DATA) {
            try (InputStream bytes = open(resource)) {
                Path file = data.resolve(Path.of(resource).getFileName());
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        int customers = options.read("customers", "4000", "a whole number from 0 to 99999", Integer::valueOf);
        long seed = options.read("seed", "42", "a whole number", Long::valueOf);
        out.println("  simulating a brand of " + customers + " customers, seed " + seed);
        SimulatedBrand.of(seed, customers).writeTo(data);
        List<Chapter> chapters = new ArrayList<>();
        for (String chapter : List.of("simulated", "webshop", "musicshop")) {
            try (InputStream bytes = open(chapter + ".properties")) {
                chapters.add(FilesChapter.of(Options.read(bytes, data), out));
            }
        }
        return new CxReport("Customer experience: a sample report", chapters);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(CxSample.class.getResourceAsStream(resource), resource);
    }
}
