package org.cxkit.journey.render;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ChannelFamily;
import org.cxkit.core.touchpoint.Medium;

/**
 * Line drawings of channels, each in a square of 20 pixels, as paths relative to its upper left corner. A channel is
 * recognised by words in its identifier.
 */
final class ChannelIcon {
    static final double SIZE = 20;

    private static final String WEB =
            "m10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16zm-8 8h16m-8-8c-5 5-5 11 0 16m0-16c5 5 5 11 0 16";
    private static final String APP =
            "m6 2h8a1.5 1.5 0 0 1 1.5 1.5v13a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-13a1.5 1.5 0 0 1 1.5-1.5zm2.5 13h3";
    private static final String EMAIL = "m2 4.5h16v11h-16zm0 .5l8 6.5l8-6.5";
    private static final String CHAT = "m3 3.5h14v9.5h-8l-4 4v-4h-2zm3.5 4.8h.2m3.3 0h.2m3.3 0h.2";
    private static final String PHONE =
            "m4.3 2.5l2.7-.5l2 4.5l-2 1.7c1 2.3 2.7 4 5 5l1.7-2l4.3 2l-.5 3c-.2 1-1 1.3-2 1.3c-6.5 0-12.5-6-12.7-12.5c0-1.2 .5-2.2 1.5-2.5z";
    private static final String STORE = "m3.5 8.5v9h13v-9m-14.5-.5l1.5-5h13l1.5 5zm6 9.5v-5h4v5";
    private static final String POST = "m3 6l7-3.5l7 3.5v8.5l-7 3.5l-7-3.5zm0 0l7 3.5l7-3.5m-7 3.5v8.5";
    private static final String SOCIAL = "m7.3 8.8l5-2.6m-5 5l5 2.6m-7.3-6.3a2.5 2.5 0 1 0 .1 "
            + "0zm9.5-5a2.5 2.5 0 1 0 .1 0zm0 10a2.5 2.5 0 1 0 .1 0z";
    private static final String REVIEW =
            "m10 2.5l2.3 4.9l5.3 .7l-3.9 3.7l1 5.3l-4.7-2.6l-4.7 2.6l1-5.3l-3.9-3.7l5.3-.7z";
    private static final String VOICE = "m10 2a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5a2.5 2.5 "
            + "0 0 1 2.5-2.5zm-5.5 7.5a5.5 5.5 0 0 0 11 0m-5.5 5.5v3";
    private static final String PROMOTION = "m3 8v4l9 4v-12zm9-.5c2.5 .5 2.5 4.5 0 5m-7 .3v4.2h2.5v-3.2";
    private static final String SEARCH = "m8.5 3a5.5 5.5 0 1 0 .1 0zm4 9.5l5 5";
    private static final String PERSON = "m10 3a3 3 0 1 0 .1 0zm-6 14.5c0-8 12-8 12 0z";
    private static final String SCREEN = "m2 4h16v10h-16zm5 13.5h6m-3-3.5v3.5";

    private static final Map<String, String> BY_WORD = byWord();

    private ChannelIcon() {}

    private static Map<String, String> byWord() {
        Map<String, String> icons = new LinkedHashMap<>();
        icons.put("social", SOCIAL);
        icons.put("email", EMAIL);
        icons.put("newsletter", EMAIL);
        icons.put("chat", CHAT);
        icons.put("sms", CHAT);
        icons.put("messag", CHAT);
        icons.put("voice", VOICE);
        icons.put("assistant", VOICE);
        icons.put("phone", PHONE);
        icons.put("call", PHONE);
        icons.put("review", REVIEW);
        icons.put("adverti", PROMOTION);
        icons.put("promo", PROMOTION);
        icons.put("search", SEARCH);
        icons.put("wordofmouth", PERSON);
        icons.put("store", STORE);
        icons.put("shop", STORE);
        icons.put("branch", STORE);
        icons.put("post", POST);
        icons.put("parcel", POST);
        icons.put("deliver", POST);
        icons.put("letter", POST);
        icons.put("app", APP);
        icons.put("mobile", APP);
        icons.put("web", WEB);
        icons.put("site", WEB);
        return icons;
    }

    /** {@return the path of the drawing} */
    static String path(Channel channel) {
        if (channel.family() == ChannelFamily.SOCIAL) {
            return SOCIAL;
        }
        String id = channel.id().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
        for (Map.Entry<String, String> entry : BY_WORD.entrySet()) {
            if (id.contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return channel.medium() == Medium.PHYSICAL ? PERSON : SCREEN;
    }
}
