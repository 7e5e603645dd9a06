/**
 * The contract of the engine: accumulators merge, tallies are immutable, a result about nothing or too few says so.
 *
 * <p>A <em>result</em> is what a static {@code of} tells from a tally of answers, or from other results: it has a
 * headline value, and its sentence says how many answers that is about, how many were missing and how many were
 * invalid. It says n always, or pairs where two answers belong together; missing and invalid where its tally knows them
 * and there are any, summed over all groups, those without one valid answer too. Rows of several answers are complete
 * or incomplete instead. A <em>part</em> means something inside a result only, which prints the counts for it: an
 * interval, a test, a group or a point of a chart, and what a chart is set up with. {@code ResultsPrintTheirCountsTest}
 * goes over all results, and lists what is none.
 */
package org.cxkit.metrics;
