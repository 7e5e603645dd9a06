package org.cxkit.core.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cxkit.core.Examples;
import org.junit.jupiter.api.Test;

class PersonaTest {

    @Test
    void needsComeBeforeWantsBeforePreferences() {
        assertThat(Examples.PERSONA.priorities())
                .extracting(CustomerAttribute::text)
                .containsExactly(
                        "delivery before six", "no surprises", "gift wrapping", "a fair price", "pay by phone");
        assertThat(Examples.PERSONA.attributes())
                .extracting(CustomerAttribute::kind)
                .isSorted()
                .hasSize(8);
    }

    @Test
    void theAttributesOfAKindKeepTheCallersOrder() {
        assertThat(Examples.PERSONA.attributes(AttributeKind.WANT))
                .containsExactly(
                        new CustomerAttribute(AttributeKind.WANT, "gift wrapping", null),
                        new CustomerAttribute(AttributeKind.WANT, "a fair price", NeedDimension.PRICE));
        assertThat(Examples.PERSONA.attributes(AttributeKind.MOTIVATION))
                .extracting(CustomerAttribute::text)
                .containsExactly("a quiet evening");
        assertThat(Persona.builder("x").build().attributes(AttributeKind.NEED)).isEmpty();
    }

    @Test
    void priorityIsAnOrder() {
        assertThat(AttributeKind.NEED.outranks(AttributeKind.WANT)).isTrue();
        assertThat(AttributeKind.WANT.outranks(AttributeKind.PREFERENCE)).isTrue();
        assertThat(AttributeKind.PREFERENCE.outranks(AttributeKind.NEED)).isFalse();
        assertThat(AttributeKind.NEED.outranks(AttributeKind.NEED)).isFalse();
        assertThatThrownBy(() -> AttributeKind.NEED.outranks(AttributeKind.VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only NEED, WANT and PREFERENCE have a priority, got NEED and VALUE");
    }

    @Test
    void blankTextAndRepetitionAreRefused() {
        assertThatThrownBy(() -> Persona.builder("p").name(" ").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of persona p must not be blank, got \" \"");
        assertThatThrownBy(() -> Persona.builder("p").goal("").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("goal of persona p must not be blank, got \"\"");
        assertThatThrownBy(() -> Persona.builder("p").quote("").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quote of persona p must not be blank, got \"\"");
        assertThatThrownBy(() -> Persona.builder("p").need(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text of a NEED must not be blank, got \" \"");
        assertThatThrownBy(() -> Persona.builder("p").want("x").want("x").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attributes[1] of persona p must not repeat an earlier one, got WANT \"x\"");
    }
}
