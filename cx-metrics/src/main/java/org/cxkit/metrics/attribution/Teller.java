package org.cxkit.metrics.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cxkit.metrics.path.Journeys;
import org.jspecify.annotations.Nullable;

/** Tells models from journeys, and what several of them need only once. Not thread-safe. */
final class Teller {
    private final Journeys journeys;
    private final Map<Set<String>, Teller> without = new HashMap<>();
    private @Nullable Positions conversions;
    private @Nullable Positions value;

    Teller(Journeys journeys) {
        this.journeys = journeys;
    }

    /** {@return the credit by a model, by the codes of the journeys' channels} */
    Credits credits(AttributionModel model) {
        Teller teller = model.excluded().isEmpty()
                ? this
                : without.computeIfAbsent(model.excluded(), out -> new Teller(journeys.without(out)));
        return teller.credits(model.telling());
    }

    private Credits credits(Telling telling) {
        if (telling instanceof TouchRule rule) {
            count();
            return credits(
                    rule,
                    journeys.channels().size(),
                    Objects.requireNonNull(conversions),
                    Objects.requireNonNull(value));
        }
        if (telling instanceof MarkovRule rule) {
            return rule.credits(journeys);
        }
        return CreditKernel.credits((JourneyRule) telling, journeys);
    }

    private void count() {
        if (conversions != null) {
            return;
        }
        if (journeys.whole()) {
            PositionCounts counts = PositionKernel.credited(journeys, 0, journeys.size());
            conversions = counts.places;
            value = counts.placesOfValue;
        } else {
            conversions = FractionalPositions.of(journeys, journeys::conversions);
            value = FractionalPositions.of(journeys, row -> (double) journeys.valueMinor(row));
        }
    }

    static Credits credits(TouchRule rule, int channels, Positions conversions, Positions value) {
        return new Credits(
                rule.credit(conversions, channels),
                rule.credit(value, channels),
                conversions.untouched(),
                value.untouched());
    }
}
