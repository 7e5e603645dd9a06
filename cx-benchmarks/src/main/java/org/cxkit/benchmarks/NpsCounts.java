package org.cxkit.benchmarks;

/**
 * What each contestant of {@link RatingColumnBenchmark} must tell.
 *
 * @param promoters ratings 9 and 10
 * @param passives ratings 7 and 8
 * @param detractors ratings 0 to 6
 * @param missing missing answers
 */
public record NpsCounts(long promoters, long passives, long detractors, long missing) {}
