package org.cxkit.metrics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cxkit.core.interaction.Purchase;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseCsvTest {

    @Test
    void readsColumnsByName() throws IOException {
        Ingested<List<Purchase>> read = PurchaseCsv.in("USD")
                .columns("sampleid", "date", "sales")
                .read(new StringReader("masterid,sampleid,date,cds,sales\n4,1,1997-01-01,2,29.33\n"), "cdnow");
        assertThat(read.orThrow())
                .containsExactly(new Purchase(CustomerId.of("1"), LocalDate.of(1997, 1, 1), Money.of("29.33", "USD")));
    }

    @Test
    void takesTheDayOfTheZone() throws IOException {
        String late = "customer,date,amount\na,2025-06-30T23:30:00Z,1.00\n";
        assertThat(day(PurchaseCsv.in("EUR"), late)).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(day(PurchaseCsv.in("EUR").zone(ZoneId.of("Europe/Rome")), late))
                .isEqualTo(LocalDate.of(2025, 7, 1));
    }

    private static LocalDate day(PurchaseCsv csv, String text) throws IOException {
        return csv.read(new StringReader(text), "test").orThrow().get(0).date();
    }

    @Test
    void refusesRowsWithTheirReasonAndKeepsTheOthers() throws IOException {
        Ingested<List<Purchase>> read = PurchaseCsv.in("EUR")
                .read(
                        new StringReader(
                                "customer,date,amount\n,2025-01-01,1\na,soon,1\na,2025-01-01,much\nb,2025-01-02,-5\n"),
                        "shop.csv");
        assertThat(read.rows()).isEqualTo(4);
        assertThat(read.value())
                .containsExactly(new Purchase(CustomerId.of("b"), LocalDate.of(2025, 1, 2), Money.of("-5", "EUR")));
        assertThat(read.rejected().stream().map(Object::toString).map(line -> line.substring(0, 30)))
                .containsExactly(
                        "shop.csv row 2, column custome",
                        "shop.csv row 3, column date: w",
                        "shop.csv row 4, column amount:");
        assertThat(read.rejected().get(2))
                .hasToString("shop.csv row 4, column amount: wanted a number such as 19.99, got \"much\"");
    }

    @Test
    void strictReadingEndsAtTheFirstBadRow(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("p.csv");
        Files.writeString(file, "customer,date,amount\na,2025-01-01,1\na,2025-01-01,\n");
        assertThatThrownBy(() -> PurchaseCsv.in("EUR").strict().read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " row 3, column amount: wanted a number such as 19.99, got \"\"");
        assertThat(PurchaseCsv.in("EUR").read(file).rejected()).hasSize(1);
    }

    @Test
    void refusesAnUnknownCurrency() {
        assertThatThrownBy(() -> PurchaseCsv.in("XXY")).isInstanceOf(IllegalArgumentException.class);
    }
}
