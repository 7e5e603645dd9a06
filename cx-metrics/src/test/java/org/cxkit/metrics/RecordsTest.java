package org.cxkit.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cxkit.contract.RecordContract;
import org.cxkit.core.classification.Classification;
import org.cxkit.core.classification.ClassifiedTouchpoints;
import org.cxkit.core.classification.Ownership;
import org.cxkit.core.classification.Presence;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.money.Valuation;
import org.cxkit.core.persona.AttributeKind;
import org.cxkit.core.persona.CustomerAttribute;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionIntervals;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.behavior.ActivityTally;
import org.cxkit.metrics.behavior.ChurnRate;
import org.cxkit.metrics.behavior.CohortRetention;
import org.cxkit.metrics.behavior.ConversionRate;
import org.cxkit.metrics.behavior.InactivityChurn;
import org.cxkit.metrics.behavior.RepeatPurchase;
import org.cxkit.metrics.behavior.Retention;
import org.cxkit.metrics.buying.BgBb;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.buying.MbgNbd;
import org.cxkit.metrics.buying.ParetoNbd;
import org.cxkit.metrics.cashflow.AcquisitionBenchmark;
import org.cxkit.metrics.cashflow.AcquisitionReturn;
import org.cxkit.metrics.cashflow.Cashflow;
import org.cxkit.metrics.cashflow.Payback;
import org.cxkit.metrics.channel.ChannelCounts;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.channel.ChannelReturns;
import org.cxkit.metrics.channel.CreditedFunnel;
import org.cxkit.metrics.channel.CreditedStages;
import org.cxkit.metrics.channel.FunnelBasis;
import org.cxkit.metrics.channel.SpendChange;
import org.cxkit.metrics.channel.SpendScenario;
import org.cxkit.metrics.channel.StepRate;
import org.cxkit.metrics.clv.CohortClv;
import org.cxkit.metrics.clv.CohortPeriod;
import org.cxkit.metrics.clv.CohortTail;
import org.cxkit.metrics.clv.FirstMargin;
import org.cxkit.metrics.clv.HistoricValue;
import org.cxkit.metrics.clv.Horizon;
import org.cxkit.metrics.clv.SimpleClv;
import org.cxkit.metrics.communication.CommunicationCoverage;
import org.cxkit.metrics.communication.DesignedCommunication;
import org.cxkit.metrics.compare.BenchmarkGap;
import org.cxkit.metrics.compare.MeanDifference;
import org.cxkit.metrics.compare.NpsDifference;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.ShareDifference;
import org.cxkit.metrics.consistency.Consistency;
import org.cxkit.metrics.consistency.FunnelPlot;
import org.cxkit.metrics.consistency.IntraclassCorrelation;
import org.cxkit.metrics.consistency.Shrinkage;
import org.cxkit.metrics.consistency.VarianceComponents;
import org.cxkit.metrics.control.Calibration;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.ControlChart;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.control.RootCauseAnalysis;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.control.Signal;
import org.cxkit.metrics.control.Subgroup;
import org.cxkit.metrics.customercost.CostPart;
import org.cxkit.metrics.customercost.CostWeights;
import org.cxkit.metrics.customercost.CustomerCost;
import org.cxkit.metrics.customercost.MeanCustomerCost;
import org.cxkit.metrics.customercost.Proxy;
import org.cxkit.metrics.design.DesignCsat;
import org.cxkit.metrics.design.DesignMean;
import org.cxkit.metrics.design.DesignNps;
import org.cxkit.metrics.design.SamplingDesign;
import org.cxkit.metrics.design.SamplingUnit;
import org.cxkit.metrics.driver.Drivers;
import org.cxkit.metrics.driver.ImportancePerformance;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.ConvenienceChance;
import org.cxkit.metrics.fourc.ConvenienceCheck;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.FourCReport;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.fourc.VerdictCounts;
import org.cxkit.metrics.fourc.WhaleCurve;
import org.cxkit.metrics.index.CompositeIndex;
import org.cxkit.metrics.index.CronbachAlpha;
import org.cxkit.metrics.index.EarnedGrowth;
import org.cxkit.metrics.index.IndexScore;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.Margin;
import org.cxkit.metrics.interval.NetSharePrior;
import org.cxkit.metrics.interval.SampleSize;
import org.cxkit.metrics.joint.Correlation;
import org.cxkit.metrics.joint.Disconfirmation;
import org.cxkit.metrics.joint.ExpectationGap;
import org.cxkit.metrics.joint.JointTally;
import org.cxkit.metrics.joint.NpsChange;
import org.cxkit.metrics.joint.ShareChange;
import org.cxkit.metrics.linkage.Ambassadors;
import org.cxkit.metrics.linkage.ChannelSpend;
import org.cxkit.metrics.linkage.RatedCustomer;
import org.cxkit.metrics.linkage.Referral;
import org.cxkit.metrics.linkage.Rfm;
import org.cxkit.metrics.linkage.RfmCustomer;
import org.cxkit.metrics.linkage.RfmSegment;
import org.cxkit.metrics.linkage.SatisfactionLinkage;
import org.cxkit.metrics.linkage.SpendByChannels;
import org.cxkit.metrics.loyalty.LoyaltyProgramme;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.markov.MarkovOrders;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.moments.MomentsTally;
import org.cxkit.metrics.need.NeedCoverage;
import org.cxkit.metrics.need.OfferingKind;
import org.cxkit.metrics.need.PriorityWeights;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathCount;
import org.cxkit.metrics.path.PathReport;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.purchase.Purchase;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.renewal.ShiftedBetaGeometric;
import org.cxkit.metrics.series.Lateness;
import org.cxkit.metrics.shapley.OrderedShapley;
import org.cxkit.metrics.shapley.Shapley;
import org.cxkit.metrics.spend.GammaGamma;
import org.cxkit.metrics.spend.SpendCorrelation;
import org.cxkit.metrics.spend.SpendTally;
import org.cxkit.metrics.subscription.Contract;
import org.cxkit.metrics.subscription.ContractualChurn;
import org.cxkit.metrics.subscription.RevenueRetention;
import org.cxkit.metrics.subscription.SurvivalCurve;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.CesVersion;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Fraction;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.touch.Milestone;
import org.cxkit.metrics.touch.Timeline;
import org.cxkit.metrics.touch.Touch;
import org.cxkit.metrics.touch.TouchLog;
import org.cxkit.metrics.trend.Intervention;
import org.cxkit.metrics.trend.MeanTrend;
import org.cxkit.metrics.trend.NpsTrend;
import org.cxkit.metrics.trend.ShareTrend;
import org.cxkit.metrics.validation.HoldOutGroup;
import org.cxkit.metrics.validation.HoldOutReport;
import org.cxkit.metrics.validation.Tracking;
import org.cxkit.metrics.validation.TrackingPoint;
import org.cxkit.metrics.value.ValueAccumulator;
import org.cxkit.metrics.value.ValueGap;
import org.cxkit.metrics.value.ValueTally;
import org.cxkit.metrics.watch.Alert;
import org.cxkit.metrics.weight.WeightedCes;
import org.cxkit.metrics.weight.WeightedCount;
import org.cxkit.metrics.weight.WeightedCsat;
import org.cxkit.metrics.weight.WeightedNps;
import org.cxkit.metrics.weight.WeightedTally;

class RecordsTest extends RecordContract {
    private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
    private static final Money EURO = Money.of("1.00", "EUR");
    private static final CustomerId ANN = CustomerId.of("ann");

    private static final Valuation THREE_YEARS =
            new Valuation(LocalDate.of(2024, 5, 1), TimeSpan.years(3), Rate.discrete(0.1, RatePeriod.YEAR));

    RecordsTest() {
        super(Outcome.class, Map.of());
    }

    @Override
    protected Stream<Record> records() {
        return Stream.of(
                        ofRatings(),
                        ofIntervals(),
                        ofConsistency(),
                        ofConvenience(),
                        ofFourC(),
                        ofCashflows(),
                        ofValue(),
                        ofBuying(),
                        ofAttribution(),
                        ofFits(),
                        ofMarkov(),
                        ofChannels(),
                        ofComparisons(),
                        ofPairs(),
                        ofTrends(),
                        ofWeights(),
                        ofControl(),
                        ofWatch(),
                        ofDrivers(),
                        ofIndices(),
                        ofSeries(),
                        ofBehavior(),
                        ofSubscriptions(),
                        ofLinkage())
                .flatMap(List::stream);
    }

    private static List<Record> ofRatings() {
        Nps nps = new Nps(4, 2, 2, 1, 0);
        return List.of(
                nps,
                new Nps(0, 0, 0, 0, 0),
                Csat.of(5, 4, 1, Integer.MIN_VALUE),
                Csat.of(RatingTally.empty(RatingScale.ONE_TO_FIVE.reversed())),
                Ces.of(CesVersion.CES1, 1, 2, 5),
                CesVersion.CES2,
                Boxes.of(2),
                Fraction.of(-5, 11),
                nps.interval(),
                new Interval(0.5, 0.5, 0.25, 0.75, 0.9, "Wald", false));
    }

    private static List<Record> ofConsistency() {
        Grouped<String, RatingTally> groups =
                RatingTally.by(new String[] {"A", "A", "B", "B"}, new byte[] {10, 7, 3, 8});
        return List.of(
                Scoring.nps(),
                IntraclassCorrelation.of(Scoring.nps(), groups),
                VarianceComponents.of(Scoring.nps(), groups).toOptional().orElseThrow(),
                Shrinkage.of(Scoring.nps(), groups).effects(),
                new Consistency<>(
                        IntraclassCorrelation.of(Scoring.nps(), groups),
                        Shrinkage.of(Scoring.nps(), groups),
                        FunnelPlot.of(Scoring.nps(), groups),
                        List.of("C", "D")));
    }

    private static List<Record> ofIntervals() {
        SampleSize size = SampleSize.ofNetShare(SampleSize.THIRDS, Margin.points(5), 0.95);
        return List.of(
                Margin.points(5),
                size,
                size.withDesignEffect(1.5).inPopulationOf(10_000),
                NetSharePrior.JEFFREYS,
                new Nps(4, 2, 2, 1, 0).posterior());
    }

    private static List<Record> ofComparisons() {
        NpsDifference nps = new NpsDifference(new Nps(4, 2, 2, 1, 0), new Nps(0, 0, 0, 0, 0));
        Share share = new Share(3, 7, 1, 2);
        Sample sample = Sample.of(5, 3.5, 0.25);
        MeanDifference means = new MeanDifference(sample, Sample.of(6, 4, 1));
        return List.of(
                        nps,
                        share,
                        new ShareDifference(share, Share.of(0, 0)),
                        sample,
                        means,
                        means.test(),
                        new ShareDifference(share, share).test(),
                        means.equivalence(0.5),
                        nps.chiSquareTest(),
                        BenchmarkGap.of(nps.first(), 30),
                        BenchmarkGap.of(share, 0.8),
                        BenchmarkGap.of(sample, 4))
                .stream()
                .map(Record.class::cast)
                .toList();
    }

    private static List<Record> ofPairs() {
        RatingScale scale = RatingScale.ONE_TO_FIVE;
        JointTally pairs =
                JointTally.of(scale, new int[] {1, 4, 5, 2, Integer.MIN_VALUE}, scale, new int[] {2, 4, 4, 1, 3});
        ShareChange change = ShareChange.of(Boxes.of(2), pairs);
        return List.of(
                NpsChange.of(Bands.ONE_TO_FIVE, pairs),
                change,
                ExpectationGap.of(Boxes.of(2), Boxes.of(2), pairs),
                ExpectationGap.of(change.first(), change.second()),
                Disconfirmation.of(pairs),
                Correlation.of(pairs),
                Correlation.of(JointTally.empty(scale, scale)));
    }

    private static List<Record> ofTrends() {
        Nps nps = new Nps(4, 2, 2, 1, 0);
        ValueTally value = ValueAccumulator.create(EURO.currency()).add(EURO).result();
        return List.of(
                ShareTrend.of(List.of(Share.of(1, 2), Share.of(0, 0))),
                MeanTrend.of(List.of(Sample.of(2, 1.5, 0.25), Sample.of(0, 0, 0))),
                NpsTrend.of(List.of(nps, nps)),
                new Intervention("chat opened", MAY),
                ValueGap.of(Grouped.of(ValueTally.empty(EURO.currency()), Map.of(Band.PROMOTER, value))));
    }

    private static List<Record> ofConvenience() {
        Clv gross = Clv.gross("300.00", "EUR");
        Clv net = Clv.net(EURO, CompanyCost.RETENTION, CompanyCost.ACQUISITION);
        CompanyCosts known = CompanyCosts.of("1", "2", "3", "EUR");
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        ConveniencePortfolio nobody = ConveniencePortfolio.of(portfolio.result());
        portfolio.add(ANN, gross, known);
        return List.of(
                gross,
                net,
                ConvenienceCheck.of(gross, CompanyCosts.of("250.00", "60.00", null, "EUR")),
                ConvenienceCheck.of(net, known).under(CostBasis.EXISTING),
                nobody,
                ConveniencePortfolio.of(portfolio.result()),
                WhaleCurve.of(portfolio.result()).points(2).get(1),
                gross.valuedAt(THREE_YEARS),
                new VerdictCounts(1, 2, 3, 4, 5),
                ConvenienceChance.normal(ConvenienceCheck.of(gross, known), EURO),
                new Purchase(ANN, MAY, EURO),
                new HistoricValue(ANN, 2, MAY, MAY, EURO));
    }

    private static List<Record> ofFits() {
        return List.of(
                new PurchaseHistory(2, 30.5, 38.75, RatePeriod.WEEK),
                new HoldOutReport(
                        TimeSpan.weeks(39), 10, 7, 6.5, 0.5, 0.75, List.of(new HoldOutGroup(0, 10, 0.7, 0.65))),
                new HoldOutGroup(0, 10, 0.7, 0.65),
                (Record) Horizon.forever(Rate.discrete(0.1, RatePeriod.YEAR)),
                (Record) Horizon.steps(12, TimeSpan.weeks(4.345), 0.01),
                new Tracking(LocalDate.EPOCH, List.of(new TrackingPoint(LocalDate.EPOCH, 3, 2.5))),
                new TrackingPoint(LocalDate.EPOCH, 3, 2.5),
                new FreeParameter("alpha", 1, 0.001, 1000),
                new FitDiagnostic(FitDiagnostic.Kind.NOT_IDENTIFIED, "a, b", "many values fit the data as well"),
                new ParameterEstimate("r", 0.25, 0, Outcome.of(0.125), Outcome.noData("the data do not identify it")));
    }

    private static List<Record> ofFourC() {
        CustomerAttribute tea = new CustomerAttribute(AttributeKind.NEED, "tea", null);
        NeedCoverage needs = NeedCoverage.of(List.of(tea))
                .offering(OfferingKind.PRODUCT, "kettle", "tea")
                .build();
        CostPart part = CostPart.UNKNOWN
                .money("price", EURO)
                .time(Duration.ofMinutes(1))
                .effort(new Proxy("CES", 2));
        CustomerCost cost = new CustomerCost(part, CostPart.UNKNOWN);
        MeanCustomerCost mean = MeanCustomerCost.of(List.of(cost));
        CommunicationCoverage contact = CommunicationCoverage.of(StageModel.FIVE, List.of());
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        return List.of(
                needs,
                needs.offerings().get(0),
                needs.rows().get(0),
                needs.all(),
                new PriorityWeights(3, 2, 1),
                part,
                cost,
                new Proxy("CES", 2),
                new CostWeights(EURO, null, EURO),
                mean,
                mean.access(),
                contact,
                contact.stages().get(0),
                DesignedCommunication.of(StageModel.FIVE, touchpoints(), TouchpointType.NEWSLETTER),
                FourCReport.EMPTY,
                FourCReport.EMPTY
                        .withNeeds(needs)
                        .withCost(mean)
                        .withConvenience(portfolio.result())
                        .withCommunication(contact));
    }

    private static ClassifiedTouchpoints touchpoints() {
        Touchpoint news = Touchpoint.builder("news")
                .type(TouchpointType.NEWSLETTER)
                .channel(Channel.EMAIL)
                .serviceModel(ServiceModel.SELF_SERVICE)
                .purpose("keep in contact")
                .build();
        return ClassifiedTouchpoints.classify(List.of(Classification.of(news, Presence.PRESENT, Ownership.BRAND)));
    }

    private static List<Record> ofCashflows() {
        Payback payback = Payback.simple(EURO, EURO, TimeSpan.months(1));
        return List.of(
                Cashflow.level(EURO, 2, TimeSpan.months(1)),
                payback,
                Payback.simple(EURO, EURO.negated(), TimeSpan.months(1)),
                AcquisitionBenchmark.USUAL,
                AcquisitionReturn.of(EURO, payback),
                LoyaltyProgramme.in(EURO.currency()).member(ANN).build());
    }

    private static List<Record> ofValue() {
        SpendTally spend = SpendTally.of(EURO.currency(), new int[] {1, 2, 0}, new long[] {500, 700, 0});
        Rate discount = Rate.discrete(0.1, RatePeriod.YEAR);
        CohortPeriod period = new CohortPeriod(3, EURO);
        return List.of(
                new GammaGamma(6.25, 3.75, 15.5, EURO.currency()),
                SpendCorrelation.of(spend),
                SpendCorrelation.of(SpendTally.empty(EURO.currency())),
                new ShiftedBetaGeometric(0.75, 1.25, RatePeriod.YEAR),
                new BgBb(1.25, 0.75, 0.5, 2.75, RatePeriod.YEAR),
                SimpleClv.of(EURO, 0.8, RatePeriod.YEAR, discount, FirstMargin.END),
                new PurchaseHistory(2, 1.5, 3, RatePeriod.WEEK),
                new FreeParameter("alpha", 1, 0.5, 2),
                new FitDiagnostic(FitDiagnostic.Kind.AT_BOUND, "alpha", "it grows"),
                GammaGamma.fit(spend).estimates().get(0),
                period,
                CohortClv.of(List.of(period), RatePeriod.YEAR, discount, FirstMargin.NOW, CohortTail.NONE));
    }

    private static List<Record> ofBuying() {
        return List.of(
                new BgNbd(0.25, 4.5, 0.75, 2.5, RatePeriod.WEEK),
                new MbgNbd(0.5, 6.25, 1, 1.5, RatePeriod.DAY),
                new ParetoNbd(0.5, 10.5, 0.75, 11.75, RatePeriod.WEEK));
    }

    private static List<Record> ofAttribution() {
        PathTally paths = PathTally.accumulator()
                .converted("Search > Email > Direct", 2, EURO)
                .converted(List.of(), 1)
                .result();
        Attribution attribution = Attribution.of(paths, AttributionModel.LINEAR, AttributionModel.LAST);
        AttributionIntervals intervals = AttributionIntervals.of(paths.journeys(), 1, AttributionModel.LINEAR);
        PathReport report = PathReport.of(
                Journeys.builder()
                        .touch("A", Duration.ofDays(1))
                        .converted(EURO)
                        .build(),
                1);
        return List.of(
                intervals,
                intervals.models().get(0),
                intervals.models().get(0).channels().get(0),
                attribution,
                Attribution.of(PathTally.accumulator().result(), AttributionModel.LAST),
                attribution.models().get(0),
                attribution.models().get(0).channels().get(0),
                new PathCount(List.of("A", "B"), 1, null, 2),
                paths.paths().get(0),
                Shapley.ofConversions(paths),
                Shapley.ofConversions(paths).channels().get(0),
                OrderedShapley.ofValue(paths),
                OrderedShapley.ofValue(paths).positions().get(0),
                report,
                PathReport.of(paths, 1),
                report.top().get(0),
                report.converted(),
                report.timeToConvert().toOptional().orElseThrow());
    }

    private static List<Record> ofMarkov() {
        PathTally paths = PathTally.accumulator()
                .converted("Search > Email", 2, EURO)
                .lost("Search", 3)
                .result();
        MarkovChain chain = MarkovChain.of(paths, 1);
        MarkovOrders orders = MarkovOrders.of(paths, 2, 2, 1);
        return List.of(
                chain.transitions().get(0),
                chain.removalEffects().get(0),
                chain.credit().get(0),
                orders,
                orders.fits().get(0));
    }

    private static List<Record> ofWatch() {
        Signal signal = new Signal(Characteristic.NET_SHARE, "CUSUM", Signal.Direction.DOWN, 3, 5, -0.25, 70);
        return List.of(new Alert("web", signal, MAY, MAY.plusSeconds(1), List.of("app", "chat")));
    }

    private static List<Record> ofChannels() {
        Touch touch = new Touch(MAY, "A");
        Milestone contact = new Milestone(MAY, Milestone.Kind.CONTACT, null);
        Milestone sale = new Milestone(MAY, Milestone.Kind.CONVERSION, EURO);
        TouchLog log = TouchLog.create()
                .touch("p", MAY, "A")
                .contact("p", MAY)
                .converted("p", MAY, EURO)
                .converted("q", MAY);
        ChannelReturns returns = ChannelReturns.of(EURO.currency(), Map.of("A", EURO), Map.of("B", EURO));
        return List.of(
                touch,
                contact,
                sale,
                new Timeline("p", List.of(touch), List.of(contact, sale)),
                ChannelFunnel.of(log, new TimeWindow(MAY, MAY.plusSeconds(1))),
                new ChannelCounts("A", 1, 2, 3, 4, null),
                CreditedFunnel.of(
                        log, new TimeWindow(MAY, MAY.plusSeconds(1)), FunnelBasis.COHORT, AttributionModel.LINEAR),
                new CreditedStages("A", 1, 0.5, 0.25, 2, 9.5),
                new StepRate(1, 2),
                returns,
                returns.total(),
                new SpendScenario(List.of(new SpendChange(returns.total(), returns.total(), 0.5))),
                new SpendChange(returns.total(), returns.total(), 1));
    }

    private static List<Record> ofWeights() {
        WeightedTally tally = WeightedTally.of(RatingScale.ONE_TO_FIVE, new int[] {5, 1, 4}, new double[] {0.1, 2, 0});
        WeightedCes ces = WeightedCes.of(CesVersion.CES2_FIVE, tally);
        SamplingUnit unit = SamplingUnit.of("north", "Bonn");
        SamplingDesign design = SamplingDesign.LARGE_POPULATION.withPopulation(Map.of("north", 9L, "all", 100L));
        Grouped<SamplingUnit, WeightedTally> units = Grouped.of(
                WeightedTally.empty(tally.scale()), Map.of(unit, tally, SamplingUnit.of("north", "Ulm"), tally));
        return List.of(
                unit,
                SamplingUnit.simple(),
                design,
                DesignMean.of(SamplingDesign.LARGE_POPULATION, Scoring.mean(tally.scale()), units),
                DesignCsat.of(units),
                DesignNps.of(SamplingDesign.LARGE_POPULATION, Bands.ONE_TO_FIVE, units),
                WeightedCount.NONE,
                tally.total(),
                WeightedNps.of(new int[] {10, 7, Integer.MIN_VALUE}, new double[] {0.1, 2, 3}),
                WeightedCsat.of(tally),
                WeightedCsat.of(WeightedTally.empty(RatingScale.ONE_TO_FIVE)),
                ces,
                ces.estimate());
    }

    private static List<Record> ofControl() {
        Subgroup normal = Subgroup.ofShare(80, 100);
        Calibration calibration = Calibration.of(Characteristic.share("CSAT"), List.of(normal, Subgroup.EMPTY));
        ControlChart chart = ControlChart.of(
                Shewhart.of(calibration.baseline()), List.of(normal, Subgroup.EMPTY, Subgroup.ofShare(50, 100)));
        return List.of(
                Characteristic.NET_SHARE,
                normal,
                calibration,
                calibration.baseline(),
                calibration.baseline().limits(100, 3),
                chart,
                chart.points().get(1),
                chart.points().get(2),
                chart.points().get(2).reading().toOptional().orElseThrow(),
                chart.signals().get(0),
                RootCauseAnalysis.of(chart, chart.signals().get(0)),
                LogLikelihoodRatio.bernoulli(Characteristic.share("CSAT"), 0.75, 0.5));
    }

    private static List<Record> ofDrivers() {
        Drivers drivers = Drivers.of(answers(), "overall", "ease", "speed");
        ImportancePerformance map = ImportancePerformance.of(
                drivers,
                Map.of(
                        "ease",
                        RatingTally.of(RatingScale.ONE_TO_FIVE, 1, 2, 3),
                        "speed",
                        RatingTally.of(RatingScale.ONE_TO_TEN, 1, 2, 3)));
        return List.of(
                drivers,
                Drivers.sampled(answers(), "overall", List.of("ease", "speed"), 2, 1),
                drivers.drivers().get(0),
                map,
                map.drivers().get(0));
    }

    private static List<Record> ofIndices() {
        return List.of(
                CompositeIndex.ACSI,
                CompositeIndex.SUS.available(8),
                CompositeIndex.SUS.items().get(1),
                IndexScore.of(CompositeIndex.ACSI, new int[] {9, 7, 8}, new int[] {9, 7, Integer.MIN_VALUE}),
                IndexScore.of(CompositeIndex.ACSI),
                CronbachAlpha.of(answers()),
                CronbachAlpha.of(MomentsAccumulator.create("a", "b", "c")
                        .addAll(new double[][] {{1, 2, 3}, {3, 2, 1}, {1, 2, 3}}, 0, 3)
                        .result()),
                EarnedGrowth.of(EURO, EURO, EURO, EURO));
    }

    private static MomentsTally answers() {
        return MomentsAccumulator.create("ease", "speed", "overall")
                .addAll(new double[][] {{1, 2, 3, 4, 5}, {1, 1, 2, 3, 1}, {1, 3, 2, 5, 4}}, 0, 5)
                .result();
    }

    private static List<Record> ofSeries() {
        return List.of(Lateness.ACCEPT, Lateness.rejectBefore(MAY));
    }

    private static List<Record> ofBehavior() {
        ActivityTally activity =
                ActivityTally.of(List.of(new Purchase(ANN, MAY, EURO)), CalendarUnit.MONTH, ZoneOffset.UTC);
        CohortRetention cohorts = CohortRetention.of(activity);
        return List.of(
                new Retention(4, 2, 1, 3, 5),
                new ChurnRate(0.05, RatePeriod.MONTH),
                InactivityChurn.of(List.of(), MAY, Duration.ofDays(90)),
                cohorts,
                cohorts.cohorts().get(0),
                RepeatPurchase.of(activity),
                new RepeatPurchase(2, 1, null),
                new ConversionRate("purchase", ConversionRate.Counted.CONVERSIONS, 3, ConversionRate.Base.CLICKS, 2));
    }

    private static List<Record> ofSubscriptions() {
        List<Contract> contracts =
                List.of(new Contract(ANN, MAY, MAY.plusSeconds(9)), new Contract(CustomerId.of("bob"), MAY, null));
        SurvivalCurve curve = SurvivalCurve.of(contracts, MAY.plusSeconds(10));
        Money nothing = Money.zero(EURO.currency());
        return List.of(
                contracts.get(0),
                contracts.get(1),
                ContractualChurn.of(contracts, new TimeWindow(MAY, MAY.plusSeconds(10))),
                curve,
                curve.points().get(0),
                new RevenueRetention(EURO, nothing, EURO, EURO, nothing, 2, 0));
    }

    private static List<Record> ofLinkage() {
        ChannelSpend row = new ChannelSpend(ANN, Channel.STORE, EURO);
        SpendByChannels spend = SpendByChannels.of(List.of(row), EURO.currency());
        RatedCustomer customer = new RatedCustomer(9, null, true, CompanyCosts.of("1", null, "3", "EUR"));
        SatisfactionLinkage linkage =
                SatisfactionLinkage.of(List.of(customer), RatingScale.ZERO_TO_TEN, EURO.currency());
        Rfm rfm = Rfm.of(List.of(new RfmCustomer(ANN, 3, 2, EURO)), 5);
        return List.of(
                row,
                spend,
                spend.digital(),
                customer,
                linkage,
                linkage.bands().get(0),
                new Referral(ANN, true),
                new Ambassadors(5, 3, 2, 1, 1),
                rfm,
                rfm.scores().get(0),
                rfm.scores().get(0).customer(),
                RfmSegment.QUINTILES.get(0));
    }
}
