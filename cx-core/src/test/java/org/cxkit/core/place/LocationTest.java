package org.cxkit.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.cxkit.core.Examples;
import org.junit.jupiter.api.Test;

class LocationTest {

    @Test
    void eachPartIsOptionalButTheNames() {
        Location bare = Location.of("x", "X");
        assertThat(bare).isEqualTo(new Location(LocationId.of("x"), "X", null, null, null, null));
        assertThat(Examples.STORE)
                .isEqualTo(new Location(
                        LocationId.of("rome-1"),
                        "Via Appia",
                        "Lazio",
                        "store",
                        ZoneId.of("Europe/Rome"),
                        LocationId.of("italy")));
    }

    @Test
    void wrongPartsAreRefused() {
        Location bare = Location.of("x", "X");
        assertThatThrownBy(() -> Location.of("x", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of location x must not be blank, got \" \"");
        assertThatThrownBy(() -> bare.withRegion(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region of location x must not be blank, got \"\"");
        assertThatThrownBy(() -> bare.withKind(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kind of location x must not be blank, got \"\"");
        assertThatThrownBy(() -> bare.withParent(LocationId.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a location must not contain itself, got x");
    }
}
