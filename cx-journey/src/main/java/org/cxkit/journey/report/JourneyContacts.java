package org.cxkit.journey.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.MapStage;
import org.cxkit.metrics.communication.CommunicationCoverage;
import org.cxkit.metrics.communication.StageContacts;

/** Counts at which stages of a designed journey a log has contacts, and how many come after the journey is completed. */
final class JourneyContacts {
    private final int[] stageOf;
    private final int completedBy;
    private final long[] contacts;
    private final long[] journeysAt;
    private long beyond;
    private long journeysBeyond;
    private long completed;
    private long unplaced;

    private JourneyContacts(JourneyMap map, EventLog log, String completedBy) {
        Map<String, Integer> stages = new HashMap<>();
        for (int stage = 0; stage < map.stages().size(); stage++) {
            int place = stage;
            map.stages().get(stage).steps().forEach(step -> step.events().forEach(event -> stages.put(event, place)));
        }
        stageOf = new int[log.activities().size()];
        int code = -1;
        for (int i = 0; i < stageOf.length; i++) {
            stageOf[i] = stages.getOrDefault(log.activities().name(i), -1);
            code = log.activities().name(i).equals(completedBy) ? i : code;
        }
        this.completedBy = code;
        contacts = new long[map.stages().size()];
        journeysAt = new long[map.stages().size()];
    }

    /**
     * {@return the coverage of the stages of a map by the events of a log}
     *
     * @param completedBy the activity whose first event completes a journey; one that the log lacks completes none
     */
    static CommunicationCoverage of(JourneyMap map, EventLog log, String completedBy) {
        JourneyContacts counts = new JourneyContacts(map, log, completedBy);
        for (int journey = 0; journey < log.cases(); journey++) {
            counts.add(log, journey);
        }
        List<StageContacts> stages = new ArrayList<>();
        int place = 0;
        for (MapStage stage : map.stages()) {
            stages.add(new StageContacts(stage.stage().id(), counts.contacts[place], counts.journeysAt[place]));
            place++;
        }
        return new CommunicationCoverage(
                stages, counts.beyond, counts.journeysBeyond, counts.completed, counts.unplaced, log.cases());
    }

    private void add(EventLog log, int journey) {
        Set<Integer> seen = new HashSet<>();
        boolean ended = false;
        long after = 0;
        for (int event = log.from(journey); event < log.to(journey); event++) {
            int stage = stageOf[log.activity(event)];
            if (stage < 0) {
                unplaced++;
            } else {
                contacts[stage]++;
                seen.add(stage);
            }
            after += ended ? 1 : 0;
            ended |= log.activity(event) == completedBy;
        }
        seen.forEach(stage -> journeysAt[stage]++);
        completed += ended ? 1 : 0;
        beyond += after;
        journeysBeyond += after > 0 ? 1 : 0;
    }
}
