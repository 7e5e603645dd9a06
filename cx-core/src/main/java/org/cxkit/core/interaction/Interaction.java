package org.cxkit.core.interaction;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cxkit.core.check.Check;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PartyKind;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Counterpart;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.Direction;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * One contact of one customer, or other party, with a company at one touchpoint and one instant.
 *
 * <p>Channel, medium, device and service model are those of the touchpoint. Immutable, value-based and
 * thread-safe.
 *
 * @param customer who was in contact
 * @param touchpoint where
 * @param instant when
 * @param party which kind of party the customer was at that time
 * @param caseId the case it belongs to, or null if it belongs to none
 * @param persona the persona the customer resembles, or null if unknown
 * @param location the location, or null if there is none or it is unknown
 * @param stage the stage of the journey; where null is given and the touchpoint serves a single stage it is that
 *     one, otherwise null says unknown
 * @param direction who turned to whom, or null if unknown
 * @param counterpart what the customer met, or null if unknown
 * @param handledBy the employee, team or system that handled it, or null if unknown
 * @param source where the record comes from, or null if unknown
 * @param valence how pleasant it was felt to be, or null if unknown
 * @param problemRestated whether the customer had to tell the problem again
 * @param purpose what the company's part in it was for, such as the purpose of a reply, or null if nothing was said
 */
public record Interaction(
        CustomerId customer,
        Touchpoint touchpoint,
        Instant instant,
        PartyKind party,
        @Nullable CaseId caseId,
        @Nullable PersonaId persona,
        @Nullable LocationId location,
        @Nullable StageId stage,
        @Nullable Direction direction,
        @Nullable Counterpart counterpart,
        @Nullable String handledBy,
        @Nullable DataSource source,
        @Nullable Valence valence,
        ProblemRestated problemRestated,
        @Nullable String purpose)
        implements Serializable {

    /** Earlier before later. Not consistent with equals; a stable sort by it keeps the order of ties. */
    public static final Comparator<Interaction> BY_INSTANT = Comparator.comparing(Interaction::instant);

    /**
     * Checks the texts and settles the stage.
     *
     * @throws IllegalArgumentException if a text is present but blank
     */
    public Interaction {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(touchpoint, "touchpoint");
        Objects.requireNonNull(instant, "instant");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(problemRestated, "problemRestated");
        Check.nullOrNotBlank("handledBy", handledBy);
        Check.nullOrNotBlank("purpose", purpose);
        if (stage == null && touchpoint.stages().size() == 1) {
            stage = touchpoint.stages().get(0);
        }
    }

    /** {@return the channel of the touchpoint} */
    public Channel channel() {
        return touchpoint.channel();
    }

    /** {@return the medium of the touchpoint's channel} */
    public Medium medium() {
        return touchpoint.medium();
    }

    /** {@return the device used at the touchpoint} */
    public Device device() {
        return touchpoint.device();
    }

    /** {@return whether the customer is helped at the touchpoint} */
    public ServiceModel serviceModel() {
        return touchpoint.serviceModel();
    }

    /** {@return the cell of touchpoint, channel, stage and persona that this interaction falls in} */
    public Usage usage() {
        return new Usage(touchpoint.id(), channel(), stage, persona);
    }

    /**
     * {@return the number of interactions by key, in the order of the keys}
     *
     * <p>Any part of an interaction is a key: {@code countBy(all, Interaction::channel)}. Interactions whose key is
     * null are in no count, so the unknown ones are the number of interactions less the sum of the counts. The map
     * is not modifiable; that of no interactions is empty.
     *
     * @param interactions any interactions
     * @param key gives the key of an interaction
     * @param <K> the type of the keys
     */
    public static <K extends Comparable<? super K>> Map<K, Long> countBy(
            Collection<Interaction> interactions, InteractionKey<K> key) {
        Map<K, Long> counts = new TreeMap<>();
        for (Interaction interaction : interactions) {
            K found = key.of(interaction);
            if (found != null) {
                counts.merge(found, 1L, Long::sum);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /**
     * {@return a builder of an interaction of a customer, with no more known than this}
     *
     * @param customer who was in contact
     * @param touchpoint where
     * @param instant when
     */
    public static Builder builder(CustomerId customer, Touchpoint touchpoint, Instant instant) {
        return new Builder(customer, touchpoint, instant);
    }

    /**
     * Builds an {@link Interaction}; what is not given, or given as null, is unknown. A later call overrides an
     * earlier one. Not thread-safe.
     */
    public static final class Builder {

        private final CustomerId customer;
        private final Touchpoint touchpoint;
        private final Instant instant;
        private PartyKind party = PartyKind.CUSTOMER;
        private @Nullable CaseId caseId;
        private @Nullable PersonaId persona;
        private @Nullable LocationId location;
        private @Nullable StageId stage;
        private @Nullable Direction direction;
        private @Nullable Counterpart counterpart;
        private @Nullable String handledBy;
        private @Nullable DataSource source;
        private @Nullable Valence valence;
        private ProblemRestated problemRestated = ProblemRestated.UNKNOWN;
        private @Nullable String purpose;

        private Builder(CustomerId customer, Touchpoint touchpoint, Instant instant) {
            this.customer = Objects.requireNonNull(customer, "customer");
            this.touchpoint = Objects.requireNonNull(touchpoint, "touchpoint");
            this.instant = Objects.requireNonNull(instant, "instant");
        }

        /**
         * {@return this builder, with the kind of party; a customer unless given}
         *
         * @param party the kind of party
         */
        public Builder party(PartyKind party) {
            this.party = party;
            return this;
        }

        /**
         * {@return this builder, with the case the interaction belongs to}
         *
         * @param caseId the case, or null
         */
        public Builder caseId(@Nullable CaseId caseId) {
            this.caseId = caseId;
            return this;
        }

        /**
         * {@return this builder, with the persona the customer resembles}
         *
         * @param persona the persona, or null
         */
        public Builder persona(@Nullable PersonaId persona) {
            this.persona = persona;
            return this;
        }

        /**
         * {@return this builder, with the location}
         *
         * @param location the location, or null
         */
        public Builder location(@Nullable LocationId location) {
            this.location = location;
            return this;
        }

        /**
         * {@return this builder, with the stage of the journey}
         *
         * @param stage the stage, or null
         */
        public Builder stage(@Nullable StageId stage) {
            this.stage = stage;
            return this;
        }

        /**
         * {@return this builder, with who turned to whom}
         *
         * @param direction the direction, or null
         */
        public Builder direction(@Nullable Direction direction) {
            this.direction = direction;
            return this;
        }

        /**
         * {@return this builder, with what the customer met}
         *
         * @param counterpart brand, employee, product or service, or null
         */
        public Builder counterpart(@Nullable Counterpart counterpart) {
            this.counterpart = counterpart;
            return this;
        }

        /**
         * {@return this builder, with who or what handled the interaction}
         *
         * @param handledBy the employee, team or system, or null
         */
        public Builder handledBy(@Nullable String handledBy) {
            this.handledBy = handledBy;
            return this;
        }

        /**
         * {@return this builder, with where the record comes from}
         *
         * @param source the data source, or null
         */
        public Builder source(@Nullable DataSource source) {
            this.source = source;
            return this;
        }

        /**
         * {@return this builder, with how pleasant the interaction was felt to be}
         *
         * @param valence the valence, or null
         */
        public Builder valence(@Nullable Valence valence) {
            this.valence = valence;
            return this;
        }

        /**
         * {@return this builder, with whether the customer had to tell the problem again; unknown unless given}
         *
         * @param problemRestated yes, no or unknown
         */
        public Builder problemRestated(ProblemRestated problemRestated) {
            this.problemRestated = problemRestated;
            return this;
        }

        /**
         * {@return this builder, with what the company's part was for}
         *
         * @param purpose the purpose, or null
         */
        public Builder purpose(@Nullable String purpose) {
            this.purpose = purpose;
            return this;
        }

        /**
         * {@return the interaction}
         *
         * @throws IllegalArgumentException if a text is present but blank
         */
        public Interaction build() {
            return new Interaction(
                    customer,
                    touchpoint,
                    instant,
                    party,
                    caseId,
                    persona,
                    location,
                    stage,
                    direction,
                    counterpart,
                    handledBy,
                    source,
                    valence,
                    problemRestated,
                    purpose);
        }
    }
}
