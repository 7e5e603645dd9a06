package org.cxkit.metrics.loyalty;

import java.io.Serializable;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.wording.Sentence;

/**
 * The members of a loyalty programme and the discounts granted to each: buying at a reduced price is what keeps them, so
 * the reduction is a cost of retention.
 *
 * <p>{@link #charge} adds it to the costs of a customer. The lifetime value then has to be told at list prices; one told
 * at the prices paid is net of retention, which its tag says and the convenience check heeds. {@link #membership} is a
 * key to cut a portfolio by. Immutable, value-based and thread-safe.
 *
 * @param currency the currency of the discounts
 * @param discounts what each member was granted in all, not negative, 0 for one without a discount; kept by member
 */
public record LoyaltyProgramme(Currency currency, Map<CustomerId, Money> discounts) implements Serializable {

    /**
     * Checks the discounts and orders them by member.
     *
     * @throws IllegalArgumentException if a discount is negative or in another currency; the message names the member
     */
    public LoyaltyProgramme {
        Objects.requireNonNull(currency, "currency");
        Map<CustomerId, Money> ordered = new TreeMap<>(discounts);
        ordered.forEach((member, discount) -> {
            if (discount.signum() < 0 || !discount.currency().equals(currency)) {
                throw new IllegalArgumentException("the discounts of member " + member + " must be in " + currency
                        + " and not negative, got " + discount);
            }
        });
        discounts = Collections.unmodifiableMap(ordered);
    }

    /**
     * {@return a builder of a programme without members}
     *
     * @param currency the currency of all prices
     */
    public static Builder in(Currency currency) {
        return new Builder(currency);
    }

    /** Builds a {@link LoyaltyProgramme}. Not thread-safe. */
    public static final class Builder {
        private final Currency currency;
        private final Map<CustomerId, Money> discounts = new TreeMap<>();

        private Builder(Currency currency) {
            this.currency = Objects.requireNonNull(currency, "currency");
        }

        /**
         * {@return this builder, with this member}
         *
         * @param member who takes part, with or without a discount
         */
        public Builder member(CustomerId member) {
            discounts.putIfAbsent(member, Money.zero(currency));
            return this;
        }

        /**
         * {@return this builder, with one purchase at a reduced price; who buys so is a member}
         *
         * @param member who bought
         * @param listPrice what others pay
         * @param paid what the member paid, not more
         * @throws IllegalArgumentException if the member paid more, or a price is in another currency; the message names
         *     the member
         */
        public Builder bought(CustomerId member, Money listPrice, Money paid) {
            if (!listPrice.currency().equals(currency) || !paid.currency().equals(currency)) {
                throw new IllegalArgumentException("member " + member + " must pay in " + currency
                        + ", got a list price of " + listPrice + " and " + paid + " paid");
            }
            Money discount = listPrice.minus(paid);
            if (discount.signum() < 0) {
                throw new IllegalArgumentException("member " + member + " must not pay more than the list price, got "
                        + listPrice + " and " + paid + " paid");
            }
            discounts.merge(member, discount, Money::plus);
            return this;
        }

        /** {@return the programme} */
        public LoyaltyProgramme build() {
            return new LoyaltyProgramme(currency, discounts);
        }
    }

    /** {@return how many members there are} */
    public int members() {
        return discounts.size();
    }

    /**
     * {@return whether the customer is a member}
     *
     * @param customer anyone
     */
    public Membership membership(CustomerId customer) {
        return discounts.containsKey(customer) ? Membership.MEMBER : Membership.NON_MEMBER;
    }

    /**
     * {@return the costs of a customer with the discounts added to those of retention; a missing cost of retention stays
     * missing, and those of a non-member stay as they are}
     *
     * @param customer anyone
     * @param costs what the customer costs the company beside the discounts
     * @throws IllegalArgumentException if the customer is a member and the costs are in another currency
     */
    public CompanyCosts charge(CustomerId customer, CompanyCosts costs) {
        Money discount = discounts.get(customer);
        return discount == null ? costs : costs.plusRetention(discount);
    }

    /** {@return the discounts granted to all members, zero without members} */
    public Money total() {
        return discounts.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    /** {@return such as {@code 2 members, discounts 15.00 EUR}} */
    @Override
    public String toString() {
        return Sentence.count(members(), "member") + ", discounts " + total();
    }
}
