package org.cxkit.journey.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.interaction.Ticket;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.MeasuredEmotion;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.attribution.AttributionIntervals;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.communication.CommunicationCoverage;
import org.cxkit.metrics.fourc.FourCReport;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.touch.RepeatConversions;
import org.cxkit.metrics.touch.TouchLog;
import org.jspecify.annotations.Nullable;

/**
 * Builds a chapter from data, part by part; a part that is not given is not in the chapter.
 *
 * <p>Not thread-safe.
 */
public final class ChapterBuilder {
    private static final double LEVEL = 0.95;
    private static final long SEED = 1;
    private static final int MOST_CHANNELS = 200;

    private final String title;
    private final Origin origin;
    private final List<Chapter.Source> sources = new ArrayList<>();
    private final List<Insight> insights = new ArrayList<>();
    private final List<RatingTable> ratings = new ArrayList<>();
    private final Map<TouchpointId, MeasuredEmotion> emotions = new HashMap<>();
    private final List<CreditTable> credits = new ArrayList<>();
    private @Nullable JourneyTable journey;
    private @Nullable ChannelFunnel channels;
    private @Nullable HandoffTable handoffs;
    private @Nullable LifetimeTable lifetime;
    private @Nullable ConvenienceTable convenience;
    private @Nullable FourCReport fourC;
    private @Nullable CommunicationCoverage communication;

    ChapterBuilder(String title, Origin origin) {
        this.title = Objects.requireNonNull(title, "title");
        this.origin = Objects.requireNonNull(origin, "origin");
    }

    /**
     * Says that a file was read.
     *
     * @param name what the file is called
     * @param read what reading it gave
     * @return this
     */
    public ChapterBuilder source(String name, Ingested<?> read) {
        sources.add(new Chapter.Source(name, read.rows()));
        return this;
    }

    /**
     * Tells the answers to some questions by channel, by stage, by location and by persona, as far as the responses know
     * them. The satisfaction at touchpoints becomes the measured emotion of the journey, if that is given later.
     *
     * @param responses the responses, to these and other questions
     * @param questions the questions to tell
     * @return this
     */
    public ChapterBuilder ratings(Collection<Response> responses, List<Question> questions) {
        Map<String, Key> groupings = new LinkedHashMap<>();
        groupings.put("channel", Response::channel);
        groupings.put("stage", Response::stage);
        groupings.put("location", Response::location);
        groupings.put("persona", Response::persona);
        for (Question question : questions) {
            List<Response> answers = responses.stream()
                    .filter(response -> response.question().equals(question.name()))
                    .toList();
            groupings.forEach((by, key) -> group(question, by, answers, key));
            if (question.metric() == RatingMetric.CSAT) {
                emotions.putAll(emotions(question, answers));
            }
        }
        return this;
    }

    /** What an answer is grouped by, or null where it is not known. */
    @FunctionalInterface
    private interface Key {
        @Nullable
        Object of(Response response);
    }

    private void group(Question question, String by, List<Response> answers, Key key) {
        Grouped<String, RatingTally> groups = answers.stream()
                .filter(answer -> key.of(answer) != null)
                .collect(Grouped.by(
                        answer -> String.valueOf(key.of(answer)), RatingTally.ofResponses(question.scale())));
        if (!groups.isEmpty()) {
            ratings.add(RatingTable.of(question, by, groups));
            insights.addAll(Insights.weakGroups(question, by, groups));
        }
    }

    private static Map<TouchpointId, MeasuredEmotion> emotions(Question question, List<Response> answers) {
        Grouped<TouchpointId, RatingTally> byTouchpoint = answers.stream()
                .filter(answer -> answer.touchpoint() != null)
                .collect(Grouped.by(
                        answer -> Objects.requireNonNull(answer.touchpoint()),
                        RatingTally.ofResponses(question.scale())));
        Map<TouchpointId, MeasuredEmotion> felt = new HashMap<>();
        byTouchpoint.asMap().forEach((touchpoint, tally) -> {
            if (tally.valid() >= 2) {
                Interval mean = MeanInterval.t(tally.mean(), tally.sd(), tally.valid(), LEVEL);
                felt.put(touchpoint, emotion(mean, tally.valid(), question.scale()));
            }
        });
        return felt;
    }

    private static MeasuredEmotion emotion(Interval mean, long responses, RatingScale scale) {
        if (scale.lowIsGood()) {
            return MeasuredEmotion.onScale(
                    -mean.estimate(), -mean.high(), -mean.low(), responses, -scale.max(), -scale.min());
        }
        return MeasuredEmotion.onScale(mean.estimate(), mean.low(), mean.high(), responses, scale.min(), scale.max());
    }

    /**
     * Tells what a log measured along a designed journey, and at which of its stages there was contact.
     *
     * @param cases what one case of the log is, in the plural: {@code customers}, {@code sessions}
     * @param map the designed journey
     * @param log the log
     * @param funnel the activities of an open funnel, in this order, the last of which completes the journey; none for no
     *     funnel
     * @return this
     */
    public ChapterBuilder journey(String cases, JourneyMap map, EventLog log, String... funnel) {
        Measured measured = Measured.of(map, log).withEmotions(emotions);
        journey = new JourneyTable(
                cases, map, measured, JourneyTable.levels(log, funnel), JourneyTable.promises(map, log));
        communication = JourneyContacts.of(map, log, funnel.length == 0 ? "" : funnel[funnel.length - 1]);
        insights.addAll(Insights.brokenPromises(journey));
        return this;
    }

    /**
     * Tells how tickets changed channels.
     *
     * @param tickets the tickets
     * @return this
     */
    public ChapterBuilder tickets(Collection<Ticket> tickets) {
        handoffs = HandoffTable.of(tickets);
        return this;
    }

    /**
     * Checks the convenience of customers: what they cost against what they are worth.
     *
     * @param assumptions what was assumed of values and costs, as a sentence
     * @param customers the customers
     * @return this
     */
    public ChapterBuilder convenience(String assumptions, PortfolioTally customers) {
        return convenience(ConvenienceTable.of(assumptions, customers));
    }

    /**
     * Tells a check of the convenience of customers.
     *
     * @param table the check
     * @return this
     */
    public ChapterBuilder convenience(ConvenienceTable table) {
        convenience = table;
        insights.addAll(Insights.marginDestroyed(table));
        return this;
    }

    /**
     * Tells what customers are expected to be worth.
     *
     * @param table the models and the values
     * @return this
     */
    public ChapterBuilder lifetime(LifetimeTable table) {
        lifetime = Objects.requireNonNull(table, "table");
        return this;
    }

    /**
     * Tells what purchases say of the worth of customers: the {@link #lifetime} they can be expected to have, where models
     * can be fitted, and its {@link #convenience} against what they cost.
     *
     * @param study what to tell of which purchases
     * @param costs what customers cost
     * @return this
     * @throws IllegalArgumentException if values and costs are in several currencies; the message names them
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public ChapterBuilder worth(PurchaseStudy study, CostRule costs) {
        study.tell(this, costs);
        return this;
    }

    /**
     * Tells the parts of the 4C model. Convenience and communication that it leaves untold are those of this chapter.
     *
     * @param parts the parts that are known
     * @return this
     */
    public ChapterBuilder fourC(FourCReport parts) {
        fourC = Objects.requireNonNull(parts, "parts");
        return this;
    }

    /**
     * Tells the credit of channels or touchpoints by first touch, linear and last touch, by time decay if ages are known,
     * and by a Markov chain of order 1, with its transitions and removal effects. Intervals are at 95 %, from 200
     * replicates of seed 1. The chain is told of up to 200 channels, so that a report never takes long.
     *
     * @param what what is attributed to what, such as {@code Purchases by touchpoint}
     * @param journeys the journeys; best with a key for each customer, so that customers are drawn
     * @return this
     */
    public ChapterBuilder credit(String what, Journeys journeys) {
        return credit(what, "", journeys);
    }

    private ChapterBuilder credit(String what, String basis, Journeys journeys) {
        List<AttributionModel> models =
                new ArrayList<>(List.of(AttributionModel.FIRST, AttributionModel.LINEAR, AttributionModel.LAST));
        if (journeys.hasAges()) {
            models.add(AttributionModel.TIME_DECAY);
        }
        ChainTable chain = null;
        if (journeys.channels().size() <= MOST_CHANNELS) {
            models.add(AttributionModel.markov(1));
            chain = ChainTable.of(MarkovChain.of(journeys, 1));
        }
        AttributionIntervals credit = AttributionIntervals.of(journeys, SEED, models.toArray(AttributionModel[]::new));
        credits.add(new CreditTable(what, basis, credit, chain));
        insights.addAll(Insights.assistsOnly(what, credit.attribution()));
        return this;
    }

    /**
     * Tells the {@linkplain #credit(String, Journeys) credit} of paths, each journey of which is drawn by itself.
     *
     * @param what what is attributed to what, such as {@code Purchases by touchpoint}
     * @param paths the paths
     * @return this
     */
    public ChapterBuilder credit(String what, PathTally paths) {
        return credit(what, paths.journeys());
    }

    /**
     * Tells sessions, contacts, qualified people and sales by channel.
     *
     * @param funnel the channel funnel
     * @return this
     */
    public ChapterBuilder channels(ChannelFunnel funnel) {
        channels = Objects.requireNonNull(funnel, "funnel");
        return this;
    }

    /**
     * Tells what brought people to convert: the {@link #credit(String, Journeys) credit} of each channel or touchpoint,
     * where each conversion begins anew; and, if people became contacts, the funnel of {@link #channels} over all of their time.
     *
     * @param what what is credited to what, such as {@code Purchases by touchpoint}
     * @param people touches, contacts, qualifications and conversions
     * @param lookback how long before a conversion a touch can lie, not negative
     * @return this
     * @throws IllegalArgumentException if the lookback is negative
     */
    public ChapterBuilder touches(String what, TouchLog people, Duration lookback) {
        String basis = "A touch leads to a conversion if it is at most " + Figures.duration(lookback)
                + " before it and after the conversion before.";
        credit(what, basis, people.journeys(lookback, RepeatConversions.RESET));
        people.span()
                .map(all -> ChannelFunnel.of(people, all))
                .filter(funnel -> funnel.total().contacts() > 0)
                .ifPresent(this::channels);
        return this;
    }

    /** {@return the chapter} */
    public Chapter build() {
        return new Chapter(
                title,
                origin,
                sources,
                insights,
                ratings,
                journey,
                credits,
                channels,
                handoffs,
                lifetime,
                convenience,
                parts());
    }

    /** What was said of the 4C model, and what the other parts of the chapter say of it; null if nothing. */
    private @Nullable FourCReport parts() {
        FourCReport parts = fourC == null ? FourCReport.EMPTY : fourC;
        if (parts.communication() instanceof Outcome.NoData<?> && communication != null) {
            parts = parts.withCommunication(communication);
        }
        if (parts.prospects() instanceof Outcome.NoData<?> && convenience != null) {
            parts = new FourCReport(
                    parts.touchpoints(),
                    parts.needs(),
                    parts.cost(),
                    Outcome.of(convenience.prospect()),
                    Outcome.of(convenience.existing()),
                    parts.communication());
        }
        return parts.equals(FourCReport.EMPTY) ? null : parts;
    }
}
