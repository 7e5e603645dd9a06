package org.cxkit.metrics.need;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cxkit.core.persona.AttributeKind;
import org.cxkit.core.persona.CustomerAttribute;
import org.cxkit.core.persona.NeedDimension;
import org.cxkit.core.persona.Persona;
import org.cxkit.metrics.Outcome;

/**
 * Consumer wants and needs, the first part of the 4C model: which needs, wants and preferences an offering satisfies.
 *
 * <p>The matrix has a row for each attribute, needs first, then wants, then preferences, with the offerings that
 * satisfy it. An attribute counts as covered by one offering as by many. Coverage is told by priority and compared in
 * that order ({@link #BY_PRIORITY}); a single number takes weights that the caller states. Motivations, values and
 * behaviours frame an offering but are not satisfied by it, and are left out. Immutable, value-based and thread-safe.
 *
 * @param offerings what the company offers, in the caller's order, none twice
 * @param rows one row for each attribute, by priority, none twice
 */
public record NeedCoverage(List<Offering> offerings, List<AttributeOfferings> rows) implements Serializable {

    /**
     * Better coverage before worse: by the share of needs covered, among equals by that of wants, then by that of
     * preferences. Where there is no attribute of a kind, none is uncovered.
     */
    public static final Comparator<NeedCoverage> BY_PRIORITY = Stream.of(
                    AttributeKind.NEED, AttributeKind.WANT, AttributeKind.PREFERENCE)
            .map(kind -> (Comparator<NeedCoverage>)
                    (first, second) -> second.of(kind).compareTo(first.of(kind)))
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    /**
     * Orders the rows by priority.
     *
     * @throws IllegalArgumentException if an offering or attribute is there twice, or a row names an offering that is
     *     not among the offerings
     */
    public NeedCoverage {
        offerings = List.copyOf(offerings);
        requireOnce("offerings", offerings);
        rows = rows.stream()
                .sorted(Comparator.comparing(row -> row.attribute().kind()))
                .toList();
        requireOnce(
                "attributes", rows.stream().map(AttributeOfferings::attribute).toList());
        for (AttributeOfferings row : rows) {
            for (Offering offering : row.offerings()) {
                if (!offerings.contains(offering)) {
                    throw new IllegalArgumentException(words(row.attribute())
                            + " must be satisfied by one of the offerings " + offerings + ", got " + offering);
                }
            }
        }
    }

    /**
     * {@return a builder for the needs, wants and preferences of these personas, each once}
     *
     * @param personas whose attributes are to be satisfied
     */
    public static Builder of(Persona... personas) {
        return of(Stream.of(personas)
                .flatMap(persona -> persona.priorities().stream())
                .toList());
    }

    /**
     * {@return a builder for the needs, wants and preferences among these attributes, each once}
     *
     * @param attributes attributes of any kind
     */
    public static Builder of(Collection<CustomerAttribute> attributes) {
        return new Builder(attributes);
    }

    /** Says which offering satisfies what. Not thread-safe. */
    public static final class Builder {
        private final Map<CustomerAttribute, Set<Offering>> matrix = new LinkedHashMap<>();
        private final Set<Offering> offerings = new LinkedHashSet<>();

        private Builder(Collection<CustomerAttribute> attributes) {
            attributes.stream()
                    .filter(attribute -> attribute.kind().prioritised())
                    .forEach(attribute -> matrix.put(attribute, new LinkedHashSet<>()));
        }

        /**
         * {@return this builder, with an offering that satisfies the attributes of these texts}
         *
         * @param kind what kind of offering it is
         * @param name what people call it
         * @param texts the texts of needs, wants or preferences; none for an offering that satisfies nothing
         * @throws IllegalArgumentException if the name is blank, or no attribute has one of the texts; nothing is added
         */
        public Builder offering(OfferingKind kind, String name, String... texts) {
            Offering offering = new Offering(kind, name);
            Set<CustomerAttribute> satisfied = new LinkedHashSet<>();
            for (String text : texts) {
                List<CustomerAttribute> meant = matrix.keySet().stream()
                        .filter(attribute -> attribute.text().equals(text))
                        .toList();
                if (meant.isEmpty()) {
                    throw new IllegalArgumentException("no need, want or preference \"" + text + "\" for " + name
                            + " to satisfy, only "
                            + matrix.keySet().stream().map(NeedCoverage::words).toList());
                }
                satisfied.addAll(meant);
            }
            offerings.add(offering);
            satisfied.forEach(attribute -> matrix.computeIfPresent(attribute, (each, by) -> {
                by.add(offering);
                return by;
            }));
            return this;
        }

        /** {@return the coverage} */
        public NeedCoverage build() {
            return new NeedCoverage(
                    List.copyOf(offerings),
                    matrix.entrySet().stream()
                            .map(row -> new AttributeOfferings(row.getKey(), List.copyOf(row.getValue())))
                            .toList());
        }
    }

    /**
     * {@return whether the offering satisfies the attribute, a cell of the matrix}
     *
     * @param attribute a need, want or preference of the matrix
     * @param offering any offering
     */
    public boolean satisfies(CustomerAttribute attribute, Offering offering) {
        return rows.stream()
                .anyMatch(row ->
                        row.attribute().equals(attribute) && row.offerings().contains(offering));
    }

    /**
     * {@return how many attributes of the kind are covered}
     *
     * @param kind need, want or preference; of any other kind there is none
     */
    public Covered of(AttributeKind kind) {
        return covered(row -> row.attribute().kind() == kind);
    }

    /** {@return how many attributes are covered, whatever their priority} */
    public Covered all() {
        return covered(row -> true);
    }

    /** {@return how many attributes about each dimension are covered, all dimensions in their order} */
    public Map<NeedDimension, Covered> byDimension() {
        Map<NeedDimension, Covered> counts = new EnumMap<>(NeedDimension.class);
        for (NeedDimension dimension : NeedDimension.values()) {
            counts.put(dimension, covered(row -> row.attribute().dimension() == dimension));
        }
        return Collections.unmodifiableMap(counts);
    }

    /** {@return how many attributes of all an offering of each kind covers, all kinds in their order} */
    public Map<OfferingKind, Covered> byOfferingKind() {
        Map<OfferingKind, Covered> counts = new EnumMap<>(OfferingKind.class);
        for (OfferingKind kind : OfferingKind.values()) {
            long covered = rows.stream()
                    .filter(row -> row.offerings().stream().anyMatch(offering -> offering.kind() == kind))
                    .count();
            counts.put(kind, new Covered(covered, rows.size()));
        }
        return Collections.unmodifiableMap(counts);
    }

    /** {@return what no offering satisfies, needs first} */
    public List<CustomerAttribute> gaps() {
        return rows.stream()
                .filter(row -> !row.covered())
                .map(AttributeOfferings::attribute)
                .toList();
    }

    /** {@return the offerings that satisfy nothing, in their order} */
    public List<Offering> idle() {
        return offerings.stream()
                .filter(offering ->
                        rows.stream().noneMatch(row -> row.offerings().contains(offering)))
                .toList();
    }

    /**
     * {@return the weight of the covered attributes over the weight of all, from 0 to 1; no data where no attribute has a
     * weight}
     *
     * @param weights what each counts
     */
    public Outcome<Double> score(PriorityWeights weights) {
        double covered = 0;
        double all = 0;
        for (AttributeOfferings row : rows) {
            double weight = weights.weight(row.attribute().kind());
            all += weight;
            covered += row.covered() ? weight : 0;
        }
        if (all == 0) {
            return Outcome.noData(rows.isEmpty() ? "no attribute" : "no attribute has a weight");
        }
        return Outcome.of(covered / all);
    }

    /**
     * {@return the coverage in a sentence: {@code needs 1 of 2 (50.0 %), wants 1 of 1 (100.0 %), preferences 0 of 0;
     * gaps: NEED "claims in three clicks"}}
     */
    @Override
    public String toString() {
        String gaps = gaps().isEmpty()
                ? "no gap"
                : gaps().stream().map(NeedCoverage::words).collect(Collectors.joining(", ", "gaps: ", ""));
        return "needs " + percent(of(AttributeKind.NEED)) + ", wants " + percent(of(AttributeKind.WANT))
                + ", preferences " + percent(of(AttributeKind.PREFERENCE)) + "; " + gaps;
    }

    /** An attribute in words. */
    static String words(CustomerAttribute attribute) {
        return attribute.kind() + " \"" + attribute.text() + "\"";
    }

    private static String percent(Covered covered) {
        return covered
                + covered.share()
                        .map(share -> String.format(Locale.ROOT, " (%.1f %%)", 100 * share))
                        .toOptional()
                        .orElse("");
    }

    private Covered covered(Predicate<AttributeOfferings> which) {
        return new Covered(
                rows.stream().filter(which).filter(AttributeOfferings::covered).count(),
                rows.stream().filter(which).count());
    }

    private static <T> void requireOnce(String name, List<T> all) {
        Set<T> seen = new HashSet<>();
        for (T each : all) {
            if (!seen.add(Objects.requireNonNull(each, name))) {
                throw new IllegalArgumentException(name + " must be there once, got " + each + " twice");
            }
        }
    }
}
