package org.cxkit.metrics.shapley;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.wording.Counted;
import org.cxkit.metrics.wording.Sentence;

/**
 * The Shapley value of channels: what each adds to those before it, averaged over all orders of the channels.
 *
 * <p>With {@code v(S)} the worth of a set of channels and n channels, a channel c gets {@code Σ |S|! (n - 1 - |S|)! / n!
 * (v(S + c) - v(S))} over all sets S without it. Credits add up to the worth of all channels less that of none, equal
 * channels get the same, and one that adds nothing gets 0. Credit may be negative and stays so.
 *
 * <p>Three doors: the conversions or the value of paths, in closed form for any number of channels; a game of your own,
 * exact up to {@value #MOST_CHANNELS} channels; and the same sampled from random orders for more. Immutable, value-based
 * and thread-safe.
 *
 * <p>Source: L. S. Shapley, "A Value for n-Person Games", Contributions to the Theory of Games II, Princeton University
 * Press, 1953.
 *
 * @param channels the credit of each channel, in the order of the game; by name where told from paths
 * @param withNone the worth of no channel, in the unit of the game
 * @param withAll the worth of all channels together
 * @param orderings how many orders of the channels were sampled, 0 where the credit is exact
 */
public record Shapley(List<ShapleyCredit> channels, double withNone, double withAll, long orderings)
        implements Serializable {

    /** The most channels whose sets {@link #of} counts: a million sets; more are {@link #sampled}. */
    public static final int MOST_CHANNELS = 20;

    private static final int DIGITS = 4;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a worth is not finite, or the number of orders negative
     */
    public Shapley {
        channels = List.copyOf(channels);
        if (!Double.isFinite(withNone) || !Double.isFinite(withAll) || orderings < 0) {
            throw new IllegalArgumentException("worth must be finite and orders not negative, got " + withNone + " and "
                    + withAll + " from " + orderings + " orders");
        }
        withNone = withNone + 0.0;
        withAll = withAll + 0.0;
    }

    /**
     * {@return the credit for the conversions of paths}
     *
     * <p>A set of channels is worth the conversions of the paths that touch no other channel. The Shapley value of that
     * game shares each conversion equally among the distinct channels of its path, however often touched: linear
     * attribution by distinct channel. Conversions without a touch are the worth of no channel.
     *
     * <p>Source: K. Zhao, S. H. Mahboobi, S. R. Bagheri, "Shapley Value Methods for Attribution Modeling in Online
     * Advertising", arXiv:1804.05327, 2018.
     *
     * @param journeys any journeys; conversions may be fractions
     */
    public static Shapley ofConversions(Journeys journeys) {
        return PathGame.conversions(journeys).shapley();
    }

    /**
     * {@return the credit for the conversions of paths, as of {@linkplain #ofConversions(Journeys) journeys}}
     *
     * @param paths any paths, each counted at most 2^53 times
     */
    public static Shapley ofConversions(PathTally paths) {
        return ofConversions(paths.journeys());
    }

    /**
     * {@return the credit for the value of conversions in the major unit of its currency, as of
     * {@linkplain #ofConversions(Journeys) conversions}}
     *
     * @param journeys any journeys; all credit is 0 where none has a value
     */
    public static Shapley ofValue(Journeys journeys) {
        return PathGame.value(journeys).shapley();
    }

    /**
     * {@return the credit for the value of conversions in the major unit of its currency, as of
     * {@linkplain #ofConversions(Journeys) conversions}}
     *
     * @param paths any paths, each counted at most 2^53 times; all credit is 0 where none has a value
     */
    public static Shapley ofValue(PathTally paths) {
        return ofValue(paths.journeys());
    }

    /**
     * {@return the exact credit of a game}
     *
     * @param channels the names of the channels, distinct, 1 to {@value #MOST_CHANNELS}
     * @param game asked once for each set of channels
     * @throws IllegalArgumentException if a name is blank, reserved or given twice, there are too few or too many, or a
     *     worth is not finite; the message names it
     */
    public static Shapley of(List<String> channels, ChannelGame game) {
        Players players = exact(channels);
        return exact(players, players.worth(game));
    }

    /**
     * {@return the exact credit of a game whose sets are there as an array}
     *
     * @param channels the names of the channels, distinct, 1 to {@value #MOST_CHANNELS}
     * @param worth the worth of each set, by the sum of 2 to the place of each of its channels: of none at 0, of the
     *     first alone at 1, of the second at 2, of both at 3, and so on; not altered
     * @throws IllegalArgumentException if a name is blank, reserved or given twice, there are too few or too many, the
     *     array does not have 2 to their number elements, or one is not finite; the message names it
     */
    public static Shapley of(List<String> channels, double[] worth) {
        Players players = exact(channels);
        if (worth.length != 1 << players.size()) {
            throw new IllegalArgumentException("worth must have " + (1 << players.size()) + " elements for "
                    + Counted.of(players.size(), "channel") + ", got " + worth.length);
        }
        return exact(players, players.finite(worth));
    }

    private static Players exact(List<String> channels) {
        if (channels.size() > MOST_CHANNELS) {
            throw new IllegalArgumentException("exact credit takes at most " + MOST_CHANNELS + " channels, got "
                    + channels.size() + ": sample it");
        }
        return new Players(channels);
    }

    private static Shapley exact(Players players, double[] worth) {
        double[] credit = ExactShapley.credit(worth);
        return of(players, credit, new double[credit.length], worth[0], worth[worth.length - 1], 0);
    }

    /**
     * {@return the credit of a game sampled from random orders of its channels, with standard errors}
     *
     * <p>Credits add up to the worth of all less that of none as well. The game is asked some 2 times for each channel
     * and pair.
     *
     * <p>Source: J. Castro, D. Gómez, J. Tejada, "Polynomial calculation of the Shapley value based on sampling",
     * Computers &amp; Operations Research 36(5), 2009; R. Mitchell, J. Cooper, E. Frank, G. Holmes, "Sampling
     * Permutations for Shapley Value Estimation", Journal of Machine Learning Research 23, 2022, for the pairs.
     *
     * @param channels the names of the channels, distinct, as many as one likes
     * @param game tells the worth of sets
     * @param pairs how many random orders are drawn, each also taken backwards; at least 2, for example 1000
     * @param seed the seed of chance: the same one gives the same result
     * @throws IllegalArgumentException if a name is blank, reserved or given twice, there are too few pairs, or a worth
     *     is not finite; the message names it
     */
    public static Shapley sampled(List<String> channels, ChannelGame game, int pairs, long seed) {
        if (pairs < 2) {
            throw new IllegalArgumentException("a standard error takes at least 2 pairs of orders, got " + pairs);
        }
        Players players = new Players(channels);
        SampledShapley sample = new SampledShapley(players, game, pairs, seed);
        return of(players, sample.credit, sample.standardError, sample.withNone, sample.withAll, 2L * pairs);
    }

    private static Shapley of(
            Players players, double[] credit, double[] standardError, double withNone, double withAll, long orderings) {
        List<ShapleyCredit> rows = new ArrayList<>();
        for (int i = 0; i < credit.length; i++) {
            rows.add(new ShapleyCredit(players.names[i], credit[i], standardError[i]));
        }
        return new Shapley(rows, withNone, withAll, orderings);
    }

    /**
     * {@return the row of this channel, if there is one}
     *
     * @param channel the name of a channel
     */
    public Optional<ShapleyCredit> channel(String channel) {
        return channels.stream().filter(row -> row.channel().equals(channel)).findFirst();
    }

    /** {@return the table, with the worth of no channel as {@code (unattributed)} where it is not 0} */
    @Override
    public String toString() {
        boolean exact = orderings == 0;
        TextTable table = new TextTable("channel").column("credit");
        if (!exact) {
            table.column("standard error");
        }
        for (ShapleyCredit row : channels) {
            row(table, row.channel(), row.credit(), exact ? "" : Sentence.number(row.standardError(), DIGITS));
        }
        if (withNone != 0) {
            row(table, ChannelName.UNATTRIBUTED, withNone, "");
        }
        row(table, "total", withAll, "");
        return "Shapley value, " + (exact ? "exact" : "sampled from " + orderings + " orders") + "\n" + table;
    }

    private void row(TextTable table, String name, double credit, String error) {
        String number = Sentence.number(credit, DIGITS);
        table.row(orderings == 0 ? List.of(name, number) : List.of(name, number, error));
    }
}
