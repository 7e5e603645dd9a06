package org.cxkit.metrics.customercost;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What customers give on average in one part of the relation, each kind over those of whom it is known.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param money the mean of the sum of items
 * @param time the mean time
 * @param effort the mean of what stands for effort
 * @param psychic the mean of what stands for the psychic cost
 */
public record MeanCostPart(
        CostMean<Money> money, CostMean<Duration> time, CostMean<Proxy> effort, CostMean<Proxy> psychic)
        implements Serializable {

    private static final int DECIMALS = 20;

    /** Checks that all is there. */
    public MeanCostPart {
        Objects.requireNonNull(money, "money");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(effort, "effort");
        Objects.requireNonNull(psychic, "psychic");
    }

    /** The means over one part of each customer. */
    static MeanCostPart of(Collection<CostPart> parts) {
        return new MeanCostPart(
                mean(parts, part -> part.money().toOptional().orElse(null), MeanCostPart::meanMoney),
                mean(parts, CostPart::time, MeanCostPart::meanTime),
                mean(parts, CostPart::effort, MeanCostPart::meanProxy),
                mean(parts, CostPart::psychic, MeanCostPart::meanProxy));
    }

    private static <T> CostMean<T> mean(
            Collection<CostPart> parts, Function<CostPart, @Nullable T> kind, Function<List<T>, T> mean) {
        List<T> known = parts.stream()
                .map(kind)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new CostMean<>(
                known.isEmpty() ? Outcome.noData("known of nobody") : Outcome.of(mean.apply(known)),
                known.size(),
                parts.size() - known.size());
    }

    private static Money meanMoney(List<Money> known) {
        Money sum = known.stream().reduce(Money::plus).orElseThrow();
        BigDecimal mean = sum.amount().divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL128);
        return Money.of(mean.setScale(DECIMALS, RoundingMode.HALF_EVEN), sum.currency());
    }

    private static Duration meanTime(List<Duration> known) {
        BigInteger nanos = BigInteger.ZERO;
        for (Duration time : known) {
            nanos = nanos.add(BigInteger.valueOf(time.getSeconds())
                    .multiply(BigInteger.valueOf(1_000_000_000))
                    .add(BigInteger.valueOf(time.getNano())));
        }
        BigInteger[] seconds = new BigDecimal(nanos)
                .divide(BigDecimal.valueOf(known.size()), 0, RoundingMode.HALF_EVEN)
                .toBigInteger()
                .divideAndRemainder(BigInteger.valueOf(1_000_000_000));
        return Duration.ofSeconds(seconds[0].longValueExact(), seconds[1].longValueExact());
    }

    private static Proxy meanProxy(List<Proxy> known) {
        String name = known.get(0).name();
        BigDecimal sum = BigDecimal.ZERO;
        for (Proxy proxy : known) {
            if (!proxy.name().equals(name)) {
                throw new IllegalArgumentException("one proxy wanted, got " + name + " and " + proxy.name());
            }
            sum = sum.add(new BigDecimal(proxy.value()));
        }
        return new Proxy(
                name,
                sum.divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL128)
                        .doubleValue());
    }

    /** {@return the four means with their counts} */
    @Override
    public String toString() {
        return "money " + money + "; time " + time + "; effort " + effort + "; psychic " + psychic;
    }
}
