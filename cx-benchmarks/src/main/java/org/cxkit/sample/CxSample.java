package org.cxkit.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.Origin;
import org.cxkit.journey.report.Text;
import org.cxkit.sample.simulator.SimulatedBrand;

/**
 * The sample: one CX report, over public data and a simulated brand, or over a user's own CSV files.
 *
 * <p>Options are system properties; the README lists them. Whatever is wrong with a file or an option ends in one line
 * and exit code 1.
 */
public final class CxSample {
    private static final Origin WEB_SHOP = new Origin(
            Origin.Kind.PUBLIC,
            "ecom.csv of retentioneering-tools (Apache-2.0)",
            "Synthetic, made by its authors. The acquisition channel is the same in all rows of a user, so purchases are"
                    + " credited to the touchpoints of the journey.");
    private static final Origin MUSIC_SHOP = new Origin(
            Origin.Kind.PUBLIC,
            "CDNOW purchase log of P. S. Fader and B. G. S. Hardie (brucehardie.com)",
            "Real purchases, 1997-01 to 1998-06, as redistributed by lifetimes (MIT). Margin and costs are assumed.");

    private CxSample() {}

    /**
     * Writes {@code index.html} and {@code report.json}, and prints a summary.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Options options = new Options(System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty)));
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
        boolean own = Stream.of("events", "responses", "purchases")
                .anyMatch(file -> options.find(file).isPresent());
        if (own) {
            Origin origin = new Origin(Origin.Kind.OWN, "the files named below", "");
            return new CxReport("Customer experience", List.of(FilesChapter.of("Your data", origin, options)));
        }
        Path data = Files.createDirectories(output.resolve("data"));
        return new CxReport(
                "Customer experience: a sample report",
                List.of(simulatedBrand(data, options), webShop(data), musicShop(data)));
    }

    private static Chapter simulatedBrand(Path data, Options options) throws IOException {
        int customers = options.number("customers", "4000").intValueExact();
        long seed = options.number("seed", "42").longValueExact();
        System.out.println("  simulating a brand of " + customers + " customers, seed " + seed);
        SimulatedBrand.of(seed, customers).writeTo(data);
        Origin origin = new Origin(
                Origin.Kind.SIMULATED,
                SimulatedBrand.LABEL,
                "No customer, store or answer of it is real; seed " + seed + ".");
        Options files = new Options(Map.of())
                .with("events", data.resolve("events.csv"))
                .with("events.channel", "channel")
                .with("events.ticket", "case")
                .with("map", copy("simulated-map.csv", data))
                .with("funnel", "product_view,add_to_cart,checkout,online_purchase")
                .with("conversions", "online_purchase,store_purchase")
                .with("touches", "social_post,ad_click,friend_tip,search_result,newsletter_click")
                .with("contacts", "site_visit,app_visit,store_visit")
                .with("qualified", "add_to_cart,store_visit")
                .with("responses", data.resolve("responses.csv"))
                .with("purchases", data.resolve("purchases.csv"))
                .with("costs", data.resolve("costs.csv"))
                .with("margin", "0.40")
                .with("zone", "Europe/Rome");
        return FilesChapter.of("A brand with stores and a web shop", origin, files);
    }

    private static Chapter webShop(Path data) throws IOException {
        Options files = new Options(Map.of("events.case", "user_id", "conversions", "purchase"))
                .with("events", copy("data/ecom.csv", data))
                .with("map", copy("ecom-map.csv", data))
                .with("funnel", "product_view,add_to_cart,cart,shipping_details,payment_details,purchase");
        return FilesChapter.of("Journeys of a web shop", WEB_SHOP, files);
    }

    private static Chapter musicShop(Path data) throws IOException {
        Options files = new Options(Map.of("purchases.customer", "sampleid", "purchases.amount", "sales"))
                .with("purchases", copy("data/cdnow_elog.csv", data))
                .with("currency", "USD")
                .with("margin", "0.40")
                .with("acquisition", "8.00")
                .with("service", "1.50")
                .with("retention", "2.00");
        return FilesChapter.of("Customers of a music shop", MUSIC_SHOP, files);
    }

    private static Path copy(String resource, Path data) throws IOException {
        Path file = data.resolve(Path.of(resource).getFileName());
        try (InputStream bytes = Objects.requireNonNull(CxSample.class.getResourceAsStream(resource), resource)) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
