package org.cxkit.core.place;

import java.io.Serializable;
import org.cxkit.core.check.Check;

/**
 * A department or function of the company: every one of them takes part in the experience.
 *
 * <p>The set is open: the constants are the ones the library knows by name, {@code of("…")} makes any other, and
 * the same text always gives an equal value. Ordered by its text. Immutable, value-based and thread-safe;
 * {@code toString} is the bare text.
 *
 * @param id the text, not blank, without white space at its ends, such as {@code product_development}
 */
public record Department(String id) implements Comparable<Department>, Serializable {

    /** Sells. */
    public static final Department SALES = new Department("sales");

    /** Helps customers after the purchase. */
    public static final Department SUPPORT = new Department("support");

    /** Makes the brand and the offering known. */
    public static final Department MARKETING = new Department("marketing");

    /** Designs the products and services. */
    public static final Department PRODUCT_DEVELOPMENT = new Department("product_development");

    /** Stores and delivers. */
    public static final Department LOGISTICS = new Department("logistics");

    /** Invoices, pays and plans. */
    public static final Department FINANCE = new Department("finance");

    /** Hires and develops employees. */
    public static final Department HUMAN_RESOURCES = new Department("human_resources");

    /** Runs the systems. */
    public static final Department INFORMATION_TECHNOLOGY = new Department("information_technology");

    /** Runs the stores. */
    public static final Department STORE_OPERATIONS = new Department("store_operations");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank or has white space at its ends
     */
    public Department {
        Check.bareText("department", id);
    }

    /**
     * {@return the department with this text, white space at its ends removed}
     *
     * @param id the text, not blank
     * @throws IllegalArgumentException if the text is blank
     */
    public static Department of(String id) {
        return new Department(id.strip());
    }

    @Override
    public int compareTo(Department other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
