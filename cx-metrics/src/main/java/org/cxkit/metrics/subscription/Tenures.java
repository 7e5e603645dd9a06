package org.cxkit.metrics.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.cxkit.core.persona.CustomerId;

/** The unbroken times as a customer, in order: contracts that overlap or follow each other at once made one. */
final class Tenures {

    /** From an instant, included, to another, excluded; {@link Instant#MAX} while it lasts. */
    record Tenure(Instant from, Instant to) {
        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private Tenures() {}

    static Collection<List<Tenure>> of(Collection<Contract> contracts) {
        TreeMap<CustomerId, List<Tenure>> tenures = new TreeMap<>();
        contracts.stream().sorted(Comparator.comparing(Contract::from)).forEach(next -> {
            List<Tenure> known = tenures.computeIfAbsent(next.customer(), customer -> new ArrayList<>());
            Tenure last = known.isEmpty() ? null : known.get(known.size() - 1);
            if (last == null || next.from().isAfter(last.to())) {
                known.add(new Tenure(next.from(), next.end()));
            } else if (next.end().isAfter(last.to())) {
                known.set(known.size() - 1, new Tenure(last.from(), next.end()));
            }
        });
        return tenures.values();
    }
}
