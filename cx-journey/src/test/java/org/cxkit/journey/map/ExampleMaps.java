package org.cxkit.journey.map;

import java.time.Duration;
import java.util.List;
import org.cxkit.core.persona.Persona;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointId;

/** Maps that several tests look at. */
public final class ExampleMaps {

    /** Every kind of element, lane and mark. */
    public static final JourneyMap LAMP = JourneyMap.named("Buying a lamp")
            .persona(Persona.builder("nora")
                    .name("Nora Bianchi")
                    .goal("Find a durable desk lamp")
                    .quote("I do not want to ask twice.")
                    .build())
            .stage("Awareness")
            .step(Step.of("post").withTitle("Sees a post").withChannels(Channel.INSTAGRAM, Channel.WORD_OF_MOUTH))
            .stage("Consideration")
            .loop(
                    Step.of("search")
                            .withText("Looks for one that fits")
                            .withChannels(Channel.WEBSITE)
                            .withEmotion(0.5)
                            .withEvents("search", "catalog")
                            .withPainPoint("Filters forget their choice", 4),
                    Step.of("product")
                            .withChannels(Channel.WEBSITE, Channel.REVIEW_PLATFORM)
                            .withEmotion(1.2))
            .optional(Step.of("chat")
                    .withChannels(Channel.CHAT, Channel.PHONE)
                    .withEmotion(-1.5)
                    .withPainPoint("Long wait", 5)
                    .withOpportunity(Opportunity.Kind.HEADROOM, "Say how long it takes", 3)
                    .withBackstage("Staffed from 9 to 17"))
            .stage("Purchase")
            .step(Step.of("purchase")
                    .withChannels(Channel.STORE)
                    .withEmotion(1.8)
                    .withOpportunity(Opportunity.Kind.DELIGHT, "A bulb as a present", 2))
            .within(Duration.ofHours(26))
            .stage("Advocacy")
            .build();

    /** Numbers along it. */
    public static final Measured LAMP_MEASURED = new Measured(
            1200,
            9000,
            90,
            List.of(
                    new MeasuredStep(TouchpointId.of("search"), 1200, 900, 200, Duration.ofSeconds(75), null),
                    new MeasuredStep(
                            TouchpointId.of("product"),
                            1200,
                            700,
                            300,
                            Duration.ofMillis(1500),
                            new MeasuredEmotion(0.8, 0.6, 1.0, 320)),
                    new MeasuredStep(
                            TouchpointId.of("chat"),
                            1200,
                            80,
                            20,
                            Duration.ofMinutes(22),
                            new MeasuredEmotion(-1.1, -1.5, -0.7, 61)),
                    new MeasuredStep(TouchpointId.of("purchase"), 1200, 0, 0, null, null)));

    private ExampleMaps() {}
}
