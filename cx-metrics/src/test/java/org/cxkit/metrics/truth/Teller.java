package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.jspecify.annotations.Nullable;

/** Tells from the input of a case a figure for each path that the file expects. */
@FunctionalInterface
interface Teller {
    Map<String, @Nullable Object> tell(JsonNode input);

    static void put(Map<String, @Nullable Object> told, String path, Interval interval) {
        told.put(path + "/0", interval.low());
        told.put(path + "/1", interval.high());
    }

    static @Nullable Object orNull(DoubleSupplier figure) {
        try {
            return figure.getAsDouble();
        } catch (IllegalStateException undefined) {
            return null;
        }
    }

    static RatingScale scale(JsonNode input) {
        return new RatingScale(
                input.get("scaleMin").asInt(), input.get("scaleMax").asInt());
    }

    static int[] ints(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
