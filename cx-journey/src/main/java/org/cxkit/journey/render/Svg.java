package org.cxkit.journey.render;

import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Measured;

/**
 * Draws maps as SVG documents: a string that is a file of its own and can also stand inside an HTML page.
 *
 * <p>The same input always gives the same bytes. A picture has no script, loads nothing, names no font that must be
 * there, escapes what it is given, wraps long labels instead of cutting them, says in words what it shows ({@code title},
 * {@code desc}), and follows the reader's choice of light or dark; print is light. Its colours are CSS variables named
 * {@code --cx-…}, which a page may set. Stateless and thread-safe.
 */
public final class Svg {
    private Svg() {}

    /**
     * {@return the picture of a designed map}
     *
     * <p>Maps keep their natural size, about 160 pixels a step: let a page scroll them sideways.
     *
     * @param map what to draw
     */
    public static String of(JourneyMap map) {
        return new MapDrawing(map, null).svg();
    }

    /**
     * {@return the picture of a designed map with what was measured along it: under each step who reached it, who ended
     * there, the wait to the next, and beside the designed emotion the measured one}
     *
     * @param map what to draw
     * @param measured the numbers; a step that is not in them says "not measured"
     */
    public static String of(JourneyMap map, Measured measured) {
        return new MapDrawing(map, measured).svg();
    }
}
