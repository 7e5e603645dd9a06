package org.cxkit.metrics.fourc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.cxkit.core.money.Compounding;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.money.Valuation;
import org.jspecify.annotations.Nullable;

/** A valuation as texts, which accumulators may hold: date, rate, its period and compounding, horizon and its unit. */
final class ValuationText {

    static final String[] NONE = {};
    static final int PARTS = 6;

    private static final String ENDLESS = "";

    private ValuationText() {}

    static String[] of(@Nullable Valuation valuation) {
        if (valuation == null) {
            return NONE;
        }
        Rate rate = valuation.discount();
        TimeSpan horizon = valuation.horizon();
        return new String[] {
            valuation.date().toString(),
            Double.toString(rate.value()),
            rate.per().name(),
            rate.compounding().name(),
            horizon == null ? ENDLESS : Double.toString(horizon.length()),
            horizon == null ? ENDLESS : horizon.unit().name()
        };
    }

    /** {@return the valuation, or null if nothing was said} */
    static @Nullable Valuation read(String[] parts) {
        if (parts.length == 0) {
            return null;
        }
        try {
            Valuation read = new Valuation(
                    LocalDate.parse(parts[0]),
                    parts[4].equals(ENDLESS)
                            ? null
                            : new TimeSpan(Double.parseDouble(parts[4]), RatePeriod.valueOf(parts[5])),
                    new Rate(
                            Double.parseDouble(parts[1]), RatePeriod.valueOf(parts[2]), Compounding.valueOf(parts[3])));
            if (Arrays.equals(of(read), parts)) {
                return read;
            }
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no valuation: " + Arrays.toString(parts), e);
        }
        throw new IllegalArgumentException("no valuation: " + Arrays.toString(parts));
    }
}
