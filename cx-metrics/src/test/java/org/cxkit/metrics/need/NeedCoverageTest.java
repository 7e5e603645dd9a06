package org.cxkit.metrics.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.cxkit.core.persona.AttributeKind;
import org.cxkit.core.persona.CustomerAttribute;
import org.cxkit.core.persona.NeedDimension;
import org.cxkit.core.persona.Persona;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class NeedCoverageTest {

    private static final CustomerAttribute SERVICE =
            new CustomerAttribute(AttributeKind.NEED, "24/7 service", NeedDimension.TIME);
    private static final CustomerAttribute CLAIMS =
            new CustomerAttribute(AttributeKind.NEED, "simple claims", NeedDimension.CONVENIENCE);
    private static final Persona INSURED = Persona.builder("insured")
            .preference("an app")
            .want("competitive rates")
            .attribute(SERVICE)
            .attribute(CLAIMS)
            .motivation("a quiet night")
            .value("family")
            .behaviour("calls at once")
            .build();
    private static final NeedCoverage COVERAGE = NeedCoverage.of(INSURED)
            .offering(OfferingKind.SERVICE, "hotline", "24/7 service")
            .offering(OfferingKind.COMMUNICATION, "chat", "24/7 service", "an app")
            .offering(OfferingKind.CAMPAIGN, "autumn banner")
            .build();

    @Test
    void coverageIsToldByPriorityWithItsGaps() {
        assertThat(COVERAGE.of(AttributeKind.NEED)).isEqualTo(new Covered(1, 2));
        assertThat(COVERAGE.of(AttributeKind.WANT)).isEqualTo(new Covered(0, 1));
        assertThat(COVERAGE.of(AttributeKind.PREFERENCE)).isEqualTo(new Covered(1, 1));
        assertThat(COVERAGE.of(AttributeKind.MOTIVATION)).isEqualTo(new Covered(0, 0));
        assertThat(COVERAGE.all()).isEqualTo(new Covered(2, 4));
        assertThat(COVERAGE.gaps())
                .containsExactly(CLAIMS, new CustomerAttribute(AttributeKind.WANT, "competitive rates", null));
        assertThat(COVERAGE.idle()).containsExactly(new Offering(OfferingKind.CAMPAIGN, "autumn banner"));
        assertThat(COVERAGE)
                .hasToString("needs 1 of 2 (50.0 %), wants 0 of 1 (0.0 %), preferences 1 of 1 (100.0 %); gaps:"
                        + " NEED \"simple claims\", WANT \"competitive rates\"");
    }

    @Test
    void theMatrixHasACellForEachAttributeAndOffering() {
        Offering hotline = new Offering(OfferingKind.SERVICE, "hotline");
        assertThat(COVERAGE.rows()).hasSize(4);
        assertThat(COVERAGE.satisfies(SERVICE, hotline)).isTrue();
        assertThat(COVERAGE.satisfies(CLAIMS, hotline)).isFalse();
        assertThat(COVERAGE.byOfferingKind())
                .isEqualTo(Map.of(
                        OfferingKind.PRODUCT, new Covered(0, 4),
                        OfferingKind.SERVICE, new Covered(1, 4),
                        OfferingKind.MARKETING, new Covered(0, 4),
                        OfferingKind.COMMUNICATION, new Covered(2, 4),
                        OfferingKind.CAMPAIGN, new Covered(0, 4)));
        assertThat(COVERAGE.byDimension())
                .isEqualTo(Map.of(
                        NeedDimension.TIME, new Covered(1, 1),
                        NeedDimension.CONVENIENCE, new Covered(0, 1),
                        NeedDimension.PRICE, new Covered(0, 0),
                        NeedDimension.QUALITY, new Covered(0, 0)));
    }

    @Test
    void oneNeedMoreOutranksAllWantsAndPreferences() {
        NeedCoverage needs = NeedCoverage.of(INSURED)
                .offering(OfferingKind.SERVICE, "desk", "24/7 service", "simple claims")
                .build();
        NeedCoverage rest = NeedCoverage.of(INSURED)
                .offering(OfferingKind.PRODUCT, "all in one", "24/7 service", "competitive rates", "an app")
                .build();
        NeedCoverage none = NeedCoverage.of(INSURED).build();
        assertThat(List.of(none, COVERAGE, rest, needs).stream().sorted(NeedCoverage.BY_PRIORITY))
                .containsExactly(needs, rest, COVERAGE, none);
        PriorityWeights weights = new PriorityWeights(3, 2, 1);
        assertThat(needs.score(weights)).isEqualTo(Outcome.of(6.0 / 9));
        assertThat(COVERAGE.score(weights)).isEqualTo(Outcome.of(4.0 / 9));
        assertThat(none.score(weights)).isEqualTo(Outcome.of(0.0));
        NeedCoverage wish =
                NeedCoverage.of(Persona.builder("p").want("tea").build()).build();
        assertThat(wish.score(new PriorityWeights(1, 0, 0))).isEqualTo(Outcome.noData("no attribute has a weight"));
    }

    @Test
    void ofNoAttributesNoneIsUncovered() {
        NeedCoverage nobody =
                NeedCoverage.of().offering(OfferingKind.PRODUCT, "kettle").build();
        assertThat(nobody.all().share()).isEqualTo(Outcome.noData("no attribute"));
        assertThat(nobody.score(new PriorityWeights(1, 1, 1))).isEqualTo(Outcome.noData("no attribute"));
        assertThat(nobody).hasToString("needs 0 of 0, wants 0 of 0, preferences 0 of 0; no gap");
        assertThat(new Covered(0, 0)).isEqualByComparingTo(new Covered(2, 2));
        assertThat(new Covered(0, 0)).isGreaterThan(new Covered(1, 2));
        assertThat(new Covered(1, 2)).isEqualByComparingTo(new Covered(2, 4)).isLessThan(new Covered(3, 5));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> NeedCoverage.of(List.of(CLAIMS)).offering(OfferingKind.PRODUCT, "kettle", "tea"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no need, want or preference \"tea\" for kettle to satisfy, only [NEED \"simple claims\"]");
        Offering kettle = new Offering(OfferingKind.PRODUCT, "kettle");
        AttributeOfferings row = new AttributeOfferings(CLAIMS, List.of(kettle));
        assertThatThrownBy(() -> new NeedCoverage(List.of(), List.of(row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NEED \"simple claims\" must be satisfied by one of the offerings [], got kettle");
        assertThatThrownBy(() -> new NeedCoverage(List.of(kettle, kettle), List.of(row)))
                .hasMessage("offerings must be there once, got kettle twice");
        assertThatThrownBy(() ->
                        new AttributeOfferings(new CustomerAttribute(AttributeKind.VALUE, "family", null), List.of()))
                .hasMessage("only a NEED, WANT or PREFERENCE can be satisfied, got VALUE \"family\"");
        assertThatThrownBy(() -> new PriorityWeights(1, 2, 0))
                .hasMessage("weights must fall from above 0 to at least 0 as the priority does, got need=1.0,"
                        + " want=2.0, preference=0.0");
        assertThatThrownBy(() -> new PriorityWeights(1, 1, 1).weight(AttributeKind.VALUE))
                .hasMessage("only NEED, WANT and PREFERENCE have a weight, got VALUE");
        assertThatThrownBy(() -> new Offering(OfferingKind.PRODUCT, " "))
                .hasMessage("the name of a PRODUCT must not be blank");
        assertThatThrownBy(() -> new Covered(3, 2)).hasMessage("covered must be from 0 to 2, got 3");
    }
}
