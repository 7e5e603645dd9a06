package org.cxkit.sample.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A simulated brand: customers of four personas, twelve stores in three regions, physical and digital channels, and
 * one year (2025, zone Europe/Rome) of events, survey answers, purchases and costs in EUR.
 *
 * <p>Nothing here is real. What the data hides is stated in {@link PlantedFacts}. The data leaves only as CSV text,
 * so whoever reads it takes the way of a user's own files:
 *
 * <ul>
 *   <li>{@code events.csv}: customer, case, timestamp, event, channel, device, service_model, location, persona,
 *       problem_restated, handled_by; in the order of time
 *   <li>{@code responses.csv}: response, customer, question, answer, timestamp, touchpoint, channel, stage, location,
 *       persona; about 9 % of the answers are blank, {@code skip} or off the scale
 *   <li>{@code purchases.csv}: customer, date, amount
 *   <li>{@code costs.csv}: customer, acquisition, service, retention; one in fifty is blank, which means not known
 *   <li>{@code locations.csv}: location, region
 * </ul>
 *
 * <p>The same seed gives the same bytes on every JDK, and fewer customers give the first part of more. Immutable and
 * thread-safe.
 */
public final class SimulatedBrand {

    /** How the data must be labelled wherever it is shown. */
    public static final String LABEL = "simulated brand";

    private final Map<String, String> files;

    private SimulatedBrand(Map<String, String> files) {
        this.files = Collections.unmodifiableMap(files);
    }

    /**
     * {@return the brand with 4000 customers}
     *
     * @param seed the seed of all chance
     */
    public static SimulatedBrand of(long seed) {
        return of(seed, 4_000);
    }

    /**
     * {@return the brand}
     *
     * @param seed the seed of all chance
     * @param customers how many people find the brand, 0 to 99999
     * @throws IllegalArgumentException if the number is out of range
     */
    public static SimulatedBrand of(long seed, int customers) {
        if (customers < 0 || customers > 99_999) {
            throw new IllegalArgumentException("customers must be 0 to 99999, got " + customers);
        }
        SplittableRandom root = new SplittableRandom(seed);
        List<Diary> diaries = new ArrayList<>(customers);
        for (int i = 1; i <= customers; i++) {
            diaries.add(CustomerStory.tell(new Dice(root.split()), String.format(Locale.ROOT, "sim-%05d", i)));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("events.csv", events(diaries));
        files.put("responses.csv", responses(diaries));
        files.put("purchases.csv", purchases(diaries));
        files.put("costs.csv", costs(diaries));
        files.put("locations.csv", locations());
        return new SimulatedBrand(files);
    }

    /** {@return the text of each CSV file by its name, lines ended by a line feed, header first} */
    public Map<String, String> files() {
        return files;
    }

    /**
     * Writes the files, in UTF-8, over what is there.
     *
     * @param directory where to; made if it is not there
     * @throws IOException if writing fails
     */
    public void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static String events(List<Diary> diaries) {
        Stream<SimulatedEvent> rows = inTime(diaries, diary -> diary.events, SimulatedEvent::second);
        return csv(SimulatedEvent.HEADER, rows.map(SimulatedEvent::line));
    }

    private static String responses(List<Diary> diaries) {
        List<SimulatedAnswer> rows =
                inTime(diaries, diary -> diary.answers, SimulatedAnswer::second).toList();
        List<String> lines = new ArrayList<>(rows.size());
        for (SimulatedAnswer row : rows) {
            lines.add(row.line(String.format(Locale.ROOT, "r-%06d", lines.size() + 1)));
        }
        return csv(SimulatedAnswer.HEADER, lines.stream());
    }

    private static String purchases(List<Diary> diaries) {
        Stream<SimulatedPurchase> rows = inTime(diaries, diary -> diary.purchases, SimulatedPurchase::second);
        return csv(SimulatedPurchase.HEADER, rows.map(SimulatedPurchase::line));
    }

    private static String costs(List<Diary> diaries) {
        Stream<Diary> customers = diaries.stream().filter(diary -> !diary.purchases.isEmpty());
        return csv(SimulatedCosts.HEADER, customers.map(diary -> diary.costs().line()));
    }

    private static String locations() {
        return csv("location,region", SimulatedStore.ALL.stream().map(store -> store.id() + "," + store.region()));
    }

    private static <T> Stream<T> inTime(List<Diary> diaries, Function<Diary, List<T>> rows, Function<T, Long> second) {
        return diaries.stream().flatMap(diary -> rows.apply(diary).stream()).sorted(Comparator.comparing(second));
    }

    private static String csv(String header, Stream<String> lines) {
        StringBuilder text = new StringBuilder(header).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
