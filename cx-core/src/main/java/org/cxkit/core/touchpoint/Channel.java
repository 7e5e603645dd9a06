package org.cxkit.core.touchpoint;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cxkit.core.check.Check;

/**
 * A channel through which a company and a customer meet: phone, site, store, a social platform.
 *
 * <p>The set is open, as the number of channels grows often: the constants are the ones the library knows,
 * {@link #of} finds them by their text and makes a digital channel of any other text, the constructor states
 * everything.
 *
 * <p>A channel <em>is</em> its identifier: equality, hash code and order look at nothing else, so that a channel
 * named in a data file is the one described in a map. Name, medium and family are what is known of it; where
 * the key of a JSON object is wanted use the identifier. Immutable and thread-safe; {@code toString} is the bare
 * identifier.
 *
 * @param id the identifier, not blank, without white space at its ends, such as {@code mobile_app}
 * @param name what people call it, not blank, such as {@code Mobile app}
 * @param medium whether it is digital or physical
 * @param family the family it belongs to
 */
public record Channel(String id, String name, Medium medium, ChannelFamily family)
        implements Comparable<Channel>, Serializable {

    /** Phone. */
    public static final Channel PHONE = new Channel("phone", "Phone", Medium.PHYSICAL, ChannelFamily.TRADITIONAL);

    /** E-mail. */
    public static final Channel EMAIL = new Channel("email", "E-mail", Medium.DIGITAL, ChannelFamily.TRADITIONAL);

    /** The company's own site. */
    public static final Channel WEBSITE = new Channel("website", "Website", Medium.DIGITAL, ChannelFamily.TRADITIONAL);

    /** Meetings and visits in a store, branch or office. */
    public static final Channel STORE = new Channel("store", "Store", Medium.PHYSICAL, ChannelFamily.TRADITIONAL);

    /** Letters and parcels. */
    public static final Channel POST = new Channel("post", "Post", Medium.PHYSICAL, ChannelFamily.TRADITIONAL);

    /** SMS. */
    public static final Channel SMS = new Channel("sms", "SMS", Medium.DIGITAL, ChannelFamily.TRADITIONAL);

    /** The company's own app. */
    public static final Channel MOBILE_APP =
            new Channel("mobile_app", "Mobile app", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** A conversation in text with an employee. */
    public static final Channel CHAT = new Channel("chat", "Chat", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** A conversation in text with an automaton. */
    public static final Channel CHATBOT = new Channel("chatbot", "Chatbot", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** Voice assistant. */
    public static final Channel VOICE_ASSISTANT =
            new Channel("voice_assistant", "Voice assistant", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** Augmented reality. */
    public static final Channel AUGMENTED_REALITY =
            new Channel("augmented_reality", "Augmented reality", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** Digital wallet. */
    public static final Channel DIGITAL_WALLET =
            new Channel("digital_wallet", "Digital wallet", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** Review platform. */
    public static final Channel REVIEW_PLATFORM =
            new Channel("review_platform", "Review platform", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** Search engines. */
    public static final Channel SEARCH = new Channel("search", "Search", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** Advertising on other sites and apps. */
    public static final Channel ONLINE_ADVERTISING =
            new Channel("online_advertising", "Online advertising", Medium.DIGITAL, ChannelFamily.ALTERNATIVE);

    /** Advertising in print, on air or outdoors. */
    public static final Channel ADVERTISING =
            new Channel("advertising", "Advertising", Medium.PHYSICAL, ChannelFamily.ALTERNATIVE);

    /** What people tell each other in person. */
    public static final Channel WORD_OF_MOUTH =
            new Channel("word_of_mouth", "Word of mouth", Medium.PHYSICAL, ChannelFamily.ALTERNATIVE);

    /** A social platform without a constant of its own, or social media as a whole. */
    public static final Channel SOCIAL = new Channel("social", "Social media", Medium.DIGITAL, ChannelFamily.SOCIAL);

    /** Facebook. */
    public static final Channel FACEBOOK = new Channel("facebook", "Facebook", Medium.DIGITAL, ChannelFamily.SOCIAL);

    /** Twitter. */
    public static final Channel TWITTER = new Channel("twitter", "Twitter", Medium.DIGITAL, ChannelFamily.SOCIAL);

    /** LinkedIn. */
    public static final Channel LINKEDIN = new Channel("linkedin", "LinkedIn", Medium.DIGITAL, ChannelFamily.SOCIAL);

    /** Instagram. */
    public static final Channel INSTAGRAM = new Channel("instagram", "Instagram", Medium.DIGITAL, ChannelFamily.SOCIAL);

    /** Pinterest. */
    public static final Channel PINTEREST = new Channel("pinterest", "Pinterest", Medium.DIGITAL, ChannelFamily.SOCIAL);

    /** TikTok. */
    public static final Channel TIKTOK = new Channel("tiktok", "TikTok", Medium.DIGITAL, ChannelFamily.SOCIAL);

    /** YouTube. */
    public static final Channel YOUTUBE = new Channel("youtube", "YouTube", Medium.DIGITAL, ChannelFamily.SOCIAL);

    private static final List<Channel> KNOWN = List.of(
            PHONE,
            EMAIL,
            WEBSITE,
            STORE,
            POST,
            SMS,
            MOBILE_APP,
            CHAT,
            CHATBOT,
            VOICE_ASSISTANT,
            AUGMENTED_REALITY,
            DIGITAL_WALLET,
            REVIEW_PLATFORM,
            SEARCH,
            ONLINE_ADVERTISING,
            ADVERTISING,
            WORD_OF_MOUTH,
            SOCIAL,
            FACEBOOK,
            TWITTER,
            LINKEDIN,
            INSTAGRAM,
            PINTEREST,
            TIKTOK,
            YOUTUBE);

    private static final Map<String, Channel> BY_SPELLING =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(channel -> spelling(channel.id), Function.identity()));

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if the identifier is blank or has white space at its ends, or the name is
     *     blank
     */
    public Channel {
        Check.bareText("channel id", id);
        Check.notBlank("channel name", name);
        Objects.requireNonNull(medium, "medium");
        Objects.requireNonNull(family, "family");
    }

    /**
     * {@return the channel with this text: a known one, or a new digital one of the alternative family}
     *
     * <p>A known channel is found in capitals or not, with or without spaces, hyphens and underscores: {@code
     * "E-mail"} is {@link #EMAIL}. Any other text is kept as it stands, white space at its ends removed, as
     * identifier and name. New channels are nearly always digital; for one that is not use {@link #physical}.
     *
     * @param text the text, not blank
     * @throws IllegalArgumentException if the text is blank
     */
    public static Channel of(String text) {
        Channel known = BY_SPELLING.get(spelling(text));
        return known != null ? known : digital(text, ChannelFamily.ALTERNATIVE);
    }

    /**
     * {@return a digital channel with this text as identifier and name, white space at its ends removed}
     *
     * @param text the text, not blank
     * @param family the family it belongs to
     * @throws IllegalArgumentException if the text is blank
     */
    public static Channel digital(String text, ChannelFamily family) {
        return new Channel(text.strip(), text.strip(), Medium.DIGITAL, family);
    }

    /**
     * {@return a physical channel with this text as identifier and name, white space at its ends removed}
     *
     * @param text the text, not blank
     * @param family the family it belongs to
     * @throws IllegalArgumentException if the text is blank
     */
    public static Channel physical(String text, ChannelFamily family) {
        return new Channel(text.strip(), text.strip(), Medium.PHYSICAL, family);
    }

    /** {@return the channels the library knows, in the order of their constants} */
    public static List<Channel> known() {
        return KNOWN;
    }

    private static String spelling(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }

    @Override
    public int compareTo(Channel other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Channel channel && id.equals(channel.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
