package org.cxkit.core.interaction;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointId;
import org.jspecify.annotations.Nullable;

/**
 * Where a touchpoint is used: the cell of touchpoint, channel, stage and persona that an interaction falls in.
 *
 * <p>Counting interactions by {@link Interaction#usage} says where touchpoints are used and how often. Ordered by
 * touchpoint, channel, stage, persona, the unknown first. Immutable, value-based and thread-safe.
 *
 * @param touchpoint the touchpoint
 * @param channel its channel
 * @param stage the stage of the journey, or null if unknown
 * @param persona the persona of the customer, or null if unknown
 */
public record Usage(
        TouchpointId touchpoint,
        Channel channel,
        @Nullable StageId stage,
        @Nullable PersonaId persona) implements Comparable<Usage>, Serializable {

    private static final Comparator<Usage> ORDER = Comparator.comparing(Usage::touchpoint)
            .thenComparing(Usage::channel)
            .thenComparing(Usage::stage, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Usage::persona, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Checks that touchpoint and channel are given. */
    public Usage {
        Objects.requireNonNull(touchpoint, "touchpoint");
        Objects.requireNonNull(channel, "channel");
    }

    @Override
    public int compareTo(Usage other) {
        return ORDER.compare(this, other);
    }
}
