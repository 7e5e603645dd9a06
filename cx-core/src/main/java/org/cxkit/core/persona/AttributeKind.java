package org.cxkit.core.persona;

/**
 * What kind of trait a customer attribute is.
 *
 * <p>Needs, wants and preferences are what a customer asks of an offering, and they have a priority in that order:
 * needs are the main thing, wants the second, preferences the last. The other kinds say why and how the customer
 * acts and have no priority. The constants stand in that order, so sorting by kind sorts by priority.
 */
public enum AttributeKind {

    /** What the customer must have: the main priority. */
    NEED,

    /** What the customer would like to have: the second priority. */
    WANT,

    /** What the customer chooses where all else is equal: the last priority. */
    PREFERENCE,

    /** What moves the customer to act. */
    MOTIVATION,

    /** What the customer holds dear. */
    VALUE,

    /** How the customer usually behaves. */
    BEHAVIOUR;

    /** {@return whether an offering can satisfy it: true for needs, wants and preferences} */
    public boolean prioritised() {
        return compareTo(PREFERENCE) <= 0;
    }

    /**
     * {@return whether this kind comes before the other: needs before wants before preferences}
     *
     * @param other a need, want or preference
     * @throws IllegalArgumentException if one of the two has no priority
     */
    public boolean outranks(AttributeKind other) {
        if (!prioritised() || !other.prioritised()) {
            throw new IllegalArgumentException(
                    "only NEED, WANT and PREFERENCE have a priority, got " + this + " and " + other);
        }
        return compareTo(other) < 0;
    }
}
