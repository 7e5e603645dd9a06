package org.cxkit.metrics.attribution;

import java.util.Comparator;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.path.Journeys;

/**
 * All that models of milestones ask of a path: its length, and which of its touches are the same. It is the shortest
 * name for them: the milestones between the ends stand right after the first touch.
 *
 * @param length how many touches the path has, at least 1
 * @param lead the touch of the lead: the first, the last, 1, or {@link Journeys#NONE}
 * @param opportunity the touch of the opportunity: the first, the last, that of the lead, the next one, or none
 */
record PathShape(int length, int lead, int opportunity) implements Comparable<PathShape> {
    /** What a touch can be: the one that opens the path, a milestone between, one more, the one that closes it. */
    static final int OPENS = 0;

    private static final int MILESTONE = 1;
    private static final int SECOND_MILESTONE = 2;
    static final int CLOSES = 3;
    private static final int OTHER = 4;

    /** How many of them there are. */
    static final int PARTS = 5;

    private static final Comparator<PathShape> ORDER = Comparator.comparingInt(PathShape::length)
            .thenComparingInt(PathShape::lead)
            .thenComparingInt(PathShape::opportunity);

    /** {@return the shape of a path with these milestones} */
    static PathShape of(int length, int lead, int opportunity) {
        return new PathShape(
                length, moved(lead, length, lead, opportunity), moved(opportunity, length, lead, opportunity));
    }

    private static int moved(int milestone, int length, int lead, int opportunity) {
        return milestone == Journeys.NONE ? milestone : touch(part(milestone, length, lead, opportunity), length);
    }

    /** {@return what a touch is in a path with these milestones} */
    static int part(int touch, int length, int lead, int opportunity) {
        if (touch == 0) {
            return OPENS;
        }
        if (touch == length - 1) {
            return CLOSES;
        }
        if (touch == lead) {
            return MILESTONE;
        }
        if (touch == opportunity) {
            return lead > 0 && lead < length - 1 ? SECOND_MILESTONE : MILESTONE;
        }
        return OTHER;
    }

    /** {@return the touch that is such a part of a shape} */
    private static int touch(int part, int length) {
        return part == CLOSES ? length - 1 : part;
    }

    /** {@return the weight of each part by a rule; 0 for one that the shape does not have} */
    double[] weights(JourneyRule.Milestones rule) {
        double[] byTouch = new double[length];
        rule.weigh(length, lead, opportunity, byTouch);
        double[] weights = new double[PARTS];
        for (int touch = 0; touch < length; touch++) {
            weights[part(touch, length, lead, opportunity)] = byTouch[touch];
        }
        return weights;
    }

    void write(ByteWriter out) {
        out.count(length).count(lead + 1).count(opportunity + 1);
    }

    static PathShape read(ByteReader in) {
        int length = in.count(Integer.MAX_VALUE);
        int lead = in.count(length) - 1;
        int opportunity = in.count(length) - 1;
        if (length == 0 || !of(length, lead, opportunity).equals(new PathShape(length, lead, opportunity))) {
            throw new IllegalArgumentException(
                    "not the shape of a path: " + length + " touches, lead " + lead + ", opportunity " + opportunity);
        }
        return new PathShape(length, lead, opportunity);
    }

    @Override
    public int compareTo(PathShape other) {
        return ORDER.compare(this, other);
    }
}
