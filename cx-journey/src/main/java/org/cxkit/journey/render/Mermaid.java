package org.cxkit.journey.render;

import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.MapStage;
import org.cxkit.journey.map.Step;

/** Writes a map as a Mermaid {@code journey} diagram, for places that render Mermaid. Stateless and thread-safe. */
public final class Mermaid {
    private Mermaid() {}

    /**
     * {@return the diagram: a section for each stage, a task for each step, lines ending in {@code \n}}
     *
     * <p>Mermaid has five whole scores: the emotion plus 3, rounded half up, and 3 where the map leaves it open. Its
     * syntax has no escape for colons, semicolons and number signs: they become spaces.
     *
     * @param map what to write
     */
    public static String of(JourneyMap map) {
        StringBuilder text = new StringBuilder("journey\n    title ");
        text.append(plain(map.name())).append('\n');
        String actor =
                map.persona() == null ? "" : ": " + plain(map.persona().name()).replace(',', ' ');
        for (MapStage stage : map.stages()) {
            text.append("    section ").append(plain(stage.stage().name())).append('\n');
            for (Step step : stage.steps()) {
                long score =
                        step.emotion() == null ? 3 : Math.round(step.emotion().value()) + 3;
                text.append("      ").append(plain(step.title())).append(": ").append(score);
                text.append(actor).append('\n');
            }
        }
        return text.toString();
    }

    private static String plain(String text) {
        return text.replaceAll("[:;#\\s]+", " ").strip();
    }
}
