package org.cxkit.benchmarks;

import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;

/**
 * What each contestant over one column of ratings must tell.
 *
 * @param promoters ratings 9 and 10
 * @param passives ratings 7 and 8
 * @param detractors ratings 0 to 6
 * @param missing missing answers
 */
public record NpsCounts(long promoters, long passives, long detractors, long missing) {

    static NpsCounts of(RatingTally tally) {
        return of(Nps.of(tally));
    }

    static NpsCounts of(Nps nps) {
        return new NpsCounts(nps.promoters(), nps.passives(), nps.detractors(), nps.missing());
    }
}
