package org.cxkit.metrics.shapley;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;

/** Some of the channels of a game: a view that costs a bit each, since there are as many sets as 2 to the channels. */
final class Coalition extends AbstractSet<String> {
    private final String[] names;
    private final Map<String, Integer> places;
    private final BitSet members;

    /** The arguments are shared and must not change. */
    Coalition(String[] names, Map<String, Integer> places, BitSet members) {
        this.names = names;
        this.places = places;
        this.members = members;
    }

    @Override
    public boolean contains(Object name) {
        Integer place = name instanceof String ? places.get(name) : null;
        return place != null && members.get(place);
    }

    @Override
    public int size() {
        return members.cardinality();
    }

    @Override
    public Iterator<String> iterator() {
        IntStream places = members.stream();
        return places.mapToObj(place -> names[place]).iterator();
    }
}
