package org.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.cxkit.journey.map.ExampleMaps;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Step;
import org.junit.jupiter.api.Test;

class TextTwinsTest {

    @Test
    void mermaidHasASectionForEachStageAndAScoreFromOneToFive() {
        assertThat(Mermaid.of(ExampleMaps.LAMP)).isEqualTo("""
                        journey
                            title Buying a lamp
                            section Awareness
                              Sees a post: 3: Nora Bianchi
                            section Consideration
                              Search: 4: Nora Bianchi
                              Product: 4: Nora Bianchi
                              Chat: 2: Nora Bianchi
                            section Purchase
                              Purchase: 5: Nora Bianchi
                            section Advocacy
                        """);
    }

    @Test
    void mermaidLosesTheCharactersThatItsSyntaxNeeds() {
        JourneyMap map = JourneyMap.named("a: b; c #1")
                .stage("s\nt")
                .step(Step.of("x").withTitle("10:30; now"))
                .build();
        assertThat(Mermaid.of(map)).isEqualTo("journey\n    title a b c 1\n    section s t\n      10 30 now: 3\n");
    }

    @Test
    void markdownHasARowForEachStep() {
        assertThat(Markdown.of(ExampleMaps.LAMP)).isEqualTo("""
                        | Stage | Step | Channels | Emotion | Pain points | Opportunities |
                        |---|---|---|---|---|---|
                        | Awareness | Sees a post | Instagram, Word of mouth |  |  |  |
                        | Consideration | Search | Website | +0.5 | Filters forget their choice |  |
                        | Consideration | Product | Website, Review platform | +1.2 |  |  |
                        | Consideration | Chat | Chat, Phone | -1.5 | Long wait | Say how long it takes |
                        | Purchase | Purchase | Store | +1.8 |  | A bulb as a present |
                        | Advocacy | no touchpoint |
                        """);
    }

    @Test
    void markdownAddsWhatWasMeasured() {
        assertThat(Markdown.of(ExampleMaps.LAMP, ExampleMaps.LAMP_MEASURED).lines())
                .contains(
                        "| Awareness | Sees a post | Instagram, Word of mouth |  |  |  |  |  |  |  |",
                        "| Consideration | Product | Website, Review platform | +1.2 |  |  | 700 of 1,200 | 42.9 % | 1 s"
                                + " | +0.8 (+0.6 to +1.0), n 320 |",
                        "| Purchase | Purchase | Store | +1.8 |  | A bulb as a present | 0 of 1,200 |  |  |  |");
    }

    @Test
    void markdownCellsAreEscaped() {
        JourneyMap map = JourneyMap.named("m")
                .stage("a|b")
                .step(Step.of("x").withTitle("<b>\\\n1"))
                .build();
        assertThat(Markdown.of(map)).contains("| a\\|b | &lt;b>\\\\ 1 |");
    }
}
