package org.cxkit.core.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.lang.reflect.Modifier;
import java.util.List;
import org.cxkit.core.Examples;
import org.cxkit.core.touchpoint.TouchpointId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifiedTouchpointsTest {

    private static final Classification CHECKOUT =
            Classification.of(Examples.CHECKOUT, Presence.PRESENT, Ownership.BRAND);
    private static final Classification CHAT = Classification.of(Examples.CHAT, Presence.PRESENT, Ownership.PARTNER);
    private static final Classification CALL = Classification.of(Examples.CALL, Presence.ABSENT, Control.FULL);
    private static final Classification MAIL = Classification.of(Examples.MAIL, Presence.UNKNOWN, Control.NONE);

    private static final ClassifiedTouchpoints ALL =
            ClassifiedTouchpoints.classify(List.of(MAIL, CHECKOUT, CHAT, CALL));

    @ParameterizedTest
    @CsvSource({
        // the defaults of the specification
        "BRAND, FULL",
        "PARTNER, SHARED",
        "CUSTOMER, NONE",
        "SOCIAL_EXTERNAL, INFLUENCE"
    })
    void theOwnershipGivesTheControlUnlessItIsOverridden(Ownership ownership, Control control) {
        Classification usual = Classification.of(Examples.CHAT, Presence.PRESENT, ownership);
        assertThat(usual.control()).isEqualTo(control);
        for (Control other : Control.values()) {
            assertThat(usual.withControl(other))
                    .isEqualTo(new Classification(Examples.CHAT, Presence.PRESENT, other, ownership));
        }
    }

    @Test
    void controlIsAnOrder() {
        assertThat(Control.FULL.atLeast(Control.SHARED)).isTrue();
        assertThat(Control.SHARED.atLeast(Control.SHARED)).isTrue();
        assertThat(Control.INFLUENCE.atLeast(Control.SHARED)).isFalse();
        assertThat(Control.NONE.atLeast(Control.NONE)).isTrue();
    }

    @Test
    void touchpointsAreCountedOnBothAxes() {
        assertThat(ALL.classifications()).containsExactly(CALL, CHAT, CHECKOUT, MAIL);
        assertThat(ALL.countByPresence())
                .containsExactly(entry(Presence.PRESENT, 2L), entry(Presence.ABSENT, 1L), entry(Presence.UNKNOWN, 1L));
        assertThat(ALL.countByControl())
                .containsExactly(
                        entry(Control.FULL, 2L),
                        entry(Control.SHARED, 1L),
                        entry(Control.INFLUENCE, 0L),
                        entry(Control.NONE, 1L));
        assertThat(ALL.count(Presence.PRESENT, Control.FULL)).isEqualTo(1);
        assertThat(ALL.count(Presence.ABSENT, Control.NONE)).isZero();
        assertThat(ALL.present()).containsExactly(Examples.CHAT, Examples.CHECKOUT);
        assertThat(ALL.find(Examples.CALL.id())).contains(CALL);
        assertThat(ALL.find(TouchpointId.of("elsewhere"))).isEmpty();
        assertThat(ALL)
                .hasToString("4 touchpoints, by presence {PRESENT=2, ABSENT=1, UNKNOWN=1}, by control {FULL=2,"
                        + " SHARED=1, INFLUENCE=0, NONE=1}");
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        assertThat(ClassifiedTouchpoints.classify(List.of(CALL, CHAT, CHECKOUT, MAIL)))
                .isEqualTo(ALL)
                .hasSameHashCodeAs(ALL);
        assertThat(ClassifiedTouchpoints.classify(List.of(CALL))).isNotEqualTo(ALL);
    }

    @Test
    void eachTouchpointIsClassifiedOnceAndThereIsOne() {
        assertThatThrownBy(() -> ClassifiedTouchpoints.classify(List.of(CHAT, CALL, CHAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a touchpoint must be classified once, got chat twice");
        assertThatThrownBy(() -> ClassifiedTouchpoints.classify(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classifying needs at least one touchpoint, got none");
    }

    @Test
    void onlyClassifyingGivesClassifiedTouchpoints() {
        assertThat(ClassifiedTouchpoints.class.getDeclaredConstructors())
                .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
    }
}
