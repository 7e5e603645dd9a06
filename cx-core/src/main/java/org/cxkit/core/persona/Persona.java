package org.cxkit.core.persona;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * A type of customer: what it needs, wants and prefers, what moves it, what it values and how it behaves.
 *
 * <p>The attributes are held by kind, needs first, then wants, then preferences, and within a kind in the caller's
 * order. Immutable, value-based and thread-safe.
 *
 * @param id the identifier
 * @param name what people call the persona, not blank
 * @param attributes its traits, none twice; may be empty
 * @param goal what it wants to achieve, or null
 * @param quote something it would say, or null
 */
public record Persona(
        PersonaId id,
        String name,
        List<CustomerAttribute> attributes,
        @Nullable String goal,
        @Nullable String quote) implements Serializable {

    /**
     * Checks the parts and orders the attributes by kind.
     *
     * @throws IllegalArgumentException if a text is blank or an attribute occurs twice
     */
    public Persona {
        Objects.requireNonNull(id, "id");
        Check.notBlank("name of persona " + id, name);
        Check.nullOrNotBlank("goal of persona " + id, goal);
        Check.nullOrNotBlank("quote of persona " + id, quote);
        attributes = attributes.stream()
                .sorted(Comparator.comparing(CustomerAttribute::kind))
                .toList();
        for (int i = 1; i < attributes.size(); i++) {
            CustomerAttribute attribute = attributes.get(i);
            if (attributes.indexOf(attribute) < i) {
                throw new IllegalArgumentException("attributes[" + i + "] of persona " + id
                        + " must not repeat an earlier one, got " + attribute.kind() + " \"" + attribute.text() + "\"");
            }
        }
    }

    /**
     * {@return the attributes of one kind, in the caller's order}
     *
     * @param kind the kind
     */
    public List<CustomerAttribute> attributes(AttributeKind kind) {
        return attributes.stream().filter(trait -> trait.kind() == kind).toList();
    }

    /** {@return what an offering can satisfy, by priority: needs, then wants, then preferences} */
    public List<CustomerAttribute> priorities() {
        return attributes.stream().filter(trait -> trait.kind().prioritised()).toList();
    }

    /**
     * {@return a builder of the persona with this identifier; its name is the identifier unless another is given}
     *
     * @param id the identifier, not blank
     * @throws IllegalArgumentException if the identifier is blank
     */
    public static Builder builder(String id) {
        return new Builder(PersonaId.of(id));
    }

    /** Builds a {@link Persona}. Not thread-safe. */
    public static final class Builder {

        private final PersonaId id;
        private String name;
        private final List<CustomerAttribute> attributes = new ArrayList<>();
        private @Nullable String goal;
        private @Nullable String quote;

        private Builder(PersonaId id) {
            this.id = id;
            this.name = id.value();
        }

        /**
         * {@return this builder, with what people call the persona}
         *
         * @param name the name
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * {@return this builder, with one more need that is about none of the dimensions}
         *
         * @param text the need
         */
        public Builder need(String text) {
            return attribute(new CustomerAttribute(AttributeKind.NEED, text, null));
        }

        /**
         * {@return this builder, with one more need}
         *
         * @param text the need
         * @param dimension what it is about
         */
        public Builder need(String text, NeedDimension dimension) {
            return attribute(new CustomerAttribute(AttributeKind.NEED, text, dimension));
        }

        /**
         * {@return this builder, with one more want}
         *
         * @param text the want
         */
        public Builder want(String text) {
            return attribute(new CustomerAttribute(AttributeKind.WANT, text, null));
        }

        /**
         * {@return this builder, with one more preference}
         *
         * @param text the preference
         */
        public Builder preference(String text) {
            return attribute(new CustomerAttribute(AttributeKind.PREFERENCE, text, null));
        }

        /**
         * {@return this builder, with one more motivation}
         *
         * @param text the motivation
         */
        public Builder motivation(String text) {
            return attribute(new CustomerAttribute(AttributeKind.MOTIVATION, text, null));
        }

        /**
         * {@return this builder, with one more value}
         *
         * @param text the value
         */
        public Builder value(String text) {
            return attribute(new CustomerAttribute(AttributeKind.VALUE, text, null));
        }

        /**
         * {@return this builder, with one more behaviour}
         *
         * @param text the behaviour
         */
        public Builder behaviour(String text) {
            return attribute(new CustomerAttribute(AttributeKind.BEHAVIOUR, text, null));
        }

        /**
         * {@return this builder, with one more attribute of any kind}
         *
         * @param attribute the attribute
         */
        public Builder attribute(CustomerAttribute attribute) {
            attributes.add(Objects.requireNonNull(attribute, "attribute"));
            return this;
        }

        /**
         * {@return this builder, with what the persona wants to achieve}
         *
         * @param goal the goal
         */
        public Builder goal(String goal) {
            this.goal = goal;
            return this;
        }

        /**
         * {@return this builder, with something the persona would say}
         *
         * @param quote the words
         */
        public Builder quote(String quote) {
            this.quote = quote;
            return this;
        }

        /**
         * {@return the persona}
         *
         * @throws IllegalArgumentException if a text is blank or an attribute occurs twice
         */
        public Persona build() {
            return new Persona(id, name, attributes, goal, quote);
        }
    }
}
