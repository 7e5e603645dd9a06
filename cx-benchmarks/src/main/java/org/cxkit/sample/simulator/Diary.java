package org.cxkit.sample.simulator;

import java.util.ArrayList;
import java.util.List;
import org.cxkit.sample.simulator.SimulatedEvent.Step;

/**
 * What happens to one simulated customer, written down as time goes on; nothing is written after the year's end.
 *
 * <p>Not thread-safe.
 */
final class Diary {

    final Dice dice;
    final String customer;
    final SimulatedPersona persona;
    final SimulatedStore store;

    final List<SimulatedEvent> events = new ArrayList<>();
    final List<SimulatedAnswer> answers = new ArrayList<>();
    final List<SimulatedPurchase> purchases = new ArrayList<>();

    long now;

    /** Points of the 0 to 10 scale that what happened so far takes from answers. */
    double grief;

    long acquisitionMinor;
    long serviceMinor;
    long retentionMinor;

    private int tickets;

    Diary(Dice dice, String customer) {
        this.dice = dice;
        this.customer = customer;
        this.persona = SimulatedPersona.of(dice);
        this.store = SimulatedStore.of(dice);
        this.now = SimulatedYear.START + (long) (dice.unit() * 300 * SimulatedYear.DAY);
    }

    boolean over() {
        return now >= SimulatedYear.END;
    }

    /** Lets time pass: about this many seconds. */
    void pass(long aboutSeconds) {
        now += dice.around(aboutSeconds);
    }

    /** Lets time pass until stores are open, 9 to 19 o'clock. */
    void passUntilOpen() {
        int hour = SimulatedYear.hour(now);
        if (hour < 9 || hour >= 19) {
            now += (long) ((33 - hour) % 24 + dice.between(0, 8)) * SimulatedYear.HOUR;
        }
    }

    String openTicket() {
        tickets++;
        return customer + "-t" + tickets;
    }

    /** Writes down an event without staff and place. */
    void note(Step step) {
        note(step, "", "", "UNKNOWN", "");
    }

    /** Writes down an event in the customer's store, with a clerk of that store. */
    void noteInStore(Step step) {
        note(step, "", store.id(), "UNKNOWN", "clerk-" + store.id() + "-" + dice.between(1, 3));
    }

    /** Writes down an event of a ticket. */
    void noteTicket(Step step, String ticket, String restated, String agent) {
        note(step, ticket, "", restated, agent);
    }

    private void note(Step step, String ticket, String location, String restated, String handledBy) {
        if (!over()) {
            events.add(new SimulatedEvent(customer, ticket, now, step, location, persona.id(), restated, handledBy));
        }
    }

    void buy() {
        if (!over()) {
            long amount = dice.around(persona.basketMinor());
            retentionMinor += purchases.isEmpty() ? 0 : amount / 20;
            purchases.add(new SimulatedPurchase(customer, now, amount));
        }
    }

    /** {@return the year's costs, each known but for one customer in fifty} */
    SimulatedCosts costs() {
        return new SimulatedCosts(customer, known(acquisitionMinor), known(serviceMinor), known(retentionMinor));
    }

    private long known(long minor) {
        return dice.chance(0.02) ? SimulatedCosts.UNKNOWN : minor;
    }
}
