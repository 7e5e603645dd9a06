package org.cxkit.metrics.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.compare.Share;
import org.junit.jupiter.api.Test;

class AmbassadorsTest {

    private static boolean promoter(int rating) {
        return Bands.ZERO_TO_TEN.of(rating) == Band.PROMOTER;
    }

    private static CustomerId customer(String id) {
        return CustomerId.of(id);
    }

    private static Referral referral(String by, boolean incentivised) {
        return new Referral(customer(by), incentivised);
    }

    @Test
    void anAmbassadorIsSatisfiedAndHasRecommendedUnrewarded() {
        Map<CustomerId, Integer> ratings = Map.of(
                customer("free"), 10,
                customer("both"), 9,
                customer("paid"), 9,
                customer("silent"), 10,
                customer("passive"), 8,
                customer("unrated"), Integer.MIN_VALUE);
        List<Referral> referrals = List.of(
                referral("free", false),
                referral("free", false),
                referral("both", true),
                referral("both", false),
                referral("paid", true),
                referral("passive", false),
                referral("unrated", false),
                referral("stranger", false));
        Ambassadors ambassadors = Ambassadors.of(ratings, AmbassadorsTest::promoter, referrals);
        assertThat(ambassadors)
                .isEqualTo(new Ambassadors(5, 4, 2, 1, 1))
                .hasToString("ambassadors 40.0 % (95 % 11.8 to 76.9), 2 of n 5, 1 missing; 4 satisfied, 1 of them "
                        + "recommended for a reward only");
        assertThat(Ambassadors.among(ratings, AmbassadorsTest::promoter, referrals))
                .containsExactly(customer("both"), customer("free"));
    }

    @Test
    void nobodyIsNoShare() {
        Ambassadors nobody = Ambassadors.of(Map.of(), AmbassadorsTest::promoter, List.of());
        assertThat(nobody.share()).isEqualTo(Share.of(0, 0));
        assertThat(nobody)
                .hasToString("ambassadors undefined, 0 of n 0; 0 satisfied, 0 of them recommended for a reward only");
    }

    @Test
    void partsAreNoLargerThanTheirWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ambassadors(5, 2, 2, 1, 0))
                .withMessage("wanted counts that are parts of each other and not negative, got customers=5, "
                        + "satisfied=2, ambassadors=2, rewarded=1, unrated=0");
    }
}
