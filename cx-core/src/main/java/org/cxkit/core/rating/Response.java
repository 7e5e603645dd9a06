package org.cxkit.core.rating;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.cxkit.core.check.Check;
import org.cxkit.core.interaction.DataSource;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointId;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one survey question, with what is known about who gave it, when and where.
 *
 * <p>Immutable, value-based and thread-safe. Made with {@link #builder}.
 *
 * @param id the identifier, the same for every copy of the same response
 * @param question the name of the question or metric, such as {@code nps}, not blank
 * @param answer the answer: a rating, missing or invalid
 * @param instant when it was answered
 * @param customer who answered, or null where the survey is anonymous
 * @param touchpoint the touchpoint that was asked about, or null
 * @param channel the channel that was asked about, or null
 * @param stage the journey stage that was asked about, or null
 * @param location the location that was asked about, or null
 * @param persona the persona of the customer, or null
 * @param source the data source the response comes from, or null
 */
public record Response(
        ResponseId id,
        String question,
        Answer answer,
        Instant instant,
        @Nullable CustomerId customer,
        @Nullable TouchpointId touchpoint,
        @Nullable Channel channel,
        @Nullable StageId stage,
        @Nullable LocationId location,
        @Nullable PersonaId persona,
        @Nullable DataSource source)
        implements Serializable {

    /**
     * Checks that what every response has is there.
     *
     * @throws NullPointerException if the id, the question, the answer or the instant is null; the message names it
     * @throws IllegalArgumentException if the question is blank
     */
    public Response {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(instant, "instant");
        Check.notBlank("question", question);
    }

    /**
     * {@return a builder of a response, its answer missing until it is set}
     *
     * @param id the identifier
     * @param question the name of the question or metric, such as {@code nps}, not blank
     * @param instant when it was answered
     */
    public static Builder builder(ResponseId id, String question, Instant instant) {
        return new Builder(id, question, instant);
    }

    /** Collects the parts of a response. Not thread-safe. */
    public static final class Builder {
        private final ResponseId id;
        private final String question;
        private final Instant instant;
        private Answer answer = Answer.missing();
        private @Nullable CustomerId customer;
        private @Nullable TouchpointId touchpoint;
        private @Nullable Channel channel;
        private @Nullable StageId stage;
        private @Nullable LocationId location;
        private @Nullable PersonaId persona;
        private @Nullable DataSource source;

        private Builder(ResponseId id, String question, Instant instant) {
            this.id = id;
            this.question = question;
            this.instant = instant;
        }

        /**
         * Sets the answer.
         *
         * @param answer a rating, missing or invalid
         * @return this
         */
        public Builder answer(Answer answer) {
            this.answer = answer;
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
         * Sets who answered.
         *
         * @param customer who answered, or null where the survey is anonymous
         * @return this
         */
        public Builder customer(@Nullable CustomerId customer) {
            this.customer = customer;
            return this;
        }

        /**
         * Sets the touchpoint that was asked about.
         *
         * @param touchpoint the touchpoint that was asked about, or null
         * @return this
         */
        public Builder touchpoint(@Nullable TouchpointId touchpoint) {
            this.touchpoint = touchpoint;
            return this;
        }

        /**
         * Sets the channel that was asked about.
         *
         * @param channel the channel that was asked about, or null
         * @return this
         */
        public Builder channel(@Nullable Channel channel) {
            this.channel = channel;
            return this;
        }

        /**
         * Sets the journey stage that was asked about.
         *
         * @param stage the journey stage that was asked about, or null
         * @return this
         */
        public Builder stage(@Nullable StageId stage) {
            this.stage = stage;
            return this;
        }

        /**
         * Sets the location that was asked about.
         *
         * @param location the location that was asked about, or null
         * @return this
         */
        public Builder location(@Nullable LocationId location) {
            this.location = location;
            return this;
        }

        /**
         * Sets the persona of the customer.
         *
         * @param persona the persona of the customer, or null
         * @return this
         */
        public Builder persona(@Nullable PersonaId persona) {
            this.persona = persona;
            return this;
        }

        /**
         * Sets the data source the response comes from.
         *
         * @param source the data source the response comes from, or null
         * @return this
         */
        public Builder source(@Nullable DataSource source) {
            this.source = source;
            return this;
        }

        /**
         * {@return the response}
         *
         * @throws NullPointerException if the id, the question, the answer or the instant is null; the message names it
         * @throws IllegalArgumentException if the question is blank
         */
        public Response build() {
            return new Response(
                    id, question, answer, instant, customer, touchpoint, channel, stage, location, persona, source);
        }
    }
}
