package org.cxkit.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import org.cxkit.core.interaction.Ticket;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.journey.io.EventCsv;
import org.cxkit.journey.io.InteractionCsv;
import org.cxkit.journey.io.MapCsv;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.mining.EventTouches;
import org.cxkit.journey.mining.ObservedMap;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.ChapterBuilder;
import org.cxkit.journey.report.CostRule;
import org.cxkit.journey.report.Origin;
import org.cxkit.journey.report.PurchaseStudy;
import org.cxkit.journey.report.Question;
import org.cxkit.metrics.clv.Horizon;
import org.cxkit.metrics.io.CostCsv;
import org.cxkit.metrics.io.PurchaseCsv;
import org.cxkit.metrics.io.ResponseColumn;
import org.cxkit.metrics.io.ResponseCsv;
import org.jspecify.annotations.Nullable;

/** One chapter from CSV files: whichever there are of responses, events and purchases. */
final class FilesChapter {
    private final Options options;
    private final ZoneId zone;
    private final ChapterBuilder chapter;
    private final PrintStream out;

    private FilesChapter(Options options, PrintStream out) {
        Origin.Kind kind = Origin.Kind.valueOf(options.text("origin.kind", "OWN"));
        String name = options.text("origin.name", "the files named below");
        Origin origin = new Origin(kind, name, options.text("origin.note", ""));
        this.options = options;
        this.zone = options.read("zone", "UTC", "a time zone such as Europe/Rome", ZoneId::of);
        this.chapter = Chapter.titled(options.text("title", "Your data"), origin);
        this.out = out;
    }

    static Chapter of(Options options, PrintStream out) throws IOException {
        FilesChapter files = new FilesChapter(options, out);
        files.responses(options.file("responses"));
        files.events(options.file("events"));
        files.purchases(options.file("purchases"));
        return files.chapter.build();
    }

    private <T> T taken(Path file, Ingested<T> read) {
        T value = read.orThrow();
        out.printf(Locale.ROOT, "  read %s: %,d rows%n", file.getFileName(), read.rows());
        chapter.source(file.getFileName().toString(), read);
        return value;
    }

    private void responses(@Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        ResponseCsv csv = Question.reader(Question.USUAL).zone(zone);
        for (ResponseColumn column : ResponseColumn.values()) {
            String name = options.text("responses." + column.name().toLowerCase(Locale.ROOT), "");
            csv = name.isEmpty() ? csv : csv.column(column, name);
        }
        chapter.ratings(taken(file, csv.read(file)), Question.USUAL);
    }

    private void events(@Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        String customer = options.text("events.case", "customer");
        String event = options.text("events.event", "event");
        String timestamp = options.text("events.timestamp", "timestamp");
        String channel = options.text("events.channel", "");
        EventCsv csv = EventCsv.columns(customer, event, timestamp).zone(zone);
        EventLog log = taken(file, (channel.isEmpty() ? csv : csv.channel(channel)).read(file));
        if (log.isEmpty()) {
            return;
        }
        Path designed = options.file("map");
        JourneyMap map = designed == null
                ? ObservedMap.of("The most frequent events, in the order of the log", log, 20)
                : MapCsv.named("The journey as designed").read(designed).orThrow();
        chapter.journey(options.text("events.cases", "customers"), map, log, options.list("funnel"));
        String[] conversions = options.list("conversions");
        if (conversions.length > 0) {
            boolean named = !channel.isEmpty();
            EventTouches touches = (named
                            ? EventTouches.ofChannels(conversions)
                            : EventTouches.ofActivities(conversions))
                    .among(options.list("touches"))
                    .contacts(options.list("contacts"))
                    .qualified(options.list("qualified"));
            chapter.touches(
                    "Conversions by " + (named ? "channel" : "touchpoint"), touches.of(log), Duration.ofDays(30));
        }
        for (String ticket : options.list("events.ticket")) {
            InteractionCsv tickets =
                    InteractionCsv.columns(customer, timestamp, event, channel.isEmpty() ? "channel" : channel);
            chapter.tickets(
                    Ticket.byCase(tickets.ticket(ticket).zone(zone).read(file).orThrow()));
        }
    }

    private void purchases(@Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        String currency = options.text("currency", "EUR");
        PurchaseCsv csv = PurchaseCsv.columns(
                options.text("purchases.customer", "customer"),
                options.text("purchases.date", "date"),
                options.text("purchases.amount", "amount"));
        BigDecimal margin = options.read("margin", "1", "a number such as 0.25", BigDecimal::new);
        PurchaseStudy study = PurchaseStudy.historic(
                taken(file, csv.currency(currency).zone(zone).read(file)), zone, margin);
        int years = options.read("horizon", "3", "a whole number of years", Integer::valueOf);
        Function<String, Rate> yearly = text -> Rate.discrete(Double.parseDouble(text), RatePeriod.YEAR);
        Rate discount = options.read("discount", "0.10", "a rate a year such as 0.10", yearly);
        Function<String, Money> cost =
                option -> options.read(option, "0", "an amount such as 8.00", text -> Money.of(text, currency));
        Path costs = options.file("costs");
        CostCsv csvOfCosts = CostCsv.columns("customer", "acquisition", "service", "retention");
        CostRule rule = costs == null
                ? CostRule.assumed(cost.apply("acquisition"), cost.apply("service"), cost.apply("retention"))
                : CostRule.known(taken(costs, csvOfCosts.currency(currency).read(costs)), "" + costs.getFileName());
        try {
            TimeSpan month = TimeSpan.months(1);
            chapter.worth(years == 0 ? study : study.expected(Horizon.steps(12 * years, month, discount)), rule);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
