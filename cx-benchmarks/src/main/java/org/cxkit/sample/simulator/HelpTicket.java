package org.cxkit.sample.simulator;

import java.util.List;
import org.cxkit.sample.simulator.SimulatedEvent.Step;

/** A request for help that goes from desk to desk until it is solved: chat, then e-mail, then phone. */
final class HelpTicket {

    /**
     * A desk of the customer service.
     *
     * @param channel its channel
     * @param request the event that opens it
     * @param answer the event that answers
     * @param device the customer's device
     * @param waitMinutes the typical wait from request to answer
     * @param solves the probability that the answer solves the problem
     * @param restated the probability that a customer handed over to it must tell the problem again
     * @param costMinor the cost of one contact, in cents
     */
    private record Desk(
            String channel,
            String request,
            String answer,
            String device,
            int waitMinutes,
            double solves,
            double restated,
            long costMinor) {

        Step requested() {
            return Step.assisted(request, channel, device);
        }

        Step answered() {
            return Step.assisted(answer, channel, device);
        }
    }

    private static final List<Desk> DESKS = List.of(
            new Desk(
                    PlantedFacts.SLOW_CHAT_CHANNEL,
                    PlantedFacts.SLOW_CHAT_EVENT,
                    "chat_answer",
                    "MOBILE",
                    PlantedFacts.SLOW_CHAT_WAIT_MINUTES,
                    0.55,
                    0.0,
                    250),
            new Desk("email", "email_request", "email_answer", "DESKTOP", 75, 0.7, 0.7, 400),
            new Desk("phone", "phone_call", "phone_answer", "OTHER", 4, 1.0, 0.35, 700));

    private HelpTicket() {}

    /** Tells a ticket from its first desk to its solution. */
    static void tell(Diary diary) {
        Dice dice = diary.dice;
        String ticket = diary.openTicket();
        int first = dice.pick(List.of(0, 1, 2), 0.5, 0.2, 0.3);
        double lost = 0;
        boolean solved = false;
        for (int i = first; !solved; i++) {
            Desk desk = DESKS.get(i);
            String restated = i == first ? "UNKNOWN" : restated(dice, desk);
            lost += contact(diary, desk, ticket, restated);
            solved = dice.chance(desk.solves());
            if (solved) {
                close(diary, DESKS.get(first), desk, lost);
            } else {
                diary.pass(30L * SimulatedYear.MINUTE);
            }
        }
        diary.grief += lost / 3;
    }

    private static String restated(Dice dice, Desk desk) {
        if (dice.chance(0.15)) {
            return "UNKNOWN";
        }
        return dice.chance(desk.restated()) ? "YES" : "NO";
    }

    /** One desk: the request, the wait, the answer. Returns the points lost. */
    private static double contact(Diary diary, Desk desk, String ticket, String restated) {
        String agent = desk.channel() + "-agent-" + diary.dice.between(1, 6);
        diary.noteTicket(desk.requested(), ticket, restated, agent);
        long asked = diary.now;
        diary.pass((long) desk.waitMinutes() * SimulatedYear.MINUTE);
        diary.noteTicket(desk.answered(), ticket, "UNKNOWN", agent);
        diary.serviceMinor += desk.costMinor();
        double hours = (double) (diary.now - asked) / SimulatedYear.HOUR;
        double lost = hours * diary.persona.impatience() + (restated.equals("YES") ? 2.0 : 0.0);
        if (diary.dice.chance(0.5)) {
            SurveyDesk.CSAT.ask(diary, desk.answered(), "retention", "", 8.5 - lost);
        }
        return lost;
    }

    /** The end: how easy it was is asked about the request it began with, the recommendation about the last answer. */
    private static void close(Diary diary, Desk first, Desk last, double lost) {
        if (diary.dice.chance(0.5)) {
            SurveyDesk.CES.ask(diary, first.requested(), "retention", "", 8.8 - lost);
        }
        if (diary.dice.chance(0.3)) {
            SurveyDesk.NPS.ask(diary, last.answered(), "retention", "", 8.8 - diary.grief - lost);
        }
    }
}
