package org.cxkit.journey;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares every leaf of expected figures with what the library says, given as maps, lists and plain values. */
final class TruthTree {
    private TruthTree() {}

    static JsonNode read(String resource) throws IOException {
        try (InputStream in = TruthTree.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        }
    }

    /** The paths at which the two differ; a leaf on one side alone is a difference. */
    static List<String> differences(JsonNode expected, Object actual, double tolerance) {
        List<String> differences = new ArrayList<>();
        compare("", expected, actual, tolerance, differences);
        return differences;
    }

    private static void compare(String path, JsonNode expected, Object actual, double tolerance, List<String> out) {
        if (expected instanceof ObjectNode && actual instanceof Map<?, ?> map) {
            TreeSet<String> keys = new TreeSet<>(expected.propertyNames());
            map.keySet().forEach(key -> keys.add(key.toString()));
            for (String key : keys) {
                if (!expected.has(key) || !map.containsKey(key)) {
                    out.add(path + "/" + key + " is on one side only");
                } else {
                    compare(path + "/" + key, expected.get(key), map.get(key), tolerance, out);
                }
            }
        } else if (expected instanceof ArrayNode && actual instanceof List<?> list) {
            if (expected.size() != list.size()) {
                out.add(path + " has " + expected.size() + " elements, not " + list.size());
            }
            for (int i = 0; i < Math.min(expected.size(), list.size()); i++) {
                compare(path + "/" + i, expected.get(i), list.get(i), tolerance, out);
            }
        } else if (!same(expected, actual, tolerance)) {
            out.add(path + " is " + expected + ", not " + actual);
        }
    }

    private static boolean same(JsonNode expected, Object actual, double tolerance) {
        if (expected.isIntegralNumber() && !(actual instanceof Double)) {
            return actual instanceof Number number && expected.longValue() == number.longValue();
        }
        if (expected.isNumber()) {
            double wanted = expected.doubleValue();
            return actual instanceof Number number
                    && Math.abs(number.doubleValue() - wanted) <= tolerance * Math.abs(wanted);
        }
        return expected.isBoolean()
                ? Boolean.valueOf(expected.booleanValue()).equals(actual)
                : expected.isString() && expected.stringValue().equals(actual);
    }

    /** Copies of a tree, each with another one of its leaves altered. */
    static List<JsonNode> alterations(JsonNode tree) {
        List<JsonNode> altered = new ArrayList<>();
        if (tree instanceof ObjectNode object) {
            for (String key : object.propertyNames()) {
                for (JsonNode child : alterations(object.get(key))) {
                    altered.add(object.deepCopy().set(key, child));
                }
            }
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                for (JsonNode child : alterations(array.get(i))) {
                    ArrayNode copy = array.deepCopy();
                    copy.set(i, child);
                    altered.add(copy);
                }
            }
        } else {
            ObjectMapper mapper = new ObjectMapper();
            altered.add(
                    tree.isIntegralNumber()
                            ? mapper.valueToTree(tree.longValue() + 1)
                            : tree.isNumber()
                                    ? mapper.valueToTree(tree.doubleValue() * (1 + 1e-9) + 1e-9)
                                    : tree.isBoolean()
                                            ? mapper.valueToTree(!tree.booleanValue())
                                            : mapper.valueToTree(tree.stringValue() + "x"));
        }
        return altered;
    }
}
