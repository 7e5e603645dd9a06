package org.cxkit.journey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.MeasuredEmotion;
import org.cxkit.journey.page.Html;
import org.cxkit.journey.page.Text;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.attribution.ModelIntervals;
import org.cxkit.metrics.communication.CommunicationCoverage;
import org.cxkit.metrics.communication.StageContacts;
import org.cxkit.metrics.fourc.FourCReport;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.touch.TouchLog;
import org.junit.jupiter.api.Test;

class ChapterBuilderTest {

    @Test
    void satisfactionAtATouchpointIsTheEmotionOfItsStep() {
        // by hand: mean 4.25 of 1 to 5 is 4 * 3.25 / 4 - 2
        MeasuredEmotion felt = emotion(RatingScale.ONE_TO_FIVE, 5, 4, 4, 4);
        assertThat(felt.mean()).isCloseTo(1.25, within(1e-12));
        assertThat(felt.responses()).isEqualTo(4);
        assertThat(felt.low()).isLessThan(1.25).isGreaterThan(0);
        assertThat(felt.high()).isGreaterThan(1.25).isLessThanOrEqualTo(2);
    }

    @Test
    void whereLowIsGoodALowMeanIsAGoodEmotion() {
        MeasuredEmotion felt = emotion(new RatingScale(1, 5, true), 1, 2, 2, 2);
        MeasuredEmotion mirrored = emotion(RatingScale.ONE_TO_FIVE, 5, 4, 4, 4);
        assertThat(felt.mean()).isCloseTo(mirrored.mean(), within(1e-12));
        assertThat(felt.low()).isCloseTo(mirrored.low(), within(1e-12));
        assertThat(felt.high()).isCloseTo(mirrored.high(), within(1e-12));
    }

    @Test
    void emotionsThatComeAfterTheJourneyAreNotPartOfIt() {
        Chapter chapter = Chapter.titled("t", Reports.ORIGIN)
                .journey("customers", Reports.MAP, Reports.log("checkout"))
                .ratings(Reports.responses("checkout"), List.of(Reports.CSAT))
                .build();
        assertThat(Objects.requireNonNull(chapter.journey()).measured().steps())
                .allSatisfy(step -> assertThat(step.emotion()).isNull());
    }

    @Test
    void onlyQuestionsAskedForAndGroupsThatAreKnownAreTold() {
        List<Response> responses = List.of(
                Response.builder(ResponseId.of("a"), "NPS", Reports.NOON)
                        .rating(9)
                        .build(),
                Response.builder(ResponseId.of("b"), "CSAT", Reports.NOON)
                        .rating(5)
                        .build());
        Chapter chapter = Chapter.titled("t", Reports.ORIGIN)
                .ratings(responses, List.of(Reports.NPS, Question.usual("CES")))
                .build();
        assertThat(chapter.ratings()).isEmpty();
        assertThat(chapter.insights()).isEmpty();
    }

    @Test
    void findingsStandInTheOrderOfTheParts() {
        assertThat(Reports.full("checkout").insights())
                .extracting(Insight::kind)
                .startsWith(Insight.Kind.WEAK_GROUP)
                .endsWith(
                        Insight.Kind.BROKEN_PROMISE,
                        Insight.Kind.ASSISTS_ONLY,
                        Insight.Kind.ASSISTS_ONLY,
                        Insight.Kind.MARGIN_DESTROYED);
        assertThat(Reports.aboutNothing().insights()).isEmpty();
    }

    @Test
    void creditIsByTimeDecayOnlyWhereAgesAreKnown() {
        TouchLog people =
                TouchLog.create().touch("ann", Reports.NOON, "Search").converted("ann", Reports.NOON.plusSeconds(60));
        Chapter chapter = Chapter.titled("t", Reports.ORIGIN)
                .touches("With ages", people, Duration.ofDays(1))
                .credit(
                        "Without",
                        PathTally.accumulator().converted("Search", 1).result())
                .build();
        assertThat(chapter.credits())
                .extracting(table -> table.credit().models().stream()
                        .map(ModelIntervals::model)
                        .toList())
                .containsExactly(
                        List.of("first", "linear", "last", "time decay 7 d", "Markov order 1"),
                        List.of("first", "linear", "last", "Markov order 1"));
    }

    @Test
    void ofVeryManyTouchpointsThereIsNoChain() {
        PathAccumulator few = PathAccumulator.create();
        for (int i = 0; i < 200; i++) {
            few.converted("t" + i, 1);
        }
        PathAccumulator many = few.copy().converted("one more", 1);
        Chapter chapter = Chapter.titled("t", Reports.ORIGIN)
                .credit("Few", few.result())
                .credit("Many", many.result())
                .build();
        assertThat(chapter.credits().get(0).chain()).isNotNull();
        assertThat(chapter.credits().get(1).chain()).isNull();
        assertThat(chapter.credits().get(1).credit().models()).hasSize(3);
        CxReport report = new CxReport("r", List.of(chapter));
        assertThat(Html.of(report).split("Removal effects:", -1)).hasSize(1 + 2); // its title twice, in one picture
        assertThat(Text.of(report).split("\nRemoval effects\n", -1)).hasSize(2);
    }

    @Test
    void communicationIsToldFromTheJourneyAndWhatComesAfterItsEnd() {
        EventLog log = EventLog.builder()
                .add("a", "view", Reports.NOON)
                .add("a", "purchase", Reports.NOON.plusSeconds(60))
                .add("a", "noise", Reports.NOON.plusSeconds(120))
                .add("a", "view", Reports.NOON.plusSeconds(180))
                .add("b", "purchase", Reports.NOON)
                .add("c", "noise", Reports.NOON)
                .build();
        Chapter ended = Chapter.titled("t", Reports.ORIGIN)
                .journey("customers", Reports.MAP, log, "view", "purchase")
                .build();
        // by hand: at the stage of the purchase four contacts of two customers, none at advocacy, two are at no stage
        CommunicationCoverage told = Objects.requireNonNull(ended.fourC())
                .communication()
                .toOptional()
                .orElseThrow();
        assertThat(told)
                .isEqualTo(new CommunicationCoverage(
                        List.of(
                                new StageContacts(StageId.of("purchase"), 4, 2),
                                new StageContacts(StageId.of("advocacy"), 0, 0)),
                        2,
                        1,
                        2,
                        2,
                        3));
        Chapter open = Chapter.titled("t", Reports.ORIGIN)
                .journey("customers", Reports.MAP, log)
                .build();
        assertThat(Objects.requireNonNull(open.fourC()).communication().map(CommunicationCoverage::completed))
                .isEqualTo(Outcome.of(0L));
    }

    @Test
    void whatIsSaidOfTheFourCGoesBeforeWhatTheChapterTells() {
        FourCReport said = Reports.fourC("a name");
        Chapter chapter = Chapter.titled("t", Reports.ORIGIN)
                .fourC(said)
                .journey("customers", Reports.MAP, Reports.log("checkout"))
                .convenience("", Reports.portfolio("f"))
                .build();
        FourCReport told = Objects.requireNonNull(chapter.fourC());
        ConvenienceTable table = Objects.requireNonNull(chapter.convenience());
        assertThat(told.needs()).isEqualTo(said.needs());
        assertThat(told.cost()).isEqualTo(said.cost());
        assertThat(told.communication()).isEqualTo(said.communication());
        assertThat(told.prospects()).isEqualTo(Outcome.of(table.prospect()));
        assertThat(told.existing()).isEqualTo(Outcome.of(table.existing()));
    }

    private static MeasuredEmotion emotion(RatingScale scale, int... ratings) {
        List<Response> responses = new ArrayList<>();
        for (int rating : ratings) {
            responses.add(Response.builder(ResponseId.of("r" + responses.size()), "q", Reports.NOON)
                    .rating(rating)
                    .touchpoint(TouchpointId.of("checkout"))
                    .build());
        }
        Chapter chapter = Chapter.titled("t", Reports.ORIGIN)
                .ratings(responses, List.of(new Question("q", scale, RatingMetric.CSAT)))
                .journey("customers", Reports.MAP, Reports.log("checkout"))
                .build();
        return Objects.requireNonNull(Objects.requireNonNull(chapter.journey())
                .measured()
                .step(TouchpointId.of("checkout"))
                .orElseThrow()
                .emotion());
    }
}
