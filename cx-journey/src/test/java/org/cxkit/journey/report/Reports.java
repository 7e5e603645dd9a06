package org.cxkit.journey.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.classification.Classification;
import org.cxkit.core.classification.ClassifiedTouchpoints;
import org.cxkit.core.classification.Ownership;
import org.cxkit.core.classification.Presence;
import org.cxkit.core.classification.StageCoverage;
import org.cxkit.core.interaction.CaseId;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.ProblemRestated;
import org.cxkit.core.interaction.Ticket;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.AttributeKind;
import org.cxkit.core.persona.CustomerAttribute;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.mining.EventTouches;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.communication.CommunicationCoverage;
import org.cxkit.metrics.customercost.CostPart;
import org.cxkit.metrics.customercost.CustomerCost;
import org.cxkit.metrics.customercost.MeanCustomerCost;
import org.cxkit.metrics.customercost.Proxy;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.FourCReport;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.cxkit.metrics.need.NeedCoverage;
import org.cxkit.metrics.need.OfferingKind;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.spend.SpendCorrelation;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.touch.TouchLog;

/** Reports that several tests look at. */
public final class Reports {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final Origin ORIGIN = new Origin(Origin.Kind.SIMULATED, "A shop", "Nothing in it happened.");
    public static final Question NPS = Question.usual("NPS");
    public static final Question CSAT = Question.usual("CSAT");
    public static final JourneyMap MAP = map("checkout");

    private static final LifetimeTable LIFETIME = Objects.requireNonNull(
            Purchases.chapter(Purchases.study(Purchases.of(200))).lifetime());

    private Reports() {}

    /** {@return a report with every part and insight, and a chapter of the same parts about nothing} */
    public static CxReport everything() {
        return new CxReport("All of it", List.of(full("checkout"), aboutNothing()));
    }

    /** A chapter with every part, and this name wherever a name can be. */
    public static Chapter full(String name) {
        TouchLog touches = EventTouches.ofActivities("purchase").contacts(name).of(log(name));
        return Chapter.titled(name, new Origin(Origin.Kind.OWN, name, name))
                .source(name, new Ingested<>("anything", 1234, List.of()))
                .ratings(responses(name), List.of(NPS, CSAT))
                .journey(name, map(name), log(name), "view", name, "purchase")
                .tickets(tickets(name))
                .credit(
                        name,
                        PathTally.accumulator()
                                .converted(List.of(name, "Search", "Direct"), 3)
                                .converted(List.of(), 1)
                                .lost("Search", 2)
                                .result())
                .channels(ChannelFunnel.of(touches, new TimeWindow(NOON, NOON.plusSeconds(86_400))))
                .lifetime(lifetime(name))
                .convenience(convenience(name))
                .fourC(fourC(name))
                .build();
    }

    /** A chapter with every part that has nothing to say. */
    public static Chapter aboutNothing() {
        Response missing = Response.builder(ResponseId.of("r"), "NPS", NOON)
                .channel(Channel.CHAT)
                .build();
        return Chapter.titled("Nothing", ORIGIN)
                .source("empty.csv", new Ingested<>("anything", 0, List.of()))
                .ratings(List.of(missing), List.of(NPS, CSAT))
                .journey("customers", MAP, EventLog.builder().build(), "view", "purchase")
                .tickets(List.of())
                .credit("Nothing", PathTally.accumulator().result())
                .channels(ChannelFunnel.of(TouchLog.create(), new TimeWindow(NOON, NOON.plusSeconds(1))))
                .lifetime(new LifetimeTable(
                        "No assumption",
                        0,
                        List.of(),
                        0,
                        List.of(),
                        Outcome.noData("no customers"),
                        Outcome.noData("no customers"),
                        List.of(),
                        new SpendCorrelation(0, 0, 0, Outcome.noData("no customers")),
                        null,
                        null))
                .convenience("No assumption", PortfolioAccumulator.create().result())
                .build();
    }

    /** Credit where nobody converts, where there is one channel, and where conversions have a value. */
    public static Chapter credits() {
        return Chapter.titled("Credit", ORIGIN)
                .credit(
                        "None",
                        PathTally.accumulator()
                                .lost("Search > Email", 3)
                                .lost("Email", 1)
                                .result())
                .credit(
                        "One",
                        PathTally.accumulator()
                                .converted("Search", 4)
                                .lost("Search", 6)
                                .result())
                .credit(
                        "Value",
                        PathTally.accumulator()
                                .converted("Search > Email", 2, Money.of("30.00", "EUR"))
                                .converted("Email", 2, Money.of("70.00", "EUR"))
                                .lost("Search", 4)
                                .result())
                .build();
    }

    public static JourneyMap map(String name) {
        return JourneyMap.named(name)
                .stage("Purchase")
                .step("view")
                .step(Step.of(name).withTitle(name).withText(name).withChannels(Channel.of(name)))
                .within(Duration.ofMinutes(1))
                .step("purchase")
                .within(Duration.ofDays(1))
                .stage("Advocacy")
                .step(Step.of("review").withTitle("Review it"))
                .within(Duration.ofDays(7))
                .build();
    }

    /** Twelve customers view, come to the named event after two minutes, and buy after another hour. */
    public static EventLog log(String name) {
        var log = EventLog.builder();
        for (int i = 0; i < 12; i++) {
            String customer = "c" + i;
            log.add(customer, "view", NOON)
                    .add(customer, "noise", NOON.plusSeconds(60))
                    .add(customer, name, NOON.plusSeconds(120))
                    .add(customer, "purchase", NOON.plusSeconds(3720));
        }
        return log.build();
    }

    /** The named location answers badly, the other one well; four other answers are missing or off the scale. */
    public static List<Response> responses(String name) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean bad = i % 2 == 0;
            responses.add(response("NPS", i, Answer.of(bad ? i % 5 : 10 - i % 3), bad ? name : "other"));
            responses.add(response("CSAT", i, Answer.of(bad ? 1 + i % 3 : 5 - i % 3 / 2), bad ? name : "other"));
        }
        responses.add(response("NPS", 40, Answer.missing(), name));
        responses.add(response("NPS", 41, Answer.invalid("11"), name));
        responses.add(response("CSAT", 42, Answer.invalid("x"), name));
        responses.add(response("CSAT", 43, Answer.missing(), "silent"));
        return responses;
    }

    private static Response response(String question, int id, Answer answer, String place) {
        return Response.builder(ResponseId.of(question + id), question, NOON)
                .answer(answer)
                .touchpoint(TouchpointId.of(place))
                .channel(Channel.of(place))
                .stage(StageId.of(place))
                .location(LocationId.of(place))
                .persona(PersonaId.of(place))
                .build();
    }

    public static List<Ticket> tickets(String name) {
        List<Interaction> contacts = List.of(
                contact(name, Channel.CHAT, 0, ProblemRestated.UNKNOWN),
                contact(name, Channel.PHONE, 60, ProblemRestated.YES),
                contact(name, Channel.of(name), 120, ProblemRestated.NO),
                contact(name, Channel.PHONE, 180, ProblemRestated.UNKNOWN));
        return Ticket.byCase(contacts);
    }

    public static Interaction contact(String about, Channel channel, long seconds, ProblemRestated restated) {
        Touchpoint touchpoint = Touchpoint.builder(channel.id())
                .type(TouchpointType.SUPPORT_CONTACT)
                .channel(channel)
                .serviceModel(ServiceModel.ASSISTED)
                .purpose("help")
                .build();
        return Interaction.builder(CustomerId.of("ann"), touchpoint, NOON.plusSeconds(seconds))
                .caseId(CaseId.of(about))
                .problemRestated(restated)
                .build();
    }

    /** Three customers pass, the named one fails, and of one a cost is missing. */
    public static PortfolioTally portfolio(String name) {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        CompanyCosts costs = CompanyCosts.of("25.00", "6.00", "4.00", "EUR");
        for (int i = 0; i < 3; i++) {
            portfolio.add(CustomerId.of("p" + i), Clv.gross("100.00", "EUR"), costs);
        }
        portfolio.add(CustomerId.of(name), Clv.gross("10.00", "EUR"), costs);
        portfolio.add(CustomerId.of("u"), Clv.gross("10.00", "EUR"), CompanyCosts.of("1.00", null, "1.00", "EUR"));
        return portfolio.result();
    }

    /** Of the customers worth most, the first has the name. */
    public static LifetimeTable lifetime(String name) {
        LifetimeTable told = LIFETIME;
        List<LifetimeTable.Row> best = new ArrayList<>(told.best());
        LifetimeTable.Row first = best.get(0);
        best.set(
                0,
                new LifetimeTable.Row(
                        name.isBlank() ? first.customer() : CustomerId.of(name),
                        first.history(),
                        first.alive(),
                        first.purchases(),
                        first.value(),
                        first.interval()));
        return new LifetimeTable(
                name,
                told.customers(),
                told.models(),
                told.alive(),
                told.aliveParts(),
                told.total(),
                told.totalInterval(),
                best,
                told.correlation(),
                told.holdOut(),
                told.tracking());
    }

    /** The check of the portfolio, where all values have a standard error of 10.00. */
    public static ConvenienceTable convenience(String name) {
        Map<CustomerId, Outcome<Money>> errors = new HashMap<>();
        for (String customer : List.of("p0", "p1", "p2", "u", name)) {
            errors.put(CustomerId.of(customer), Outcome.of(Money.of("10.00", "EUR")));
        }
        return ConvenienceTable.of(name, portfolio(name), CostBasis.PROSPECT, errors);
    }

    /** All parts of the 4C model but convenience. */
    public static FourCReport fourC(String name) {
        String text = name.isBlank() ? "-" : name;
        StageModel stages = StageModel.FIVE;
        Touchpoint shop = Touchpoint.builder("shop")
                .type(TouchpointType.SUPPORT_CONTACT)
                .channel(Channel.STORE)
                .serviceModel(ServiceModel.ASSISTED)
                .purpose("help")
                .build();
        CostPart use = CostPart.UNKNOWN
                .money("price", Money.of("12.50", "EUR"))
                .time(Duration.ofMinutes(30))
                .effort(new Proxy(text, 2.5));
        return FourCReport.EMPTY
                .withTouchpoints(StageCoverage.of(
                        stages,
                        ClassifiedTouchpoints.classify(
                                List.of(Classification.of(shop, Presence.PRESENT, Ownership.BRAND)))))
                .withNeeds(NeedCoverage.of(List.of(
                                new CustomerAttribute(AttributeKind.NEED, text, null),
                                new CustomerAttribute(AttributeKind.WANT, "parking", null)))
                        .offering(OfferingKind.SERVICE, text, text)
                        .build())
                .withCost(MeanCustomerCost.of(List.of(new CustomerCost(CostPart.UNKNOWN, use))))
                .withCommunication(CommunicationCoverage.of(stages, List.of()));
    }

    public static Grouped<String, RatingTally> groups(RatingScale scale, Map<String, RatingTally> tallies) {
        return Grouped.of(RatingTally.empty(scale), tallies);
    }
}
