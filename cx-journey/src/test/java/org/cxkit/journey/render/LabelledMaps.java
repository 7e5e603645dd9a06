package org.cxkit.journey.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cxkit.core.persona.Persona;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.JourneyMapBuilder;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.MeasuredEmotion;
import org.cxkit.journey.map.MeasuredStep;
import org.cxkit.journey.map.Opportunity;
import org.cxkit.journey.map.Step;

/** Maps of any size. */
final class LabelledMaps {
    private LabelledMaps() {}

    /** {@return a map with the label wherever one can be: three stages, every lane} */
    static JourneyMap map(String label, int steps) {
        JourneyMapBuilder builder = JourneyMap.named(label)
                .persona(Persona.builder("p")
                        .name(label)
                        .goal(label)
                        .quote(label)
                        .build());
        for (int i = 0; i < steps; i++) {
            if (i % 3 == 0) {
                builder.stage(i + " " + label);
            }
            Step step = Step.of("t" + i)
                    .withTitle(label)
                    .withText(label)
                    .withChannels(Channel.known().toArray(Channel[]::new))
                    .withEmotion((i % 5) - 2)
                    .withPainPoint(label, 1 + i % 5)
                    .withOpportunity(Opportunity.Kind.HEADROOM, label, 1)
                    .withOpportunity(Opportunity.Kind.DELIGHT, label, 5)
                    .withBackstage(label)
                    .withPromise(Duration.ofSeconds(100_000));
            if (i % 2 == 0) {
                builder.optional(step);
            } else {
                builder.loop(step);
            }
        }
        return builder.build();
    }

    /** {@return a map as people draw them: six touchpoints in each of five stages, a pain point at every other} */
    static JourneyMap thirty() {
        JourneyMapBuilder builder = JourneyMap.named("Thirty touchpoints");
        for (int i = 0; i < 30; i++) {
            if (i % 6 == 0) {
                builder.stage("Stage " + i / 6);
            }
            Step step = Step.of("t" + i)
                    .withTitle("Asks the service desk")
                    .withText("Wants to know when the parcel arrives")
                    .withChannels(i % 2 == 0 ? Channel.WEBSITE : Channel.STORE)
                    .withEmotion((i * 7 % 9 - 4) / 2.0);
            if (i % 2 == 0) {
                step = step.withPainPoint("Waits for an answer longer than promised", 1 + i % 5);
            }
            builder.step(i % 3 == 0 ? step.withOpportunity(Opportunity.Kind.HEADROOM, "Answer sooner", 3) : step);
        }
        return builder.build();
    }

    /** {@return numbers for that many steps} */
    static Measured measured(int steps) {
        List<MeasuredStep> measured = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            measured.add(new MeasuredStep(
                    TouchpointId.of("t" + i),
                    1_000_000_000,
                    999_999_999 - i,
                    300,
                    Duration.ofSeconds(1 + 1000L * i * i),
                    new MeasuredEmotion(0.25, -1.25, 1.75, 123_456)));
        }
        return new Measured(1_000_000_000, 2_000_000_000, 7, measured);
    }
}
