package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.trend.MeanTrend;
import org.cxkit.metrics.trend.ShareTrend;
import org.cxkit.metrics.value.ValueAccumulator;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Whether more satisfied customers leave less, convert more, and cost less to win and to keep.
 *
 * <p>Churn and conversion by band are tested for a trend by Cochran and Armitage, costs by a straight line; each says
 * what goes together, not what an improvement would bring. Customers without a rating are only counted. Immutable,
 * value-based and thread-safe; {@code toString} is a line for each.
 *
 * <p>Source: E. W. Anderson, C. Fornell, D. R. Lehmann, "Customer Satisfaction, Market Share, and Profitability:
 * Findings From Sweden", Journal of Marketing 58(3), 1994, for what is to be expected.
 *
 * @param currency the currency of the costs
 * @param bands the bands of satisfaction, from bad to good
 * @param unrated how many customers gave no rating, not negative
 */
public record SatisfactionLinkage(Currency currency, List<SatisfactionBand> bands, long unrated)
        implements Serializable {

    /** What stands for a rating that was not given. */
    private static final int MISSING = Integer.MIN_VALUE;

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the bands are not in the order of their places, or the count is negative
     */
    public SatisfactionLinkage {
        Objects.requireNonNull(currency, "currency");
        bands = List.copyOf(bands);
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).place() <= bands.get(i - 1).place()) {
                throw new IllegalArgumentException("bands must be from bad to good, got "
                        + bands.get(i - 1).name()
                        + " at " + bands.get(i - 1).place() + " and then "
                        + bands.get(i).name() + " at "
                        + bands.get(i).place());
            }
        }
        if (unrated < 0) {
            throw new IllegalArgumentException("counts must not be negative: unrated=" + unrated);
        }
    }

    /**
     * {@return the linkage by detractors, passives and promoters, at 1, 2 and 3}
     *
     * @param customers the customers; a rating of {@code Integer.MIN_VALUE} is missing
     * @param bands what rating is of which band
     * @param currency the currency of all costs
     * @throws IllegalArgumentException if a rating is off the scale, or a cost in another currency
     * @throws ArithmeticException if a cost is finer than the minor unit, or a sum leaves the range of a long
     */
    public static SatisfactionLinkage of(Collection<RatedCustomer> customers, Bands bands, Currency currency) {
        return of(customers, currency, bands::of, Band::toString, SatisfactionLinkage::place);
    }

    private static double place(Band band) {
        return switch (band) {
            case DETRACTOR -> 1;
            case PASSIVE -> 2;
            case PROMOTER -> 3;
        };
    }

    /**
     * {@return the linkage by each rating of a scale, at its number}
     *
     * @param customers the customers; a rating of {@code Integer.MIN_VALUE} is missing
     * @param scale the scale of the ratings; where a low rating is good, each is at the number of its mirror image
     * @param currency the currency of all costs
     * @throws IllegalArgumentException if a rating is off the scale, or a cost in another currency
     * @throws ArithmeticException if a cost is finer than the minor unit, or a sum leaves the range of a long
     */
    public static SatisfactionLinkage of(Collection<RatedCustomer> customers, RatingScale scale, Currency currency) {
        IntUnaryOperator place = scale.lowIsGood() ? scale::reverse : IntUnaryOperator.identity();
        return of(
                customers,
                currency,
                rating -> place.applyAsInt(scale.require(rating)),
                at -> Integer.toString(place.applyAsInt(at)),
                Integer::doubleValue);
    }

    private static <K extends Comparable<K>> SatisfactionLinkage of(
            Collection<RatedCustomer> customers,
            Currency currency,
            IntFunction<K> band,
            Function<K, String> name,
            ToDoubleFunction<K> place) {
        TreeMap<K, List<RatedCustomer>> byBand = new TreeMap<>();
        long unrated = 0;
        for (RatedCustomer customer : customers) {
            if (customer.rating() == MISSING) {
                unrated++;
            } else {
                byBand.computeIfAbsent(band.apply(customer.rating()), key -> new ArrayList<>())
                        .add(customer);
            }
        }
        List<SatisfactionBand> bands = new ArrayList<>();
        byBand.forEach((key, members) -> bands.add(new SatisfactionBand(
                name.apply(key),
                place.applyAsDouble(key),
                share(members, RatedCustomer::churned),
                share(members, RatedCustomer::converted),
                costs(members, currency, CompanyCost.ACQUISITION),
                costs(members, currency, CompanyCost.RETENTION))));
        return new SatisfactionLinkage(currency, bands, unrated);
    }

    private static Share share(List<RatedCustomer> members, Function<RatedCustomer, @Nullable Boolean> told) {
        long yes = members.stream()
                .filter(one -> Boolean.TRUE.equals(told.apply(one)))
                .count();
        long missing = members.stream().filter(one -> told.apply(one) == null).count();
        return new Share(yes, members.size() - missing, missing, 0);
    }

    private static Sample costs(List<RatedCustomer> members, Currency currency, CompanyCost kind) {
        ValueAccumulator costs = ValueAccumulator.create(currency);
        for (RatedCustomer one : members) {
            one.costs().cost(kind).ifPresentOrElse(costs::add, () -> costs.addMinor(Long.MIN_VALUE));
        }
        return costs.result().sample();
    }

    /** {@return the trend of churn over the bands, with the test of Cochran and Armitage} */
    public ShareTrend churn() {
        return new ShareTrend(bands.stream().map(SatisfactionBand::churned).toList(), places());
    }

    /** {@return the trend of conversion over the bands, with the test of Cochran and Armitage} */
    public ShareTrend conversion() {
        return new ShareTrend(bands.stream().map(SatisfactionBand::converted).toList(), places());
    }

    /** {@return the trend of the cost of winning a customer, in whole units of the currency} */
    public MeanTrend acquisitionCost() {
        return new MeanTrend(
                bands.stream().map(SatisfactionBand::acquisitionCost).toList(), places());
    }

    /** {@return the trend of the cost of keeping a customer, in whole units of the currency} */
    public MeanTrend retentionCost() {
        return new MeanTrend(bands.stream().map(SatisfactionBand::retentionCost).toList(), places());
    }

    private List<Double> places() {
        return bands.stream().map(SatisfactionBand::place).toList();
    }

    /** {@return a line for each trend} */
    @Override
    public String toString() {
        return "churn: " + churn() + "\nconversion: " + conversion() + "\nacquisition cost in " + currency + ": "
                + acquisitionCost() + "\nretention cost in " + currency + ": " + retentionCost() + "\n"
                + Sentence.count(unrated, "customer") + " without a rating";
    }
}
