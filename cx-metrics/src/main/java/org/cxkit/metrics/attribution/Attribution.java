package org.cxkit.metrics.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.wording.Counted;
import org.jspecify.annotations.Nullable;

/**
 * The credit of each channel for conversions and their value, by several models side by side.
 *
 * <p>Nothing is simulated: credit is within 1e-12 of the exact fraction, by Markov chains within 1e-9. All models have the
 * same rows; without journeys nothing is credited. Immutable, value-based and thread-safe.
 *
 * @param conversions the conversions of all paths
 * @param value what they brought together; null where no conversion has a value
 * @param lost the journeys without a conversion; no rule gives credit for them
 * @param models the credit by model, in the order asked for
 */
public record Attribution(double conversions, @Nullable Money value, double lost, List<ModelCredit> models)
        implements Serializable {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public Attribution {
        models = List.copyOf(models);
        if (!(conversions >= 0 && lost >= 0)) {
            throw new IllegalArgumentException("counts must not be negative: conversions=" + Counted.text(conversions)
                    + ", lost=" + Counted.text(lost));
        }
    }

    /**
     * {@return the credit of each channel by each model}
     *
     * @param paths the paths; none of them is left out
     * @param models one or more models
     * @throws IllegalArgumentException if no model is given, two different ones have the same name, one needs more than
     *     paths, such as times or milestones, or a Markov chain has too many states; the message says what to do
     * @throws ArithmeticException if a path was counted more than 2^53 times, or a sum leaves the range of a long
     */
    public static Attribution of(PathTally paths, AttributionModel... models) {
        for (AttributionModel model : models) {
            if (model.telling() instanceof JourneyRule.Milestones) {
                throw new IllegalArgumentException(
                        "\"" + model + "\" must be told from journeys with milestones: paths have none");
            }
        }
        return of(paths.journeys(), models);
    }

    /**
     * {@return the credit of each channel by each model}
     *
     * @param journeys the journeys; each channel of their dictionary has a row
     * @param models one or more models
     * @throws IllegalArgumentException if no model is given, two different ones have the same name, one needs what the
     *     journeys lack, such as ages, or a Markov chain has too many states; the message says what to do
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static Attribution of(Journeys journeys, AttributionModel... models) {
        requireModels(models);
        Teller teller = new Teller(journeys);
        Money value = journeys.value().orElse(null);
        return new Attribution(
                journeys.conversions(),
                value,
                journeys.lost(),
                credit(journeys.channels().names(), value, teller::credits, models));
    }

    /**
     * {@return the credit of each channel by each model}
     *
     * @param summary the summary of the journeys
     * @param models one or more models over positions, or others that the summary was made for
     * @throws IllegalArgumentException if no model is given, two different ones have the same name, the summary was not
     *     made for one, or a Markov chain has too many states; the message says what to do
     */
    public static Attribution of(PathSummary summary, AttributionModel... models) {
        requireModels(models);
        Money value = summary.value().orElse(null);
        return new Attribution(
                (double) summary.conversions(),
                value,
                (double) summary.lost(),
                credit(summary.channels(), value, summary::credits, models));
    }

    private static void requireModels(AttributionModel... models) {
        if (models.length == 0) {
            throw new IllegalArgumentException("at least one attribution model wanted, got none");
        }
        Map<String, AttributionModel> byName = new HashMap<>();
        for (AttributionModel model : models) {
            AttributionModel same = byName.put(model.toString(), model);
            if (same != null && !same.equals(model)) {
                throw new IllegalArgumentException(
                        "two models are called \"" + model + "\", since their shares are the same but for rounding");
            }
        }
    }

    /** What is unattributed by one model has a row in all of them, so that they can stand side by side. */
    private static List<ModelCredit> credit(
            List<String> channels,
            @Nullable Money value,
            Function<AttributionModel, Credits> told,
            AttributionModel... models) {
        List<Credits> credits = Stream.of(models).map(told).toList();
        boolean unattributed = credits.stream().anyMatch(credit -> credit.unattributedConversions > 0);
        List<ModelCredit> rows = new ArrayList<>();
        for (int i = 0; i < models.length; i++) {
            rows.add(credit(models[i], channels, credits.get(i), value, unattributed));
        }
        return rows;
    }

    private static ModelCredit credit(
            AttributionModel model,
            List<String> channels,
            Credits credits,
            @Nullable Money value,
            boolean unattributed) {
        double minorPerMajor = value == null
                ? 1
                : Math.pow(10, Money.zero(value.currency()).amount().scale());
        List<ChannelCredit> rows = new ArrayList<>();
        for (int code = 0; code < channels.size(); code++) {
            rows.add(new ChannelCredit(
                    channels.get(code), credits.conversions[code], credits.minor[code] / minorPerMajor));
        }
        rows.sort(Comparator.comparing(ChannelCredit::channel));
        if (unattributed) {
            rows.add(new ChannelCredit(
                    ChannelName.UNATTRIBUTED,
                    credits.unattributedConversions,
                    credits.unattributedMinor / minorPerMajor));
        }
        return new ModelCredit(model.toString(), rows);
    }

    /**
     * {@return the credit by this model, if it was asked for}
     *
     * @param model one of the models
     */
    public Optional<ModelCredit> model(AttributionModel model) {
        return models.stream()
                .filter(credit -> credit.model().equals(model.toString()))
                .findFirst();
    }

    /**
     * {@return the same with the rows of every model in another order: first those of these channels, then the others by
     * name, then what is unattributed}
     *
     * @param channels names of channels
     * @throws IllegalArgumentException if there is no such channel; the message names it
     */
    public Attribution inOrder(List<String> channels) {
        List<ModelCredit> ordered = new ArrayList<>();
        for (ModelCredit model : models) {
            List<ChannelCredit> rest = new ArrayList<>(model.channels());
            List<ChannelCredit> rows = new ArrayList<>();
            for (String channel : channels) {
                ChannelCredit row = model.channel(channel)
                        .orElseThrow(() -> new IllegalArgumentException("no channel \"" + channel + "\" has credit"));
                if (rest.remove(row)) {
                    rows.add(row);
                }
            }
            rows.addAll(rest);
            ordered.add(new ModelCredit(model.model(), rows));
        }
        return new Attribution(conversions, value, lost, ordered);
    }

    /**
     * {@return the credited conversions over all conversions, from 0 to 1; no data where there is no conversion}
     *
     * @param credit the credit of a channel
     */
    public Outcome<Double> share(ChannelCredit credit) {
        return conversions == 0 ? Outcome.noData("no conversions") : Outcome.of(credit.conversions() / conversions);
    }

    /** {@return the models side by side: a table of conversions with shares, and one of the value if there is any} */
    @Override
    public String toString() {
        String head = Counted.of(conversions, "conversion") + (value == null ? "" : " worth " + value) + ", "
                + Counted.text(lost) + " lost\n";
        String table = table(
                "conversions",
                row -> String.format(Locale.ROOT, "%.2f", row.conversions())
                        + share(row)
                                .toOptional()
                                .map(share -> String.format(Locale.ROOT, " %5.1f %%", 100 * share))
                                .orElse(""));
        if (value == null) {
            return head + table;
        }
        Currency currency = value.currency();
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return head + table + "\n"
                + table("value in " + currency, row -> String.format(Locale.ROOT, "%." + decimals + "f", row.value()));
    }

    private String table(String title, Function<ChannelCredit, String> cell) {
        TextTable table = new TextTable(title);
        models.forEach(model -> table.column(model.model()));
        int rows = models.isEmpty() ? 0 : models.get(0).channels().size();
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            cells.add(models.get(0).channels().get(row).channel());
            for (ModelCredit model : models) {
                cells.add(cell.apply(model.channels().get(row)));
            }
            table.row(cells);
        }
        return table.toString();
    }
}
