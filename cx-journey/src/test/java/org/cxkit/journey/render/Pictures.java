package org.cxkit.journey.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cxkit.journey.map.ExampleMaps;

/** One picture of each kind. */
final class Pictures {
    static final IntervalBars NPS = new IntervalBars(
            "NPS by channel",
            "",
            -100,
            100,
            1,
            List.of(
                    new IntervalBars.Bar("Store", 42.1, 31.0, 53.2, "n 812"),
                    new IntervalBars.Bar("Chat", -31.5, -42.2, -20.1, "n 160"),
                    new IntervalBars.Bar("Site", 100.0, null, null, ""),
                    IntervalBars.Bar.none("Letter", "no data (no responses)")));

    static final StackedBars ANSWERS = new StackedBars(
            "Answers",
            List.of("detractors", "passives", "promoters"),
            List.of(
                    new StackedBars.Row("Store", List.of(120L, 200L, 480L)),
                    new StackedBars.Row("Letter", List.of(0L, 0L, 0L))));

    static final FunnelBars FUNNEL = new FunnelBars(
            "Open funnel",
            List.of(
                    new FunnelBars.Level("Product", 3100),
                    new FunnelBars.Level("Cart", 1190),
                    new FunnelBars.Level("Purchase", 1190)));

    static final GroupedBars CREDIT = new GroupedBars(
            "Credit",
            "EUR",
            0,
            List.of("first", "last"),
            List.of(
                    new GroupedBars.Group("Site", List.of(120000.0, 98000.0)),
                    new GroupedBars.Group("Chat", List.of(6000.0, 0.0))));

    static final WhaleChart WHALE = whale("Whale curve", "EUR", 50.0, 80.0, 90.0, 85.5, 60.0);

    private Pictures() {}

    /** {@return all pictures by name, those of nothing among them} */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("map", Svg.of(ExampleMaps.LAMP));
        all.put("measured map", Svg.of(ExampleMaps.LAMP, ExampleMaps.LAMP_MEASURED));
        all.put("interval bars", Svg.of(NPS));
        all.put("stacked bars", Svg.of(ANSWERS));
        all.put("funnel bars", Svg.of(FUNNEL));
        all.put("grouped bars", Svg.of(CREDIT));
        all.put("whale curve", Svg.of(WHALE));
        all.put("no interval bars", Svg.of(new IntervalBars("t", "", 0, 1, 1, List.of())));
        all.put("no stacked bars", Svg.of(new StackedBars("t", List.of(), List.of())));
        all.put("no funnel", Svg.of(new FunnelBars("t", List.of(new FunnelBars.Level("a", 0)))));
        all.put("no grouped bars", Svg.of(new GroupedBars("t", "", 1, List.of(), List.of())));
        all.put("no whale curve", Svg.of(whale("t", "")));
        all.put("whale curve of losses", Svg.of(whale("t", "", -1.0, -2.5)));
        return all;
    }

    private static WhaleChart whale(String title, String unit, double... cumulative) {
        List<WhaleChart.Point> points = new ArrayList<>();
        for (double sum : cumulative) {
            points.add(new WhaleChart.Point(points.size() + 1, sum));
        }
        return new WhaleChart(title, unit, points);
    }

    /** {@return the same kinds with this label wherever a label can be} */
    static Map<String, String> labelled(String label) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("map", Svg.of(LabelledMaps.map(label, 4), LabelledMaps.measured(4)));
        all.put("map of one", Svg.of(LabelledMaps.map(label, 1)));
        all.put(
                "interval bars",
                Svg.of(new IntervalBars(
                        label, "", 0, 10, 2, List.of(new IntervalBars.Bar(label, 5.0, 4.0, 6.0, label)))));
        all.put(
                "stacked bars",
                Svg.of(new StackedBars(
                        label, List.of(label, "b"), List.of(new StackedBars.Row(label, List.of(1L, 9L))))));
        all.put(
                "funnel",
                Svg.of(new FunnelBars(label, List.of(new FunnelBars.Level(label, 9), new FunnelBars.Level(label, 1)))));
        List<GroupedBars.Group> groups = new ArrayList<>();
        groups.add(new GroupedBars.Group(label, List.of(1e12, 0.0)));
        all.put("grouped bars", Svg.of(new GroupedBars(label, "points", 6, List.of(label, "b"), groups)));
        all.put("whale curve", Svg.of(whale(label, "EUR", 1e12, -1e12)));
        return all;
    }
}
