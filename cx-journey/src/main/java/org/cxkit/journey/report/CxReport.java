package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.List;

/**
 * A customer-experience report: one chapter for each set of data, each labelled with its origin.
 *
 * <p>The report holds every figure that the page and the text show, so it is what to keep, compare or write as
 * JSON. Immutable, value-based and thread-safe.
 *
 * @param title what the report is called
 * @param chapters one for each set of data; may be empty
 */
public record CxReport(String title, List<Chapter> chapters) implements Serializable {

    /** Copies the chapters. */
    public CxReport {
        chapters = List.copyOf(chapters);
    }
}
