package org.cxkit.metrics.shapley;

import java.io.Serializable;
import java.util.List;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.wording.Sentence;

/**
 * The Shapley value of channels split over the positions of their touches.
 *
 * <p>A channel's part of a conversion, one share for each distinct channel of the path, is shared equally among its
 * touches in that path. Summed over positions, the credit of a channel is that of {@link Shapley#ofConversions}.
 * Immutable, value-based and thread-safe.
 *
 * <p>Source: K. Zhao, S. H. Mahboobi, S. R. Bagheri, "Shapley Value Methods for Attribution Modeling in Online
 * Advertising", arXiv:1804.05327, 2018.
 *
 * @param positions one row for each channel by name and each position at which it has credit
 * @param unattributed the conversions, or value, without a touch
 */
public record OrderedShapley(List<PositionCredit> positions, double unattributed) implements Serializable {

    private static final int DIGITS = 4;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the number is negative or not finite
     */
    public OrderedShapley {
        positions = List.copyOf(positions);
        if (!(unattributed >= 0 && unattributed < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "what is unattributed must be finite and not negative, got " + unattributed);
        }
        unattributed = unattributed + 0.0;
    }

    /**
     * {@return the credit for the conversions of paths}
     *
     * @param journeys any journeys; conversions may be fractions
     */
    public static OrderedShapley ofConversions(Journeys journeys) {
        return PathGame.conversions(journeys).ordered();
    }

    /**
     * {@return the credit for the conversions of paths}
     *
     * @param paths any paths, each counted at most 2^53 times
     */
    public static OrderedShapley ofConversions(PathTally paths) {
        return ofConversions(paths.journeys());
    }

    /**
     * {@return the credit for the value of conversions, in the major unit of its currency}
     *
     * @param journeys any journeys; there is no credit where none has a value
     */
    public static OrderedShapley ofValue(Journeys journeys) {
        return PathGame.value(journeys).ordered();
    }

    /**
     * {@return the credit for the value of conversions, in the major unit of its currency}
     *
     * @param paths any paths, each counted at most 2^53 times; there is no credit where none has a value
     */
    public static OrderedShapley ofValue(PathTally paths) {
        return ofValue(paths.journeys());
    }

    /** {@return the table} */
    @Override
    public String toString() {
        TextTable table = new TextTable("channel").column("position").column("credit");
        for (PositionCredit row : positions) {
            table.row(List.of(row.channel(), Integer.toString(row.position()), Sentence.number(row.credit(), DIGITS)));
        }
        if (unattributed > 0) {
            table.row(List.of(ChannelName.UNATTRIBUTED, "", Sentence.number(unattributed, DIGITS)));
        }
        return table.toString();
    }
}
