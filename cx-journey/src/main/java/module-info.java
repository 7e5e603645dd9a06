/** Journeys: logs, mining, designed maps, the two on one picture, and one CX report. */
@org.jspecify.annotations.NullMarked
module org.cxkit.journey {
    requires transitive org.cxkit.metrics;
    requires static transitive org.jspecify;

    exports org.cxkit.journey.chart;
    exports org.cxkit.journey.funnel;
    exports org.cxkit.journey.io;
    exports org.cxkit.journey.log;
    exports org.cxkit.journey.map;
    exports org.cxkit.journey.mining;
    exports org.cxkit.journey.page;
    exports org.cxkit.journey.render;
    exports org.cxkit.journey.report;
}
