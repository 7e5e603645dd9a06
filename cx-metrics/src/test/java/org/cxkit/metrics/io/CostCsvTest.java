package org.cxkit.metrics.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.SortedMap;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.junit.jupiter.api.Test;

class CostCsvTest {

    private static Ingested<SortedMap<CustomerId, CompanyCosts>> read(String text) throws IOException {
        return CostCsv.columns("customer", "acquisition", "service", "retention")
                .read(new StringReader(text), "costs.csv");
    }

    @Test
    void aBlankCostIsMissingNotZero() throws IOException {
        SortedMap<CustomerId, CompanyCosts> costs = read("customer,acquisition,service,retention\nb,1.50,,0\na,1,2,3\n")
                .orThrow();
        assertThat(costs.keySet()).containsExactly(CustomerId.of("a"), CustomerId.of("b"));
        assertThat(costs.get(CustomerId.of("b")))
                .isEqualTo(new CompanyCosts(Money.of("1.50", "EUR"), null, Money.of("0", "EUR")));
    }

    @Test
    void refusesNegativeCostsAndASecondRowForACustomer() throws IOException {
        Ingested<SortedMap<CustomerId, CompanyCosts>> read =
                read("customer,acquisition,service,retention\na,1,2,3\na,4,5,6\nb,-1,2,3\n");
        assertThat(read.value()).containsOnlyKeys(CustomerId.of("a"));
        assertThat(read.rejected().stream().map(Object::toString))
                .containsExactly(
                        "costs.csv row 3, column customer: wanted each customer once, got a again",
                        "costs.csv row 4, column acquisition: wanted a cost of zero or more, got \"-1\"");
    }

    @Test
    void columnsCanHaveOtherNames() throws IOException {
        assertThat(CostCsv.columns("who", "cac", "care", "keep")
                        .currency("USD")
                        .read(new StringReader("keep,care,cac,who\n3,2,1,a\n"), "x")
                        .orThrow())
                .containsEntry(CustomerId.of("a"), CompanyCosts.of("1", "2", "3", "USD"));
    }
}
