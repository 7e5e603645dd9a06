package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.compare.Share;

/**
 * How many customers are ambassadors: satisfied ones who have recommended of their own accord.
 *
 * <p>An ambassador has a rating that counts as satisfied (or as a promoter's) and at least one referral that was not
 * rewarded; saying that one would recommend is not enough, nor is a rewarded referral. What ambassadors bring is
 * {@link org.cxkit.metrics.index.EarnedGrowth}. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param customers how many gave a rating, not negative
 * @param satisfied how many of them are satisfied
 * @param ambassadors how many of these have recommended without a reward
 * @param rewarded how many of the satisfied have recommended for a reward only
 * @param unrated how many gave no rating
 */
public record Ambassadors(long customers, long satisfied, long ambassadors, long rewarded, long unrated)
        implements Serializable {

    /** What stands for a rating that was not given. */
    private static final int MISSING = Integer.MIN_VALUE;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or a part larger than its whole
     */
    public Ambassadors {
        boolean counts = ambassadors >= 0 && rewarded >= 0 && unrated >= 0;
        if (!counts || satisfied > customers || Math.addExact(ambassadors, rewarded) > satisfied) {
            throw new IllegalArgumentException("wanted counts that are parts of each other and not negative, got"
                    + " customers=" + customers + ", satisfied=" + satisfied + ", ambassadors=" + ambassadors
                    + ", rewarded=" + rewarded + ", unrated=" + unrated);
        }
    }

    /**
     * {@return the ambassadors among customers}
     *
     * @param ratings the rating of each customer, {@code Integer.MIN_VALUE} where it is missing; not altered
     * @param satisfied whether a rating is that of a satisfied customer or promoter, such as
     *     {@code rating -> Bands.ZERO_TO_TEN.of(rating) == Band.PROMOTER}; not asked of a missing one
     * @param referrals the referrals of all customers; those of others do not count
     */
    public static Ambassadors of(
            Map<CustomerId, Integer> ratings, IntPredicate satisfied, Collection<Referral> referrals) {
        Set<CustomerId> pleased = satisfied(ratings, satisfied);
        long unrated =
                ratings.values().stream().filter(rating -> rating == MISSING).count();
        Set<CustomerId> ambassadors = referring(pleased, referrals, false);
        Set<CustomerId> rewarded = referring(pleased, referrals, true);
        rewarded.removeAll(ambassadors);
        return new Ambassadors(ratings.size() - unrated, pleased.size(), ambassadors.size(), rewarded.size(), unrated);
    }

    /**
     * {@return who the ambassadors are, in the order of their ids; the caller's own}
     *
     * @param ratings as {@link #of} takes them
     * @param satisfied as {@link #of} takes it
     * @param referrals as {@link #of} takes them
     */
    public static Set<CustomerId> among(
            Map<CustomerId, Integer> ratings, IntPredicate satisfied, Collection<Referral> referrals) {
        return referring(satisfied(ratings, satisfied), referrals, false);
    }

    private static Set<CustomerId> satisfied(Map<CustomerId, Integer> ratings, IntPredicate satisfied) {
        return ratings.entrySet().stream()
                .filter(one -> one.getValue() != MISSING && satisfied.test(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<CustomerId> referring(
            Set<CustomerId> among, Collection<Referral> referrals, boolean incentivised) {
        return referrals.stream()
                .filter(referral -> referral.incentivised() == incentivised && among.contains(referral.by()))
                .map(Referral::by)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return the ambassadors among all who gave a rating; a share of none if nobody did} */
    public Share share() {
        return new Share(ambassadors, customers, unrated, 0);
    }

    /** {@return a sentence with the share, its interval and the counts} */
    @Override
    public String toString() {
        return "ambassadors " + share() + "; " + satisfied + " satisfied, " + rewarded
                + " of them recommended for a reward only";
    }
}
