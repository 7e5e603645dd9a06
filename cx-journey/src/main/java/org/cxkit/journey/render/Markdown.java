package org.cxkit.journey.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.MapStage;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.MeasuredStep;
import org.cxkit.journey.map.Opportunity;
import org.cxkit.journey.map.PainPoint;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.svg.Numerals;
import org.jspecify.annotations.Nullable;

/** Writes a map as a Markdown table, one row for each step: what a screen reader or a diff can use. Stateless and thread-safe. */
public final class Markdown {
    private static final List<String> DESIGNED =
            List.of("Stage", "Step", "Channels", "Emotion", "Pain points", "Opportunities");
    private static final List<String> MEASURED = List.of("Reached", "End here", "Next after", "Felt");

    private Markdown() {}

    /**
     * {@return the table of a designed map, lines ending in {@code \n}; a stage without a step has a row of its own}
     *
     * @param map what to write
     */
    public static String of(JourneyMap map) {
        return table(map, null);
    }

    /**
     * {@return the table of a designed map with what was measured; a cell without a value is empty}
     *
     * @param map what to write
     * @param measured the numbers
     */
    public static String of(JourneyMap map, Measured measured) {
        return table(map, measured);
    }

    private static String table(JourneyMap map, @Nullable Measured measured) {
        List<String> head = new ArrayList<>(DESIGNED);
        if (measured != null) {
            head.addAll(MEASURED);
        }
        StringBuilder text = new StringBuilder();
        row(text, head);
        text.append("|---".repeat(head.size())).append("|\n");
        for (MapStage stage : map.stages()) {
            List<Step> steps = stage.steps();
            if (steps.isEmpty()) {
                row(text, List.of(stage.stage().name(), "no touchpoint"));
            }
            for (Step step : steps) {
                List<String> cells = new ArrayList<>(designed(stage, step));
                if (measured != null) {
                    cells.addAll(measured(measured.step(step.id())));
                }
                row(text, cells);
            }
        }
        return text.toString();
    }

    private static List<String> designed(MapStage stage, Step step) {
        return List.of(
                stage.stage().name(),
                step.title(),
                step.channels().stream().map(Channel::name).collect(Collectors.joining(", ")),
                step.emotion() == null ? "" : Numerals.signed(step.emotion().value()),
                step.painPoints().stream().map(PainPoint::text).collect(Collectors.joining("; ")),
                step.opportunities().stream().map(Opportunity::text).collect(Collectors.joining("; ")));
    }

    private static List<String> measured(Optional<MeasuredStep> found) {
        if (found.isEmpty()) {
            return List.of("", "", "", "");
        }
        MeasuredStep step = found.get();
        return List.of(
                Numerals.count(step.reached()) + " of " + Numerals.count(step.cases()),
                step.dropOff().toOptional().map(Numerals::percent).orElse(""),
                step.medianWait() == null ? "" : Numerals.duration(step.medianWait()),
                step.emotion() == null ? "" : EmotionLane.text(step.emotion()));
    }

    private static void row(StringBuilder text, List<String> cells) {
        for (String cell : cells) {
            text.append("| ").append(plain(cell)).append(' ');
        }
        text.append("|\n");
    }

    private static String plain(String cell) {
        return cell.replaceAll("\\s+", " ")
                .strip()
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;");
    }
}
