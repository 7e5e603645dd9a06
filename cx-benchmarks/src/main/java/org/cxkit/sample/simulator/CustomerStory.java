package org.cxkit.sample.simulator;

import java.util.List;
import org.cxkit.sample.simulator.SimulatedEvent.Step;

/** The life of one simulated customer: finding the brand, trips to shop or site, help, and perhaps coming back. */
final class CustomerStory {

    private static final Step INSTAGRAM = Step.self("social_post", PlantedFacts.ASSISTING_CHANNEL, "MOBILE");
    private static final Step AD = Step.self("ad_click", "online_advertising", "MOBILE");
    private static final Step TIP = Step.assisted("friend_tip", "word_of_mouth", "NONE");
    private static final Step SEARCH = Step.self("search_result", "search", "DESKTOP");
    private static final Step NEWSLETTER = Step.self("newsletter_click", "email", "MOBILE");
    private static final Step STORE_VISIT = Step.assisted("store_visit", "store", "NONE");
    private static final Step STORE_PURCHASE = Step.assisted("store_purchase", "store", "NONE");
    private static final Step DELIVERY = Step.assisted("delivery", "post", "NONE");
    private static final Step REVIEW = Step.self("review", "review_platform", "MOBILE");

    private static final List<Step> TOUCHES = List.of(INSTAGRAM, AD, TIP, SEARCH, NEWSLETTER);

    private final Diary diary;
    private final Dice dice;
    private final SimulatedPersona persona;

    private CustomerStory(Diary diary) {
        this.diary = diary;
        this.dice = diary.dice;
        this.persona = diary.persona;
    }

    /** Tells a customer's year. */
    static Diary tell(Dice dice, String customer) {
        Diary diary = new Diary(dice, customer);
        new CustomerStory(diary).tell();
        return diary;
    }

    private void tell() {
        boolean bought = discover();
        while (bought && !diary.over() && dice.chance(persona.loyalty() - 0.08 * diary.grief)) {
            diary.pass(40L * SimulatedYear.DAY);
            diary.grief /= 2;
            Step last = dice.chance(0.7) ? touch(0.4 * persona.social(), 0, 0, 0.2, 0.6) : SEARCH;
            bought = trip(last, 0.75);
        }
    }

    private boolean discover() {
        Step last = touch(persona.social(), 0.30, 0.12, 0.25, 0);
        diary.acquisitionMinor = dice.around(acquisitionCost(last));
        double appetite = 0.35;
        for (int more = dice.between(0, 3); more > 0; more--) {
            diary.pass(3L * SimulatedYear.DAY);
            appetite += last.equals(INSTAGRAM) ? 0.12 : 0.05;
            last = touch(persona.social(), 0.15, 0.05, 0.20, 0.25);
        }
        return trip(last, appetite);
    }

    private static long acquisitionCost(Step first) {
        return switch (first.channel()) {
            case "online_advertising" -> 2_600;
            case PlantedFacts.ASSISTING_CHANNEL -> 1_200;
            case "search" -> 700;
            default -> 0;
        };
    }

    /** One touch, chosen by weights in the order of {@link #TOUCHES}. */
    private Step touch(double... weights) {
        Step step = dice.pick(TOUCHES, weights);
        diary.note(step);
        diary.retentionMinor += step.equals(NEWSLETTER) ? 40 : 0;
        return step;
    }

    /** A trip to the store or the site. Returns whether it ended in a purchase. */
    private boolean trip(Step last, double appetite) {
        boolean buys = dice.chance(appetite);
        diary.pass(2L * SimulatedYear.DAY);
        if (buys && last.equals(INSTAGRAM)) {
            // The planted fact: who buys has come back by another way.
            diary.note(SEARCH);
            diary.pass(5L * SimulatedYear.MINUTE);
        }
        if (dice.chance(persona.store())) {
            inStore(buys);
        } else {
            online(buys);
        }
        return buys && !diary.over();
    }

    private void inStore(boolean buys) {
        diary.passUntilOpen();
        diary.noteInStore(STORE_VISIT);
        diary.pass(25L * SimulatedYear.MINUTE);
        diary.serviceMinor += 150;
        double penalty = diary.store.penalty();
        if (buys) {
            diary.noteInStore(STORE_PURCHASE);
            diary.buy();
            asked(STORE_PURCHASE, diary.store.id(), penalty);
        } else if (dice.chance(0.3)) {
            SurveyDesk.CSAT.ask(diary, STORE_VISIT, "consideration", diary.store.id(), 8.0 - penalty);
        }
        diary.grief += penalty / 3;
    }

    private void online(boolean buys) {
        boolean app = dice.chance(persona.app());
        String channel = app ? "mobile_app" : "website";
        String device = app || dice.chance(0.4) ? "MOBILE" : "DESKTOP";
        diary.note(Step.self(app ? "app_visit" : "site_visit", channel, device));
        for (int views = dice.between(1, 4); views > 0; views--) {
            diary.pass(90);
            diary.note(Step.self("product_view", channel, device));
        }
        if (cart(buys, channel, device)) {
            Step purchase = Step.self("online_purchase", channel, device);
            diary.note(purchase);
            diary.buy();
            asked(purchase, "", 0);
            deliver();
        }
    }

    private boolean cart(boolean buys, String channel, String device) {
        if (buys || dice.chance(0.35)) {
            diary.pass(60);
            diary.note(Step.self("add_to_cart", channel, device));
            if (buys || dice.chance(0.4)) {
                diary.pass(120);
                diary.note(Step.self("checkout", channel, device));
                diary.pass(150);
            }
        }
        return buys;
    }

    /** After a purchase: three in five customers are asked, some tell the world, some need help. */
    private void asked(Step purchase, String location, double penalty) {
        if (dice.chance(0.6)) {
            int rating = SurveyDesk.NPS.ask(diary, purchase, "purchase", location, 8.6 - diary.grief - penalty);
            boolean moved = rating >= 9 || (rating >= 0 && rating <= 3);
            if (moved && dice.chance(0.35)) {
                diary.pass(2L * SimulatedYear.DAY);
                diary.note(REVIEW);
            }
        }
        if (!location.isEmpty() && dice.chance(0.2)) {
            diary.pass(3L * SimulatedYear.DAY);
            HelpTicket.tell(diary);
        }
    }

    private void deliver() {
        boolean late = dice.chance(0.15);
        diary.pass((late ? 9L : 2L) * SimulatedYear.DAY);
        diary.note(DELIVERY);
        double lost = late ? 2.5 : 0;
        if (dice.chance(0.3)) {
            SurveyDesk.CSAT.ask(diary, DELIVERY, "retention", "", 8.6 - lost);
        }
        diary.grief += lost / 2;
        if (dice.chance(late ? 0.7 : 0.3)) {
            diary.pass(1L * SimulatedYear.DAY);
            HelpTicket.tell(diary);
        }
    }
}
