package org.cxkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The laws of an accumulator and its tally, checked for each that extends this class.
 *
 * <p>A subclass says how rows are made and added, how rows may be parted, what must be refused, and how bytes are
 * read. Its name ends in {@code Test}.
 *
 * @param <A> the accumulator
 * @param <T> its tally
 * @param <R> what one row is to the test
 */
public abstract class AccumulatorContract<A extends Accumulator<A, T>, T extends Tally<T>, R> {

    /** {@return an accumulator that nothing was added to} */
    protected abstract A empty();

    /** {@return an accumulator of another shape that nothing was added to, or null where there is only one shape} */
    protected abstract @Nullable A emptyOfAnotherShape();

    /** {@return rows of all kinds: missing ones and repeated ones too} */
    protected abstract Arbitrary<R> rows();

    /** Adds one row. */
    protected abstract void add(A accumulator, R row);

    /** {@return calls that must throw, by name; each must leave the accumulator as it was} */
    protected abstract Map<String, Consumer<A>> refused();

    /** {@return the tally whose bytes these are} */
    protected abstract T fromBytes(byte[] bytes);

    /**
     * {@return what all rows that must stay together, in their order, have in common: the journey, customer, case}
     *
     * <p>By default nothing: rows may be parted as one likes, and their order does not matter. A tally told from
     * ordered histories overrides this and merges over partitions by key.
     */
    protected @Nullable Object keyOf(R row) {
        return null;
    }

    /**
     * {@return the relative error that sums of doubles may have}
     *
     * <p>0: equal bit for bit. An override says why, and overrides {@link #figures} too.
     */
    protected double tolerance() {
        return 0;
    }

    /** {@return all that the tally holds, as numbers in the order of its keys; only where there is a tolerance} */
    protected double[] figures(T tally) {
        throw new UnsupportedOperationException("a contract with a tolerance must say what to compare in " + tally);
    }

    @Provide
    Arbitrary<List<R>> rowLists() {
        return rows().list().ofMaxSize(40);
    }

    /** Rows, and the part of four that each key goes to; without a key each row goes where its index says. */
    @Provide
    Arbitrary<Tuple.Tuple2<List<R>, List<Integer>>> partedRows() {
        Arbitrary<List<Integer>> parts =
                Arbitraries.integers().between(0, 3).list().ofSize(40);
        return rowLists().flatMap(rows -> parts.map(part -> Tuple.of(rows, part)));
    }

    @Property
    void mergingAnyPartitionGivesTheTallyOfAllRows(
            @ForAll("partedRows") Tuple.Tuple2<List<R>, List<Integer>> partedRows) {
        List<R> rows = partedRows.get1();
        List<A> parts = parts(rows, partedRows.get2());
        A merged = empty();
        for (A part : parts) {
            assertThat(merged.merge(part)).isSameAs(merged);
        }
        A backwards = empty();
        for (int i = parts.size() - 1; i >= 0; i--) {
            backwards.merge(parts.get(i));
        }
        T all = accumulate(rows).result();
        assertSame(all, merged.result());
        assertSame(all, backwards.result());
    }

    @Property
    void talliesAddUpAsTheirAccumulatorsMerge(@ForAll("partedRows") Tuple.Tuple2<List<R>, List<Integer>> partedRows) {
        T sum = empty().result();
        for (A part : parts(partedRows.get1(), partedRows.get2())) {
            sum = sum.plus(part.result());
        }
        assertSame(accumulate(partedRows.get1()).result(), sum);
    }

    @Property
    void plusIsCommutativeAndAssociativeAndHasAnIdentity(
            @ForAll("partedRows") Tuple.Tuple2<List<R>, List<Integer>> partedRows) {
        List<A> parts = parts(partedRows.get1(), partedRows.get2());
        T a = parts.get(0).result();
        T b = parts.get(1).result();
        T c = parts.get(2).result();
        T nothing = empty().result();
        assertSame(a.plus(b), b.plus(a));
        assertSame(a.plus(b).plus(c), a.plus(b.plus(c)));
        assertThat(a.plus(nothing)).isEqualTo(a).hasSameHashCodeAs(a);
        assertThat(nothing.plus(a)).isEqualTo(a).hasSameHashCodeAs(a);
    }

    @Property
    void rowsWithoutAKeyMayComeInAnyOrder(@ForAll("rowLists") List<R> rows) {
        List<R> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        if (rows.stream().allMatch(row -> keyOf(row) == null)) {
            assertSame(accumulate(rows).result(), accumulate(reversed).result());
        }
    }

    @Property
    void mergingDoesNotAlterTheArgument(@ForAll("rowLists") List<R> mine, @ForAll("rowLists") List<R> others) {
        A argument = accumulate(others);
        T before = argument.result();
        A target = accumulate(mine).merge(argument);
        for (R row : mine) {
            add(target, row);
        }
        assertThat(argument.result()).isEqualTo(before);
    }

    @Property
    void copiesAndResultsAreIndependent(@ForAll("rowLists") List<R> rows, @ForAll("rowLists") List<R> more) {
        A original = accumulate(rows);
        A copy = original.copy();
        T before = original.result();
        assertThat(copy.result()).isEqualTo(before);
        byte[] bytes = before.toBytes();
        more.forEach(row -> add(copy, row));
        assertThat(original.result()).isEqualTo(before);
        more.forEach(row -> add(original, row));
        assertThat(before.toBytes()).isEqualTo(bytes);
        assertThat(original.result()).isEqualTo(copy.result());
    }

    @Property
    void anAccumulatorMayBeMergedWithItself(@ForAll("rowLists") List<R> rows) {
        if (rows.stream().allMatch(row -> keyOf(row) == null)) {
            A twice = accumulate(rows);
            T once = twice.result();
            assertSame(once.plus(once), twice.merge(twice).result());
        }
    }

    @Property
    void aCallThatThrowsChangesNothing(@ForAll("rowLists") List<R> rows) {
        refused().forEach((name, call) -> {
            A accumulator = accumulate(rows);
            T before = accumulator.result();
            assertThatThrownBy(() -> call.accept(accumulator)).as(name).isInstanceOf(RuntimeException.class);
            assertThat(accumulator.result()).as(name).isEqualTo(before);
        });
    }

    @Property
    void anotherShapeIsRefused(@ForAll("rowLists") List<R> rows) {
        A other = emptyOfAnotherShape();
        if (other != null) {
            A accumulator = accumulate(rows);
            T before = accumulator.result();
            assertThatIllegalArgumentException().isThrownBy(() -> accumulator.merge(other));
            assertThatIllegalArgumentException().isThrownBy(() -> before.plus(other.result()));
            assertThat(accumulator.result()).isEqualTo(before);
        }
    }

    @Property
    void bytesGiveTheSameTally(@ForAll("rowLists") List<R> rows) {
        T tally = accumulate(rows).result();
        T read = fromBytes(tally.toBytes());
        assertThat(read).isEqualTo(tally).hasSameHashCodeAs(tally).hasToString(tally.toString());
        assertThat(read.toBytes()).isEqualTo(tally.toBytes());
    }

    @Property(tries = 20)
    void corruptBytesAreRefused(@ForAll("rowLists") List<R> rows) {
        byte[] bytes = accumulate(rows).result().toBytes();
        for (int length = 0; length < bytes.length; length++) {
            refuse(Arrays.copyOf(bytes, length));
        }
        refuse(Arrays.copyOf(bytes, bytes.length + 1));
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refuse(flipped);
        }
    }

    private void refuse(byte[] bytes) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> fromBytes(bytes));
    }

    @Property(tries = 20)
    void javaSerialisationGivesTheSameStateByTheBytes(@ForAll("rowLists") List<R> rows) throws Exception {
        A accumulator = accumulate(rows);
        T tally = accumulator.result();
        assertThat(throughJava(tally)).isEqualTo(tally);
        A read = throughJava(accumulator);
        assertThat(read.result()).isEqualTo(tally);
        rows.forEach(row -> add(read, row));
        rows.forEach(row -> add(accumulator, row));
        assertThat(read.result()).isEqualTo(accumulator.result());
    }

    @Property(tries = 1)
    void anEmptyAccumulatorHasAnEmptyTally() {
        assertThat(empty().result().isEmpty()).isTrue();
        assertThat(empty().result()).isEqualTo(empty().result());
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // the object is of the class that was written, just now
    private static <S> S throughJava(S object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (S) in.readObject();
        } catch (InvalidObjectException e) {
            throw new AssertionError("not written through a form", e);
        }
    }

    private A accumulate(List<R> rows) {
        A accumulator = empty();
        rows.forEach(row -> add(accumulator, row));
        return accumulator;
    }

    private List<A> parts(List<R> rows, List<Integer> partOf) {
        List<A> parts = List.of(empty(), empty(), empty(), empty());
        Map<Object, Integer> partOfKey = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Object key = keyOf(rows.get(i));
            int part = key == null ? partOf.get(i) : partOfKey.computeIfAbsent(key, k -> partOf.get(partOfKey.size()));
            add(parts.get(part), rows.get(i));
        }
        return parts;
    }

    private void assertSame(T expected, T actual) {
        if (tolerance() == 0) {
            assertThat(actual).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
            assertThat(actual.toBytes()).isEqualTo(expected.toBytes());
            return;
        }
        double[] wanted = figures(expected);
        double[] found = figures(actual);
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found[i]).isCloseTo(wanted[i], within(tolerance() * Math.max(1, Math.abs(wanted[i]))));
        }
    }
}
