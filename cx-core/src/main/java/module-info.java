/** The domain of customer experience as immutable, validated types: no dependency but the JDK and JSpecify. */
@org.jspecify.annotations.NullMarked
module org.cxkit.core {
    requires static transitive org.jspecify;

    exports org.cxkit.core.classification;
    exports org.cxkit.core.column;
    exports org.cxkit.core.interaction;
    exports org.cxkit.core.io;
    exports org.cxkit.core.money;
    exports org.cxkit.core.persona;
    exports org.cxkit.core.place;
    exports org.cxkit.core.rating;
    exports org.cxkit.core.stage;
    exports org.cxkit.core.time;
    exports org.cxkit.core.touchpoint;
}
