package org.cxkit.journey.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cxkit.journey.figure.Figures;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.channel.ChannelCounts;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.channel.StepRate;

/** The step rates of a channel funnel as a report writes them: a dash where there is none, and below the table why. */
final class Rates {
    static final List<String> NAMES =
            List.of("contacts/session", "qualified/contact", "sales/qualified", "sales/session");

    private static final String NONE = "–";

    private Rates() {}

    /** {@return the rates of a channel, in the order of their names} */
    static List<StepRate> of(ChannelCounts row) {
        return List.of(row.contactRate(), row.qualifiedRate(), row.salesRate(), row.overallRate());
    }

    /** {@return such as {@code 31.2}} */
    static String inPercent(StepRate rate) {
        return rate.rate()
                .map(share -> Figures.decimal(100 * share, 1))
                .toOptional()
                .orElse(NONE);
    }

    /** {@return such as {@code (30.1 to 32.4)}, in per cent; nothing where there is no rate} */
    static String limits(StepRate rate) {
        String none = rate.base() == 0 ? "" : "(" + NONE + ")";
        return rate.interval()
                .map(interval -> "(" + Figures.decimal(100 * interval.low(), 1) + " to "
                        + Figures.decimal(100 * interval.high(), 1) + ")")
                .toOptional()
                .orElse(none);
    }

    /** {@return why there are dashes in the tables of a funnel, empty if there are none} */
    static String reasons(ChannelFunnel funnel) {
        Set<String> reasons = new TreeSet<>();
        for (List<ChannelCounts> rows : List.of(funnel.firstTouch(), funnel.lastTouch())) {
            for (ChannelCounts row : rows) {
                for (StepRate rate : of(row)) {
                    if (rate.interval() instanceof Outcome.NoData<?> none) {
                        reasons.add((rate.base() == 0 ? NONE : "(" + NONE + ")") + ": " + none.reason());
                    }
                }
            }
        }
        return String.join("; ", reasons);
    }
}
