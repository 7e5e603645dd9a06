package org.cxkit.sample;

import static org.cxkit.sample.CxSample.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.Ticket;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.rating.Response;
import org.cxkit.journey.io.EventCsv;
import org.cxkit.journey.io.InteractionCsv;
import org.cxkit.journey.io.MapCsv;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.mining.EventTouches;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.Origin;
import org.cxkit.journey.report.Question;
import org.cxkit.metrics.attribution.RepeatConversions;
import org.cxkit.metrics.io.CostCsv;
import org.cxkit.metrics.io.PurchaseCsv;
import org.cxkit.metrics.io.ResponseCsv;
import org.cxkit.sample.simulator.SimulatedBrand;

/** The chapter on the simulated brand: its files are written, then read as a user's own would be. */
final class SimulatedChapter {
    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
    private static final String[] SALES = {"online_purchase", "store_purchase"};

    private SimulatedChapter() {}

    static Chapter of(Path directory, long seed, int customers) throws IOException {
        CxSample.progress("simulating a brand of " + customers + " customers, seed " + seed);
        SimulatedBrand.of(seed, customers).writeTo(directory);
        Ingested<EventLog> log = EventCsv.columns("customer", "event", "timestamp")
                .channel("channel")
                .zone(ZONE)
                .read(directory.resolve("events.csv"));
        Ingested<List<Interaction>> interactions =
                InteractionCsv.create().zone(ZONE).read(directory.resolve("events.csv"));
        Ingested<List<Response>> responses = ResponseCsv.columns("response", "question", "answer", "timestamp")
                .zone(ZONE)
                .read(directory.resolve("responses.csv"));
        Ingested<SortedMap<CustomerId, CompanyCosts>> costs =
                CostCsv.in("EUR").read(directory.resolve("costs.csv"));
        Origin origin = new Origin(
                Origin.Kind.SIMULATED,
                SimulatedBrand.LABEL,
                "Made by a seeded simulator (seed " + seed + "): no customer, store or answer is real.");
        return Chapter.titled("A brand with stores and a web shop", origin)
                .source("events.csv", log)
                .source("responses.csv", responses)
                .source("costs.csv", costs)
                .ratings(
                        responses.orThrow(),
                        Question.usual("NPS"),
                        Question.usual("CSAT"),
                        Question.usual("CES"))
                .journey("customers", MapCsv.named("Simulated brand").read(resource("simulated-map.csv"), "simulated-map.csv").orThrow(), log.orThrow())
                .tickets(Ticket.byCase(interactions.orThrow()))
                .credit(
                        "Purchases by channel",
                        EventTouches.ofChannels(SALES)
                                .of(log.orThrow())
                                .paths(Duration.ofDays(30), RepeatConversions.RESET))
                .build();
    }
}
