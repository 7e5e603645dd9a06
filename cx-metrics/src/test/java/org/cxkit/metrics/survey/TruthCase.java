package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One case of a file of ground truth: an input, and the figures that peers give for it.
 *
 * @param id the name of the case
 * @param group the group of the case
 * @param input what goes in
 * @param expected every leaf of what must come out, by its path such as {@code wilson[0]}; null for undefined
 * @param tolerance how far a number may be off, relative to the expected one or to 1
 */
record TruthCase(String id, String group, JsonNode input, Map<String, @Nullable Object> expected, double tolerance) {

    static List<TruthCase> read(String resource) {
        try (InputStream in = Objects.requireNonNull(TruthCase.class.getResourceAsStream(resource), resource)) {
            List<TruthCase> cases = new ArrayList<>();
            for (JsonNode each : new ObjectMapper().readTree(in).get("cases")) {
                Map<String, @Nullable Object> leaves = new LinkedHashMap<>();
                flatten("", each.get("expected"), leaves);
                cases.add(new TruthCase(
                        each.get("id").asString(),
                        each.get("group").asString(),
                        each.get("input"),
                        leaves,
                        each.get("relTol").asDouble()));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, @Nullable Object> leaves) {
        if (node.isObject()) {
            node.properties().forEach(child -> flatten(path + "." + child.getKey(), child.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), leaves);
            }
        } else {
            leaves.put(path, node.isNull() ? null : node.isNumber() ? (Object) node.asDouble() : node.asString());
        }
    }

    /** Compares every leaf; a leaf that was not told, or that nobody expected, fails too. */
    void check(Map<String, @Nullable Object> told) {
        assertThat(told.keySet()).as(id).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((path, wanted) -> {
            Object found = told.get(path);
            if (wanted instanceof Double number && found instanceof Number other) {
                double allowed = tolerance * Math.max(1, Math.abs(number));
                assertThat(Math.abs(other.doubleValue() - number))
                        .as("%s%s: wanted %s, got %s", id, path, number, other)
                        .isLessThanOrEqualTo(allowed);
            } else {
                assertThat(found).as(id + path).isEqualTo(wanted);
            }
        });
    }

    /** The same case with one figure falsified, as far as the tolerance would just not allow. */
    TruthCase falsified(String path) {
        Map<String, @Nullable Object> altered = new LinkedHashMap<>(expected);
        Object wanted = altered.get(path);
        if (wanted instanceof Double number) {
            altered.put(path, number + Math.max(1e-6, 10 * tolerance) * Math.max(1, Math.abs(number)));
        } else {
            altered.put(path, wanted == null ? Double.valueOf(0) : wanted + "0");
        }
        return new TruthCase(id, group, input, altered, tolerance);
    }
}
