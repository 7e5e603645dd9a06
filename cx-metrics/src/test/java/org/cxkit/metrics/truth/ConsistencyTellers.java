package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.consistency.BetweenVariance;
import org.cxkit.metrics.consistency.FunnelPlot;
import org.cxkit.metrics.consistency.FunnelPoint;
import org.cxkit.metrics.consistency.FunnelScale;
import org.cxkit.metrics.consistency.IntraclassCorrelation;
import org.cxkit.metrics.consistency.RandomEffects;
import org.cxkit.metrics.consistency.Shrinkage;
import org.cxkit.metrics.consistency.ShrunkenGroup;
import org.cxkit.metrics.consistency.VarianceComponents;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package consistency is for. */
final class ConsistencyTellers {
    static final Map<String, Teller> TELLERS = Map.of(
            "location.icc", ConsistencyTellers::icc,
            "location.shrink", ConsistencyTellers::shrink,
            "location.funnel", ConsistencyTellers::funnel);

    private static final RatingScale NO_YES = new RatingScale(0, 1);
    private static final double POINTS = 100; // NPS is told in points, the file has shares

    private ConsistencyTellers() {}

    private static Map<String, @Nullable Object> icc(JsonNode input) {
        int[] answers = Teller.ints(input.get("y"));
        byte[] ratings = new byte[answers.length];
        String[] locations = new String[answers.length];
        for (int i = 0; i < answers.length; i++) {
            ratings[i] = (byte) answers[i];
            locations[i] = input.get("location").get(i).asText();
        }
        Grouped<String, RatingTally> groups = RatingTally.by(RatingScale.ONE_TO_FIVE, locations, ratings);
        Scoring mean = Scoring.mean(RatingScale.ONE_TO_FIVE);
        IntraclassCorrelation icc = IntraclassCorrelation.of(mean, groups);
        VarianceComponents reml = value(VarianceComponents.of(mean, groups));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/k", icc.groups());
        told.put("/N", icc.responses());
        told.put("/MSB", value(icc.meanSquareBetween()));
        told.put("/MSW", value(icc.meanSquareWithin()));
        told.put("/F", value(icc.f()));
        told.put("/pF", value(icc.pValue()));
        told.put("/n0", value(icc.typicalSize()));
        told.put("/varBetween", value(icc.varianceBetween()));
        told.put("/icc1", value(icc.icc()));
        Teller.put(told, "/icc1CiThd", value(icc.interval(0.95)));
        told.put("/icc2", value(icc.reliability()));
        told.put("/designEffect", value(icc.designEffect()));
        told.put("/remlVarBetween", reml.between());
        told.put("/remlVarWithin", reml.within());
        told.put("/remlIcc", value(reml.icc()));
        return told;
    }

    private static Map<String, @Nullable Object> shrink(JsonNode input) {
        Map<String, RatingTally> tallies = new TreeMap<>();
        input.get("counts")
                .properties()
                .forEach(location -> tallies.put(
                        location.getKey(),
                        RatingTally.ofCounts(
                                RatingScale.ZERO_TO_TEN,
                                location.getValue().get("detractors").asLong(),
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                location.getValue().get("passives").asLong(),
                                0,
                                location.getValue().get("promoters").asLong(),
                                0)));
        BetweenVariance method = switch (input.get("method").asText()) {
            case "DL" -> BetweenVariance.DERSIMONIAN_LAIRD;
            case "PM" -> BetweenVariance.PAULE_MANDEL;
            default -> BetweenVariance.REML;
        };
        Shrinkage<String> shrinkage =
                Shrinkage.of(Scoring.nps(), method, Grouped.of(RatingTally.empty(RatingScale.ZERO_TO_TEN), tallies));
        RandomEffects effects = shrinkage.effects();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/Q", effects.q());
        told.put("/pQ", effects.pValue());
        told.put("/tau2", effects.tau2() / POINTS / POINTS);
        told.put("/mu", effects.mean() / POINTS);
        told.put("/seMu", effects.standardError() / POINTS);
        told.put("/I2", 100 * effects.i2());
        told.put("/H2", effects.h2());
        List<ShrunkenGroup<String>> groups = shrinkage.groups();
        each(told, "/y", groups, group -> group.value() / POINTS);
        each(told, "/v", groups, group -> group.variance() / POINTS / POINTS);
        each(told, "/lambda", groups, ShrunkenGroup::reliability);
        each(told, "/shrunk", groups, group -> group.shrunken() / POINTS);
        each(told, "/shrunkSe", groups, group -> group.standardError() / POINTS);
        return told;
    }

    private static Map<String, @Nullable Object> funnel(JsonNode input) {
        int[] successes = Teller.ints(input.get("successes"));
        int[] trials = Teller.ints(input.get("trials"));
        Map<Integer, RatingTally> tallies = new TreeMap<>();
        for (int i = 0; i < trials.length; i++) {
            tallies.put(i, RatingTally.ofCounts(NO_YES, trials[i] - successes[i], successes[i]));
        }
        Grouped<Integer, RatingTally> groups = Grouped.of(RatingTally.empty(NO_YES), tallies);
        Scoring share = new Scoring("share", NO_YES, List.of(0, 1));
        FunnelPlot<Integer> plot = FunnelPlot.of(share, groups);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/p0", plot.target());
        told.put("/phi", plot.phi());
        told.put("/tau2", plot.tau2());
        each(told, "/z", plot.points(), FunnelPoint::z);
        each(told, "/zWinsorised", plot.points(), FunnelPoint::winsorised);
        limits(told, "/limits95", plot, point -> plot.limits(point.responses(), 0.95));
        limits(told, "/limits998", plot, point -> plot.limits(point.responses(), 0.998));
        limits(told, "/limits998OverdispersionAdjusted", plot, point -> plot.widenedLimits(point.responses(), 0.998));
        FunnelPlot<Integer> arcsine = FunnelPlot.of(share, FunnelScale.ARCSINE, groups);
        each(told, "/arcsine/z", arcsine.points(), FunnelPoint::z);
        told.put("/arcsine/phi", arcsine.phi());
        told.put("/arcsine/tau2", arcsine.tau2());
        return told;
    }

    private static <P> void limits(
            Map<String, @Nullable Object> told,
            String path,
            FunnelPlot<P> plot,
            Function<FunnelPoint<P>, Interval> limits) {
        each(told, path + "/lower", plot.points(), limits.andThen(Interval::low));
        each(told, path + "/upper", plot.points(), limits.andThen(Interval::high));
    }

    private static <P> void each(
            Map<String, @Nullable Object> told, String path, List<P> things, Function<P, Double> figure) {
        for (int i = 0; i < things.size(); i++) {
            told.put(path + "/" + i, figure.apply(things.get(i)));
        }
    }

    private static <V> V value(Outcome<V> outcome) {
        return outcome.toOptional().orElseThrow();
    }
}
