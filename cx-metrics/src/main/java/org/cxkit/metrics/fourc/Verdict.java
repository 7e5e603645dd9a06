package org.cxkit.metrics.fourc;

/** What the convenience check says of one customer. */
public enum Verdict {
    /** The costs are below the lifetime value. */
    PASS,
    /** The costs equal the lifetime value; they do not exceed it, so this passes too. */
    BREAK_EVEN,
    /** The costs exceed the lifetime value; certain also where the known costs alone do. */
    FAIL,
    /** A cost is missing, and the known ones alone do not decide; or the lifetime value is missing. */
    INDETERMINATE;

    /** {@return whether the costs are known not to exceed the lifetime value} */
    public boolean passes() {
        return this == PASS || this == BREAK_EVEN;
    }

    /** {@return what stands for it in a column of bytes: 0 for PASS, 1 BREAK_EVEN, 2 FAIL, 3 INDETERMINATE} */
    public byte code() {
        return switch (this) {
            case PASS -> ConvenienceKernel.PASS;
            case BREAK_EVEN -> ConvenienceKernel.BREAK_EVEN;
            case FAIL -> ConvenienceKernel.FAIL;
            case INDETERMINATE -> ConvenienceKernel.INDETERMINATE;
        };
    }

    /**
     * {@return the verdict that the code stands for}
     *
     * @param code from 0 to 3, as {@link #code} gives
     * @throws IllegalArgumentException if no verdict has the code
     */
    public static Verdict ofCode(byte code) {
        return switch (code) {
            case ConvenienceKernel.PASS -> PASS;
            case ConvenienceKernel.BREAK_EVEN -> BREAK_EVEN;
            case ConvenienceKernel.FAIL -> FAIL;
            case ConvenienceKernel.INDETERMINATE -> INDETERMINATE;
            default -> throw new IllegalArgumentException("the code of a verdict must be from 0 to 3, got " + code);
        };
    }
}
