package org.cxkit.journey.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
                    GroupedBars.Group.of("Site", List.of(120000.0, 98000.0)),
                    GroupedBars.Group.of("Chat", List.of(6000.0, 0.0))));

    public static final GroupedBars SURE_CREDIT = new GroupedBars(
            "Credit",
            "",
            1,
            List.of("first", "last"),
            List.of(new GroupedBars.Group(
                    "Site",
                    List.of(12.0, 9.5),
                    List.of(new GroupedBars.Range(9.8, 14.9), new GroupedBars.Range(9.5, 9.5)))));

    public static final TransitionGraph FLOWS = flows(
            "Flows",
            "start Email 3",
            "start Site 1",
            "Email Site 2",
            "Site Email 1",
            "Email Email 1",
            "Site sold 2",
            "Site gone 0",
            "Email gone 2");

    public static final WhaleChart WHALE = whale("Whale curve", 50.0, 80.0, 90.0, 85.5, 60.0);

    public static final TrackingChart TRACKING = tracking("Tracking", 0, 12, 30.5, 41);

    public static final HistogramBars ALIVE =
            new HistogramBars("P(alive)", "probability", 0, 1, List.of(3L, 0L, 1200L, 40L));

    private Charts() {}

    /** A week between two points, the calibration ended at the second one; what is expected is one less. */
    private static TrackingChart tracking(String title, double... sums) {
        LocalDate first = LocalDate.of(2026, 3, 2);
        List<TrackingChart.Point> points = new ArrayList<>();
        for (double sum : sums) {
            points.add(new TrackingChart.Point(first.plusWeeks(points.size()), sum, Math.max(0, sum - 1)));
        }
        return new TrackingChart(title, first.plusWeeks(1), points);
    }

    private static WhaleChart whale(String title, double... sums) {
        List<WhaleChart.Point> points = new ArrayList<>();
        for (double sum : sums) {
            points.add(new WhaleChart.Point(points.size() + 1L, sum));
        }
        return new WhaleChart(title, "EUR", points);
    }

    /** A graph of edges such as {@code Email sold 2}. */
    static TransitionGraph flows(String title, String... edges) {
        List<TransitionGraph.Edge> all = new ArrayList<>();
        for (String edge : edges) {
            String[] parts = edge.split(" ", -1);
            all.add(new TransitionGraph.Edge(parts[0], parts[1], Double.parseDouble(parts[2])));
        }
        return new TransitionGraph(title, "start", "sold", "gone", all);
    }

    /** Every transition between so many channels, each as frequent as chance of this seed has it. */
    static TransitionGraph dense(int channels, long seed) {
        Random random = new Random(seed);
        List<String> edges = new ArrayList<>();
        for (int from = 0; from < channels; from++) {
            edges.add("start c" + from + " " + random.nextInt(1000));
            edges.add("c" + from + " sold " + random.nextInt(200));
            edges.add("c" + from + " gone " + random.nextInt(500));
            for (int to = 0; to < channels; to++) {
                edges.add("c" + from + " c" + to + " " + random.nextInt(100));
            }
        }
        return flows("Dense", edges.toArray(String[]::new));
    }

    /** {@return the pictures of all by name, those of nothing among them} */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("interval bars", NPS.svg());
        all.put("stacked bars", ANSWERS.svg());
        all.put("funnel bars", FUNNEL.svg());
        all.put("grouped bars", CREDIT.svg());
        all.put("grouped bars with whiskers", SURE_CREDIT.svg());
        all.put("transition graph", FLOWS.svg());
        all.put("transition graph of three channels", dense(3, 3).svg());
        all.put("transition graph of twelve channels", dense(12, 12).svg());
        all.put("transition graph of thirty channels", dense(30, 30).svg());
        all.put("whale curve", WHALE.svg());
        all.put("no interval bars", new IntervalBars("t", "", 0, 1, 1, List.of()).svg());
        all.put("no stacked bars", new StackedBars("t", List.of(), List.of()).svg());
        all.put("no funnel", new FunnelBars("t", List.of(new FunnelBars.Level("a", 0))).svg());
        all.put("no grouped bars", new GroupedBars("t", "", 1, List.of(), List.of()).svg());
        all.put("no transition graph", flows("t", "a b 0").svg());
        all.put("no whale curve", new WhaleChart("t", "", List.of()).svg());
        all.put("whale curve of losses", whale("t", -1.0, -2.5).svg());
        all.put("tracking", TRACKING.svg());
        all.put("tracking of one day", tracking("t", 3).svg());
        all.put("tracking of nothing", tracking("t", 0, 0, 0).svg());
        all.put("no tracking", tracking("t").svg());
        all.put("histogram", ALIVE.svg());
        all.put(
                "histogram of twenty parts",
                histogram("Twenty", "x", 20, 777_777).svg());
        all.put("histogram of one", histogram("t", "x", 1, 1).svg());
        all.put("no histogram", histogram("t", "x", 10, 0).svg());
        all.put("histogram without parts", new HistogramBars("t", "x", 0, 1, List.of()).svg());
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
        groups.add(new GroupedBars.Group(
                label, List.of(1e12, 0.0), List.of(new GroupedBars.Range(0, 2e12), new GroupedBars.Range(0, 0))));
        all.put("grouped bars", new GroupedBars(label, "points", 6, List.of(label, "b"), groups).svg());
        List<TransitionGraph.Edge> edges = new ArrayList<>();
        edges.add(new TransitionGraph.Edge(label + "s", label, 1e12));
        edges.add(new TransitionGraph.Edge(label, label, 0.5));
        edges.add(new TransitionGraph.Edge(label, "b", 7));
        edges.add(new TransitionGraph.Edge("b", label, 7));
        edges.add(new TransitionGraph.Edge("b", label + "e", 7));
        all.put("transition graph", new TransitionGraph(label, label + "s", label + "e", label + "l", edges).svg());
        all.put("whale curve", whale(label, 1e12, -1e12).svg());
        all.put("tracking", tracking(label, 1, 1e12, 2e12).svg());
        all.put("histogram", histogram(label, label, 10, 1L << 50).svg());
        return all;
    }

    private static HistogramBars histogram(String title, String across, int parts, long most) {
        List<Long> counts = new ArrayList<>();
        for (int i = 1; i <= parts; i++) {
            counts.add(most * i / parts);
        }
        return new HistogramBars(title, across, -1, 1, counts);
    }
}
