package org.cxkit.metrics.communication;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.stage.StageId;

/**
 * How many contacts there are at one stage.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param stage the stage
 * @param contacts how many contacts, not negative
 * @param journeys in how many journeys there is one, not negative and not more than the contacts
 */
public record StageContacts(StageId stage, long contacts, long journeys) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if the journeys are not from 0 to the contacts, or only one of the two is 0
     */
    public StageContacts {
        Objects.requireNonNull(stage, "stage");
        if (journeys < 0 || journeys > contacts || journeys == 0 != (contacts == 0)) {
            throw new IllegalArgumentException("stage " + stage + " must have contacts in no more journeys than"
                    + " contacts, got " + contacts + " contacts in " + journeys + " journeys");
        }
    }
}
