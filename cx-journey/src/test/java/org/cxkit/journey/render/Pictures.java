package org.cxkit.journey.render;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cxkit.journey.chart.Charts;
import org.cxkit.journey.map.ExampleMaps;

/** One picture of each kind, of maps and of charts. */
final class Pictures {
    private Pictures() {}

    /** {@return all pictures by name, those of nothing among them} */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(Charts.all());
        all.put("map", Svg.of(ExampleMaps.LAMP));
        all.put("measured map", Svg.of(ExampleMaps.LAMP, ExampleMaps.LAMP_MEASURED));
        return all;
    }

    /** {@return the same kinds with this label wherever a label can be} */
    static Map<String, String> labelled(String label) {
        Map<String, String> all = new LinkedHashMap<>(Charts.labelled(label));
        all.put("map", Svg.of(LabelledMaps.map(label, 4), LabelledMaps.measured(4)));
        all.put("map of one", Svg.of(LabelledMaps.map(label, 1)));
        return all;
    }
}
