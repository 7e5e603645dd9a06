/** The metrics engine: mergeable accumulators in, immutable exact-count results out. */
@org.jspecify.annotations.NullMarked
module org.cxkit.metrics {
    requires com.google.common;
    requires de.siegmar.fastcsv;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;
    requires transitive org.cxkit.core;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports org.cxkit.metrics;
    exports org.cxkit.metrics.attribution;
    exports org.cxkit.metrics.buying;
    exports org.cxkit.metrics.cashflow;
    exports org.cxkit.metrics.behavior;
    exports org.cxkit.metrics.channel;
    exports org.cxkit.metrics.clv;
    exports org.cxkit.metrics.communication;
    exports org.cxkit.metrics.compare;
    exports org.cxkit.metrics.consistency;
    exports org.cxkit.metrics.control;
    exports org.cxkit.metrics.customercost;
    exports org.cxkit.metrics.design;
    exports org.cxkit.metrics.driver;
    exports org.cxkit.metrics.fit;
    exports org.cxkit.metrics.fourc;
    exports org.cxkit.metrics.index;
    exports org.cxkit.metrics.interval;
    exports org.cxkit.metrics.io;
    exports org.cxkit.metrics.joint;
    exports org.cxkit.metrics.linkage;
    exports org.cxkit.metrics.live;
    exports org.cxkit.metrics.loyalty;
    exports org.cxkit.metrics.markov;
    exports org.cxkit.metrics.moments;
    exports org.cxkit.metrics.need;
    exports org.cxkit.metrics.path;
    exports org.cxkit.metrics.purchase;
    exports org.cxkit.metrics.renewal;
    exports org.cxkit.metrics.series;
    exports org.cxkit.metrics.shapley;
    exports org.cxkit.metrics.subscription;
    exports org.cxkit.metrics.spend;
    exports org.cxkit.metrics.survey;
    exports org.cxkit.metrics.text;
    exports org.cxkit.metrics.touch;
    exports org.cxkit.metrics.trend;
    exports org.cxkit.metrics.validation;
    exports org.cxkit.metrics.value;
    exports org.cxkit.metrics.watch;
    exports org.cxkit.metrics.weight;
}
