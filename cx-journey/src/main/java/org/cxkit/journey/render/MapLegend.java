package org.cxkit.journey.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.Opportunity;
import org.cxkit.journey.map.PainPoint;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Theme;
import org.cxkit.journey.svg.Xml;
import org.jspecify.annotations.Nullable;

/** What the marks of a map mean; only those that it shows. */
final class MapLegend {
    /** Of a wide map the legend takes only the left, where it is read without scrolling. */
    private static final double WIDEST = 1000;

    private final List<String> names = new ArrayList<>();
    private final List<Consumer<Xml>> swatches = new ArrayList<>();

    private MapLegend(JourneyMap map, @Nullable Measured measured) {
        entry(any(map, step -> MapLayout.has(step, Medium.DIGITAL)), "digital", box(Theme.hue(0) + " cx-half"));
        entry(any(map, step -> MapLayout.has(step, Medium.PHYSICAL)), "physical", box(Theme.outline(0)));
        entry(any(map, step -> step.emotion() != null), "emotion as designed, -2 to +2", stroke("cx-rule"));
        boolean felt = measured != null && measured.steps().stream().anyMatch(step -> step.emotion() != null);
        entry(felt, "emotion as measured, with its interval", stroke("cx-seen-line cx-dash"));
        entry(any(map, step -> !step.painPoints().isEmpty()), "pain point, larger if graver", MapLegend::pain);
        entry(has(map, Opportunity.Kind.DELIGHT), "opportunity to delight", chance(Opportunity.Kind.DELIGHT));
        entry(has(map, Opportunity.Kind.HEADROOM), "opportunity to improve", chance(Opportunity.Kind.HEADROOM));
        boolean loop = !new MapLayout(map).loops().isEmpty();
        entry(
                loop,
                "one or more times, any of these steps",
                xml -> xml.path("cx-icon", "M11 9V5q0-4-4-4h-2q-4 0-4 4v5"));
        entry(measured != null, "reached: cases with an event of the step", box("cx-seen"));
        entry(measured != null, "end here: the last event on the map is of this step", box("cx-bad"));
    }

    /** {@return the height below it} */
    static double draw(Xml xml, JourneyMap map, @Nullable Measured measured, double top, double space) {
        double width = Math.min(WIDEST, space);
        MapLegend legend = new MapLegend(map, measured);
        double y = Figure.legend(xml, legend.names, i -> legend.swatches.get(i).accept(xml), top, width);
        if (measured == null) {
            return y;
        }
        String orphans = measured.events() == 0
                ? ""
                : "; " + Numerals.count(measured.unmapped()) + " of " + Numerals.count(measured.events()) + " events ("
                        + Numerals.percent((double) measured.unmapped() / measured.events()) + ") belong to no step";
        TextBlock note = TextBlock.wrap(
                "Measured on " + Numerals.count(measured.cases()) + " cases" + orphans + ".", TextStyle.SMALL, width);
        note.draw(xml, "", Figure.MARGIN, y);
        return y + note.height();
    }

    private void entry(boolean shown, String name, Consumer<Xml> swatch) {
        if (shown) {
            names.add(name);
            swatches.add(swatch);
        }
    }

    private static boolean any(JourneyMap map, Predicate<Step> test) {
        return map.steps().stream().anyMatch(test);
    }

    private static boolean has(JourneyMap map, Opportunity.Kind kind) {
        return any(map, step -> step.opportunities().stream().anyMatch(chance -> chance.kind() == kind));
    }

    private static Consumer<Xml> box(String cssClass) {
        return xml -> xml.rect(cssClass, 0.5, 0.5, 10, 10, 2);
    }

    private static Consumer<Xml> stroke(String cssClass) {
        return xml -> xml.path(cssClass, "M0 6h12");
    }

    private static void pain(Xml xml) {
        Pin.of(new PainPoint("p", 1), 1).draw(xml, 5, 6);
    }

    private static Consumer<Xml> chance(Opportunity.Kind kind) {
        return xml -> Pin.of(new Opportunity(kind, "o", 1), 1).draw(xml, 5, 6);
    }
}
