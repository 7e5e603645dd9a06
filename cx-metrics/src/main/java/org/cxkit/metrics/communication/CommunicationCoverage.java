package org.cxkit.metrics.communication;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cxkit.core.interaction.Journey;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.wording.Sentence;

/**
 * Communication, the fourth part of the 4C model: contact along the entire journey and beyond, as it was observed.
 *
 * <p>The share is the number of stages with at least one contact over the number of stages, from 0 to 1. Beyond the
 * journey is what comes after the interaction that completes it, at whatever stage; a contact there counts at its stage
 * too. A contact whose stage is unknown counts at none. What is designed rather than observed is covered by
 * {@link org.cxkit.core.classification.StageCoverage}. Immutable, value-based and thread-safe.
 *
 * @param stages one entry for each stage of the model, in its order, at least one
 * @param beyond contacts after the completion of their journey, not negative
 * @param journeysBeyond completed journeys with such a contact, not negative
 * @param completed completed journeys, not negative
 * @param unplaced contacts whose stage is unknown, not negative
 * @param journeys all journeys, not negative
 */
public record CommunicationCoverage(
        List<StageContacts> stages, long beyond, long journeysBeyond, long completed, long unplaced, long journeys)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there is no stage, a count is negative, or a part is more than the whole
     */
    public CommunicationCoverage {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("coverage needs at least one stage, got none");
        }
        if (unplaced < 0
                || journeysBeyond < 0
                || beyond < journeysBeyond
                || completed < journeysBeyond
                || journeys < completed) {
            throw new IllegalArgumentException("parts must not be negative nor exceed the whole: beyond=" + beyond
                    + ", journeysBeyond=" + journeysBeyond + ", completed=" + completed + ", unplaced=" + unplaced
                    + ", journeys=" + journeys);
        }
    }

    /**
     * {@return the coverage of the stages by these journeys}
     *
     * @param model the stages to cover
     * @param journeys the journeys of customers; of none no stage is covered
     * @param completedBy what completes a journey, such as {@link TouchpointType#DELIVERY}; none if no journey ends
     * @throws IllegalArgumentException if a contact is at a stage that the model lacks
     */
    public static CommunicationCoverage of(
            StageModel model, Collection<Journey> journeys, TouchpointType... completedBy) {
        ContactCounts counts = new ContactCounts(model, completedBy);
        journeys.forEach(counts::add);
        return counts.coverage();
    }

    /**
     * {@return the coverage by key, in the order of the keys}
     *
     * @param model the stages to cover
     * @param journeys the journeys of customers
     * @param key such as {@code Journey::customer}, or the persona of a journey's first contact
     * @param completedBy what completes a journey; none if no journey ends
     * @param <K> the type of the key
     * @throws IllegalArgumentException if a contact is at a stage that the model lacks
     */
    public static <K extends Comparable<? super K>> Map<K, CommunicationCoverage> by(
            StageModel model, Collection<Journey> journeys, Function<Journey, K> key, TouchpointType... completedBy) {
        Map<K, ContactCounts> counts = new TreeMap<>();
        for (Journey journey : journeys) {
            counts.computeIfAbsent(key.apply(journey), each -> new ContactCounts(model, completedBy))
                    .add(journey);
        }
        Map<K, CommunicationCoverage> coverage = new TreeMap<>();
        counts.forEach((each, found) -> coverage.put(each, found.coverage()));
        return Collections.unmodifiableMap(coverage);
    }

    /** {@return the stages without a contact, in the order of the model} */
    public List<StageId> gaps() {
        return stages.stream()
                .filter(stage -> stage.contacts() == 0)
                .map(StageContacts::stage)
                .toList();
    }

    /** {@return how many stages have a contact} */
    public int covered() {
        return stages.size() - gaps().size();
    }

    /** {@return the share of stages with a contact, from 0 to 1} */
    public double share() {
        return (double) covered() / stages.size();
    }

    /** {@return the share with the time beyond the journey as one more stage, from 0 to 1} */
    public double shareWithBeyond() {
        return (double) (covered() + (beyond > 0 ? 1 : 0)) / (stages.size() + 1);
    }

    /** {@return the share of completed journeys with a contact beyond them; no data where none is completed} */
    public Outcome<Double> shareBeyond() {
        return completed == 0
                ? Outcome.noData("no completed journey")
                : Outcome.of((double) journeysBeyond / completed);
    }

    /**
     * {@return the coverage in a sentence: {@code contact at 2 of 3 stages (66.7 %), none at research; beyond the journey
     * in 1 of 2 completed ones; n 3 journeys}}
     */
    @Override
    public String toString() {
        String gaps = gaps().stream().map(StageId::value).collect(Collectors.joining(", "));
        return "contact at " + covered() + " of " + Sentence.count(stages.size(), "stage")
                + String.format(Locale.ROOT, " (%.1f %%)", 100 * share())
                + (gaps.isEmpty() ? "" : ", none at " + gaps)
                + "; beyond the journey in " + journeysBeyond + " of " + completed + " completed ones; n "
                + Sentence.count(journeys, "journey")
                + (unplaced == 0 ? "" : ", " + Sentence.count(unplaced, "contact") + " at an unknown stage");
    }
}
