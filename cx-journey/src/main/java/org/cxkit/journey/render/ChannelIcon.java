package org.cxkit.journey.render;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ChannelFamily;
import org.cxkit.core.touchpoint.Medium;

/** Line drawings of channels, each in a square of 20 pixels. A channel is recognised by words in its identifier. */
final class ChannelIcon {
    static final double SIZE = 20;

    private static final String WEB =
            "M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM2 10h16M10 2c-5 5-5 11 0 16M10 2c5 5 5 11 0 16";
    private static final String APP =
            "M6 2h8a1.5 1.5 0 0 1 1.5 1.5v13a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-13"
                    + "a1.5 1.5 0 0 1 1.5-1.5zM8.5 15h3";
    private static final String EMAIL = "M2 4.5h16v11h-16zM2 5l8 6.5l8-6.5";
    private static final String CHAT = "M3 3.5h14v9.5h-8l-4 4v-4h-2zM6.5 8.3h.2M10 8.3h.2M13.5 8.3h.2";
    private static final String PHONE =
            "M4.3 2.5l2.7-.5l2 4.5l-2 1.7c1 2.3 2.7 4 5 5l1.7-2l4.3 2l-.5 3c-.2 1-1 1.3-2 1.3"
                    + "c-6.5 0-12.5-6-12.7-12.5c0-1.2.5-2.2 1.5-2.5z";
    private static final String STORE = "M3.5 8.5v9h13v-9M2 8l1.5-5h13l1.5 5zM8 17.5v-5h4v5";
    private static final String POST = "M3 6l7-3.5l7 3.5v8.5l-7 3.5l-7-3.5zM3 6l7 3.5l7-3.5M10 9.5v8.5";
    private static final String SOCIAL = "M7.3 8.8l5-2.6M7.3 11.2l5 2.6M5 7.5a2.5 2.5 0 1 0 .1 0zM14.5 2.5"
            + "a2.5 2.5 0 1 0 .1 0zM14.5 12.5a2.5 2.5 0 1 0 .1 0z";
    private static final String REVIEW =
            "M10 2.5l2.3 4.9l5.3.7l-3.9 3.7l1 5.3l-4.7-2.6l-4.7 2.6l1-5.3l-3.9-3.7l5.3-.7z";
    private static final String VOICE = "M10 2a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5a2.5 2.5 0 0 1 2.5-2.5z"
            + "M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v3";
    private static final String PROMOTION = "M3 8v4l9 4v-12zM12 7.5c2.5.5 2.5 4.5 0 5M5 12.8v4.2h2.5v-3.2";
    private static final String SEARCH = "M8.5 3a5.5 5.5 0 1 0 .1 0zM12.5 12.5l5 5";
    private static final String PERSON = "M10 3a3 3 0 1 0 .1 0zM4 17.5c0-8 12-8 12 0z";
    private static final String SCREEN = "M2 4h16v10h-16zM7 17.5h6M10 14v3.5";

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
