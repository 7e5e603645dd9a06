package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bytes that are whole, but of no summary: each part alone may be right. */
class PathSummaryBytesTest {
    private static final List<String> ALL = List.of();
    private static final List<String> AB = List.of("A", "B");

    private static Journeys journeys(int conversions, @Nullable Money value, int lost, String... path) {
        JourneysBuilder journeys = Journeys.builder();
        return journeys.add(List.of(path), conversions, value, lost).build();
    }

    private static PathPart positions(Journeys journeys) {
        return PathPart.empty(false, 0).of(journeys, 0, journeys.size());
    }

    /** The part as it is written, after the names of channels that are left out. */
    private static ByteWriter with(ByteWriter out, List<String> without, PathPart part) {
        names(out, without);
        part.write(out);
        return out;
    }

    private static ByteWriter names(ByteWriter out, List<String> names) {
        out.count(names.size());
        names.forEach(out::text);
        return out;
    }

    private static ByteWriter head(String currency, List<String> channels, int parts) {
        return names(ByteWriter.of("path summary", 1).text(currency), channels).count(parts);
    }

    private static ByteWriter shape(long length, int lead) {
        ByteWriter out = names(head("", List.of("A"), 1), ALL);
        positions(journeys(1, null, 0, "A")).counts.write(out).bytes(new byte[0]);
        out.count(1).count(1).count(length).count(lead).count(0);
        for (int cell = 0; cell < 10; cell++) {
            out.count(0);
        }
        return out;
    }

    @Test
    void theBytesOfPartsAreThoseOfASummary() {
        Journeys journeys = journeys(2, Money.of("3", "EUR"), 1, "A", "B");
        byte[] bytes = with(head("EUR", AB, 1), ALL, positions(journeys)).toBytes();
        assertThat(PathSummary.fromBytes(bytes)).isEqualTo(PathSummary.of(journeys));
    }

    @TestFactory
    Stream<DynamicTest> bytesOfNoSummaryAreRefused() {
        Journeys one = journeys(1, null, 0, "A", "B");
        PathPart part = positions(one);
        PathPart chain = PathPart.empty(false, 1).of(one, 0, 1);
        Journeys seven = journeys(7, null, 0, "A", "B");
        PathPart more = positions(seven);
        PathPart moreMoves = PathPart.empty(false, 1).of(seven, 0, 1);
        PathPart otherMoves = PathPart.empty(false, 1).of(journeys(1, null, 0, "X", "Y"), 0, 1);
        PathPart rich = positions(journeys(1, Money.of("5", "EUR"), 0, "A", "B"));
        PositionCounts nowhere = new PositionCounts(2);
        nowhere.conversions = 5;
        Map<String, ByteWriter> bytes = new LinkedHashMap<>();
        bytes.put("no part of all channels", with(head("", AB, 1), List.of("A"), part));
        bytes.put("a part twice", with(with(head("", AB, 2), ALL, part), ALL, more));
        bytes.put("names out of order", with(head("", List.of("B", "A"), 1), ALL, part));
        bytes.put("a name twice", with(head("", List.of("A", "A"), 1), ALL, part));
        bytes.put("exclusions out of order", with(with(head("", AB, 2), ALL, part), List.of("B", "A"), part));
        bytes.put("a reserved name", with(head("", List.of("(null)", "A"), 1), ALL, part));
        bytes.put("a blank name", with(head("", List.of(" ", "A"), 1), ALL, part));
        bytes.put("a part of other journeys", with(with(head("", AB, 2), ALL, part), List.of("A"), more));
        bytes.put(
                "touches left out that were not there",
                with(with(head("", AB, 2), ALL, part), List.of("X"), positions(journeys(1, null, 0, "A", "B", "B"))));
        bytes.put(
                "transitions of other channels",
                with(head("", AB, 1), ALL, new PathPart(part.counts, null, otherMoves.transitions)));
        bytes.put(
                "transitions of more conversions",
                with(head("", AB, 1), ALL, new PathPart(chain.counts, null, moreMoves.transitions)));
        bytes.put("value in no currency", with(head("", AB, 1), ALL, rich));
        bytes.put("conversions that no path has", with(head("", AB, 1), ALL, new PathPart(nowhere, null, null)));
        bytes.put("a shape longer than all paths", shape(1 << 30, 1));
        bytes.put("a shape of the greatest length", shape(Integer.MAX_VALUE, 1));
        bytes.put("a shape of a length that is no int", shape(1L << 40, 1));
        bytes.put("a shape of no touch", shape(0, 0));
        bytes.put("a lead beyond the path", shape(1, 2));
        bytes.put("a shape of no amounts", shape(1, 1));
        return bytes.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    byte[] hostile = entry.getValue().toBytes();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> PathSummary.fromBytes(hostile))
                            .withMessageMatching("(?s).*(not the bytes|shape|channel|symbol|makes sense).*");
                }));
    }
}
