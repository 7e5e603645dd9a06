package org.cxkit.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.cxkit.core.interaction.Purchase;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;
import org.cxkit.core.rating.Response;
import org.cxkit.journey.io.EventCsv;
import org.cxkit.journey.io.MapCsv;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.mining.EventTouches;
import org.cxkit.journey.mining.ObservedMap;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.ChapterBuilder;
import org.cxkit.journey.report.Origin;
import org.cxkit.metrics.attribution.RepeatConversions;
import org.cxkit.metrics.io.CostCsv;
import org.cxkit.metrics.io.PurchaseCsv;
import org.cxkit.metrics.io.ResponseColumn;
import org.cxkit.metrics.io.ResponseCsv;

/** The chapter on a user's own files, any of them. */
final class OwnChapter {
    private static final int MOST_STEPS = 20;
    private static final Duration LOOKBACK = Duration.ofDays(30);

    private final Settings settings;
    private final ChapterBuilder chapter;

    private OwnChapter(Settings settings) {
        this.settings = settings;
        this.chapter = Chapter.titled("Your data", new Origin(Origin.Kind.OWN, "the files named below", ""));
    }

    static Chapter of(Settings settings) throws IOException {
        OwnChapter own = new OwnChapter(settings);
        own.responses();
        own.events();
        own.purchases();
        return own.chapter.build();
    }

    private void responses() throws IOException {
        Path file = settings.file("responses").orElse(null);
        if (file == null) {
            return;
        }
        CxSample.progress("reading " + file);
        ResponseCsv csv = Surveys.usual().zone(settings.zone());
        for (ResponseColumn column : ResponseColumn.values()) {
            String option = "responses." + column.name().toLowerCase(Locale.ROOT);
            if (!settings.text(option, "").isEmpty()) {
                csv = csv.column(column, settings.text(option, ""));
            }
        }
        Ingested<List<Response>> read = csv.read(file);
        chapter.source(file.toString(), read).ratings(read.orThrow(), Surveys.questions());
    }

    private void events() throws IOException {
        Path file = settings.file("events").orElse(null);
        if (file == null) {
            return;
        }
        EventCsv csv = EventCsv.columns(
                        settings.text("events.case", "customer"),
                        settings.text("events.event", "event"),
                        settings.text("events.timestamp", "timestamp"))
                .zone(settings.zone())
                .strict()
                .progress((rows, bytes) -> CxSample.progress("reading " + file + ": " + rows + " rows"));
        String channel = settings.text("events.channel", "");
        Ingested<EventLog> read = (channel.isEmpty() ? csv : csv.channel(channel)).read(file);
        EventLog log = read.orThrow();
        chapter.source(file.toString(), read);
        if (log.isEmpty()) {
            return;
        }
        JourneyMap map = settings.file("map").isPresent()
                ? MapCsv.named("Journey")
                        .read(settings.file("map").orElseThrow())
                        .orThrow()
                : ObservedMap.of("Journey, the most frequent events", log, MOST_STEPS);
        chapter.journey("cases", map, log, settings.list("funnel"));
        String[] conversions = settings.list("conversions");
        if (conversions.length > 0) {
            EventTouches touches =
                    channel.isEmpty() ? EventTouches.ofActivities(conversions) : EventTouches.ofChannels(conversions);
            chapter.credit(
                    "Conversions by " + (channel.isEmpty() ? "touchpoint" : "channel"),
                    touches.of(log).paths(LOOKBACK, RepeatConversions.RESET));
        }
    }

    private void purchases() throws IOException {
        Path file = settings.file("purchases").orElse(null);
        if (file == null) {
            return;
        }
        CxSample.progress("reading " + file);
        String currency = settings.text("currency", "EUR");
        Ingested<List<Purchase>> read = PurchaseCsv.in(currency)
                .columns(
                        settings.text("purchases.customer", "customer"),
                        settings.text("purchases.date", "date"),
                        settings.text("purchases.amount", "amount"))
                .zone(settings.zone())
                .strict()
                .read(file);
        chapter.source(file.toString(), read);
        BigDecimal margin = settings.number("margin", "1");
        String value = "Lifetime value is historic: " + margin + " of what the customer bought so far. Costs: ";
        if (settings.file("costs").isPresent()) {
            Path costs = settings.file("costs").orElseThrow();
            chapter.convenience(
                    value + "as " + costs + " says.",
                    Portfolios.historic(
                            read.orThrow(),
                            margin,
                            CostCsv.in(currency).read(costs).orThrow()));
        } else {
            chapter.convenience(
                    value + "acquisition " + cost("acquisition") + ", service of a purchase " + cost("service")
                            + ", retention " + cost("retention") + ", the same for all.",
                    Portfolios.historic(
                            read.orThrow(), margin, cost("acquisition"), cost("service"), cost("retention")));
        }
    }

    private Money cost(String name) {
        return Money.of(settings.number(name, "0").toPlainString(), settings.text("currency", "EUR"));
    }
}
