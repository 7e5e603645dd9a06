package org.cxkit.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LocationHierarchyPropertiesTest {

    @Property
    void descendantsAndAncestorsAreTwoViewsOfOneForest(@ForAll("forests") List<Location> forest) {
        LocationHierarchy hierarchy = LocationHierarchy.of(forest);
        for (Location a : forest) {
            for (Location b : forest) {
                assertThat(hierarchy.descendants(a.id()).contains(b.id()))
                        .isEqualTo(hierarchy.ancestors(b.id()).contains(a.id()));
            }
            assertThat(hierarchy.descendants(a.id())).doesNotHaveDuplicates().doesNotContain(a.id());
        }
        int counted = hierarchy.roots().size();
        for (LocationId root : hierarchy.roots()) {
            counted += hierarchy.descendants(root).size();
        }
        assertThat(counted).isEqualTo(forest.size());
    }

    @Property
    void aRootPutUnderItsOwnDescendantIsRefused(@ForAll("forests") List<Location> forest) {
        LocationHierarchy hierarchy = LocationHierarchy.of(forest);
        LocationId root = hierarchy.roots().get(0);
        List<LocationId> below = hierarchy.descendants(root);
        Assume.that(!below.isEmpty());
        List<Location> knotted = forest.stream()
                .map(each -> each.id().equals(root) ? each.withParent(below.get(below.size() - 1)) : each)
                .toList();
        assertThatThrownBy(() -> LocationHierarchy.of(knotted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("locations must not contain each other in a cycle, got ")
                .hasMessageContaining(root.value());
    }

    /** The parent of each location is drawn among those before it, or there is none. */
    @Provide
    Arbitrary<List<Location>> forests() {
        return Arbitraries.integers()
                .between(-1, 11)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(draws -> {
                    List<Location> forest = new ArrayList<>();
                    for (int i = 0; i < draws.size(); i++) {
                        Location location = Location.of("l" + i, "location " + i);
                        int parent = draws.get(i);
                        forest.add(
                                parent >= 0 && parent < i
                                        ? location.withParent(LocationId.of("l" + parent))
                                        : location);
                    }
                    return forest;
                });
    }
}
