/** Metrics over one rating question: NPS, CSAT and CES, all views of one exact rating tally. */
package org.cxkit.metrics.survey;
