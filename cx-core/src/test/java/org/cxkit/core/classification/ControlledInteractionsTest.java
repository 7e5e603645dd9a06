package org.cxkit.core.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cxkit.core.Examples;
import org.junit.jupiter.api.Test;

class ControlledInteractionsTest {

    private static final ClassifiedTouchpoints CLASSIFIED = ClassifiedTouchpoints.classify(List.of(
            Classification.of(Examples.CHECKOUT, Presence.PRESENT, Control.FULL),
            Classification.of(Examples.CHAT, Presence.PRESENT, Control.SHARED),
            Classification.of(Examples.MAIL, Presence.PRESENT, Control.NONE)));

    @Test
    void interactionsAreCountedByTheControlOverTheirTouchpoint() {
        ControlledInteractions counted = ControlledInteractions.of(
                CLASSIFIED,
                List.of(
                        Examples.ann(Examples.CHECKOUT, 0),
                        Examples.ann(Examples.CHAT, 1),
                        Examples.ann(Examples.CHAT, 2),
                        Examples.ann(Examples.MAIL, 3),
                        Examples.ann(Examples.CALL, 4)));
        assertThat(counted).isEqualTo(new ControlledInteractions(1, 2, 0, 1, 1));
        assertThat(counted.share()).isEqualTo(0.75);
        assertThat(counted)
                .hasToString("share under control 75.0 %, n 4: 1 full, 2 shared, 0 influence, 1 none; 1 unclassified");
    }

    @Test
    void theLeastControlThatCountsCanBeChosen() {
        ControlledInteractions counted = new ControlledInteractions(1, 2, 3, 4, 5);
        assertThat(counted.share(Control.FULL)).isEqualTo(0.1);
        assertThat(counted.share(Control.SHARED)).isEqualTo(0.3);
        assertThat(counted.share(Control.INFLUENCE)).isEqualTo(0.6);
        assertThat(counted.share(Control.NONE)).isEqualTo(1);
    }

    @Test
    void thereIsNoShareOfNothing() {
        ControlledInteractions nothing = ControlledInteractions.of(CLASSIFIED, List.of(Examples.ann(Examples.CALL, 0)));
        assertThatThrownBy(nothing::share)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the share under control is undefined for 0 interactions at classified touchpoints");
        assertThat(nothing)
                .hasToString("share under control undefined, n 0: 0 full, 0 shared, 0 influence, 0 none; 1"
                        + " unclassified");
        assertThatThrownBy(() -> new ControlledInteractions(0, 0, -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("influence must not be negative, got -1");
    }
}
