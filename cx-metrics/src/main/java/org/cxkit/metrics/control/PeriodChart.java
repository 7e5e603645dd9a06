package org.cxkit.metrics.control;

import java.util.Optional;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/**
 * The running state of a control chart that takes one period after the other.
 *
 * <p>{@link ControlChart} runs one over past periods, a live monitor over those to come: the same state, the same
 * signals. An update allocates nothing. A period without answers carries the state on unchanged and never signals, but
 * is counted, so that the numbers of periods stay those of the calendar. <strong>Not thread-safe.</strong>
 */
public sealed interface PeriodChart permits Shewhart, Ewma, Cusum {

    /**
     * Takes the next period.
     *
     * @param mean the mean score of its answers, which is the metric; not looked at where {@code n} is 0
     * @param n its valid answers, not negative
     * @return whether the chart signals at this period
     * @throws IllegalArgumentException if {@code n} is negative or the mean out of the range of the scores; nothing is
     *     changed
     */
    boolean update(double mean, long n);

    /**
     * Takes the next period.
     *
     * @param period its answers
     * @return whether the chart signals at this period
     * @throws IllegalArgumentException if the mean is out of the range of the scores; nothing is changed
     */
    default boolean update(Subgroup period) {
        return update(period.n() == 0 ? 0 : period.mean(), period.n());
    }

    /** {@return what is normal} */
    Baseline baseline();

    /** {@return the number of periods taken, those without answers too} */
    long periods();

    /** {@return what the chart draws: the mean, the moving average, or the larger sum, negative if it is the falling one} */
    double statistic();

    /** {@return the lower limit of the statistic at the last period with answers; of none, the centre} */
    double lower();

    /** {@return the upper limit of the statistic at the last period with answers; of none, the centre} */
    double upper();

    /** {@return the signal, if the last period signalled} */
    Optional<Signal> signal();

    /** {@return an independent chart in the same state} */
    PeriodChart copy();

    /**
     * Writes the design and the state.
     *
     * @param out where to
     */
    void writeTo(ByteWriter out);

    /**
     * Takes the state that a chart of the same design wrote.
     *
     * @param in where from
     * @throws IllegalArgumentException if the bytes are corrupt or of another design; the state is undefined then
     */
    void readFrom(ByteReader in);
}
