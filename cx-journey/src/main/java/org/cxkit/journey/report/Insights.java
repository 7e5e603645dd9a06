package org.cxkit.journey.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cxkit.journey.figure.Figures;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.attribution.ModelCredit;
import org.cxkit.metrics.compare.MeanDifference;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.survey.RatingTally;

/** The rules by which a report finds things: each needs figures that chance alone would seldom give. */
final class Insights {
    private static final double SIGNIFICANCE = 0.05;
    private static final double LEVEL = 0.95;
    private static final int FEWEST_ANSWERS = 10;

    private Insights() {}

    private record Weakness(double difference, Insight insight) {}

    /** The groups whose mean answer is significantly worse than that of all others together, the worst first. */
    static <K extends Comparable<? super K>> List<Insight> weakGroups(
            Question question, String by, Grouped<K, RatingTally> groups) {
        List<Weakness> found = new ArrayList<>();
        RatingTally total = groups.total();
        groups.asMap().forEach((group, tally) -> {
            RatingTally others = total.minus(tally);
            if (tally.valid() < FEWEST_ANSWERS || others.valid() < FEWEST_ANSWERS) {
                return;
            }
            MeanDifference test = MeanDifference.of(others, tally);
            double difference = question.scale().lowIsGood() ? -test.value() : test.value();
            double p = test.pValue().toOptional().orElse(1.0);
            if (difference < 0 && p < SIGNIFICANCE / groups.size()) {
                String sentence = "%s by %s: %s answers %s on average, all others %s (%s answers; Welch test %s)"
                        .formatted(
                                question.name(),
                                by,
                                group,
                                Figures.decimal(tally.mean(), 2),
                                Figures.decimal(others.mean(), 2),
                                Figures.count(tally.valid()),
                                p < 1e-4 ? "p < 0.0001" : "p = " + Figures.decimal(p, 4));
                found.add(new Weakness(difference, new Insight(Insight.Kind.WEAK_GROUP, group.toString(), sentence)));
            }
        });
        found.sort(Comparator.comparingDouble(Weakness::difference));
        return found.stream().map(Weakness::insight).toList();
    }

    static List<Insight> brokenPromises(JourneyTable journey) {
        List<Insight> found = new ArrayList<>();
        for (JourneyTable.Promise promise : journey.promises()) {
            boolean broken = promise.arrivals() > 0
                    && ProportionInterval.WILSON
                                    .of((double) promise.late(), (double) promise.arrivals(), LEVEL)
                                    .low()
                            > 0.5;
            if (broken) {
                String sentence = "%s: promised within %s, but %s of %s arrivals came later (%s); the median wait is %s"
                        .formatted(
                                promise.title(),
                                Figures.duration(promise.promised()),
                                Figures.count(promise.late()),
                                Figures.count(promise.arrivals()),
                                Figures.or(promise.lateShare(), Figures::percent),
                                Figures.or(promise.median(), Figures::duration));
                found.add(
                        new Insight(Insight.Kind.BROKEN_PROMISE, promise.step().value(), sentence));
            }
        }
        return found;
    }

    /** The channels with linear credit for at least one conversion in a hundred, and not one last touch. */
    static List<Insight> assistsOnly(String what, Attribution attribution) {
        List<Insight> found = new ArrayList<>();
        ModelCredit last = attribution.model(AttributionModel.LAST).orElseThrow();
        ModelCredit linear = attribution.model(AttributionModel.LINEAR).orElseThrow();
        for (ChannelCredit credit : linear.channels()) {
            double closed = last.channel(credit.channel())
                    .map(ChannelCredit::conversions)
                    .orElse(0.0);
            if (closed == 0 && 100 * credit.conversions() >= attribution.conversions() && credit.conversions() > 0) {
                String sentence = "%s: %s is never the last touch of %s conversions, yet linear credit gives it %s"
                        .formatted(
                                what,
                                credit.channel(),
                                Figures.amount(attribution.conversions()),
                                Figures.decimal(credit.conversions(), 1));
                found.add(new Insight(Insight.Kind.ASSISTS_ONLY, credit.channel(), sentence));
            }
        }
        return found;
    }

    static List<Insight> marginDestroyed(ConvenienceTable table) {
        ConveniencePortfolio all = table.portfolio();
        return table
                .destroyed()
                .toOptional()
                .filter(destroyed -> destroyed.signum() > 0)
                .map(destroyed -> new Insight(
                        Insight.Kind.MARGIN_DESTROYED,
                        "portfolio",
                        "%s of %s customers cost more than they are worth and take %s off the peak margin of %s"
                                .formatted(
                                        Figures.count(all.fails()),
                                        Figures.count(all.complete()),
                                        Figures.money(destroyed),
                                        Figures.or(table.peak(), Figures::money))))
                .stream()
                .toList();
    }
}
