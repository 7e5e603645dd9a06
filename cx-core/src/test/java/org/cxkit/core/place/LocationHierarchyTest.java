package org.cxkit.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocationHierarchyTest {

    private static Location in(String id, String parent) {
        return Location.of(id, id).withParent(LocationId.of(parent));
    }

    private static LocationId id(String text) {
        return LocationId.of(text);
    }

    private static final LocationHierarchy BRAND = LocationHierarchy.of(List.of(
            in("rome-2", "rome"),
            in("milan", "italy"),
            Location.of("web", "The shop on the web"),
            in("rome", "italy"),
            in("rome-1", "rome"),
            Location.of("italy", "Italy")));

    @Test
    void theTreeIsWalkedInTheOrderOfIdentifiers() {
        assertThat(BRAND.roots()).containsExactly(id("italy"), id("web"));
        assertThat(BRAND.children(id("italy"))).containsExactly(id("milan"), id("rome"));
        assertThat(BRAND.children(id("web"))).isEmpty();
        assertThat(BRAND.descendants(id("italy"))).containsExactly(id("milan"), id("rome"), id("rome-1"), id("rome-2"));
        assertThat(BRAND.descendants(id("milan"))).isEmpty();
        assertThat(BRAND.ancestors(id("rome-2"))).containsExactly(id("rome"), id("italy"));
        assertThat(BRAND.ancestors(id("web"))).isEmpty();
        assertThat(BRAND.locations()).hasSize(6);
        assertThat(BRAND.find(id("rome"))).contains(in("rome", "italy"));
        assertThat(BRAND.find(id("paris"))).isEmpty();
        assertThat(BRAND).hasToString("6 locations under [italy, web]");
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        List<Location> reversed = new ArrayList<>(BRAND.locations());
        Collections.reverse(reversed);
        assertThat(LocationHierarchy.of(reversed)).isEqualTo(BRAND).hasSameHashCodeAs(BRAND);
        assertThat(LocationHierarchy.of(List.of())).isNotEqualTo(BRAND).hasToString("0 locations under []");
    }

    @Test
    void aCycleIsRefusedByName() {
        assertThatThrownBy(() -> LocationHierarchy.of(
                        List.of(in("a", "b"), in("b", "c"), in("c", "d"), in("d", "b"), Location.of("e", "E"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("locations must not contain each other in a cycle, got b in c in d in b");
    }

    @Test
    void aStrangerIsRefused() {
        assertThatThrownBy(() -> LocationHierarchy.of(List.of(in("rome", "italy"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the parent of location rome must be among the locations, got italy");
        assertThatThrownBy(() -> LocationHierarchy.of(List.of(Location.of("a", "A"), Location.of("a", "B"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("locations must have different ids, got a twice");
        assertThatThrownBy(() -> BRAND.descendants(id("paris")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("location must be one of the hierarchy's 6, got paris");
    }

    @Test
    void aDeepChainOfTenThousandIsFine() {
        List<Location> chain = new ArrayList<>();
        chain.add(Location.of("0", "top"));
        for (int i = 1; i < 10_000; i++) {
            chain.add(in(Integer.toString(i), Integer.toString(i - 1)));
        }
        LocationHierarchy deep = LocationHierarchy.of(chain);
        assertThat(deep.ancestors(id("9999"))).hasSize(9_999);
        assertThat(deep.descendants(id("0"))).hasSize(9_999);
    }
}
