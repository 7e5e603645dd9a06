package org.cxkit.metrics.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.Replicates;

/**
 * A model fitted again and again to data drawn anew from the data, to see how far chance moves what it tells.
 *
 * <p>{@code Bootstrap.of(200, k -> BgNbd.fit(tally.resampled(seed, k)).model())}. A replicate that cannot be fitted at
 * all is counted and left out. Immutable and thread-safe if the models are.
 *
 * <p>Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 6 and 13.
 *
 * @param <M> the model, or whatever is told from one replicate
 */
public final class Bootstrap<M> {
    private final List<M> models;
    private final int failures;

    private Bootstrap(List<M> models, int failures) {
        this.models = models;
        this.failures = failures;
    }

    /**
     * {@return the models of all replicates}
     *
     * @param replicates how many, at least 2
     * @param fit fits the model of a replicate, numbered from 0; an IllegalArgumentException says that it cannot be fitted
     * @param <M> the model
     * @throws IllegalArgumentException if fewer than 2 are wanted
     */
    public static <M> Bootstrap<M> of(int replicates, IntFunction<? extends M> fit) {
        if (replicates < 2) {
            throw new IllegalArgumentException("at least 2 replicates wanted, got " + replicates);
        }
        List<M> models = new ArrayList<>();
        int failures = 0;
        for (int i = 0; i < replicates; i++) {
            M model;
            try {
                model = fit.apply(i);
            } catch (IllegalArgumentException e) {
                failures++;
                continue;
            }
            models.add(Objects.requireNonNull(model, "model"));
        }
        return new Bootstrap<>(List.copyOf(models), failures);
    }

    /** {@return the models, in the order of the replicates, unmodifiable} */
    public List<M> models() {
        return models;
    }

    /** {@return how many replicates could not be fitted} */
    public int failures() {
        return failures;
    }

    /**
     * {@return a quantity told from every model; no data where fewer than two replicates could be fitted}
     *
     * @param quantity tells a finite number from a model
     */
    public Outcome<Replicates> replicates(ToDoubleFunction<? super M> quantity) {
        return models.size() < 2
                ? Outcome.noData("fewer than 2 replicates could be fitted")
                : Outcome.of(Replicates.of(models.stream().mapToDouble(quantity).toArray()));
    }

    /**
     * {@return the percentile interval of a quantity; no data where fewer than two replicates could be fitted}
     *
     * @param estimate the quantity told from the data themselves
     * @param quantity tells a finite number from a model
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of range
     */
    public Outcome<Interval> interval(double estimate, ToDoubleFunction<? super M> quantity, double level) {
        return replicates(quantity).map(values -> values.interval(estimate, level));
    }

    /** {@return such as {@code 200 replicates, 1 could not be fitted}} */
    @Override
    public String toString() {
        return (models.size() + failures) + " replicates"
                + (failures == 0 ? "" : ", " + failures + " could not be fitted");
    }
}
