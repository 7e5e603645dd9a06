package org.cxkit.metrics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.clv.HistoricValue;
import org.cxkit.metrics.purchase.Purchase;
import org.junit.jupiter.api.Test;

class PurchaseCsvTest {

    private static final PurchaseCsv CSV = PurchaseCsv.columns("customer", "date", "amount");

    @Test
    void theCdnowLogIsReadToTheLastCent() throws IOException {
        // truth/value.json, behaviour_metrics_cdnow: rows, customers and total sales
        Reader log = new InputStreamReader(
                Objects.requireNonNull(PurchaseCsvTest.class.getResourceAsStream("/cdnow_elog.csv")),
                StandardCharsets.UTF_8);
        List<Purchase> purchases = PurchaseCsv.columns("sampleid", "date", "sales")
                .currency("USD")
                .strict()
                .read(log, "cdnow_elog.csv")
                .value();
        assertThat(purchases).hasSize(6919);
        List<HistoricValue> values = HistoricValue.of(purchases);
        assertThat(values).hasSize(2357);
        assertThat(values.stream().map(HistoricValue::total).reduce(Money.of("0", "USD"), Money::plus))
                .isEqualTo(Money.of("244091.94", "USD"));
        // by hand from the first four rows of the file
        assertThat(values.get(0)).hasToString("1: 4 purchases worth 100.50 USD");
        assertThat(values.get(0).first()).isEqualTo(Instant.parse("1997-01-01T00:00:00Z"));
        assertThat(values.get(0).last()).isEqualTo(Instant.parse("1997-12-12T00:00:00Z"));
    }

    @Test
    void lenientReadingKeepsTheGoodRowsAndNamesTheBad() throws IOException {
        Ingested<List<Purchase>> read = CSV.zone(ZoneId.of("Europe/Rome")).read(new StringReader("""
                                customer,date,amount
                                A,2024-01-01,10.50
                                ,2024-01-01,10
                                B,yesterday,10
                                C,2024-01-01,ten
                                D,2024-01-01,1E999
                                A,2024-01-02T12:00:00Z,-0.50
                                """), "purchases.csv");
        assertThat(read.value())
                .containsExactly(
                        new Purchase(
                                CustomerId.of("A"), Instant.parse("2023-12-31T23:00:00Z"), Money.of("10.5", "EUR")),
                        new Purchase(
                                CustomerId.of("A"), Instant.parse("2024-01-02T12:00:00Z"), Money.of("-0.5", "EUR")));
        assertThat(read.rows()).isEqualTo(6);
        assertThat(read.rejected())
                .extracting(Object::toString)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("purchases.csv row 3, column customer: wanted text, got nothing"),
                        line -> assertThat(line).startsWith("purchases.csv row 4, column date: "),
                        line -> assertThat(line)
                                .isEqualTo("purchases.csv row 5, column amount: "
                                        + "wanted a number such as 19.99, got \"ten\""),
                        line -> assertThat(line)
                                .isEqualTo("purchases.csv row 6, column amount: amount must have at most 100 digits "
                                        + "before and after the point, got 1 digits at scale -999"));
    }

    @Test
    void strictReadingEndsAtTheFirstBadRow() {
        assertThatThrownBy(() -> CSV.strict()
                        .separator(';')
                        .read(new StringReader("customer;date;amount\nA;2024-01-01;x\n"), "purchases.csv"))
                .isInstanceOf(RejectedRowException.class)
                .hasMessage("purchases.csv row 2, column amount: wanted a number such as 19.99, got \"x\"");
        assertThatThrownBy(() -> CSV.currency("EURO"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency must be an ISO 4217 code such as EUR, got \"EURO\"");
    }
}
