package org.cxkit.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A part of a truth file whose every leaf must be compared: one that no comparison read is a failure. */
public final class TruthCase {
    /** Above every tolerance of the files. */
    private static final BigDecimal SLIGHTLY = new BigDecimal("0.0001");

    private final JsonNode root;
    private final Set<String> unread;

    /** Takes a part of a file. */
    public TruthCase(JsonNode root) {
        this.root = root;
        this.unread = new LinkedHashSet<>(leaves(root));
    }

    /** {@return all cases of the file of this name} */
    public static List<JsonNode> cases(String file) {
        try (InputStream in = Objects.requireNonNull(TruthCase.class.getResourceAsStream("/" + file), file)) {
            return List.copyOf(
                    new ObjectMapper().readTree(in).get("cases").valueStream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the case of this id in the file of this name} */
    public static JsonNode read(String file, String id) {
        return cases(file).stream()
                .filter(found -> found.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no case " + id + " in " + file));
    }

    /** {@return the ids of all cases of the file} */
    public static List<String> ids(String file) {
        return cases(file).stream().map(found -> found.get("id").asText()).toList();
    }

    /** {@return pointers to all leaves} */
    public static List<String> leaves(JsonNode node) {
        List<String> leaves = new ArrayList<>();
        collect(node, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String at, List<String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), at + "/" + escaped(field.getKey()), leaves));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at + "/" + i, leaves);
            }
        } else {
            leaves.add(at);
        }
    }

    /** {@return the part with another value in one leaf: a number hardly another, relative to itself or to 1} */
    public static JsonNode altered(JsonNode node, String leaf) {
        JsonNode copy = node.deepCopy();
        JsonPointer pointer = JsonPointer.compile(leaf);
        JsonNode old = copy.at(pointer);
        JsonNode parent = copy.at(pointer.head());
        ObjectMapper mapper = new ObjectMapper();
        JsonNode other = old.isNumber()
                ? mapper.getNodeFactory()
                        .numberNode(old.decimalValue()
                                .add(BigDecimal.ONE
                                        .max(old.decimalValue().abs())
                                        .multiply(SLIGHTLY)))
                : mapper.getNodeFactory().textNode(old.isTextual() && isNumber(old.asText()) ? "12345" : "altered");
        if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), other);
        } else {
            ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), other);
        }
        return copy;
    }

    /** {@return a key as part of a pointer} */
    public static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9./]+");
    }

    /** {@return the names of the fields of the object there} */
    public List<String> keys(String pointer) {
        List<String> keys = new ArrayList<>();
        root.at(pointer).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** {@return the leaf, which does not count as read: it is an input of several comparisons} */
    public JsonNode peek(String pointer) {
        return root.at(pointer);
    }

    /** {@return the leaf, which counts as read} */
    public JsonNode leaf(String pointer) {
        assertThat(unread.remove(pointer))
                .as("leaf %s is there and is read once", pointer)
                .isTrue();
        return root.at(pointer);
    }

    /** Compares a text. */
    public void equalText(String pointer, String actual) {
        assertThat(actual).as(pointer).isEqualTo(leaf(pointer).asText());
    }

    /** Compares a number: a plain one, or an exact fraction beside its double; to a relative error. */
    public void closeTo(String pointer, double actual, double relative) {
        if (root.at(pointer).isObject()) {
            near(pointer, actual, fraction(leaf(pointer + "/exact").asText()), relative);
            near(pointer, actual, leaf(pointer + "/value").decimalValue(), relative);
        } else {
            near(pointer, actual, number(leaf(pointer)), relative);
        }
    }

    /**
     * Compares all leaves with what was told by pointer: numbers to an error relative to the wanted one or to 1, null
     * for undefined, all else by its text.
     */
    public void equal(Map<String, @Nullable Object> told, double tolerance) {
        equal(told, leaf -> tolerance);
    }

    /** The same, with a tolerance for each pointer. */
    public void equal(Map<String, @Nullable Object> told, ToDoubleFunction<String> tolerance) {
        told.forEach((pointer, found) -> {
            JsonNode wanted = leaf(pointer);
            if (wanted.isNumber() && found instanceof Number number) {
                double allowed = tolerance.applyAsDouble(pointer) * Math.max(1, Math.abs(wanted.asDouble()));
                assertThat(number.doubleValue()).as(pointer).isCloseTo(wanted.asDouble(), within(allowed));
            } else {
                assertThat(found).as(pointer).isEqualTo(wanted.isNull() ? null : wanted.asText());
            }
        });
        done();
    }

    private static void near(String pointer, double actual, BigDecimal wanted, double relative) {
        BigDecimal slack = wanted.abs().multiply(BigDecimal.valueOf(relative));
        assertThat(new BigDecimal(actual)).as(pointer).isCloseTo(wanted, within(slack));
    }

    /** Some files hold numbers as text, to keep all their digits. */
    private static BigDecimal number(JsonNode leaf) {
        return leaf.isNumber() ? leaf.decimalValue() : new BigDecimal(leaf.asText());
    }

    private static BigDecimal fraction(String text) {
        String[] parts = text.split("/", -1);
        BigDecimal numerator = new BigDecimal(parts[0]);
        return parts.length == 1 ? numerator : numerator.divide(new BigDecimal(parts[1]), MathContext.DECIMAL128);
    }

    /** Fails if a leaf was not compared. */
    public void done() {
        assertThat(unread).as("leaves that nothing compared").isEmpty();
    }
}
