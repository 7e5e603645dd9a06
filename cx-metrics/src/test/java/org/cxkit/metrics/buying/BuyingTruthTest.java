package org.cxkit.metrics.buying;

import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.Test;

class BuyingTruthTest {

    private static TruthCase read(String id) {
        return new TruthCase(TruthCase.read("value.json", id));
    }

    @Test
    void theLikeliestModelOfCdnowIsFound() {
        TruthCase truth = read("mle_bgnbd");
        BuyingTruth.fitted(truth);
        truth.done();
    }

    @Test
    void predictionsAreThoseOfTheFile() {
        BuyingTruth.predicted(read("predict_cdnow_customers"), BuyingTruth.model(read("mle_bgnbd")));
    }

    @Test
    void discountedPurchasesAreThoseOfTheFile() {
        BuyingTruth.discounted(read("clv_cdnow"), BuyingTruth.model(read("mle_bgnbd")));
    }
}
