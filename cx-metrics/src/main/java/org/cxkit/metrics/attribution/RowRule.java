package org.cxkit.metrics.attribution;

import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.path.Journeys;

/** How one journey's credit is shared among its touches, whatever other journeys there are. */
sealed interface RowRule extends Telling permits JourneyRule, TouchRule {

    /**
     * Fills the weights of the touches at hand, one for each.
     *
     * @return what the weights are to be divided by; 0 if no touch has credit, so that the journey stays unattributed
     */
    double weigh(RowTouches touches, double[] weights);

    /** Checks that the journeys have what the rule asks for. */
    void require(Journeys journeys);

    /** Writes the rule. */
    ByteWriter write(ByteWriter out);

    /** {@return the rule that was written} */
    static RowRule read(ByteReader in) {
        return switch (in.count(5)) {
            case 0 -> new JourneyRule.TimeDecay(in.count(), in.count(1) == 1);
            case 1 -> new JourneyRule.SameTouch();
            case 2 -> new JourneyRule.Milestones(in.real(), in.real(), in.real(), in.real());
            case 3 ->
                new TouchRule.Position(
                        in.real(), in.real(), in.count(1) == 1 ? TwoTouches.REST_HALVED : TwoTouches.SCALED);
            case 4 -> new TouchRule.PerTouch();
            default -> new TouchRule.PerChannel(in.count(1) == 1);
        };
    }
}
