package org.cxkit.metrics.design;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was drawn with: a cluster, such as a location or a household, within a stratum, such as a region.
 *
 * <p>The key of the tallies that design-based errors are told from, {@code Grouped<SamplingUnit, WeightedTally>}:
 * all answers of a cluster stand together, and those that were drawn one by one stand together by stratum. Ordered by
 * stratum, then by cluster. Immutable, value-based and thread-safe; {@code toString} is what {@link #parse} reads.
 *
 * @param stratum the stratum, drawn from apart from the others; one name for all where there are no strata
 * @param cluster the cluster within the stratum, or null if each answer was drawn by itself
 */
public record SamplingUnit(String stratum, @Nullable String cluster) implements Comparable<SamplingUnit>, Serializable {

    private static final String ALL = "all";
    private static final Comparator<SamplingUnit> ORDER = Comparator.comparing(SamplingUnit::stratum)
            .thenComparing(SamplingUnit::cluster, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Checks that there is a stratum. */
    public SamplingUnit {
        Objects.requireNonNull(stratum, "stratum");
    }

    /** {@return what answers are drawn with that are drawn one by one from all people} */
    public static SamplingUnit simple() {
        return new SamplingUnit(ALL, null);
    }

    /**
     * {@return what answers are drawn with that are drawn one by one from a stratum}
     *
     * @param stratum the name of the stratum
     */
    public static SamplingUnit ofStratum(String stratum) {
        return new SamplingUnit(stratum, null);
    }

    /**
     * {@return a cluster that is drawn from all clusters}
     *
     * @param cluster the name of the cluster
     */
    public static SamplingUnit ofCluster(String cluster) {
        return new SamplingUnit(ALL, Objects.requireNonNull(cluster, "cluster"));
    }

    /**
     * {@return a cluster that is drawn from a stratum}
     *
     * @param stratum the name of the stratum
     * @param cluster the name of the cluster, which another stratum may have too for another cluster
     */
    public static SamplingUnit of(String stratum, String cluster) {
        return new SamplingUnit(stratum, Objects.requireNonNull(cluster, "cluster"));
    }

    /**
     * {@return the unit of this text}
     *
     * @param text what {@link #toString} gave
     */
    public static SamplingUnit parse(String text) {
        int slash = text.indexOf('/');
        String stratum = (slash < 0 ? text : text.substring(0, slash))
                .replace("%2F", "/")
                .replace("%25", "%");
        return new SamplingUnit(stratum, slash < 0 ? null : text.substring(slash + 1));
    }

    @Override
    public int compareTo(SamplingUnit other) {
        return ORDER.compare(this, other);
    }

    /** {@return stratum/cluster or the stratum alone, where {@code %2F} and {@code %25} in a stratum are / and %} */
    @Override
    public String toString() {
        String escaped = stratum.replace("%", "%25").replace("/", "%2F");
        return cluster == null ? escaped : escaped + "/" + cluster;
    }
}
