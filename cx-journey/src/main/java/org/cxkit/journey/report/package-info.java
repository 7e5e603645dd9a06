/** One CX report over everything: ratings, journeys, attribution and the 4C check, each labelled with its origin. */
package org.cxkit.journey.report;
