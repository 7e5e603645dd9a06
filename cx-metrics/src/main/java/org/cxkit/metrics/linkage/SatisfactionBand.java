package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.Share;

/**
 * What customers of one band of satisfaction did and cost.
 *
 * <p>Of whom something is not known, that is missing in it. Immutable, value-based and thread-safe.
 *
 * @param name the band
 * @param place where it is on the way from bad to good
 * @param churned those who left
 * @param converted those who bought again or did what was wanted
 * @param acquisitionCost the costs of winning them, in whole units of the currency
 * @param retentionCost the costs of keeping them, in whole units of the currency
 */
public record SatisfactionBand(
        String name, double place, Share churned, Share converted, Sample acquisitionCost, Sample retentionCost)
        implements Serializable {

    /**
     * Checks that all is there.
     *
     * @throws IllegalArgumentException if the place is not finite
     */
    public SatisfactionBand {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(churned, "churned");
        Objects.requireNonNull(converted, "converted");
        Objects.requireNonNull(acquisitionCost, "acquisitionCost");
        Objects.requireNonNull(retentionCost, "retentionCost");
        if (!Double.isFinite(place)) {
            throw new IllegalArgumentException("the place of a band must be finite, got " + place);
        }
    }

    /** {@return a sentence with the shares and the mean costs} */
    @Override
    public String toString() {
        return name + ": churned " + churned + "; converted " + converted + "; acquisition cost " + acquisitionCost
                + "; retention cost " + retentionCost;
    }
}
