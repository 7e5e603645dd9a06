package org.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cxkit.contract.RecordContract;
import org.cxkit.journey.chart.Charts;
import org.cxkit.journey.funnel.FunnelDefinition;
import org.cxkit.journey.funnel.FunnelMode;
import org.cxkit.journey.map.ExampleMaps;
import org.cxkit.journey.map.Finding;
import org.cxkit.journey.map.Loop;
import org.cxkit.journey.map.MapElement;
import org.cxkit.journey.map.MapStage;
import org.cxkit.journey.map.MeasuredEmotion;
import org.cxkit.journey.map.Opportunity;
import org.cxkit.journey.map.OptionalElement;
import org.cxkit.journey.map.PainPoint;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.mining.Edge;
import org.cxkit.journey.mining.Variant;
import org.cxkit.journey.page.Html;
import org.cxkit.journey.page.Text;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.ConvenienceTable;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.HandoffTable;
import org.cxkit.journey.report.JourneyTable;
import org.cxkit.journey.report.LifetimeTable;
import org.cxkit.journey.report.RatingTable;
import org.cxkit.journey.report.Reports;
import org.junit.jupiter.api.Test;

class RecordsTest extends RecordContract {

    /** The mix-in that {@link MapElement} shows. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.class, name = "step"),
        @JsonSubTypes.Type(value = OptionalElement.class, name = "optional"),
        @JsonSubTypes.Type(value = Loop.class, name = "loop")
    })
    private interface ElementMixIn {}

    RecordsTest() {
        super(CxReport.class, Map.of(MapElement.class, ElementMixIn.class));
    }

    @Override
    protected Stream<Record> records() {
        return Stream.of(ofMaps(), ofMining(), ofCharts(), ofReports()).flatMap(List::stream);
    }

    private static List<Record> ofMaps() {
        MapStage stage = ExampleMaps.LAMP.stages().get(1);
        return List.of(
                ExampleMaps.LAMP,
                ExampleMaps.LAMP_MEASURED,
                ExampleMaps.LAMP_MEASURED.steps().get(1),
                new MeasuredEmotion(0.5, -1, 1.25, 7),
                stage,
                (Record) stage.elements().get(0),
                (Record) stage.elements().get(1),
                ExampleMaps.LAMP.steps().get(4),
                new PainPoint("p", 3),
                new Opportunity(Opportunity.Kind.DELIGHT, "o", 1),
                new Finding("step a", "has no channel"));
    }

    private static List<Record> ofMining() {
        FunnelDefinition steps = FunnelDefinition.steps("view", "buy");
        return List.of(
                new Edge("view", "buy"),
                new Variant(List.of("view", "buy"), 3),
                steps,
                steps.withMode(FunnelMode.OPEN_STRICT_TIME).within(Duration.ofMinutes(30)));
    }

    private static List<Record> ofCharts() {
        return List.of(
                Charts.NPS,
                Charts.NPS.bars().get(0),
                Charts.NPS.bars().get(3),
                Charts.ANSWERS,
                Charts.ANSWERS.rows().get(0),
                Charts.FUNNEL,
                Charts.FUNNEL.levels().get(0),
                Charts.CREDIT,
                Charts.CREDIT.groups().get(0),
                Charts.SURE_CREDIT,
                Charts.SURE_CREDIT.groups().get(0).ranges().get(0),
                Charts.FLOWS,
                Charts.FLOWS.edges().get(0),
                Charts.WHALE,
                Charts.WHALE.points().get(0),
                Charts.TRACKING,
                Charts.TRACKING.points().get(0),
                Charts.ALIVE);
    }

    private static List<Record> ofReports() {
        CxReport report = Reports.everything();
        Chapter full = report.chapters().get(0);
        RatingTable ratings = full.ratings().get(0);
        JourneyTable journey = Objects.requireNonNull(full.journey());
        HandoffTable handoffs = Objects.requireNonNull(full.handoffs());
        ConvenienceTable convenience = Objects.requireNonNull(full.convenience());
        LifetimeTable lifetime = Objects.requireNonNull(full.lifetime());
        return List.of(
                report,
                full,
                full.origin(),
                full.sources().get(0),
                full.insights().get(0),
                ratings,
                ratings.question(),
                ratings.total(),
                journey,
                journey.funnel().get(0),
                journey.promises().get(0),
                full.credits().get(0),
                full.credits().get(0).chain(),
                handoffs,
                handoffs.rows().get(0),
                convenience,
                Objects.requireNonNull(convenience.prospectBands()),
                convenience.worst().get(0),
                lifetime,
                lifetime.models().get(0),
                lifetime.best().get(0));
    }

    @Test
    void aReportThatWasReadAgainIsShownTheSame() {
        CxReport report = Reports.everything();
        CxReport again = again(report, CxReport.class);
        assertThat(Html.of(again)).isEqualTo(Html.of(report));
        assertThat(Text.of(again)).isEqualTo(Text.of(report));
    }
}
