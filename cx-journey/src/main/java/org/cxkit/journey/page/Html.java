package org.cxkit.journey.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.Insight;
import org.cxkit.journey.report.Origin;

/**
 * Writes a report as one HTML page that needs nothing else: no script, no network, readable on a phone, in print, in
 * light and in dark. It is well-formed XML as well.
 *
 * <p>The same report gives the same bytes. Thread-safe.
 */
public final class Html {

    private Html() {}

    /**
     * {@return the page}
     *
     * @param report what to show
     */
    public static String of(CxReport report) {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head").raw("<meta charset=\"utf-8\"/>\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        page.element("title", report.title())
                .open("style")
                .raw(style())
                .close("style")
                .close("head")
                .open("body");
        page.open("header").element("h1", report.title());
        page.element("p", origins(report), "class", "soft");
        contents(page, report.chapters());
        page.close("header").open("main");
        for (int i = 0; i < report.chapters().size(); i++) {
            chapter(page, report.chapters().get(i), anchor(i));
        }
        page.close("main").open("footer");
        page.element(
                "p",
                "Intervals are at 95 %. NPS and Net Promoter are registered trademarks of Bain & Company, NICE Systems"
                        + " and Fred Reichheld.",
                "class",
                "soft");
        return page.close("footer").close("body").close("html").toString();
    }

    private static String origins(CxReport report) {
        return report.chapters().isEmpty()
                ? "No data."
                : report.chapters().stream().map(c -> c.origin().toString()).collect(Collectors.joining(" · "));
    }

    private static String anchor(int index) {
        return "chapter-" + (index + 1);
    }

    private static void contents(Markup page, List<Chapter> chapters) {
        if (chapters.size() < 2) {
            return;
        }
        page.open("nav", "aria-label", "Chapters").open("ul");
        for (int i = 0; i < chapters.size(); i++) {
            page.open("li")
                    .element("a", chapters.get(i).title(), "href", "#" + anchor(i))
                    .close("li");
        }
        page.close("ul").close("nav");
    }

    private static void chapter(Markup page, Chapter chapter, String anchor) {
        page.open("section", "class", "chapter", "id", anchor).open("div", "class", "head");
        badge(page, chapter.origin());
        page.element("h2", chapter.title());
        page.element("p", chapter.origin().name() + note(chapter.origin()), "class", "soft");
        if (!chapter.sources().isEmpty()) {
            String files = chapter.sources().stream()
                    .map(source -> source.name() + " (" + Figures.count(source.rows()) + " rows)")
                    .collect(Collectors.joining(", "));
            page.element("p", "Read: " + files + ".", "class", "soft");
        }
        page.close("div");
        insights(page, chapter);
        HtmlJourney.of(page, chapter);
        HtmlRatings.of(page, chapter);
        HtmlChannels.of(page, chapter);
        HtmlValue.of(page, chapter);
        page.close("section");
    }

    private static String note(Origin origin) {
        return origin.note().isEmpty() ? "" : ". " + origin.note();
    }

    /** The label of the data, shown with every part. */
    static void badge(Markup page, Origin origin) {
        String kind = origin.kind() == Origin.Kind.SIMULATED ? "badge simulated" : "badge";
        page.element("span", origin.kind().label(), "class", kind);
    }

    private static void insights(Markup page, Chapter chapter) {
        if (chapter.insights().isEmpty()) {
            return;
        }
        page.open("section", "class", "card");
        badge(page, chapter.origin());
        page.element("h3", "What the data say").open("ul", "class", "findings");
        for (Insight insight : chapter.insights()) {
            page.open("li").element("b", insight.kind().label() + ": " + insight.subject());
            page.raw("<br/>").text(insight.sentence()).close("li");
        }
        page.close("ul").close("section");
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(Html.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
