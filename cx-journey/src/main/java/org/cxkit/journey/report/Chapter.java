package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.fourc.FourCReport;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one set of data. Parts for which there are no data are absent: an empty list, or null.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param title what the chapter is called
 * @param origin what the data are, shown with every part
 * @param sources the files read
 * @param insights what was found, in the order of the parts
 * @param ratings the answers to each question, by each kind of group
 * @param journey the designed journey and what the log measured along it, or null
 * @param credits attribution by model
 * @param channels the channel funnel, by first touch and by last touch, or null
 * @param handoffs how tickets changed channels, or null
 * @param lifetime what customers are expected to be worth, or null
 * @param convenience the 4C convenience check, or null
 * @param fourC the parts of the 4C model, or null
 */
public record Chapter(
        String title,
        Origin origin,
        List<Source> sources,
        List<Insight> insights,
        List<RatingTable> ratings,
        @Nullable JourneyTable journey,
        List<CreditTable> credits,
        @Nullable ChannelFunnel channels,
        @Nullable HandoffTable handoffs,
        @Nullable LifetimeTable lifetime,
        @Nullable ConvenienceTable convenience,
        @Nullable FourCReport fourC)
        implements Serializable {

    /**
     * A file that was read.
     *
     * @param name its name
     * @param rows its rows, the header not counted
     */
    public record Source(String name, long rows) implements Serializable {}

    /** Copies the lists. */
    public Chapter {
        Objects.requireNonNull(origin, "origin");
        sources = List.copyOf(sources);
        insights = List.copyOf(insights);
        ratings = List.copyOf(ratings);
        credits = List.copyOf(credits);
    }

    /**
     * {@return an empty builder}
     *
     * @param title what the chapter is called
     * @param origin what the data are
     */
    public static ChapterBuilder titled(String title, Origin origin) {
        return new ChapterBuilder(title, origin);
    }
}
