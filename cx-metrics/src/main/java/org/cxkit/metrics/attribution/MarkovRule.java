package org.cxkit.metrics.attribution;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.markov.MarkovCredit;
import org.cxkit.metrics.path.Journeys;

/** Credit by removal effects in the Markov chain of an order. */
record MarkovRule(int order) implements Telling {

    MarkovRule {
        if (order < 1 || order > MOST) {
            throw new IllegalArgumentException("the order of a chain must be 1 to " + MOST + ", got " + order);
        }
    }

    private static final int MOST = 4;

    /** {@return the credit by the codes of the channels; all 0 where nothing with a touch converts} */
    static Credits credits(MarkovChain chain, Symbols channels, double untouched, double untouchedMinor) {
        double[] conversions = new double[channels.size()];
        double[] minor = new double[channels.size()];
        double minorPerMajor = chain.value()
                .map(total -> Math.pow(10, Money.zero(total.currency()).amount().scale()))
                .orElse(1.0);
        if (chain.conversions() > 0) {
            for (MarkovCredit credit : chain.credit()) {
                int code = channels.code(credit.channel());
                conversions[code] = credit.conversions();
                minor[code] = credit.value().toOptional().orElse(0.0) * minorPerMajor;
            }
        }
        return new Credits(conversions, minor, untouched, untouchedMinor);
    }

    Credits credits(Journeys journeys) {
        int[] untouchedRows = IntStream.range(0, journeys.size())
                .filter(row -> journeys.length(row) == 0)
                .toArray();
        return credits(
                MarkovChain.of(journeys, order),
                journeys.channels(),
                Arrays.stream(untouchedRows).mapToDouble(journeys::conversions).sum(),
                Arrays.stream(untouchedRows).mapToDouble(journeys::valueMinor).sum());
    }
}
