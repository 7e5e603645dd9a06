package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.ServiceSetting;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.consistency.Consistency;
import org.cxkit.metrics.consistency.ShrunkenGroup;
import org.cxkit.metrics.series.TallySeries;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.trend.NpsTrend;
import org.junit.jupiter.api.Test;

/** Any metric over channel, device and service model or by persona, and whether the difference is more than chance. */
class SegmentTest {
    private static final int MISSING = -1;
    private static final int INVALID = -2;

    private static final Touchpoint APP =
            touchpoint("app", Channel.MOBILE_APP, Device.MOBILE, ServiceModel.SELF_SERVICE);
    private static final Touchpoint SITE =
            touchpoint("site", Channel.WEBSITE, Device.DESKTOP, ServiceModel.SELF_SERVICE);
    private static final Touchpoint CHAT = touchpoint("chat", Channel.CHAT, Device.DESKTOP, ServiceModel.ASSISTED);
    private static final Touchpoint STORE = touchpoint("store", Channel.STORE, Device.NONE, ServiceModel.ASSISTED);
    private static final Touchpoint PHONE = touchpoint("phone", Channel.PHONE, Device.NONE, ServiceModel.ASSISTED);

    private static final Map<TouchpointId, Touchpoint> MAP =
            Map.of(APP.id(), APP, SITE.id(), SITE, CHAT.id(), CHAT, STORE.id(), STORE, PHONE.id(), PHONE);

    private static Touchpoint touchpoint(String id, Channel channel, Device device, ServiceModel model) {
        return Touchpoint.builder(id)
                .type(TouchpointType.of("service"))
                .channel(channel)
                .device(device)
                .serviceModel(model)
                .purpose("help")
                .build();
    }

    private static List<Response> answers(String question, Touchpoint touchpoint, String persona, int... ratings) {
        List<Response> responses = new ArrayList<>();
        for (int rating : ratings) {
            String id = question + "-" + touchpoint.id() + "-" + persona + "-" + responses.size();
            responses.add(Response.builder(ResponseId.of(id), question, Instant.parse("2024-05-01T10:00:00Z"))
                    .answer(
                            rating == MISSING
                                    ? Answer.missing()
                                    : rating == INVALID ? Answer.invalid("?") : Answer.of(rating))
                    .touchpoint(touchpoint.id())
                    .persona(PersonaId.of(persona))
                    .build());
        }
        return responses;
    }

    private static final List<Response> NPS = Stream.of(
                    answers("nps", APP, "student", 10, 10, 9, 9, 7),
                    answers("nps", SITE, "student", 10, 9, 8, MISSING),
                    answers("nps", CHAT, "family", 9, 7, 3),
                    answers("nps", STORE, "family", 10, 6, 5, 4, INVALID),
                    answers("nps", PHONE, "retired", 3, 2, 6, 7))
            .flatMap(List::stream)
            .toList();

    private static ServiceSetting setting(Response response) {
        return Objects.requireNonNull(MAP.get(response.touchpoint())).setting();
    }

    private static PersonaId persona(Response response) {
        return Objects.requireNonNull(response.persona());
    }

    private static Grouped<ServiceSetting, RatingTally> bySetting(List<Response> responses, RatingScale scale) {
        return responses.stream().collect(Grouped.by(SegmentTest::setting, RatingTally.ofResponses(scale)));
    }

    @Test
    void aScoreIsToldForEachMediumDeviceAndServiceModel() {
        Grouped<ServiceSetting, RatingTally> bySetting = bySetting(NPS, RatingScale.ZERO_TO_TEN);
        Map<ServiceSetting, Nps> scores = bySetting.map(Nps::of);
        assertThat(scores.keySet())
                .extracting(ServiceSetting::toString)
                .containsExactly(
                        "digital, mobile, self-service",
                        "digital, desktop, self-service",
                        "digital, desktop, assisted",
                        "physical, no device, assisted");
        // counted by hand
        assertThat(scores.values())
                .containsExactly(
                        new Nps(4, 1, 0, 0, 0), new Nps(2, 1, 0, 1, 0), new Nps(1, 1, 1, 0, 0), new Nps(1, 1, 6, 0, 1));
        assertThat(scores.get(SITE.setting()))
                .hasToString("NPS 66.7 (95 % -21.7 to 88.3), n 3: 2 promoters, 1 passive, 0 detractors, 1 missing");
    }

    @Test
    void digitalServiceIsTestedAgainstTraditionalService() {
        Grouped<Medium, RatingTally> byMedium =
                bySetting(NPS, RatingScale.ZERO_TO_TEN).regroup(ServiceSetting::medium);
        NpsDifference difference = NpsDifference.of(byMedium.tally(Medium.PHYSICAL), byMedium.tally(Medium.DIGITAL));
        // by hand: 6 of 11 against -5 of 8
        assertThat(difference.value()).isEqualTo(100 * 103 / 88.0);
        assertThat(difference)
                .hasToString("NPS -62.5 to 54.5: difference 117.0 (95 % 35.1 to 155.1), p 0.002724, n 8 and 11,"
                        + " 1 missing, 1 invalid");
    }

    @Test
    void satisfactionAndEffortAreTestedByTheSameRows() {
        List<Response> csat = Stream.of(
                        answers("csat", APP, "student", 5, 5, 4, 4, 4, 3),
                        answers("csat", PHONE, "family", 4, 2, 2, 1, 3, MISSING))
                .flatMap(List::stream)
                .toList();
        Map<ServiceModel, Csat> satisfied = bySetting(csat, RatingScale.ONE_TO_FIVE)
                .regroup(ServiceSetting::serviceModel)
                .map(Csat::of);
        assertThat(ShareDifference.of(satisfied.get(ServiceModel.ASSISTED), satisfied.get(ServiceModel.SELF_SERVICE)))
                .hasToString("20.0 % to 83.3 %: difference 63.3 points (95 % 5.2 to 84.7), p 0.03568, n 5 and 6,"
                        + " 1 missing");
        List<Response> effort = Stream.of(
                        answers("ces", APP, "student", 7, 6, 7, 5), answers("ces", STORE, "family", 5, 3, 4, INVALID))
                .flatMap(List::stream)
                .toList();
        Grouped<Device, RatingTally> byDevice =
                bySetting(effort, RatingScale.ONE_TO_SEVEN).regroup(ServiceSetting::device);
        assertThat(byDevice.map(Ces::of))
                .hasToString("{MOBILE=CES2 6.25 (95 % 4.73 to 7.00), n 4: 4 easy, 0 hard on 1..7, NONE=CES2 4.00"
                        + " (95 % 1.52 to 6.48), n 3: 1 easy, 1 hard on 1..7, 1 invalid}");
        assertThat(MeanDifference.of(byDevice.tally(Device.NONE), byDevice.tally(Device.MOBILE)))
                .hasToString("mean 4.00 to 6.25: difference 2.25 (95 % 0.23 to 4.27), p 0.03610, n 3 and 4, 1 invalid");
    }

    @Test
    void personasAreComparedPairByPairWithTheRiskHeldTogether() {
        Grouped<PersonaId, RatingTally> byPersona = NPS.stream()
                .collect(Grouped.by(SegmentTest::persona, RatingTally.ofResponses(RatingScale.ZERO_TO_TEN)));
        DifferenceFamily<Pair<PersonaId>> pairs =
                DifferenceFamily.pairwise(byPersona.map(Nps::of), NpsDifference::new, Adjustment.HOLM);
        // by hand: Holm takes the least p-value three times, the next twice, the last once
        assertThat(pairs)
                .hasToString("family to retired: NPS -28.6 to -75.0: difference -46.4 (95 % -114.2 to 50.6), p 0.5363,"
                        + " n 7 and 4, 1 invalid, adjusted p 0.5363 (Holm)\n"
                        + "family to student: NPS -28.6 to 75.0: difference 103.6 (95 % 17.6 to 152.4), p 0.02200,"
                        + " n 7 and 8, 1 missing, 1 invalid, adjusted p 0.04400 (Holm)\n"
                        + "retired to student: NPS -75.0 to 75.0: difference 150.0 (95 % 47.2 to 177.1), p 0.002127,"
                        + " n 4 and 8, 1 missing, adjusted p 0.006380 (Holm)");
        assertThat(pairs.significant(0.01).keySet())
                .containsExactly(new Pair<>(PersonaId.of("retired"), PersonaId.of("student")));
    }

    @Test
    void touchpointsStandInALeagueTable() {
        Grouped<TouchpointId, RatingTally> byTouchpoint = NPS.stream()
                .collect(Grouped.by(
                        response -> Objects.requireNonNull(response.touchpoint()),
                        RatingTally.ofResponses(RatingScale.ZERO_TO_TEN)));
        Consistency<TouchpointId> league = Consistency.of(Scoring.nps(), byTouchpoint);
        assertThat(league.shrinkage().ranking())
                .extracting(ShrunkenGroup::key)
                .containsExactly(APP.id(), SITE.id(), CHAT.id(), STORE.id(), PHONE.id());
        assertThat(league).hasToString("""
                        NPS: mean 7.077 (95 % -57.723 to 71.877), tau 66.653, I² 85.7 %, 5 groups (REML), n 19, \
                        1 missing, 1 invalid
                        intraclass correlation 0.422 (95 % -0.010 to 0.893), 5 groups, n 19, 1 missing, 1 invalid
                        rank  group  may be  n     own  shrunken               95 %
                        1       app  1 to 4  5   80.00     75.10    40.96 to 100.00
                        2      site  1 to 4  3   66.67     58.15     7.91 to 100.00
                        3      chat  1 to 5  3    0.00      2.36    -76.11 to 80.83
                        4     store  1 to 5  4  -50.00    -33.06   -100.00 to 40.66
                        5     phone  3 to 5  4  -75.00    -67.17  -100.00 to -26.34
                        """);
    }

    @Test
    void aPublishedLeagueTableNamesWhatIsSuppressedAndRanksTheRest() {
        Grouped<TouchpointId, RatingTally> byTouchpoint = NPS.stream()
                .collect(Grouped.by(
                        response -> Objects.requireNonNull(response.touchpoint()),
                        RatingTally.ofResponses(RatingScale.ZERO_TO_TEN)));
        // by hand: chat and site have 3 answers each, which are too few; app 5, phone 4, store 4
        Consistency<TouchpointId> league = Consistency.of(Scoring.nps(), byTouchpoint.release(4, RatingTally::valid));
        assertThat(league.suppressed()).containsExactly(CHAT.id(), SITE.id());
        assertThat(league.shrinkage().ranking())
                .extracting(ShrunkenGroup::key)
                .containsExactly(APP.id(), STORE.id(), PHONE.id());
        // 14 answers of which one is invalid; the figures are those of the league of these three alone
        assertThat(league).hasToString("""
                        NPS: mean -12.322 (95 % -100.000 to 86.528), tau 82.481, I² 91.8 %, 3 groups (REML), n 13, \
                        1 invalid
                        intraclass correlation 0.582 (95 % 0.062 to 0.985), 3 groups, n 13, 1 invalid
                        rank  group  may be  n     own  shrunken               95 %
                        1       app  1 to 2  5   80.00     75.85    41.30 to 100.00
                        2     store  1 to 3  4  -50.00    -41.86   -100.00 to 36.26
                        3     phone  2 to 3  4  -75.00    -70.96  -100.00 to -29.42
                               chat                                                  suppressed
                               site                                                  suppressed
                        """);
    }

    @Test
    void employeesRecommendTheirEmployerByTheSameEngine() {
        List<Response> employees = Stream.of(
                        answers("enps", STORE, "cashier", 9, 8, 6, MISSING),
                        answers("enps", STORE, "manager", 10, 9, 7))
                .flatMap(List::stream)
                .toList();
        Grouped<PersonaId, RatingTally> byRole = employees.stream()
                .collect(Grouped.by(SegmentTest::persona, RatingTally.ofResponses(RatingScale.ZERO_TO_TEN)));
        // by hand: 3 promoters, 2 passives, 1 detractor
        assertThat(Nps.of(byRole.total())).isEqualTo(new Nps(3, 2, 1, 1, 0));
        assertThat(new NpsDifference(
                        Nps.of(byRole.tally(PersonaId.of("cashier"))), Nps.of(byRole.tally(PersonaId.of("manager")))))
                .hasToString("NPS 0.0 to 66.7: difference 66.7 (95 % -49.7 to 141.1), p 0.4268, n 3 and 3, 1 missing");
    }

    /** So many who are satisfied, and so many who are not. */
    private static int[] satisfied(int yes, int no) {
        return IntStream.concat(
                        IntStream.range(0, yes).map(i -> 4 + i % 2),
                        IntStream.range(0, no).map(i -> 1 + i % 3))
                .toArray();
    }

    @Test
    void twoTouchpointsAreShownToBeEquivalentWithinAMargin() {
        Grouped<TouchpointId, RatingTally> byTouchpoint = Stream.of(
                        answers("csat", APP, "student", satisfied(98, 2)),
                        answers("csat", SITE, "student", satisfied(97, 3)),
                        answers("csat", PHONE, "family", satisfied(8, 2)))
                .flatMap(List::stream)
                .collect(Grouped.by(
                        response -> Objects.requireNonNull(response.touchpoint()),
                        RatingTally.ofResponses(RatingScale.ONE_TO_FIVE)));
        Map<TouchpointId, Csat> csat = byTouchpoint.map(Csat::of);
        Equivalence alike =
                ShareDifference.of(csat.get(APP.id()), csat.get(SITE.id())).equivalence(0.1);
        // by hand: 99 of 102 and 98 of 102 with one of each kind added; z is 0.1 - 1/102 over the error
        assertThat(alike.test().centre()).isCloseTo(-1 / 102.0, within(1e-15)); // a rounding
        assertThat(alike.test().standardError())
                .isCloseTo(Math.sqrt((99 * 3 + 98 * 4) / Math.pow(102, 3)), within(1e-15)); // roundings
        assertThat(alike.n()).isEqualTo(200);
        assertThat(alike.shown(0.05)).isEqualTo(Outcome.of(true));
        // z 1.5775, which leaves 0.0573 beyond
        Equivalence closer =
                ShareDifference.of(csat.get(APP.id()), csat.get(SITE.id())).equivalence(0.05);
        assertThat(closer.pValue().toOptional().orElseThrow()).isCloseTo(0.0573, within(0.0001)); // four digits
        assertThat(closer.shown(0.05)).isEqualTo(Outcome.of(false));
        // ten answers show neither a difference nor that there is none
        ShareDifference few = ShareDifference.of(csat.get(APP.id()), csat.get(PHONE.id()));
        assertThat(few.equivalence(0.1).shown(0.05)).isEqualTo(Outcome.of(false));
    }

    private static List<Response> answersIn(String month, Touchpoint touchpoint, int... ratings) {
        List<Response> responses = new ArrayList<>();
        for (int rating : ratings) {
            String id = month + "-" + touchpoint.id() + "-" + responses.size();
            responses.add(Response.builder(ResponseId.of(id), "nps", Instant.parse(month + "-15T10:00:00Z"))
                    .rating(rating)
                    .touchpoint(touchpoint.id())
                    .build());
        }
        return responses;
    }

    /** By hand: a month with 3 promoters and 1 detractor is at 50, one with 1 and 3 at -50, and as sure. */
    @Test
    void eachTouchpointHasATrendOverItsMonths() {
        Map<TouchpointId, NpsTrend> trends = Stream.of(
                        answersIn("2024-01", APP, 9, 0, 3, 6),
                        answersIn("2024-02", APP, 10, 9, 5, 0),
                        answersIn("2024-03", APP, 9, 9, 10, 4),
                        answersIn("2024-01", STORE, 10, 10, 9, 0),
                        answersIn("2024-04", STORE, 9, 0, 0, 0))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        response -> Objects.requireNonNull(response.touchpoint()),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), SegmentTest::monthlyTrend)));
        assertThat(trends.keySet()).containsExactly(APP.id(), STORE.id());
        NpsTrend app = Objects.requireNonNull(trends.get(APP.id()));
        assertThat(app.periods()).extracting(Nps::score).containsExactly(-50.0, 0.0, 50.0);
        assertThat(app.slope()).isCloseTo(50, within(1e-12)); // roundings of weights
        // January to April with two months without an answer: 100 points down in three steps
        NpsTrend store = Objects.requireNonNull(trends.get(STORE.id()));
        assertThat(store.periods()).extracting(Nps::responses).containsExactly(4L, 0L, 0L, 4L);
        assertThat(store.slope()).isCloseTo(-100 / 3.0, within(1e-12)); // roundings of weights
    }

    private static NpsTrend monthlyTrend(List<Response> responses) {
        Grouped<CalendarPeriod, RatingTally> monthly = responses.stream()
                .collect(Grouped.by(
                        response -> CalendarUnit.MONTH.of(response.instant(), ZoneOffset.UTC),
                        RatingTally.ofResponses(RatingScale.ZERO_TO_TEN)));
        return NpsTrend.of(
                TallySeries.of(monthly).asMap().values().stream().map(Nps::of).toList());
    }

    /** A key of one's own: any that has an order. */
    private record Kind(Channel channel, Device device, ServiceModel serviceModel) implements Comparable<Kind> {
        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::channel).thenComparing(Kind::device).thenComparing(Kind::serviceModel);

        static Kind of(Response response) {
            Touchpoint touchpoint = Objects.requireNonNull(MAP.get(response.touchpoint()));
            return new Kind(touchpoint.channel(), touchpoint.device(), touchpoint.serviceModel());
        }

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    @Test
    void oneMetricIsToldForEachChannelDeviceAndServiceModel() {
        List<Response> also = answers("nps", CHAT, "student", 10, MISSING); // of a kind that is there already
        Grouped<Kind, RatingTally> byKind = Stream.concat(NPS.stream(), also.stream())
                .collect(Grouped.by(Kind::of, RatingTally.ofResponses(RatingScale.ZERO_TO_TEN)));
        // counted by hand; in the order of the names of the channels
        assertThat(byKind.map(Nps::of))
                .containsExactly(
                        Map.entry(
                                new Kind(Channel.CHAT, Device.DESKTOP, ServiceModel.ASSISTED), new Nps(2, 1, 1, 1, 0)),
                        Map.entry(
                                new Kind(Channel.MOBILE_APP, Device.MOBILE, ServiceModel.SELF_SERVICE),
                                new Nps(4, 1, 0, 0, 0)),
                        Map.entry(new Kind(Channel.PHONE, Device.NONE, ServiceModel.ASSISTED), new Nps(0, 1, 3, 0, 0)),
                        Map.entry(new Kind(Channel.STORE, Device.NONE, ServiceModel.ASSISTED), new Nps(1, 0, 3, 0, 1)),
                        Map.entry(
                                new Kind(Channel.WEBSITE, Device.DESKTOP, ServiceModel.SELF_SERVICE),
                                new Nps(2, 1, 0, 1, 0)));
    }
}
