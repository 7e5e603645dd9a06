package org.cxkit.metrics.buying;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * The 2,357 customers of CDNOW in weeks up to 1997-09-30, from the data of P. S. Fader and B. G. S. Hardie
 * (brucehardie.com).
 */
final class Cdnow {

    private Cdnow() {}

    static List<PurchaseHistory> histories() {
        InputStream in = Objects.requireNonNull(Cdnow.class.getResourceAsStream("/cdnow_cbs.csv"));
        List<PurchaseHistory> histories = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                histories.add(new PurchaseHistory(
                        Integer.parseInt(row.getField("x")),
                        Double.parseDouble(row.getField("t_x")),
                        Double.parseDouble(row.getField("T_cal")),
                        RatePeriod.WEEK));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return histories;
    }

    static RfmTally tally() {
        return RfmTally.of(RatePeriod.WEEK, histories());
    }

    /** {@return a hundred customers drawn without putting back} */
    static RfmTally sample(int seed) {
        List<PurchaseHistory> all = histories();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            int other = i + random.nextInt(all.size() - i);
            PurchaseHistory swapped = all.get(i);
            all.set(i, all.get(other));
            all.set(other, swapped);
        }
        return RfmTally.of(RatePeriod.WEEK, all.subList(0, 100));
    }
}
