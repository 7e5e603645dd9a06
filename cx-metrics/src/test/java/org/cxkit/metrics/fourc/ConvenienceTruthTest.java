package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.Test;

class ConvenienceTruthTest {

    private static final JsonNode TRUTH = TruthCase.read("value.json", "four_c_portfolio");

    @Test
    void everyFigureOfTheCaseIsReproduced() {
        FourCTruth.check(TRUTH);
    }

    @Test
    void anAlteredLeafIsSeen() {
        int altered = 0;
        for (String leaf : TruthCase.leaves(TRUTH.get("customers"))) {
            if (!FourCTruth.GIVEN.contains(leaf.substring(leaf.lastIndexOf('/') + 1))) {
                JsonNode other = TruthCase.altered(TRUTH, "/customers" + leaf);
                assertThatThrownBy(() -> FourCTruth.check(other)).as(leaf).isInstanceOf(AssertionError.class);
                altered++;
            }
        }
        assertThat(altered).isEqualTo(16);
    }
}
