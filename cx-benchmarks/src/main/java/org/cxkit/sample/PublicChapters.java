package org.cxkit.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.cxkit.core.interaction.Purchase;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;
import org.cxkit.journey.io.EventCsv;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.mining.EventTouches;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.Origin;
import org.cxkit.metrics.attribution.RepeatConversions;
import org.cxkit.metrics.io.PurchaseCsv;

/** The chapters on public data: journeys of a web shop, and purchases of a music shop. */
final class PublicChapters {
    private static final Duration LOOKBACK = Duration.ofDays(30);

    private PublicChapters() {}

    static Chapter webShop() throws IOException {
        CxSample.progress("reading the journeys of a web shop (public data)");
        Ingested<EventLog> log =
                EventCsv.columns("user_id", "event", "timestamp").read(CxSample.resource("data/ecom.csv"), "ecom.csv");
        Origin origin = new Origin(
                Origin.Kind.PUBLIC,
                "ecom.csv of retentioneering-tools",
                "Apache-2.0; synthetic, made by its authors. The acquisition channel is the same in all of a user's"
                        + " rows, so purchases are credited to the touchpoints of the journey.");
        return Chapter.titled("Journeys of a web shop", origin)
                .source("ecom.csv", log)
                .journey(
                        "customers",
                        CxSample.map("Web shop", "ecom-map.csv"),
                        log.orThrow(),
                        "product_view",
                        "add_to_cart",
                        "cart",
                        "shipping_details",
                        "payment_details",
                        "purchase")
                .credit(
                        "Purchases by touchpoint",
                        EventTouches.ofActivities("purchase")
                                .of(log.orThrow())
                                .paths(LOOKBACK, RepeatConversions.RESET))
                .build();
    }

    static Chapter musicShop() throws IOException {
        CxSample.progress("reading the purchases of a music shop (public data)");
        Ingested<List<Purchase>> purchases = PurchaseCsv.in("USD")
                .columns("sampleid", "date", "sales")
                .read(CxSample.resource("data/cdnow_elog.csv"), "cdnow_elog.csv");
        Origin origin = new Origin(
                Origin.Kind.PUBLIC,
                "CDNOW purchase log of Fader and Hardie (brucehardie.com)",
                "Real purchases of 1997-01 to 1998-06, as redistributed by lifetimes (MIT).");
        return Chapter.titled("Customers of a music shop", origin)
                .source("cdnow_elog.csv", purchases)
                .convenience(
                        "Assumed: lifetime value is the historic margin, 40 % of what the customer bought so far;"
                                + " winning a customer cost 8.00 USD, serving one purchase 1.50 USD, keeping a"
                                + " customer 2.00 USD.",
                        Portfolios.historic(
                                purchases.orThrow(),
                                new BigDecimal("0.40"),
                                Money.of("8.00", "USD"),
                                Money.of("1.50", "USD"),
                                Money.of("2.00", "USD")))
                .build();
    }
}
