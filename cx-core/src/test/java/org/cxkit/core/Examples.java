package org.cxkit.core;

import java.time.Instant;
import java.time.ZoneId;
import org.cxkit.core.classification.Classification;
import org.cxkit.core.classification.Control;
import org.cxkit.core.classification.Ownership;
import org.cxkit.core.classification.Presence;
import org.cxkit.core.interaction.CaseId;
import org.cxkit.core.interaction.DataSource;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.ProblemRestated;
import org.cxkit.core.interaction.Review;
import org.cxkit.core.interaction.Valence;
import org.cxkit.core.persona.AttributeKind;
import org.cxkit.core.persona.CustomerAttribute;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.NeedDimension;
import org.cxkit.core.persona.PartyKind;
import org.cxkit.core.persona.Persona;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.Department;
import org.cxkit.core.place.Location;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.Alignment;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Counterpart;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.Direction;
import org.cxkit.core.touchpoint.ManagementLevel;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;

/** A small brand that the tests of the domain share. */
public final class Examples {

    public static final StageId CONSIDERATION = StageId.of("consideration");
    public static final StageId PURCHASE = StageId.of("purchase");
    public static final StageId RETENTION = StageId.of("retention");

    public static final Touchpoint CHAT = Touchpoint.builder("chat")
            .type(TouchpointType.CHAT)
            .channel(Channel.CHAT)
            .serviceModel(ServiceModel.ASSISTED)
            .purpose("settle a problem at once")
            .stages(CONSIDERATION, RETENTION)
            .build();

    public static final Touchpoint MAIL = Touchpoint.builder("mail")
            .type(TouchpointType.EMAIL)
            .channel(Channel.EMAIL)
            .serviceModel(ServiceModel.ASSISTED)
            .purpose("follow up")
            .build();

    public static final Touchpoint CALL = Touchpoint.builder("call")
            .type(TouchpointType.SUPPORT_CONTACT)
            .channel(Channel.PHONE)
            .serviceModel(ServiceModel.ASSISTED)
            .purpose("settle what writing could not")
            .stages(RETENTION)
            .build();

    public static final Touchpoint CHECKOUT = Touchpoint.builder("checkout")
            .name("Checkout")
            .type(TouchpointType.PURCHASE)
            .channel(Channel.WEBSITE)
            .device(Device.MOBILE)
            .serviceModel(ServiceModel.SELF_SERVICE)
            .purpose("take the order")
            .shoppable(true)
            .stages(PURCHASE)
            .owner(Department.SALES)
            .management(ManagementLevel.DIRECT)
            .alignment(new Alignment("pay in a minute", "simplicity", null))
            .build();

    public static final CustomerId ANN = CustomerId.of("ann");
    public static final CustomerId BOB = CustomerId.of("bob");
    public static final CaseId CASE = CaseId.of("T-7");
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    public static final Interaction FULL = Interaction.builder(ANN, CHAT, NOON)
            .party(PartyKind.PROSPECT)
            .caseId(CASE)
            .persona(PersonaId.of("busy-parent"))
            .location(LocationId.of("rome-1"))
            .stage(CONSIDERATION)
            .direction(Direction.INBOUND)
            .counterpart(Counterpart.EMPLOYEE)
            .handledBy("team blue")
            .source(DataSource.CUSTOMER_FEEDBACK)
            .valence(Valence.of(-1.5))
            .problemRestated(ProblemRestated.NO)
            .purpose("calm down")
            .build();

    public static final Persona PERSONA = Persona.builder("busy-parent")
            .name("The busy parent")
            .preference("pay by phone")
            .value("family first")
            .want("gift wrapping")
            .need("delivery before six", NeedDimension.TIME)
            .need("no surprises")
            .motivation("a quiet evening")
            .behaviour("shops after nine at night")
            .attribute(new CustomerAttribute(AttributeKind.WANT, "a fair price", NeedDimension.PRICE))
            .goal("have it done")
            .quote("I have five minutes.")
            .build();

    public static final Location STORE = Location.of("rome-1", "Via Appia")
            .withRegion("Lazio")
            .withKind("store")
            .withZone(ZoneId.of("Europe/Rome"))
            .withParent(LocationId.of("italy"));

    public static final Classification OWN = Classification.of(CHECKOUT, Presence.PRESENT, Ownership.BRAND);
    public static final Classification OTHERS = Classification.of(CHAT, Presence.ABSENT, Control.INFLUENCE);

    public static final Review REVIEW = new Review(
            Channel.REVIEW_PLATFORM,
            NOON,
            "Came a day late, works well.",
            Valence.ofRating(4, 1, 5),
            ANN,
            "kettle",
            CHECKOUT.id(),
            DataSource.ONLINE_REVIEWS);

    private Examples() {}

    /** {@return an interaction of Ann so many seconds after noon} */
    public static Interaction ann(Touchpoint touchpoint, long seconds) {
        return Interaction.builder(ANN, touchpoint, NOON.plusSeconds(seconds)).build();
    }

    /** {@return an interaction of Ann about her case so many seconds after noon} */
    public static Interaction aboutTheCase(Touchpoint touchpoint, long seconds, ProblemRestated restated) {
        return Interaction.builder(ANN, touchpoint, NOON.plusSeconds(seconds))
                .caseId(CASE)
                .problemRestated(restated)
                .build();
    }
}
