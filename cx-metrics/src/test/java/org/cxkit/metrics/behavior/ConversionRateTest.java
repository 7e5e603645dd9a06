package org.cxkit.metrics.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.behavior.ConversionRate.Base;
import org.cxkit.metrics.behavior.ConversionRate.Counted;
import org.cxkit.metrics.compare.Share;
import org.junit.jupiter.api.Test;

class ConversionRateTest {

    @Test
    void theBaseIsNamed() {
        ConversionRate rate = new ConversionRate("newsletter", Counted.CONVERTED_SESSIONS, 5, Base.SESSIONS, 200);
        assertThat(rate).hasToString("newsletter: 2.5 % (95 % 1.1 to 5.7), 5 converted sessions of 200 sessions");
        assertThat(rate.interval(0.9)).isEqualTo(Outcome.of(Share.of(5, 200).interval(0.9)));
        assertThat(new ConversionRate("purchase", Counted.CONVERTED_USERS, 1, Base.CLICKS, 1).toString())
                .endsWith(", 1 converted user of 1 click");
    }

    @Test
    void conversionsMayExceedTheirBaseAndThenAreNoProportion() {
        ConversionRate rate = new ConversionRate("purchase", Counted.CONVERSIONS, 3, Base.CLICKS, 2);
        assertThat(rate.rate()).isEqualTo(Outcome.of(1.5));
        assertThat(rate.interval(0.95)).isEqualTo(Outcome.noData("more conversions than clicks, so no proportion"));
        assertThat(rate).hasToString("purchase: 150.0 %, 3 conversions of 2 clicks");
        assertThat(new ConversionRate("purchase", Counted.CONVERTED_SESSIONS, 3, Base.USERS, 2).rate())
                .isEqualTo(Outcome.of(1.5));
    }

    @Test
    void aBaseOfZeroIsNoRate() {
        ConversionRate rate = new ConversionRate("purchase", Counted.CONVERSIONS, 0, Base.USERS, 0);
        assertThat(rate.rate()).isEqualTo(Outcome.noData("no users"));
        assertThat(rate.interval(0.95)).isEqualTo(Outcome.noData("no users"));
        assertThat(rate).hasToString("purchase: no data (no users), 0 conversions of 0 users");
    }

    @Test
    void aShareOfSessionsCannotExceedThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConversionRate("purchase", Counted.CONVERTED_USERS, 3, Base.USERS, 2))
                .withMessage("no more users can convert than there are: converted=3, base=2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConversionRate("purchase", Counted.CONVERSIONS, -1, Base.USERS, 2))
                .withMessage("counts must not be negative: converted=-1, base=2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConversionRate(" ", Counted.CONVERSIONS, 1, Base.USERS, 2))
                .withMessage("the action of a conversion rate must not be blank");
    }

    @Test
    void thoseOfATouchpointConvertThereOrLater() {
        Touchpoint blog = touchpoint("blog");
        Touchpoint form = touchpoint("form");
        List<Interaction> log = List.of(
                at("a", blog, 1),
                at("a", form, 2),
                at("a", form, 3),
                at("b", form, 1),
                at("b", blog, 2),
                at("c", blog, 2),
                at("c", form, 2),
                at("d", form, 1),
                at("e", blog, 9),
                at("e", blog, 1),
                at("e", form, 5));
        assertThat(ConversionRate.of(
                        "sign-up", log, blog.id(), one -> one.touchpoint().equals(form)))
                .isEqualTo(new ConversionRate("sign-up", Counted.CONVERTED_USERS, 3, Base.USERS, 4));
    }

    private static Touchpoint touchpoint(String id) {
        return Touchpoint.builder(id)
                .type(TouchpointType.WEBSITE)
                .channel(Channel.WEBSITE)
                .serviceModel(ServiceModel.SELF_SERVICE)
                .purpose("reading")
                .build();
    }

    private static Interaction at(String customer, Touchpoint touchpoint, long second) {
        return Interaction.builder(CustomerId.of(customer), touchpoint, Instant.ofEpochSecond(second))
                .build();
    }
}
