package org.cxkit.core.interaction;

import java.io.Serializable;
import org.cxkit.core.check.Check;

/**
 * Where a record comes from: its provenance.
 *
 * <p>The set is open: the constants are the ones the library knows by name, {@code of("…")} makes any other, and
 * the same text always gives an equal value. Ordered by its text. Immutable, value-based and thread-safe;
 * {@code toString} is the bare text.
 *
 * @param id the text, not blank, without white space at its ends, such as {@code web_analytics}
 */
public record DataSource(String id) implements Comparable<DataSource>, Serializable {

    /** What is said on social platforms. */
    public static final DataSource SOCIAL_FEEDBACK = new DataSource("social_feedback");

    /** Reviews in directories and on review platforms. */
    public static final DataSource ONLINE_REVIEWS = new DataSource("online_reviews");

    /** E-mail communications. */
    public static final DataSource EMAIL = new DataSource("email");

    /** Sales data. */
    public static final DataSource SALES = new DataSource("sales");

    /** Surveys. */
    public static final DataSource SURVEYS = new DataSource("surveys");

    /** Data on how the product is used. */
    public static final DataSource PRODUCT_USAGE = new DataSource("product_usage");

    /** Events of a site or an app. */
    public static final DataSource WEB_ANALYTICS = new DataSource("web_analytics");

    /** Answers to the question whether one would recommend. */
    public static final DataSource NPS = new DataSource("nps");

    /** What customers say of their own accord. */
    public static final DataSource CUSTOMER_FEEDBACK = new DataSource("customer_feedback");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank or has white space at its ends
     */
    public DataSource {
        Check.bareText("data source", id);
    }

    /**
     * {@return the data source with this text, white space at its ends removed}
     *
     * @param id the text, not blank
     * @throws IllegalArgumentException if the text is blank
     */
    public static DataSource of(String id) {
        return new DataSource(id.strip());
    }

    @Override
    public int compareTo(DataSource other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
