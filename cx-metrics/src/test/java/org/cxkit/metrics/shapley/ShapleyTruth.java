package org.cxkit.metrics.shapley;

import com.fasterxml.jackson.databind.JsonNode;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.truth.TruthCase;

/** The case of truth/attribution.json that this package serves: exact rationals. */
public final class ShapleyTruth {

    /** The relative error that SPEC-attribution §7 allows Shapley. */
    private static final double TOLERANCE = 1e-12;

    private ShapleyTruth() {}

    /** Compares the case with the closed form and with the ordered value. */
    public static void compare(JsonNode truth) {
        PathAccumulator rows = PathTally.accumulator();
        for (JsonNode row : truth.get("input")) {
            String path = row.get("path").asText();
            rows.converted(path, row.get("conversions").asLong())
                    .lost(path, row.get("nulls").asLong());
        }
        PathTally paths = rows.result();
        TruthCase expected = new TruthCase(truth.get("expected"));
        for (ShapleyCredit row : Shapley.ofConversions(paths).channels()) {
            expected.closeTo("/conversions/" + row.channel(), row.credit(), TOLERANCE);
        }
        for (PositionCredit row : OrderedShapley.ofConversions(paths).positions()) {
            String key = row.channel() + "@" + row.position();
            expected.closeTo("/ordered_by_position/" + key, row.credit(), TOLERANCE);
        }
        expected.done();
    }
}
