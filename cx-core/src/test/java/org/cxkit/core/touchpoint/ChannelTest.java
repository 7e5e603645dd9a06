package org.cxkit.core.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelTest {

    @ParameterizedTest
    @CsvSource({
        "email, E-mail",
        "E-Mail, E-mail",
        "' Mobile App ', Mobile app",
        "mobile-app, Mobile app",
        "MOBILE_APP, Mobile app",
        "linkedin, LinkedIn",
        "Word of mouth, Word of mouth"
    })
    void aKnownChannelIsFoundHoweverItIsSpelt(String text, String name) {
        assertThat(Channel.of(text).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("org.cxkit.core.touchpoint.Channel#known")
    void everyKnownChannelIsFoundByItsIdentifierAndByItsName(Channel channel) {
        assertThat(Channel.of(channel.id())).isSameAs(channel);
        if (!channel.equals(Channel.SOCIAL)) {
            assertThat(Channel.of(channel.name())).isSameAs(channel);
        }
    }

    @Test
    void aNewChannelIsDigitalUnlessItIsSaidToBePhysical() {
        Channel hologram = Channel.of(" Hologram ");
        assertThat(hologram.id()).isEqualTo("Hologram");
        assertThat(hologram.name()).isEqualTo("Hologram");
        assertThat(hologram.medium()).isEqualTo(Medium.DIGITAL);
        assertThat(hologram.family()).isEqualTo(ChannelFamily.ALTERNATIVE);
        assertThat(Channel.physical("kiosk", ChannelFamily.TRADITIONAL).medium())
                .isEqualTo(Medium.PHYSICAL);
    }

    @Test
    void aChannelNamedInAFileIsTheOneDescribedInAMap() {
        Channel described = new Channel("kiosk", "The kiosk", Medium.PHYSICAL, ChannelFamily.TRADITIONAL);
        assertThat(Channel.of("kiosk")).isEqualTo(described).hasSameHashCodeAs(described);
    }

    @Test
    void theMediaAreThoseOfTheTaxonomy() {
        assertThat(Channel.known())
                .filteredOn(channel -> channel.medium() == Medium.PHYSICAL)
                .containsExactly(
                        Channel.PHONE, Channel.STORE, Channel.POST, Channel.ADVERTISING, Channel.WORD_OF_MOUTH);
        assertThat(Channel.known())
                .filteredOn(channel -> channel.family() == ChannelFamily.SOCIAL)
                .hasSize(8)
                .allMatch(channel -> channel.medium() == Medium.DIGITAL);
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatThrownBy(() -> new Channel("x", " ", Medium.DIGITAL, ChannelFamily.SOCIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel name must not be blank, got \" \"");
    }
}
