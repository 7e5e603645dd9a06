package org.cxkit.metrics.markov;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The convention of the specification to the letter, in fractions of whole numbers: one linear system for each removal. */
final class ExactChain {

    /** A row of journeys. */
    record Row(List<String> touches, double conversions, long valueMinor, double lost) {}

    /** A fraction. */
    record Fraction(BigInteger numerator, BigInteger denominator) {
        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

        static Fraction of(double number) {
            BigDecimal exact = new BigDecimal(number);
            return new Fraction(exact.unscaledValue(), BigInteger.ONE)
                    .over(new Fraction(BigInteger.TEN.pow(exact.scale()), BigInteger.ONE));
        }

        private Fraction lowest() {
            BigInteger divisor = numerator.gcd(denominator);
            divisor = denominator.signum() < 0 ? divisor.negate() : divisor;
            return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                            denominator.multiply(other.denominator))
                    .lowest();
        }

        Fraction times(Fraction other) {
            return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator)).lowest();
        }

        Fraction over(Fraction other) {
            return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator)).lowest();
        }

        Fraction minus(Fraction other) {
            return plus(new Fraction(other.numerator.negate(), other.denominator));
        }

        boolean isZero() {
            return numerator.signum() == 0;
        }

        double toDouble() {
            return new BigDecimal(numerator)
                    .divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL128)
                    .doubleValue();
        }
    }

    private static final List<String> START = List.of();

    private final List<List<String>> states = new ArrayList<>();
    private final Map<List<String>, Map<List<String>, Fraction>> weights = new LinkedHashMap<>();
    private final Map<List<String>, Fraction> conversions = new LinkedHashMap<>();
    private final Map<List<String>, Fraction> values = new LinkedHashMap<>();
    private final Map<List<String>, Fraction> lost = new LinkedHashMap<>();

    ExactChain(List<Row> rows, int order, boolean collapsed) {
        for (Row row : rows) {
            Fraction weight = Fraction.of(row.conversions).plus(Fraction.of(row.lost));
            if (weight.isZero() || row.touches.isEmpty()) {
                continue;
            }
            List<String> from = START;
            for (int end = Math.min(order, row.touches.size()); end <= row.touches.size(); end++) {
                List<String> to = List.copyOf(row.touches.subList(Math.max(0, end - order), end));
                if (!states.contains(to)) {
                    states.add(to);
                }
                if (!collapsed || !from.equals(to)) {
                    weights.computeIfAbsent(from, s -> new LinkedHashMap<>()).merge(to, weight, Fraction::plus);
                }
                from = to;
            }
            conversions.merge(from, Fraction.of(row.conversions), Fraction::plus);
            values.merge(from, Fraction.of((double) row.valueMinor), Fraction::plus);
            lost.merge(from, Fraction.of(row.lost), Fraction::plus);
        }
    }

    private Fraction out(List<String> state) {
        Fraction out = conversions.getOrDefault(state, Fraction.ZERO).plus(lost.getOrDefault(state, Fraction.ZERO));
        for (Fraction weight : weights.getOrDefault(state, Map.of()).values()) {
            out = out.plus(weight);
        }
        return out;
    }

    /** {@return P(conversion) where those states lead to (null)} */
    Fraction probability(Predicate<List<String>> removed) {
        return expected(conversions, removed);
    }

    /** {@return E[value] in minor units where those states lead to (null)} */
    Fraction value(Predicate<List<String>> removed) {
        return expected(values, removed); // conversions times the value per conversion
    }

    Fraction removalEffect(Predicate<List<String>> removed) {
        return Fraction.of(1).minus(probability(removed).over(probability(state -> false)));
    }

    Fraction valueEffect(Predicate<List<String>> removed) {
        return Fraction.of(1).minus(value(removed).over(value(state -> false)));
    }

    static Predicate<List<String>> containing(List<String> sequence) {
        return state -> java.util.Collections.indexOfSubList(state, sequence) >= 0;
    }

    /** {@return P(conversion) where journeys that come to those states begin again: of those that never come there} */
    Fraction probabilityOfOthers(Predicate<List<String>> removed) {
        return ofOthers(conversions, removed);
    }

    /** {@return E[value] in minor units where journeys that come to those states begin again} */
    Fraction valueOfOthers(Predicate<List<String>> removed) {
        return ofOthers(values, removed);
    }

    private Fraction ofOthers(Map<List<String>, Fraction> reward, Predicate<List<String>> removed) {
        Fraction others = expected(conversions, removed).plus(expected(lost, removed));
        return others.isZero() ? Fraction.ZERO : expected(reward, removed).over(others);
    }

    /** {@return the chain in which nothing goes to those states, and journeys that can go nowhere else are lost} */
    ExactChain without(Predicate<List<String>> removed) {
        ExactChain rest = new ExactChain(List.of(), 1, true);
        states.stream().filter(removed.negate()).forEach(rest.states::add);
        weights.forEach((from, to) -> to.forEach((state, weight) -> {
            if (rest.states.contains(state) && (from.equals(START) || rest.states.contains(from))) {
                rest.weights.computeIfAbsent(from, s -> new LinkedHashMap<>()).put(state, weight);
            }
        }));
        for (List<String> state : rest.states) {
            rest.conversions.put(state, conversions.getOrDefault(state, Fraction.ZERO));
            rest.values.put(state, values.getOrDefault(state, Fraction.ZERO));
            rest.lost.put(state, lost.getOrDefault(state, Fraction.ZERO));
        }
        rest.states.stream().filter(state -> !rest.ends(state)).toList().forEach(state -> {
            rest.weights.remove(state);
            rest.lost.put(state, Fraction.of(1));
        });
        return rest;
    }

    private boolean ends(List<String> from) {
        List<List<String>> reached = new ArrayList<>(List.of(from));
        for (int i = 0; i < reached.size(); i++) {
            List<String> state = reached.get(i);
            if (!conversions.get(state).isZero() || !lost.get(state).isZero()) {
                return true;
            }
            weights.getOrDefault(state, Map.of()).keySet().stream()
                    .filter(next -> !reached.contains(next))
                    .forEach(reached::add);
        }
        return false;
    }

    private Fraction expected(Map<List<String>, Fraction> reward, Predicate<List<String>> removed) {
        List<List<String>> kept = states.stream().filter(removed.negate()).toList();
        if (out(START).isZero()) {
            return Fraction.ZERO;
        }
        int n = kept.size();
        Fraction[][] system = new Fraction[n][n + 1];
        for (int i = 0; i < n; i++) {
            Fraction out = out(kept.get(i));
            for (int j = 0; j < n; j++) {
                Fraction chance = weights.getOrDefault(kept.get(i), Map.of())
                        .getOrDefault(kept.get(j), Fraction.ZERO)
                        .over(out);
                system[i][j] = Fraction.of(i == j ? 1 : 0).minus(chance);
            }
            system[i][n] = reward.getOrDefault(kept.get(i), Fraction.ZERO).over(out);
        }
        Fraction[] solution = solve(system);
        Fraction expected = Fraction.ZERO;
        Fraction out = out(START);
        for (int i = 0; i < n; i++) {
            Fraction start = weights.getOrDefault(START, Map.of()).getOrDefault(kept.get(i), Fraction.ZERO);
            expected = expected.plus(start.over(out).times(solution[i]));
        }
        return expected;
    }

    private static Fraction[] solve(Fraction[][] system) {
        int n = system.length;
        for (int pivot = 0; pivot < n; pivot++) {
            int row = pivot;
            while (system[row][pivot].isZero()) {
                row++;
            }
            Fraction[] swap = system[pivot];
            system[pivot] = system[row];
            system[row] = swap;
            for (int i = 0; i < n; i++) {
                if (i != pivot && !system[i][pivot].isZero()) {
                    Fraction factor = system[i][pivot].over(system[pivot][pivot]);
                    for (int j = pivot; j <= n; j++) {
                        system[i][j] = system[i][j].minus(factor.times(system[pivot][j]));
                    }
                }
            }
        }
        Fraction[] solution = new Fraction[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n].over(system[i][i]);
        }
        return solution;
    }
}
