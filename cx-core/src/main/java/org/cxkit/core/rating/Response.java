package org.cxkit.core.rating;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.touchpoint.TouchpointId;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one survey question, with what is known about who gave it, when and where.
 *
 * <p>Immutable, value-based and thread-safe. Made with {@link #builder(String)}.
 *
 * @param id the identifier, the same for every copy of the same response
 * @param question the name of the question or metric, such as {@code nps}, not blank
 * @param answer the answer: a rating, missing or invalid
 * @param at when it was answered
 * @param customer who answered, or null where the survey is anonymous
 * @param touchpoint the touchpoint that was asked about, or null
 * @param channel the identifier of the channel that was asked about, or null
 * @param stage the identifier of the journey stage that was asked about, or null
 * @param location the location that was asked about, or null
 * @param persona the persona of the customer, or null
 * @param source the name of the data source the response comes from, or null
 */
public record Response(
        ResponseId id,
        String question,
        Answer answer,
        Instant at,
        @Nullable CustomerId customer,
        @Nullable TouchpointId touchpoint,
        @Nullable String channel,
        @Nullable String stage,
        @Nullable LocationId location,
        @Nullable PersonaId persona,
        @Nullable String source)
        implements Serializable {

    /**
     * Checks that what every response has is there.
     *
     * @throws NullPointerException if the id, the question, the answer or the instant is null
     * @throws IllegalArgumentException if a text is blank
     */
    public Response {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(at, "at");
        notBlank("question", Objects.requireNonNull(question, "question"));
        notBlank("channel", channel);
        notBlank("stage", stage);
        notBlank("source", source);
    }

    private static void notBlank(String name, @Nullable String text) {
        if (text != null && text.isBlank()) {
            throw new IllegalArgumentException("the " + name + " of a response must not be blank");
        }
    }

    /**
     * {@return a builder of a response}
     *
     * @param id the identifier, not blank
     * @throws IllegalArgumentException if the identifier is blank
     */
    public static Builder builder(String id) {
        return new Builder(ResponseId.of(id));
    }

    /** Collects the parts of a response. Not thread-safe. */
    public static final class Builder {
        private final ResponseId id;
        private Answer answer = Answer.missing();
        private @Nullable String question;
        private @Nullable Instant at;
        private @Nullable CustomerId customer;
        private @Nullable TouchpointId touchpoint;
        private @Nullable String channel;
        private @Nullable String stage;
        private @Nullable LocationId location;
        private @Nullable PersonaId persona;
        private @Nullable String source;

        private Builder(ResponseId id) {
            this.id = id;
        }

        /**
         * Sets the question, which every response must have.
         *
         * @param name the name of the question or metric, not blank
         * @return this
         */
        public Builder question(String name) {
            this.question = name;
            return this;
        }

        /**
         * Sets the answer; without it the answer is missing.
         *
         * @param given a rating, missing or invalid
         * @return this
         */
        public Builder answer(Answer given) {
            this.answer = given;
            return this;
        }

        /**
         * Sets the answer to a rating.
         *
         * @param rating the rating, on the scale of the question
         * @return this
         */
        public Builder rating(int rating) {
            return answer(Answer.of(rating));
        }

        /**
         * Sets when it was answered, which every response must have.
         *
         * @param instant the instant
         * @return this
         */
        public Builder at(Instant instant) {
            this.at = instant;
            return this;
        }

        /**
         * Sets who answered.
         *
         * @param customerId the identifier of the customer, not blank
         * @return this
         */
        public Builder customer(String customerId) {
            this.customer = CustomerId.of(customerId);
            return this;
        }

        /**
         * Sets the touchpoint that was asked about.
         *
         * @param touchpointId the identifier of the touchpoint, not blank
         * @return this
         */
        public Builder touchpoint(String touchpointId) {
            this.touchpoint = TouchpointId.of(touchpointId);
            return this;
        }

        /**
         * Sets the channel that was asked about.
         *
         * @param channelId the identifier of the channel, not blank
         * @return this
         */
        public Builder channel(String channelId) {
            this.channel = channelId;
            return this;
        }

        /**
         * Sets the journey stage that was asked about.
         *
         * @param stageId the identifier of the stage, not blank
         * @return this
         */
        public Builder stage(String stageId) {
            this.stage = stageId;
            return this;
        }

        /**
         * Sets the location that was asked about.
         *
         * @param locationId the identifier of the location, not blank
         * @return this
         */
        public Builder location(String locationId) {
            this.location = LocationId.of(locationId);
            return this;
        }

        /**
         * Sets the persona of the customer.
         *
         * @param personaId the identifier of the persona, not blank
         * @return this
         */
        public Builder persona(String personaId) {
            this.persona = PersonaId.of(personaId);
            return this;
        }

        /**
         * Sets the data source the response comes from.
         *
         * @param name the name of the source, not blank
         * @return this
         */
        public Builder source(String name) {
            this.source = name;
            return this;
        }

        /**
         * {@return the response}
         *
         * @throws NullPointerException if the question or the instant is not set; the message names it
         * @throws IllegalArgumentException if a text is blank
         */
        public Response build() {
            return new Response(
                    id,
                    Objects.requireNonNull(question, "question"),
                    answer,
                    Objects.requireNonNull(at, "at"),
                    customer,
                    touchpoint,
                    channel,
                    stage,
                    location,
                    persona,
                    source);
        }
    }
}
