package org.cxkit.journey.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cxkit.journey.svg.SvgDocument;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TransitionFlowsTest {

    @Test
    void channelsStandByTheShareOfTheirTouchesThatOpenAJourney() {
        // by hand: 3 of 5 leave Email having come from the start, 1 of 3 leave Site
        TransitionFlows flows = TransitionFlows.of(Charts.FLOWS);
        assertThat(flows.channels()).containsExactly("Email", "Site");
        assertThat(flows.again("Email")).isEqualTo(0.2);
        assertThat(flows.again("Site")).isZero();
        assertThat(flows.merged()).isZero();
        assertThat(flows.leftOut()).isZero();
        assertThat(flows.kinds()).isEqualTo(6);
    }

    @Test
    void theOrderOfTheEdgesChangesNothing() {
        TransitionGraph graph = Charts.dense(14, 1);
        List<TransitionGraph.Edge> edges = new ArrayList<>(graph.edges());
        Collections.shuffle(edges, new Random(2));
        TransitionGraph shuffled = new TransitionGraph("Dense", "start", "sold", "gone", edges);
        assertThat(shuffled.svg()).isEqualTo(graph.svg());
    }

    @Test
    void ofManyChannelsTheLeastTouchedAreOneBox() {
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            edges.add("start c" + i + " " + (100 - i));
            edges.add("c" + i + " gone " + (100 - i));
        }
        TransitionFlows flows = TransitionFlows.of(Charts.flows("t", edges.toArray(String[]::new)));
        // by hand: eleven have their own box; of 12 edges at the start and at the end, 8 each are drawn
        assertThat(flows.channels()).hasSize(12).endsWith("3 others").doesNotContain("c11", "c12", "c13");
        assertThat(flows.merged()).isEqualTo(3);
        assertThat(flows.drawn()).hasSize(16).contains(new TransitionGraph.Edge("start", "3 others", 89 + 88 + 87));
        assertThat(flows.leftOut()).isEqualTo(8);
        assertThat(flows.kinds()).isEqualTo(24);
        double hidden = 93 + 92 + 91 + 90;
        assertThat(flows.shareLeftOut()).isCloseTo(hidden / 1309, within(1e-12)); // some roundings
        assertThat(texts(Charts.flows("t", edges.toArray(String[]::new)).svg()))
                .contains("8 of 24 kinds of transitions are not drawn: 28.0 % of all transitions. 3 channels with fewer"
                        + " touches are one box.");
    }

    @Test
    void whatIsRareBesideTheMostFrequentOfItsKindIsLeftOut() {
        TransitionFlows flows = TransitionFlows.of(
                Charts.flows("t", "start a 1000", "start b 19", "start c 20", "a sold 1000", "b sold 19", "c sold 20"));
        assertThat(flows.drawn())
                .extracting(edge -> edge.from() + " " + edge.to())
                .containsExactly("start a", "a sold", "start c", "c sold");
    }

    @Test
    void aChannelCanBeCalledOthers() {
        List<String> edges = new ArrayList<>(List.of("start (2_others) 5000"));
        for (int i = 0; i < 12; i++) {
            edges.add("start c" + i + " 1");
        }
        TransitionGraph graph = Charts.flows("t", edges.toArray(String[]::new));
        List<TransitionGraph.Edge> named = graph.edges().stream()
                .map(edge -> new TransitionGraph.Edge(
                        edge.from(), edge.to().replace("(2_others)", "2 others"), edge.count()))
                .toList();
        assertThat(TransitionFlows.of(new TransitionGraph("t", "start", "sold", "gone", named))
                        .channels())
                .contains("2 others", "(2 others)");
    }

    @Test
    void noLabelLiesOnAnother() {
        for (int channels = 1; channels <= 16; channels++) {
            List<double[]> labels = new ArrayList<>();
            for (Element text :
                    SvgDocument.parse(Charts.dense(channels, channels).svg()).elements("text")) {
                if (text.getAttribute("class").contains("cx-halo")) {
                    double x = Double.parseDouble(text.getAttribute("x"));
                    double y = Double.parseDouble(text.getAttribute("y"));
                    // 11 px high; two digits and a sign are some 28 px wide
                    assertThat(labels).noneMatch(other -> Math.abs(other[0] - x) < 20 && Math.abs(other[1] - y) < 11);
                    labels.add(new double[] {x, y});
                }
            }
            assertThat(labels).hasSizeGreaterThan(channels);
        }
    }

    private static String texts(String picture) {
        StringBuilder texts = new StringBuilder();
        for (Element text : SvgDocument.parse(picture).elements("text")) {
            for (int i = 0; i < text.getChildNodes().getLength(); i++) {
                texts.append(text.getChildNodes().item(i).getTextContent()).append(' ');
            }
        }
        return texts.toString();
    }
}
