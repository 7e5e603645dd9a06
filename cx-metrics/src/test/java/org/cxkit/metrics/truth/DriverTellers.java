package org.cxkit.metrics.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cxkit.metrics.driver.Driver;
import org.cxkit.metrics.driver.Drivers;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.jspecify.annotations.Nullable;

/** Tells the figures of survey.json that package driver is for. */
final class DriverTellers {
    static final Map<String, Teller> TELLERS = Map.of("driver", DriverTellers::drivers);

    private DriverTellers() {}

    private static Map<String, @Nullable Object> drivers(JsonNode input) {
        List<String> predictors =
                input.get("predictors").valueStream().map(JsonNode::asText).toList();
        List<double[]> columns = new ArrayList<>();
        predictors.forEach(
                predictor -> columns.add(Teller.doubles(input.get("X").get(predictor))));
        columns.add(Teller.doubles(input.get("y")));
        List<String> variables = new ArrayList<>(predictors);
        variables.add("y");
        MomentsAccumulator moments = MomentsAccumulator.create(variables);
        double[][] table = columns.toArray(double[][]::new);
        if (input.has("weights")) {
            moments.addAll(table, Teller.doubles(input.get("weights")), 0, table[0].length);
        } else {
            moments.addAll(table, 0, table[0].length);
        }
        Drivers drivers = Drivers.of(moments.result(), "y", predictors);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("/n", drivers.n());
        told.put("/R2", drivers.r2());
        for (int i = 0; i < predictors.size(); i++) {
            Driver driver = drivers.drivers().get(i);
            told.put("/correlations/" + i, driver.correlation());
            told.put("/stdBetas/" + i, driver.standardisedBeta());
            told.put("/lmg/" + i, driver.lmg());
            told.put("/lmgPercent/" + i, drivers.lmgPercent(driver.predictor()));
            told.put("/last/" + i, driver.last());
            told.put("/first/" + i, driver.first());
            told.put("/betasq/" + i, driver.betaSquared());
            told.put("/pratt/" + i, driver.pratt());
            told.put("/relativeWeights/" + i, driver.relativeWeight());
            told.put("/relativeWeightsPercent/" + i, drivers.relativeWeightPercent(driver.predictor()));
        }
        return told;
    }
}
