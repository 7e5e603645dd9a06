package org.cxkit.metrics.weight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.metrics.math.CompensatedSum;

/** One variable of a raking: the category of each respondent, and how large each category is to be. */
final class RakingMargin {
    private final String name;
    private final List<String> categories;
    private final double[] targets;
    private final int[] codes;

    private RakingMargin(String name, List<String> categories, double[] targets, int[] codes) {
        this.name = Objects.requireNonNull(name, "name");
        this.categories = categories;
        this.targets = targets;
        this.codes = codes;
        for (int i = 0; i < targets.length; i++) {
            if (!(targets[i] >= 0 && targets[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the target of " + at(i) + " must be finite and not negative, got " + targets[i]);
            }
        }
        if (!(total() > 0)) {
            throw new IllegalArgumentException("the targets of " + name + " must not all be 0");
        }
    }

    static RakingMargin of(String name, String[] column, Map<String, Double> targets) {
        TreeMap<String, Double> ordered = new TreeMap<>(targets);
        Symbols categories = Symbols.of(ordered.keySet());
        int[] codes = new int[column.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = column[i] == null ? -1 : categories.find(column[i]);
            if (codes[i] < 0) {
                throw new IllegalArgumentException(name + "[" + i + "] is " + column[i] + ", wanted one of "
                        + String.join(", ", categories.names()));
            }
        }
        return new RakingMargin(
                name,
                categories.names(),
                ordered.values().stream().mapToDouble(Double::doubleValue).toArray(),
                codes);
    }

    static RakingMargin of(String name, int[] column, double[] targets) {
        for (int i = 0; i < column.length; i++) {
            if (column[i] < 0 || column[i] >= targets.length) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] is " + column[i] + ", wanted from 0 to " + (targets.length - 1));
            }
        }
        List<String> categories =
                IntStream.range(0, targets.length).mapToObj(String::valueOf).toList();
        return new RakingMargin(name, categories, targets.clone(), column.clone());
    }

    String name() {
        return name;
    }

    int respondents() {
        return codes.length;
    }

    double total() {
        return Arrays.stream(targets).sum();
    }

    /** The same categories, their targets multiplied so that they have this total. */
    RakingMargin withTotal(double wanted) {
        double factor = wanted / total();
        return new RakingMargin(
                name,
                categories,
                Arrays.stream(targets).map(target -> target * factor).toArray(),
                codes);
    }

    /** Multiplies the weights of each category so that they sum to its target. */
    void fit(double[] weights) {
        double[] factors = sums(weights);
        for (int i = 0; i < targets.length; i++) {
            if (factors[i] == 0 && targets[i] > 0) {
                throw new IllegalArgumentException(
                        "no respondent of " + at(i) + " has a weight, wanted a sum of " + targets[i]);
            }
            factors[i] = targets[i] == 0 ? 0 : targets[i] / factors[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factors[codes[i]];
        }
    }

    /** The category whose sum is farthest from its target, relative to that. */
    Miss miss(double[] weights) {
        double[] sums = sums(weights);
        int worst = 0;
        double most = -1;
        for (int i = 0; i < targets.length; i++) {
            double miss = targets[i] == 0 ? 0 : Math.abs(sums[i] - targets[i]) / targets[i];
            if (miss > most) {
                most = miss;
                worst = i;
            }
        }
        return new Miss(most, at(worst) + " sums to " + sums[worst] + ", wanted " + targets[worst]);
    }

    /** How far off a category is, and which. */
    record Miss(double relative, String text) {}

    private double[] sums(double[] weights) {
        double[] sums = CompensatedSum.zeros(targets.length);
        for (int i = 0; i < weights.length; i++) {
            CompensatedSum.add(sums, codes[i], weights[i]);
        }
        return IntStream.range(0, targets.length)
                .mapToDouble(i -> CompensatedSum.of(sums, i))
                .toArray();
    }

    private String at(int category) {
        return name + "=" + categories.get(category);
    }
}
