package org.cxkit.metrics.path;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.wording.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Takes journeys one touch after the other and ends in {@link Journeys}.
 *
 * <pre>{@code
 * Journeys journeys = Journeys.builder()
 *         .touch("Search").touch("Email").converted(Money.of("120.00", "EUR"))
 *         .touch("Social").lost()
 *         .build();
 * }</pre>
 *
 * <p>Ages are known if every touch came with one, milestones if any was marked, keys if every row was given one. A call
 * that throws leaves all as it was. <strong>Not thread-safe:</strong> confine and {@link #append}.
 */
public final class JourneysBuilder {
    private static final long UNKNOWN_AGE = Long.MAX_VALUE;

    private final Symbols.Builder channels = Symbols.builder();
    private final TouchBuffer touches = new TouchBuffer();
    private long[] ages = new long[64];
    private boolean aged = true;

    private final OutcomeBuffer outcomes = new OutcomeBuffer();
    private int[] ends = new int[16];
    private int[] leads = new int[16];
    private int[] opportunities = new int[16];
    private long[] keys = new long[16];
    private String currency = "";
    private boolean marked;
    private boolean keyed = true;

    private int lead = Journeys.NONE;
    private int opportunity = Journeys.NONE;
    private long key;
    private boolean hasKey;

    JourneysBuilder() {}

    /**
     * Adds a touch to the journey at hand; its age is not known.
     *
     * @param channel the name of the channel; white space at its ends is removed
     * @return this
     * @throws IllegalArgumentException if the name is blank or reserved
     */
    public JourneysBuilder touch(String channel) {
        add(channel, UNKNOWN_AGE);
        aged = false;
        return this;
    }

    /**
     * Adds a touch to the journey at hand.
     *
     * @param channel the name of the channel; white space at its ends is removed
     * @param age how long before the end of the journey it was, not negative, not above that of the touch before, if
     *     that is known; what is finer than a microsecond is cut off
     * @return this
     * @throws IllegalArgumentException if the name is blank or reserved, or the age out of range
     */
    public JourneysBuilder touch(String channel, Duration age) {
        long micros = EpochMicros.span(age);
        if (age.isNegative() || (atHand() > 0 && micros > ages[touches.size() - 1])) {
            throw new IllegalArgumentException("the age of a touch must not be negative, nor above that of the touch"
                    + " before, got " + age + " for " + channel);
        }
        add(channel, micros);
        return this;
    }

    private void add(String channel, long age) {
        String name = ChannelName.of(channel, "touch " + (atHand() + 1) + " of the journey", "");
        int touch = touches.size();
        if (touch == ages.length) {
            ages = Arrays.copyOf(ages, touch * 2);
        }
        touches.add(channels.intern(name));
        ages[touch] = age;
    }

    /**
     * Says that the touch added last made the person known.
     *
     * @return this
     * @throws IllegalStateException if the journey at hand has no touch yet, or two such touches
     */
    public JourneysBuilder lead() {
        requireFree("lead", lead);
        lead = atHand() - 1;
        return this;
    }

    /**
     * Says that the touch added last made a sale likely.
     *
     * @return this
     * @throws IllegalStateException if the journey at hand has no touch yet, or two such touches
     */
    public JourneysBuilder opportunity() {
        requireFree("opportunity", opportunity);
        opportunity = atHand() - 1;
        return this;
    }

    private void requireFree(String what, int milestone) {
        if (atHand() == 0 || milestone != Journeys.NONE) {
            throw new IllegalStateException("one touch can be the " + what + " of a journey, "
                    + (atHand() == 0 ? "there is none yet" : "touch " + (milestone + 1) + " is it already"));
        }
    }

    /**
     * Gives the journey at hand its key.
     *
     * @param key such as a person's number
     * @return this
     */
    public JourneysBuilder key(long key) {
        this.key = key;
        hasKey = true;
        return this;
    }

    /**
     * Gives the journey at hand its key, told from a name: the same on every machine.
     *
     * @param name such as a person's id
     * @return this
     */
    public JourneysBuilder key(String name) {
        long hash = 0xcbf29ce484222325L; // FNV-1a over UTF-8
        for (byte next : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xFF)) * 0x100000001b3L;
        }
        return key(hash);
    }

    /**
     * Ends the journey at hand with one conversion without a value.
     *
     * @return this
     */
    public JourneysBuilder converted() {
        return end(1, "", 0, 0);
    }

    /**
     * Ends the journey at hand with one conversion.
     *
     * @param value what it brought, not negative, in whole minor units
     * @return this
     * @throws IllegalArgumentException if the value is negative or in another currency than those before
     * @throws ArithmeticException if the value is finer than the minor unit: nothing is cut off
     */
    public JourneysBuilder converted(Money value) {
        return ended(1, value, 0);
    }

    /**
     * Ends the journey at hand without a conversion.
     *
     * @return this
     */
    public JourneysBuilder lost() {
        return end(0, "", 0, 1);
    }

    /**
     * Ends the row at hand, which stands for many journeys, or for a fraction of one.
     *
     * @param conversions how many ended in a conversion, not negative
     * @param lost how many ended without one, not negative
     * @return this
     * @throws IllegalArgumentException if a number is negative, above 2^53 or not finite
     */
    public JourneysBuilder ended(double conversions, double lost) {
        return end(conversions, "", 0, lost);
    }

    /**
     * Ends the row at hand, which stands for many journeys, or for a fraction of one.
     *
     * @param conversions how many ended in a conversion, not negative
     * @param value what they brought together, not negative, in whole minor units
     * @param lost how many ended without one, not negative
     * @return this
     * @throws IllegalArgumentException if a number is negative, above 2^53 or not finite, or the value negative, without
     *     a conversion or in another currency than those before
     * @throws ArithmeticException if the value is finer than the minor unit: nothing is cut off
     */
    public JourneysBuilder ended(double conversions, Money value, double lost) {
        String money = value.signum() == 0 ? "" : value.currency().getCurrencyCode();
        return end(conversions, money, value.toMinorUnits(), lost);
    }

    /**
     * Adds a whole row.
     *
     * @param path the channels in their order; white space at the ends of their names is removed
     * @param conversions how many ended in a conversion, not negative
     * @param value what they brought together, not negative, in whole minor units; null for nothing
     * @param lost how many ended without one, not negative
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, a number negative, above 2^53 or not finite, or
     *     the value negative, without a conversion or in another currency than those before
     * @throws ArithmeticException if the value is finer than the minor unit: nothing is cut off
     * @throws IllegalStateException if a journey is at hand that has not ended
     */
    public JourneysBuilder add(List<String> path, double conversions, @Nullable Money value, double lost) {
        requireEnded();
        boolean ages = aged;
        try {
            path.forEach(this::touch);
            return value == null ? ended(conversions, lost) : ended(conversions, value, lost);
        } catch (RuntimeException e) {
            touches.truncate(start());
            aged = ages;
            throw e;
        }
    }

    private JourneysBuilder end(double converted, String money, long minor, double failed) {
        requireCount("conversions", converted);
        requireCount("lost", failed);
        if (minor < 0 || (minor > 0 && converted == 0)) {
            throw new IllegalArgumentException("value must not be negative, and 0 without a conversion, got " + minor
                    + " minor units for " + Counted.of(converted, "conversion"));
        }
        requireCurrency(money);
        int row = outcomes.rows();
        if (row == ends.length) {
            grow(2 * row);
        }
        currency = money.isEmpty() ? currency : money;
        ends[row] = touches.size();
        outcomes.add(converted + 0.0, failed + 0.0, minor);
        leads[row] = lead;
        opportunities[row] = opportunity;
        marked |= lead != Journeys.NONE || opportunity != Journeys.NONE;
        keys[row] = key;
        keyed &= hasKey;
        lead = Journeys.NONE;
        opportunity = Journeys.NONE;
        hasKey = false;
        return this;
    }

    private static void requireCount(String what, double count) {
        if (!(count >= 0) || count > OutcomeColumn.EXACT) {
            throw new IllegalArgumentException(what + " must be from 0 to 2^53, got " + count);
        }
    }

    private void requireCurrency(String money) {
        if (!money.isEmpty() && !currency.isEmpty() && !money.equals(currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + money);
        }
    }

    private void grow(int capacity) {
        ends = Arrays.copyOf(ends, capacity);
        leads = Arrays.copyOf(leads, capacity);
        opportunities = Arrays.copyOf(opportunities, capacity);
        keys = Arrays.copyOf(keys, capacity);
    }

    private int start() {
        return outcomes.rows() == 0 ? 0 : ends[outcomes.rows() - 1];
    }

    /** {@return how many touches the journey at hand has} */
    private int atHand() {
        return touches.size() - start();
    }

    /**
     * Adds the rows of other journeys after those that are here.
     *
     * @param more any journeys, not altered
     * @return this
     * @throws IllegalArgumentException if their currency is another one
     * @throws IllegalStateException if a journey is at hand that has not ended
     */
    public JourneysBuilder append(Journeys more) {
        requireEnded();
        String money = more.currency().map(Currency::getCurrencyCode).orElse("");
        requireCurrency(money);
        List<String> names = more.channels().names();
        for (int row = 0; row < more.size(); row++) {
            for (int touch = more.start(row); touch < more.end(row); touch++) {
                add(names.get(more.touch(touch)), more.hasAges() ? more.ageMicros(touch) : UNKNOWN_AGE);
            }
            lead = more.lead(row);
            opportunity = more.opportunity(row);
            key = more.key(row);
            hasKey = more.hasKeys();
            long minor = more.valueMinor(row);
            end(more.conversions(row), minor == 0 ? "" : money, minor, more.lost(row));
        }
        aged &= more.hasAges() || more.touches() == 0;
        return this;
    }

    private void requireEnded() {
        if (atHand() > 0) {
            throw new IllegalStateException("a journey of " + Counted.of(atHand(), "touch", "touches")
                    + " has not ended: say whether it converted or was lost");
        }
    }

    /**
     * {@return the journeys so far, with channels by name; this stays usable}
     *
     * @throws IllegalStateException if a journey is at hand that has not ended
     * @throws IllegalArgumentException if there are more than 65,536 channels
     */
    public Journeys build() {
        requireEnded();
        int rows = outcomes.rows();
        int[] bounds = Arrays.copyOf(ends, rows);
        return Journeys.byName(
                channels.build(),
                touches,
                bounds,
                outcomes.column(currency),
                aged ? AgeColumn.of(Arrays.copyOf(ages, touches.size()), bounds) : null,
                marked ? Arrays.copyOf(leads, rows) : null,
                marked ? Arrays.copyOf(opportunities, rows) : null,
                keyed ? Arrays.copyOf(keys, rows) : null);
    }
}
