package org.cxkit.journey.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One chart of each kind. */
public final class Charts {
    public static final IntervalBars NPS = new IntervalBars(
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

    public static final StackedBars ANSWERS = new StackedBars(
            "Answers",
            List.of("detractors", "passives", "promoters"),
            List.of(
                    new StackedBars.Row("Store", List.of(120L, 200L, 480L)),
                    new StackedBars.Row("Letter", List.of(0L, 0L, 0L))));

    public static final FunnelBars FUNNEL = new FunnelBars(
            "Open funnel",
            List.of(
                    new FunnelBars.Level("Product", 3100),
                    new FunnelBars.Level("Cart", 1190),
                    new FunnelBars.Level("Purchase", 1190)));

    public static final GroupedBars CREDIT = new GroupedBars(
            "Credit",
            "EUR",
            0,
            List.of("first", "last"),
            List.of(
                    new GroupedBars.Group("Site", List.of(120000.0, 98000.0)),
                    new GroupedBars.Group("Chat", List.of(6000.0, 0.0))));

    public static final WhaleChart WHALE = whale("Whale curve", 50.0, 80.0, 90.0, 85.5, 60.0);

    private Charts() {}

    private static WhaleChart whale(String title, double... sums) {
        List<WhaleChart.Point> points = new ArrayList<>();
        for (double sum : sums) {
            points.add(new WhaleChart.Point(points.size() + 1L, sum));
        }
        return new WhaleChart(title, "EUR", points);
    }

    /** {@return the pictures of all by name, those of nothing among them} */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("interval bars", NPS.svg());
        all.put("stacked bars", ANSWERS.svg());
        all.put("funnel bars", FUNNEL.svg());
        all.put("grouped bars", CREDIT.svg());
        all.put("whale curve", WHALE.svg());
        all.put("no interval bars", new IntervalBars("t", "", 0, 1, 1, List.of()).svg());
        all.put("no stacked bars", new StackedBars("t", List.of(), List.of()).svg());
        all.put("no funnel", new FunnelBars("t", List.of(new FunnelBars.Level("a", 0))).svg());
        all.put("no grouped bars", new GroupedBars("t", "", 1, List.of(), List.of()).svg());
        all.put("no whale curve", new WhaleChart("t", "", List.of()).svg());
        all.put("whale curve of losses", whale("t", -1.0, -2.5).svg());
        return all;
    }

    /** {@return the same kinds with this label wherever a label can be} */
    public static Map<String, String> labelled(String label) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "interval bars",
                new IntervalBars(label, "", 0, 10, 2, List.of(new IntervalBars.Bar(label, 5.0, 4.0, 6.0, label)))
                        .svg());
        all.put(
                "stacked bars",
                new StackedBars(label, List.of(label, "b"), List.of(new StackedBars.Row(label, List.of(1L, 9L))))
                        .svg());
        all.put(
                "funnel",
                new FunnelBars(label, List.of(new FunnelBars.Level(label, 9), new FunnelBars.Level(label, 1))).svg());
        List<GroupedBars.Group> groups = new ArrayList<>();
        groups.add(new GroupedBars.Group(label, List.of(1e12, 0.0)));
        all.put("grouped bars", new GroupedBars(label, "points", 6, List.of(label, "b"), groups).svg());
        all.put("whale curve", whale(label, 1e12, -1e12).svg());
        return all;
    }
}
