package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.path.ChannelName;

/**
 * The funnel of one channel by one attribution model: its sessions, and its credit for contacts, qualified people, sales
 * and revenue, fractions where a journey is shared.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param channel the name of the channel, or {@link ChannelName#UNATTRIBUTED}
 * @param sessions sessions in the range, whole
 * @param contacts credit for people who became contacts
 * @param qualified credit for people found to be likely buyers
 * @param sales credit for sales
 * @param revenue credit for what the sales brought, in the major unit of the currency; 0 where no sale has a value
 */
public record CreditedStages(
        String channel, long sessions, double contacts, double qualified, double sales, double revenue)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if sessions are negative or a number is not finite
     */
    public CreditedStages {
        Objects.requireNonNull(channel, "channel");
        if (sessions < 0 || !Double.isFinite(contacts + qualified + sales + revenue)) {
            throw new IllegalArgumentException("sessions of " + channel + " must not be negative, credit finite:"
                    + " sessions=" + sessions + ", contacts=" + contacts + ", qualified=" + qualified + ", sales="
                    + sales + ", revenue=" + revenue);
        }
    }

    /** {@return contacts per session; no data without a session. Credit is no count, so it has no interval} */
    public Outcome<Double> contactRate() {
        return rate(contacts, (double) sessions);
    }

    /** {@return qualified people per contact; no data without credit for a contact} */
    public Outcome<Double> qualifiedRate() {
        return rate(qualified, contacts);
    }

    /** {@return sales per qualified person; no data without credit for one} */
    public Outcome<Double> salesRate() {
        return rate(sales, qualified);
    }

    /** {@return sales per session, the whole way; no data without a session} */
    public Outcome<Double> overallRate() {
        return rate(sales, (double) sessions);
    }

    private static Outcome<Double> rate(double reached, double base) {
        return base == 0 ? Outcome.noData("the stage before is empty") : Outcome.of(reached / base);
    }
}
