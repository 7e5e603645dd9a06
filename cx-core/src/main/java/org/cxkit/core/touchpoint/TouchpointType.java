package org.cxkit.core.touchpoint;

import java.io.Serializable;
import org.cxkit.core.check.Check;

/**
 * What kind of contact a touchpoint is, such as a phone call, an order or a product review.
 *
 * <p>The set is open: the constants are the ones the library knows by name, {@code of("…")} makes any other, and
 * the same text always gives an equal value. Ordered by its text. Immutable, value-based and thread-safe;
 * {@code toString} is the bare text.
 *
 * @param id the text, not blank, without white space at its ends, such as {@code phone_call}
 */
public record TouchpointType(String id) implements Comparable<TouchpointType>, Serializable {

    /** A call to sales, support or another department. */
    public static final TouchpointType PHONE_CALL = new TouchpointType("phone_call");

    /** A message by e-mail. */
    public static final TouchpointType EMAIL = new TouchpointType("email");

    /** A visit to a page of the company's own site. */
    public static final TouchpointType WEBSITE = new TouchpointType("website");

    /** A post, comment or message on a social platform. */
    public static final TouchpointType SOCIAL_MEDIA = new TouchpointType("social_media");

    /** A visit to a store, branch or office. */
    public static final TouchpointType PHYSICAL_STORE = new TouchpointType("physical_store");

    /** A review in a directory or on a review platform. */
    public static final TouchpointType PRODUCT_REVIEW = new TouchpointType("product_review");

    /** Online content or a promotion: an article, an offer, a discount. */
    public static final TouchpointType CONTENT_PROMOTION = new TouchpointType("content_promotion");

    /** Looking through the offering, on a site, in an app or along the shelves. */
    public static final TouchpointType BROWSING = new TouchpointType("browsing");

    /** A use of the company's app. */
    public static final TouchpointType MOBILE_APP = new TouchpointType("mobile_app");

    /** A conversation with an employee by text. */
    public static final TouchpointType CHAT = new TouchpointType("chat");

    /** A conversation with an automaton. */
    public static final TouchpointType CHATBOT = new TouchpointType("chatbot");

    /** Placing an order. */
    public static final TouchpointType ORDER = new TouchpointType("order");

    /** Paying for the basket. */
    public static final TouchpointType CHECKOUT = new TouchpointType("checkout");

    /** A completed purchase. */
    public static final TouchpointType PURCHASE = new TouchpointType("purchase");

    /** The delivery of the product or of the service. */
    public static final TouchpointType DELIVERY = new TouchpointType("delivery");

    /** Asking for help after the purchase. */
    public static final TouchpointType SUPPORT_CONTACT = new TouchpointType("support_contact");

    /** A newsletter or a campaign by e-mail. */
    public static final TouchpointType NEWSLETTER = new TouchpointType("newsletter");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank or has white space at its ends
     */
    public TouchpointType {
        Check.bareText("touchpoint type", id);
    }

    /**
     * {@return the touchpoint type with this text, white space at its ends removed}
     *
     * @param id the text, not blank
     * @throws IllegalArgumentException if the text is blank
     */
    public static TouchpointType of(String id) {
        return new TouchpointType(id.strip());
    }

    @Override
    public int compareTo(TouchpointType other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
