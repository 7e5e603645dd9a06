package org.cxkit.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.Ticket;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.rating.Response;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.journey.io.EventCsv;
import org.cxkit.journey.io.InteractionCsv;
import org.cxkit.journey.io.MapCsv;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.mining.EventTouches;
import org.cxkit.journey.mining.ObservedMap;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.ChapterBuilder;
import org.cxkit.journey.report.Origin;
import org.cxkit.journey.report.Question;
import org.cxkit.metrics.attribution.RepeatConversions;
import org.cxkit.metrics.attribution.TouchLog;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.clv.HistoricValue;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.io.CostCsv;
import org.cxkit.metrics.io.PurchaseCsv;
import org.cxkit.metrics.io.ResponseColumn;
import org.cxkit.metrics.io.ResponseCsv;

/** One chapter from CSV files: whichever there are of responses, events and purchases. */
final class FilesChapter {
    private static final List<Question> QUESTIONS =
            List.of(Question.usual("NPS"), Question.usual("CSAT"), Question.usual("CES"));
    private static final int MOST_STEPS = 20;
    private static final CompanyCosts UNKNOWN = new CompanyCosts(null, null, null);
    private static final Duration LOOKBACK = Duration.ofDays(30);

    private final Options options;
    private final ZoneId zone;
    private final ChapterBuilder chapter;

    private FilesChapter(Options options, ChapterBuilder chapter) {
        this.options = options;
        this.zone = ZoneId.of(options.text("zone", "UTC"));
        this.chapter = chapter;
    }

    static Chapter of(String title, Origin origin, Options options) throws IOException {
        FilesChapter files = new FilesChapter(options, Chapter.titled(title, origin));
        if (options.file("responses").isPresent()) {
            files.responses(options.file("responses").orElseThrow());
        }
        if (options.file("events").isPresent()) {
            files.events(options.file("events").orElseThrow());
        }
        if (options.file("purchases").isPresent()) {
            files.purchases(options.file("purchases").orElseThrow());
        }
        return files.chapter.build();
    }

    private <T> T taken(Path file, Ingested<T> read) {
        System.out.printf(Locale.ROOT, "  read %s: %,d rows%n", file, read.rows());
        chapter.source(file.getFileName().toString(), read);
        return read.orThrow();
    }

    private void responses(Path file) throws IOException {
        ResponseCsv csv =
                ResponseCsv.question(QUESTIONS.get(0).name(), QUESTIONS.get(0).scale());
        for (Question question : QUESTIONS.subList(1, QUESTIONS.size())) {
            csv = csv.andQuestion(question.name(), question.scale());
        }
        for (ResponseColumn column : ResponseColumn.values()) {
            String name = options.text("responses." + column.name().toLowerCase(Locale.ROOT), "");
            csv = name.isEmpty() ? csv : csv.column(column, name);
        }
        List<Response> responses = taken(file, csv.zone(zone).read(file));
        chapter.ratings(responses, QUESTIONS.toArray(new Question[0]));
    }

    private void events(Path file) throws IOException {
        String customer = options.text("events.case", "customer");
        String event = options.text("events.event", "event");
        String timestamp = options.text("events.timestamp", "timestamp");
        String channel = options.text("events.channel", "");
        EventCsv csv = EventCsv.columns(customer, event, timestamp).zone(zone);
        EventLog log = taken(file, (channel.isEmpty() ? csv : csv.channel(channel)).read(file));
        if (log.isEmpty()) {
            return;
        }
        JourneyMap map = options.file("map").isPresent()
                ? MapCsv.named("Designed journey")
                        .read(options.file("map").orElseThrow())
                        .orThrow()
                : ObservedMap.of("The most frequent events, in the order of the log", log, MOST_STEPS);
        chapter.journey(options.text("events.cases", "customers"), map, log, options.list("funnel"));
        credit(log, channel.isEmpty());
        if (options.find("events.ticket").isPresent()) {
            List<Interaction> interactions = InteractionCsv.create()
                    .rename("customer", customer)
                    .rename("event", event)
                    .rename("timestamp", timestamp)
                    .rename("channel", channel)
                    .rename("case", options.text("events.ticket", ""))
                    .zone(zone)
                    .read(file)
                    .orThrow();
            chapter.tickets(Ticket.byCase(interactions));
        }
    }

    private void credit(EventLog log, boolean byActivity) {
        String[] conversions = options.list("conversions");
        if (conversions.length == 0) {
            return;
        }
        EventTouches touches = (byActivity
                        ? EventTouches.ofActivities(conversions)
                        : EventTouches.ofChannels(conversions))
                .contacts(options.list("contacts"))
                .qualified(options.list("qualified"));
        Set<String> wanted = Stream.of("touches", "contacts", "qualified", "conversions")
                .flatMap(name -> Stream.of(options.list(name)))
                .collect(Collectors.toSet());
        EventLog touching = options.find("touches").isEmpty() ? log : log.onlyActivities(wanted::contains);
        TouchLog people = touches.of(touching);
        String by = "Conversions by " + (byActivity ? "touchpoint" : "channel");
        chapter.credit(by, people.paths(LOOKBACK, RepeatConversions.RESET));
        if (options.find("contacts").isPresent() && !log.isEmpty()) {
            TimeWindow window = new TimeWindow(log.first(), log.last().plusNanos(1));
            chapter.channels(ChannelFunnel.of(people, window));
        }
    }

    private void purchases(Path file) throws IOException {
        String currency = options.text("currency", "EUR");
        PurchaseCsv csv = PurchaseCsv.columns(
                        options.text("purchases.customer", "customer"),
                        options.text("purchases.date", "date"),
                        options.text("purchases.amount", "amount"))
                .currency(currency)
                .zone(zone);
        List<HistoricValue> values = HistoricValue.of(taken(file, csv.read(file)));
        Path costs = options.file("costs").orElse(null);
        CostCsv costCsv = CostCsv.columns("customer", "acquisition", "service", "retention")
                .currency(currency);
        Map<CustomerId, CompanyCosts> known = costs == null ? Map.of() : taken(costs, costCsv.read(costs));
        BigDecimal margin = options.number("margin", "1");
        Money acquisition = options.money("acquisition", currency);
        Money service = options.money("service", currency);
        Money retention = options.money("retention", currency);
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        for (HistoricValue value : values) {
            CompanyCosts assumed = new CompanyCosts(acquisition, service.times(value.purchases()), retention);
            CompanyCosts ofCustomer = costs == null ? assumed : known.getOrDefault(value.customer(), UNKNOWN);
            portfolio.add(value.customer(), Clv.gross(value.total().times(margin)), ofCustomer);
        }
        chapter.convenience(
                "Lifetime value is historic: " + margin + " of what the customer bought so far. Costs: "
                        + (costs != null
                                ? "as " + costs.getFileName() + " says."
                                : "assumed, " + acquisition + " to win a customer, " + service
                                        + " to serve a purchase, " + retention + " to keep a customer."),
                portfolio.result());
    }
}
