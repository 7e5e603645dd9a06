package org.cxkit.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.cxkit.core.Examples;
import org.junit.jupiter.api.Test;

class MediumShareTest {

    private static final List<Interaction> ALL = List.of(
            Examples.ann(Examples.CHAT, 0),
            Examples.ann(Examples.CALL, 1),
            Examples.ann(Examples.MAIL, 2),
            Examples.ann(Examples.CHECKOUT, 3));

    @Test
    void theShareIsDigitalOverAll() {
        MediumShare share = MediumShare.of(ALL);
        assertThat(share).isEqualTo(new MediumShare(3, 1));
        assertThat(share.digitalShare()).isEqualTo(0.75);
        assertThat(share).hasToString("digital share 75.0 %, n 4: 3 digital, 1 physical");
    }

    @Test
    void theShareIsToldByStage() {
        assertThat(MediumShare.by(ALL, Interaction::stage))
                .containsExactly(
                        entry(Examples.PURCHASE, new MediumShare(1, 0)),
                        entry(Examples.RETENTION, new MediumShare(0, 1)));
    }

    @Test
    void thereIsNoShareOfNothing() {
        MediumShare nothing = MediumShare.of(List.of());
        assertThat(nothing.interactions()).isZero();
        assertThatThrownBy(nothing::digitalShare)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the digital share is undefined for 0 interactions");
        assertThat(nothing).hasToString("digital share undefined, n 0: 0 digital, 0 physical");
        assertThatThrownBy(() -> new MediumShare(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("digital must not be negative, got -1");
    }
}
