package org.cxkit.metrics.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes fields from the parser: those of the header as strings, later only those of the wanted columns, into the row.
 *
 * <p>The parser may move its buffer between two fields of a row, so each is copied out at once.
 */
final class CsvHandler extends AbstractBaseCsvCallbackHandler<CsvHandler> {
    private final List<String> header = new ArrayList<>();
    private final FieldText scratch = new FieldText();
    private int[] slots = {};
    private @Nullable CsvRow row;
    private long line;

    /** From now on fields go to the row: the field i to the slot {@code slots[i]}, or nowhere if that is negative. */
    void deliverTo(CsvRow target, int[] slotOfField) {
        row = target;
        slots = slotOfField;
    }

    List<String> header() {
        return header;
    }

    long line() {
        return line;
    }

    int fields() {
        return getFieldCount();
    }

    boolean blankLine() {
        return getRecordType() == RecordType.EMPTY;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        if (row != null) {
            row.begin(startingLineNumber);
        }
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (row == null) {
            scratch.set(buffer, offset, length);
            header.add(scratch.toString());
        } else if (index < slots.length && slots[index] >= 0) {
            row.slot(slots[index]).set(buffer, offset, length);
        }
    }

    @Override
    protected CsvHandler buildRecord() {
        return this;
    }
}
