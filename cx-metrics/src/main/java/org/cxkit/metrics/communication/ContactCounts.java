package org.cxkit.metrics.communication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.Journey;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.TouchpointType;

/** Counts the contacts of journeys by stage, and beyond the journey. */
final class ContactCounts {

    private final StageModel model;
    private final Set<TouchpointType> completedBy;
    private final long[] contacts;
    private final long[] journeysAt;
    private long beyond;
    private long journeysBeyond;
    private long completed;
    private long unplaced;
    private long journeys;

    ContactCounts(StageModel model, TouchpointType... completedBy) {
        this.model = model;
        this.completedBy = new HashSet<>(List.of(completedBy));
        contacts = new long[model.stages().size()];
        journeysAt = new long[model.stages().size()];
    }

    void add(Journey journey) {
        Set<Integer> seen = new HashSet<>();
        boolean ended = false;
        long after = 0;
        for (Interaction interaction : journey.interactions()) {
            StageId stage = interaction.stage();
            if (stage == null) {
                unplaced++;
            } else {
                int place = model.indexOf(stage);
                contacts[place]++;
                seen.add(place);
            }
            after += ended ? 1 : 0;
            ended |= completedBy.contains(interaction.touchpoint().type());
        }
        seen.forEach(place -> journeysAt[place]++);
        journeys++;
        completed += ended ? 1 : 0;
        beyond += after;
        journeysBeyond += after > 0 ? 1 : 0;
    }

    CommunicationCoverage coverage() {
        List<StageContacts> stages = new ArrayList<>();
        for (int place = 0; place < contacts.length; place++) {
            stages.add(new StageContacts(model.stages().get(place).id(), contacts[place], journeysAt[place]));
        }
        return new CommunicationCoverage(stages, beyond, journeysBeyond, completed, unplaced, journeys);
    }
}
