package org.cxkit.journey.chart;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How journeys go from one channel to the next: the start at the left, the channels in the middle, both ends at the right.
 *
 * <p>Channels stand in the order of how many of their touches open a journey, from the top: so arcs to a later channel run
 * down at the right, arcs back run up at the left. The width of a line is its count; the label is the share of all that
 * leave the box it comes from. A channel that is touched twice in a row says so in its box. Of more than twelve channels
 * the most touched are drawn and the rest are one box. Of the transitions, the most frequent are drawn: eight from the
 * start, eight to each end, sixteen between channels, none below a fiftieth of the first of its kind; a note says how many
 * are left out. No edges draw as "no data".
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param title what is shown
 * @param start the name of the box where every journey starts
 * @param converted the name of the box of journeys that converted
 * @param lost the name of the box of journeys that did not
 * @param edges transitions in any order; several of one pair count together
 */
public record TransitionGraph(String title, String start, String converted, String lost, List<Edge> edges)
        implements Chart {

    /**
     * One kind of transition.
     *
     * @param from the start or a channel
     * @param to a channel or one of the ends
     * @param count how often it occurred, finite and not negative
     */
    public record Edge(String from, String to, double count) implements Serializable {

        /**
         * Checks the count.
         *
         * @throws IllegalArgumentException if it is negative, infinite or not a number
         */
        public Edge {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            if (!(count >= 0) || Double.isInfinite(count)) {
                throw new IllegalArgumentException(
                        "the edge from \"" + from + "\" to \"" + to + "\" wants a finite count >= 0, got " + count);
            }
        }
    }

    /**
     * Checks that nothing leads to the start or leaves an end.
     *
     * @throws IllegalArgumentException if an edge does, or the three names are not distinct
     */
    public TransitionGraph {
        Objects.requireNonNull(title, "title");
        edges = List.copyOf(edges);
        if (start.equals(converted) || start.equals(lost) || converted.equals(lost)) {
            throw new IllegalArgumentException("the start and both ends want distinct names, got \"" + start + "\", \""
                    + converted + "\" and \"" + lost + "\"");
        }
        for (Edge edge : edges) {
            if (edge.to.equals(start) || edge.from.equals(converted) || edge.from.equals(lost)) {
                throw new IllegalArgumentException("nothing leads to \"" + start
                        + "\" or leaves an end, got an edge from \"" + edge.from + "\" to \"" + edge.to + "\"");
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>This one keeps its width of some 620 pixels, so that its text stays readable on a phone.
     */
    @Override
    public String svg() {
        return new TransitionDrawing(this, TransitionFlows.of(this)).svg();
    }
}
