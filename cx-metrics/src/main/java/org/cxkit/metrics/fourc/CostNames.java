package org.cxkit.metrics.fourc;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cxkit.core.money.CompanyCost;

/** The three costs in words. */
final class CostNames {

    private CostNames() {}

    static String of(Collection<CompanyCost> costs) {
        return costs.stream().map(cost -> cost.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
