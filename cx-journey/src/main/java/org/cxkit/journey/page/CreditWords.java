package org.cxkit.journey.page;

import java.util.Comparator;
import java.util.List;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.ChainTable;
import org.cxkit.journey.report.CreditTable;
import org.cxkit.metrics.attribution.AttributionIntervals;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.channel.FunnelBasis;
import org.cxkit.metrics.markov.RemovalEffect;
import org.cxkit.metrics.markov.Transition;

/** What a report says of attribution in sentences: the same in HTML and in text. */
final class CreditWords {

    private CreditWords() {}

    /** {@return the counts behind the credit, what led to a conversion, and where the intervals come from} */
    static String intervals(CreditTable table) {
        AttributionIntervals credit = table.credit();
        double conversions = credit.attribution().conversions();
        double lost = credit.attribution().lost();
        String basis = table.basis().isEmpty() ? "" : " " + table.basis();
        return "%s, %s without one; the credit of each model adds up to all conversions.%s In brackets"
                        .formatted(Figures.counted(conversions, "conversion"), Figures.counted(lost, "journey"), basis)
                + " the %s %% interval: %s replicates of a bootstrap over journeys (those of one customer together, where"
                        .formatted(Figures.amount(100 * credit.level()), Figures.count(credit.replicates()))
                + " customers are known), seed " + credit.seed() + ".";
    }

    /** {@return whose stages a channel funnel counts, where that is not what the range says} */
    static String basis(ChannelFunnel funnel) {
        return funnel.basis() == FunnelBasis.COHORT ? ", people who became contacts then" : "";
    }

    /** {@return what a removal effect is, and how many journeys convert} */
    static String removal(ChainTable chain) {
        String converting = "P(conversion): " + Figures.or(chain.conversionProbability(), Figures::percent) + ".";
        return chain.removals().isEmpty()
                ? converting + " No removal effects: no conversions."
                : converting + " The removal effect of a channel is the share of the conversions that would be lost if"
                        + " every journey ended where it comes to the channel (Markov chain of order 1).";
    }

    static boolean valued(ChainTable chain) {
        return chain.removals().stream()
                .anyMatch(effect -> effect.value().toOptional().isPresent());
    }

    static String removed(RemovalEffect effect) {
        return String.join(" > ", effect.removed());
    }

    /** {@return the transitions, the most frequent first} */
    static List<Transition> byCount(List<Transition> transitions) {
        return transitions.stream()
                .sorted(Comparator.comparingDouble(Transition::count).reversed())
                .toList();
    }
}
