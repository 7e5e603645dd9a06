package org.cxkit.metrics.touch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;

/** The journeys of one person, told from all that is known. */
final class PersonJourneys {
    private final Timeline timeline;
    private final List<Touch> touches;
    private final JourneysBuilder journeys;

    PersonJourneys(Timeline timeline, JourneysBuilder journeys) {
        this.timeline = timeline;
        this.touches = timeline.touches();
        this.journeys = journeys;
    }

    void add(Duration lookback, RepeatConversions repeat) {
        int used = 0;
        boolean converted = false;
        for (Milestone conversion : timeline.milestones()) {
            if (conversion.kind() == Milestone.Kind.CONVERSION) {
                converted = true;
                int to = countUpTo(conversion.at());
                int from = Math.max(used, to - countWithin(lookback, conversion.at(), to));
                open(from, to, conversion.at(), conversion.at());
                convert(conversion);
                used = repeat == RepeatConversions.ALL ? 0 : to;
            }
        }
        if (!converted && !touches.isEmpty()) {
            open(0, touches.size(), touches.get(touches.size() - 1).at(), Instant.MAX);
            journeys.lost();
        }
    }

    /** Adds what led to a stage in the range, or what was done in it and did not lead to it before its end. */
    void addTo(Milestone.Kind stage, TimeWindow window) {
        boolean reached = false;
        for (Milestone milestone : timeline.milestones()) {
            if (milestone.kind() == stage
                    && milestone.at().isBefore(window.to())
                    && (stage == Milestone.Kind.CONVERSION || !reached)) {
                reached = true;
                if (window.contains(milestone.at())) {
                    open(0, countUpTo(milestone.at()), milestone.at(), milestone.at());
                    convert(milestone);
                }
            }
        }
        Instant last = window.to().minusNanos(1);
        int known = countUpTo(last);
        if (!reached && known > 0 && window.contains(touches.get(known - 1).at())) {
            open(0, known, touches.get(known - 1).at(), last);
            journeys.lost();
        }
    }

    /** Adds what led to the first contact if that is in the range, once for each time that a stage was reached from then on. */
    void addOfContact(Milestone.Kind stage, TimeWindow window) {
        Instant contact = timeline.milestones().stream()
                .filter(milestone -> milestone.kind() == Milestone.Kind.CONTACT)
                .map(Milestone::at)
                .findFirst()
                .orElse(null);
        if (contact == null || !window.contains(contact)) {
            return;
        }
        int to = countUpTo(contact);
        boolean reached = false;
        for (Milestone milestone : timeline.milestones()) {
            if (milestone.kind() == stage
                    && !milestone.at().isBefore(contact)
                    && (stage == Milestone.Kind.CONVERSION || !reached)) {
                reached = true;
                open(0, to, contact, contact);
                convert(milestone);
            }
        }
        if (!reached) {
            open(0, to, contact, contact);
            journeys.lost();
        }
    }

    private void convert(Milestone stage) {
        if (stage.value() == null) {
            journeys.converted();
        } else {
            journeys.converted(stage.value());
        }
    }

    private void open(int from, int to, Instant end, Instant latestMilestone) {
        int lead = touchOf(Milestone.Kind.CONTACT, latestMilestone);
        int opportunity = touchOf(Milestone.Kind.QUALIFIED, latestMilestone);
        journeys.key(timeline.person());
        for (int i = from; i < to; i++) {
            Touch touch = touches.get(i);
            journeys.touch(touch.channel(), Duration.between(touch.at(), end));
            if (i == lead) {
                journeys.lead();
            }
            if (i == opportunity) {
                journeys.opportunity();
            }
        }
    }

    /** {@return the last touch at or before the first milestone of this kind, if that is not too late} */
    private int touchOf(Milestone.Kind kind, Instant latest) {
        for (Milestone milestone : timeline.milestones()) {
            if (milestone.kind() == kind) {
                return milestone.at().isAfter(latest) ? Journeys.NONE : countUpTo(milestone.at()) - 1;
            }
        }
        return Journeys.NONE;
    }

    private int countUpTo(Instant at) {
        int count = touches.size();
        while (count > 0 && touches.get(count - 1).at().isAfter(at)) {
            count--;
        }
        return count;
    }

    /** {@return how many of the first touches are not longer before the instant than the lookback} */
    private int countWithin(Duration lookback, Instant at, int to) {
        int count = 0;
        while (count < to
                && Duration.between(touches.get(to - 1 - count).at(), at).compareTo(lookback) <= 0) {
            count++;
        }
        return count;
    }
}
