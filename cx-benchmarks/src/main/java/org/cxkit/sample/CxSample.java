package org.cxkit.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.Text;

/**
 * The sample: one CX report, over public and simulated data, or over a user's own CSV files.
 *
 * <p>{@code mvn -q -Psample} reports on the public data sets and on a simulated brand. With {@code -Devents=FILE},
 * {@code -Dresponses=FILE} or {@code -Dpurchases=FILE} it reports on those files alone; {@link Settings} has the
 * options. Whatever is wrong with a file ends in one line and exit code 1.
 */
public final class CxSample {

    private CxSample() {}

    /**
     * Writes {@code index.html} and {@code report.json}, and prints a summary.
     *
     * @param arguments none; options are system properties
     */
    public static void main(String[] arguments) {
        try {
            Settings settings = new Settings(System.getProperties());
            CxReport report = settings.ownData() ? own(settings) : shipped(settings);
            ReportFiles.write(report, settings.output());
            System.out.println();
            System.out.print(Text.of(report));
            System.out.println();
            System.out.println("The whole report: " + settings.output().resolve("index.html"));
            System.out.println("Its figures:      " + settings.output().resolve("report.json"));
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("cx sample: " + e.getMessage());
            System.exit(1);
        }
    }

    static CxReport shipped(Settings settings) throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(SimulatedChapter.of(settings.output().resolve("data"), settings.count("seed", 42), settings.count("customers", 4_000)));
        chapters.add(PublicChapters.webShop());
        chapters.add(PublicChapters.musicShop());
        return new CxReport("Customer experience: a sample report", chapters);
    }

    static CxReport own(Settings settings) throws IOException {
        return new CxReport("Customer experience", List.of(OwnChapter.of(settings)));
    }

    /** Says what is being done, on the line of its own that a long run needs. */
    static void progress(String what) {
        System.out.println("  " + what);
    }
}
