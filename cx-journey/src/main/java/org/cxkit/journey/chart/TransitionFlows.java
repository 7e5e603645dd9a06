package org.cxkit.journey.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a transition graph is drawn: its channels from the earliest to the latest, and its most frequent transitions.
 *
 * @param channels from the top
 * @param merged how many channels the last one stands for, 0 if all have a box
 * @param drawn the transitions to draw, the most frequent first, none from a channel to itself
 * @param leaving how many leave each box, itself included
 * @param staying how many leave a channel for itself
 * @param leftOut how many kinds of transitions are not drawn
 * @param kinds how many kinds there are
 * @param shareLeftOut the share of all transitions that are not drawn
 */
record TransitionFlows(
        List<String> channels,
        int merged,
        List<TransitionGraph.Edge> drawn,
        Map<String, Double> leaving,
        Map<String, Double> staying,
        int leftOut,
        int kinds,
        double shareLeftOut) {
    private static final int MOST_CHANNELS = 12;
    private static final int MOST_AT_ENDS = 8;
    private static final int MOST_BETWEEN = 16;
    private static final double LEAST_SHARE = 0.02;

    static TransitionFlows of(TransitionGraph graph) {
        Map<String, Double> touches = new TreeMap<>();
        for (TransitionGraph.Edge edge : graph.edges()) {
            for (String box : List.of(edge.from(), edge.to())) {
                if (edge.count() > 0 && !isEnd(graph, box)) {
                    touches.merge(box, edge.count(), Double::sum);
                }
            }
        }
        Set<String> kept = kept(touches);
        int merged = touches.size() - kept.size();
        String rest = merged == 0 ? "" : free(merged + " others", touches.keySet());
        Map<String, Map<String, Double>> counts = new TreeMap<>();
        for (TransitionGraph.Edge edge : graph.edges()) {
            if (edge.count() > 0) {
                counts.computeIfAbsent(name(edge.from(), kept, touches.keySet(), rest), from -> new TreeMap<>())
                        .merge(name(edge.to(), kept, touches.keySet(), rest), edge.count(), Double::sum);
            }
        }
        Set<String> channels = new TreeSet<>(kept);
        if (merged > 0) {
            channels.add(rest);
        }
        return of(graph, counts, channels, merged, rest);
    }

    private static boolean isEnd(TransitionGraph graph, String box) {
        return box.equals(graph.start()) || box.equals(graph.converted()) || box.equals(graph.lost());
    }

    private static Set<String> kept(Map<String, Double> touches) {
        return touches.keySet().stream()
                .sorted(Comparator.comparing((String channel) -> Objects.requireNonNull(touches.get(channel)))
                        .reversed()) // stable: ties by name
                .limit(touches.size() <= MOST_CHANNELS ? MOST_CHANNELS : MOST_CHANNELS - 1)
                .collect(Collectors.toSet());
    }

    /** A name that no channel has. */
    private static String free(String name, Set<String> taken) {
        return taken.contains(name) ? free("(" + name + ")", taken) : name;
    }

    private static String name(String box, Set<String> kept, Set<String> channels, String rest) {
        return channels.contains(box) && !kept.contains(box) ? rest : box;
    }

    private static TransitionFlows of(
            TransitionGraph graph,
            Map<String, Map<String, Double>> counts,
            Set<String> boxes,
            int merged,
            String rest) {
        List<TransitionGraph.Edge> moves = new ArrayList<>();
        Map<String, Double> leaving = new TreeMap<>();
        Map<String, Double> staying = new TreeMap<>();
        counts.forEach((from, targets) -> targets.forEach((to, count) -> {
            leaving.merge(from, count, Double::sum);
            if (from.equals(to)) {
                staying.put(from, count);
            } else {
                moves.add(new TransitionGraph.Edge(from, to, count));
            }
        }));
        Map<String, Double> early = new TreeMap<>();
        for (String channel : boxes) {
            early.put(channel, count(counts, graph.start(), channel) / leaving.getOrDefault(channel, 1.0));
        }
        List<String> channels = new ArrayList<>(boxes);
        channels.sort(Comparator.comparing((String channel) -> channel.equals(rest))
                .thenComparing(channel -> -early.getOrDefault(channel, 0.0))); // stable: ties by name
        moves.sort(Comparator.comparingDouble(TransitionGraph.Edge::count).reversed());
        List<TransitionGraph.Edge> drawn = new ArrayList<>();
        frequent(drawn, moves, MOST_AT_ENDS, move -> move.from().equals(graph.start()));
        frequent(drawn, moves, MOST_AT_ENDS, move -> move.to().equals(graph.converted()));
        frequent(drawn, moves, MOST_AT_ENDS, move -> move.to().equals(graph.lost()));
        frequent(drawn, moves, MOST_BETWEEN, move -> !isEnd(graph, move.from()) && !isEnd(graph, move.to()));
        drawn.sort(Comparator.comparingDouble(TransitionGraph.Edge::count).reversed());
        double all = sum(moves)
                + staying.values().stream().mapToDouble(count -> count).sum();
        return new TransitionFlows(
                channels,
                merged,
                drawn,
                leaving,
                staying,
                moves.size() - drawn.size(),
                moves.size(),
                all == 0 ? 0 : Math.max(0, sum(moves) - sum(drawn)) / all);
    }

    /** The most frequent of a kind, but for those that are rare beside the most frequent one. */
    private static void frequent(
            List<TransitionGraph.Edge> drawn,
            List<TransitionGraph.Edge> moves,
            int most,
            Predicate<TransitionGraph.Edge> kind) {
        List<TransitionGraph.Edge> all = moves.stream().filter(kind).toList();
        all.stream()
                .filter(move -> move.count() >= LEAST_SHARE * all.get(0).count())
                .limit(most)
                .forEach(drawn::add);
    }

    private static double count(Map<String, Map<String, Double>> counts, String from, String to) {
        return counts.getOrDefault(from, Map.of()).getOrDefault(to, 0.0);
    }

    private static double sum(List<TransitionGraph.Edge> edges) {
        return edges.stream().mapToDouble(TransitionGraph.Edge::count).sum();
    }

    /** {@return the share of all that leave the box of its start} */
    double probability(TransitionGraph.Edge edge) {
        return edge.count() / leaving.getOrDefault(edge.from(), 1.0);
    }

    /** {@return the share of those who leave a channel that are touched by it again next} */
    double again(String channel) {
        return staying.getOrDefault(channel, 0.0) / leaving.getOrDefault(channel, 1.0);
    }
}
