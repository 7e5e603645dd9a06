package org.cxkit.metrics.io;

import java.io.Serial;
import org.cxkit.core.io.Rejected;

/**
 * A row of a file that cannot be used. Strict reading throws it, lenient reading collects what it carries.
 *
 * <p>The message is the one clear line of {@link Rejected#toString()}. It has no stack trace, because a lenient
 * reading may meet millions.
 */
public final class RejectedRowException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    /** The row and the reason. */
    private final Rejected rejected;

    /**
     * Carries a refusal.
     *
     * @param rejected the row and the reason
     */
    public RejectedRowException(Rejected rejected) {
        super(rejected.toString());
        this.rejected = rejected;
    }

    /** {@return the row and the reason} */
    public Rejected rejected() {
        return rejected;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
