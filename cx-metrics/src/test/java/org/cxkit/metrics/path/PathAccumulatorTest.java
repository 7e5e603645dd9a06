package org.cxkit.metrics.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class PathAccumulatorTest extends AccumulatorContract<PathAccumulator, PathTally, PathAccumulatorTest.Row> {

    public record Row(List<String> touches, long conversions, long valueMinor, long lost) {}

    @Override
    protected PathAccumulator empty() {
        return PathAccumulator.create();
    }

    @Override
    protected @Nullable PathAccumulator emptyOfAnotherShape() {
        return null; // the first value sets the currency
    }

    @Override
    protected Arbitrary<Row> rows() {
        return pathRows();
    }

    /** Short paths over few channels, so that they repeat; empty ones; rows of nothing but zeros. */
    public static Arbitrary<Row> pathRows() {
        Arbitrary<List<String>> touches = Arbitraries.of("Direct", "Email", "Search", "Social", "\u00c9ditions")
                .list()
                .ofMaxSize(6);
        return Combinators.combine(
                        touches,
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 9999),
                        Arbitraries.longs().between(0, 2))
                .as((path, conversions, value, lost) -> new Row(path, conversions, conversions == 0 ? 0 : value, lost))
                .withoutEdgeCases();
    }

    @Override
    protected void add(PathAccumulator accumulator, Row row) {
        addTo(accumulator, row);
    }

    static PathAccumulator addTo(PathAccumulator accumulator, Row row) {
        Money value = Money.ofMinor(row.valueMinor, Currency.getInstance("EUR"));
        return accumulator.converted(row.touches, row.conversions, value).lost(row.touches, row.lost);
    }

    @Override
    protected Map<String, Consumer<PathAccumulator>> refused() {
        Map<String, Consumer<PathAccumulator>> refused = new LinkedHashMap<>();
        refused.put("a blank touch", all -> all.converted("Search > > Email", 1));
        refused.put("a reserved name", all -> all.lost("Search > (unattributed)", 1));
        refused.put("a negative count", all -> all.converted("Search", -1));
        refused.put("a negative value", all -> all.converted("Search", 1, Money.of("-1", "EUR")));
        refused.put("a value without a conversion", all -> all.converted("Search", 0, Money.of("1", "EUR")));
        refused.put("a value finer than a cent", all -> all.converted("New", 1, Money.of("0.001", "EUR")));
        return refused;
    }

    @Override
    protected PathTally fromBytes(byte[] bytes) {
        return PathTally.fromBytes(bytes);
    }

    @Property
    void whatWasAddedCanBeTakenAway(@ForAll("rowLists") List<Row> window, @ForAll("rowLists") List<Row> day) {
        PathTally rest = tally(window);
        assertThat(rest.plus(tally(day)).minus(tally(day))).isEqualTo(rest);
    }

    public static PathTally tally(List<Row> rows) {
        PathAccumulator paths = PathAccumulator.create();
        rows.forEach(row -> addTo(paths, row));
        return paths.result();
    }

    @Test
    void namesAreTrimmedAndPathsAreReportedByName() {
        PathTally tally = PathTally.accumulator()
                .lost("Search", 3)
                .converted(" Search>Email ", 2, Money.of("120.00", "EUR"))
                .converted(List.of("Search ", "Email"), 1)
                .converted(List.of(), 1)
                .lost("Nowhere", 0)
                .result();
        assertThat(tally.paths())
                .containsExactly(
                        new PathCount(List.of(), 1, Money.of("0", "EUR"), 0),
                        new PathCount(List.of("Search"), 0, Money.of("0", "EUR"), 3),
                        new PathCount(List.of("Search", "Email"), 3, Money.of("120", "EUR"), 0));
        assertThat(tally.paths())
                .extracting(PathCount::toString)
                .containsExactly(
                        "(unattributed): 1 conversion, 0.00 EUR, 0 lost",
                        "Search: 0 conversions, 0.00 EUR, 3 lost",
                        "Search > Email: 3 conversions, 120.00 EUR, 0 lost");
        assertThat(tally.channels()).containsExactly("Email", "Search");
        assertThat(tally).hasToString("3 paths over 2 channels: 4 conversions worth 120.00 EUR, 3 lost");
    }

    @Test
    void aWrongPathIsRefusedByName() {
        assertThatThrownBy(() -> PathTally.accumulator().converted("Search > > Email", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("touch 2 of the path is blank: [Search ,  ,  Email]");
        assertThatThrownBy(() -> PathTally.accumulator().lost("Search > (unattributed)", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("touch 2 of the path has the reserved name (unattributed)");
        assertThatThrownBy(() -> PathTally.accumulator().converted("Search", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts must not be negative: conversions=-1, lost=0");
        assertThatThrownBy(() -> PathTally.accumulator().converted("Search", 0, Money.of("5", "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value must not be negative, and 0 without a conversion, got 5.00 EUR for 0 conversions");
    }

    @Test
    void twoCurrenciesAreNeverMixed() {
        PathAccumulator euros = PathTally.accumulator().converted("Search", 1, Money.of("1", "EUR"));
        PathAccumulator dollars = PathTally.accumulator().converted("Search", 1, Money.of("1", "USD"));
        PathTally before = euros.result();
        String message = "one currency wanted, got EUR and USD";
        assertThatThrownBy(() -> euros.converted("Search", 1, Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> euros.merge(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> euros.result().plus(dollars.result()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(euros.result()).isEqualTo(before);
    }

    @Test
    void nothingIsTakenAwayThatWasNotThere() {
        PathTally one = PathTally.accumulator().converted("Search", 1).result();
        PathTally two = PathTally.accumulator().converted("Search", 2).result();
        assertThatThrownBy(() -> one.minus(two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot take away more than was counted, left of Search: -1 conversions, 0 lost");
    }

    @Test
    void aMergeThatOverflowsChangesNothing() {
        PathAccumulator full = PathTally.accumulator().converted("A", 1).converted("B", Long.MAX_VALUE);
        PathAccumulator more = PathTally.accumulator().converted("A", 1).converted("B", 1);
        PathTally before = full.result();
        assertThatThrownBy(() -> full.merge(more)).isInstanceOf(ArithmeticException.class);
        assertThat(full.result()).isEqualTo(before);
    }

    @Test
    void noValueIsLeftWithoutAConversion() {
        PathTally now = PathTally.accumulator()
                .converted("A", 1, Money.of("10", "EUR"))
                .lost("A", 1)
                .result();
        PathTally then =
                PathTally.accumulator().converted("A", 1, Money.of("5", "EUR")).result();
        assertThatThrownBy(() -> now.minus(then))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot take away more than was counted, left of A: 0 conversions, 5.00 EUR, 1 lost");
        byte[] bytes = ByteWriter.of("paths", 1)
                .text("EUR")
                .count(1)
                .text("A")
                .count(1)
                .count(1)
                .count(0)
                .count(0)
                .count(500)
                .count(1)
                .toBytes();
        assertThatThrownBy(() -> PathTally.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the bytes of paths: no path has the counts of path 0");
    }

    @Test
    void aBlankTextIsAPathWithoutTouches() {
        assertThat(PathTally.accumulator().converted(" ", 2).lost("", 1).result())
                .isEqualTo(PathTally.accumulator()
                        .converted(List.of(), 2)
                        .lost(List.of(), 1)
                        .result());
    }
}
