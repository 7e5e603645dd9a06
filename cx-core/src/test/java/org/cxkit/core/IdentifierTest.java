package org.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.cxkit.core.interaction.CaseId;
import org.cxkit.core.interaction.DataSource;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.Department;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.AssetId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ChannelFamily;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.core.touchpoint.TouchpointType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every identifier and every member of an open set promises. */
class IdentifierTest {

    record Kind(String name, Function<String, Comparable<?>> constructor, Function<String, Comparable<?>> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("touchpoint id", TouchpointId::new, TouchpointId::of),
                new Kind("asset id", AssetId::new, AssetId::of),
                new Kind("stage id", StageId::new, StageId::of),
                new Kind("customer id", CustomerId::new, CustomerId::of),
                new Kind("persona id", PersonaId::new, PersonaId::of),
                new Kind("location id", LocationId::new, LocationId::of),
                new Kind("case id", CaseId::new, CaseId::of),
                new Kind("touchpoint type", TouchpointType::new, TouchpointType::of),
                new Kind("department", Department::new, Department::of),
                new Kind("data source", DataSource::new, DataSource::of),
                new Kind(
                        "channel id",
                        id -> new Channel(id, "name", Medium.PHYSICAL, ChannelFamily.TRADITIONAL),
                        Channel::of));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theBareTextIsTheIdentity(Kind kind) {
        assertThat(kind.of().apply("  Ab 1\t"))
                .hasToString("Ab 1")
                .isEqualTo(kind.constructor().apply("Ab 1"));
        assertThat(kind.of().apply("Ab 1")).hasSameHashCodeAs(kind.constructor().apply("Ab 1"));
        assertThat(kind.of().apply("Ab 1")).isNotEqualTo(kind.constructor().apply("Ab 2"));
        assertThat(kind.of().apply("Ab 1")).isNotEqualTo("Ab 1");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @SuppressWarnings("unchecked") // each kind is compared with itself only
    void theOrderIsThatOfTheText(Kind kind) {
        var a = (Comparable<Object>) kind.of().apply("a");
        var b = (Comparable<Object>) kind.of().apply("b");
        assertThat(a.compareTo(b)).isNegative();
        assertThat(b.compareTo(a)).isPositive();
        assertThat(a.compareTo(kind.of().apply("a"))).isZero();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void blankOrRaggedTextIsRefused(Kind kind) {
        for (String bad : new String[] {"", " ", "x ", "\tx"}) {
            assertThatThrownBy(() -> kind.constructor().apply(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(kind + " must be text without white space at its ends, got \"" + bad + "\"");
        }
        assertThatThrownBy(() -> kind.of().apply("  ")).isInstanceOf(IllegalArgumentException.class);
    }
}
