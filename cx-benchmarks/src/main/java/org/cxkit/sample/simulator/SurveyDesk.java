package org.cxkit.sample.simulator;

import org.cxkit.sample.simulator.SimulatedEvent.Step;

/** Asks a simulated customer; what is answered follows from what happened, and a few answers are no answers. */
enum SurveyDesk {
    /** Would you recommend us? 0 to 10. */
    NPS(0, 10),
    /** How satisfied are you? 1 to 5. */
    CSAT(1, 5),
    /** How easy was it? 1 to 7, 7 is the easiest. */
    CES(1, 7);

    private final int min;
    private final int max;

    SurveyDesk(int min, int max) {
        this.min = min;
        this.max = max;
    }

    /**
     * Asks about an event, some hours later.
     *
     * @param diary the customer
     * @param about the event
     * @param stage its stage
     * @param location the store, or empty
     * @param points what the customer feels on the 0 to 10 scale, before mood and noise
     * @return the rating, or -1 where the answer is none
     */
    int ask(Diary diary, Step about, String stage, String location, double points) {
        Dice dice = diary.dice;
        double felt = points + diary.persona.mood() + 1.3 * dice.bell();
        int rating = Math.max(min, Math.min(max, (int) Math.round(min + felt * (max - min) / 10)));
        String answer = dirty(dice, rating);
        long second = diary.now + dice.around(12L * SimulatedYear.HOUR);
        if (second < SimulatedYear.END && !diary.over()) {
            diary.answers.add(new SimulatedAnswer(
                    diary.customer, name(), answer, second, about, stage, location, diary.persona.id()));
        }
        return answer.equals(Integer.toString(rating)) ? rating : -1;
    }

    private String dirty(Dice dice, int rating) {
        double mark = dice.unit();
        if (mark < 0.06) {
            return "";
        }
        if (mark < 0.08) {
            return "skip";
        }
        if (mark < 0.085) {
            return Integer.toString(max + 1);
        }
        if (mark < 0.09) {
            return rating + ".5";
        }
        return Integer.toString(rating);
    }
}
