package org.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.metrics.attribution.CreditTally;
import org.cxkit.metrics.attribution.PathSummary;
import org.cxkit.metrics.behavior.ActivityTally;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.control.RootCauseAnalysis;
import org.cxkit.metrics.control.Signal;
import org.cxkit.metrics.customercost.Proxy;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.cxkit.metrics.live.LiveCounts;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.live.RatingMonitor;
import org.cxkit.metrics.live.RatingWriter;
import org.cxkit.metrics.markov.TransitionTally;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.purchase.RfmTally;
import org.cxkit.metrics.renewal.RenewalTally;
import org.cxkit.metrics.series.Lateness;
import org.cxkit.metrics.series.RatingSeries;
import org.cxkit.metrics.series.TallySeries;
import org.cxkit.metrics.series.TrailingWindow;
import org.cxkit.metrics.spend.SpendTally;
import org.cxkit.metrics.subscription.RevenueTally;
import org.cxkit.metrics.watch.Alert;
import org.cxkit.metrics.watch.ChartPlan;
import org.cxkit.metrics.watch.RatingWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each result prints n, missing and invalid; what a result is and what a part is says the root package. */
class ResultsPrintTheirCountsTest {

    private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getName);

    /** Tallies of something that nobody was asked. */
    private static final Map<Class<?>, String> NO_ANSWERS = Map.of(
            PathTally.class, "paths are observed: none of them is missing or invalid",
            PathSummary.class, "the same of paths",
            TransitionTally.class, "the same of paths",
            CreditTally.class, "the same of journeys",
            ActivityTally.class, "what customers did; who did nothing is not known",
            RevenueTally.class, "revenue that was paid, or was not",
            PortfolioTally.class, "customers with their costs; an unknown cost is a verdict of its own",
            RfmTally.class, "purchases are observed: none of them is missing or invalid",
            SpendTally.class, "the same of what was spent in them",
            RenewalTally.class, "the same of renewals");

    /** What is told from answers and still is no result, but a part of one or no value at all, and why. */
    private static final Map<Class<?>, String> NO_RESULTS = Map.of(
            LogLikelihoodRatio.class, "what a chart is set up with: how answers are spread, whoever many they were",
            Proxy.class, "a part of what one customer gives: a number under the name of what was measured",
            RootCauseAnalysis.class, "a working paper about one signal of a chart, whose n it has; the chart counts",
            Publication.class, "lets tables out or holds them back, and tells no value itself");

    /** What the packages that take answers by their time give and still is no result, and why. */
    private static final Map<Class<?>, String> NO_LIVE_RESULTS = Map.of(
            Signal.class, "that a chart signals, with the n since the change; the chart or the watch counts all",
            Alert.class, "that a chart of a segment began to signal, with the n since the change; the watch counts all",
            RatingSeries.class, "the answers themselves by their time, from which its tallies are told",
            TallySeries.class, "tallies by period, each of which prints its counts",
            ChartPlan.class, "what a watch is set up with",
            Periods.class, "the same, and a monitor",
            RatingMonitor.Builder.class, "the same of a monitor",
            RatingWriter.class, "a way into a monitor, which counts",
            Lateness.class, "what a series is asked with",
            TrailingWindow.class, "the same");

    private static final Set<String> LIVE = Set.of("live", "series", "watch");

    static Stream<ToldFromAnswers.Told> results() {
        return ToldFromAnswers.all();
    }

    @ParameterizedTest
    @MethodSource("results")
    void eachResultPrintsItsCounts(ToldFromAnswers.Told told) {
        for (String count : told.counts()) {
            assertThat(told.result().toString()).containsPattern("\\b" + count + "\\b");
        }
    }

    private static Set<Class<?>> listed() {
        return ToldFromAnswers.all()
                .map(ToldFromAnswers.Told::result)
                .flatMap(result -> Stream.concat(
                        Stream.of(result.getClass()),
                        Arrays.stream(result.getClass().getInterfaces())))
                .collect(Collectors.toSet());
    }

    @Test
    void noResultIsForgotten() throws IOException, URISyntaxException {
        Set<Class<?>> forgotten = new TreeSet<>(BY_NAME);
        forgotten.addAll(toldFromAnswers());
        assertThat(forgotten).as("the scan").hasSizeGreaterThan(30).containsAll(NO_RESULTS.keySet());
        forgotten.removeAll(NO_RESULTS.keySet());
        forgotten.removeAll(listed());
        assertThat(forgotten)
                .as("neither in the list of results nor said to be none")
                .isEmpty();
    }

    @Test
    void noResultOfLiveAnswersIsForgotten() throws IOException, URISyntaxException {
        Set<Class<?>> forgotten = new TreeSet<>(BY_NAME);
        forgotten.addAll(givenLive());
        assertThat(forgotten)
                .as("the scan")
                .contains(RatingMonitor.class, RatingWatch.class, LiveCounts.class)
                .containsAll(NO_LIVE_RESULTS.keySet());
        forgotten.removeAll(NO_LIVE_RESULTS.keySet());
        forgotten.removeAll(listed());
        assertThat(forgotten)
                .as("neither in the list of results nor said to be none")
                .isEmpty();
    }

    /**
     * What a method of the packages that take answers by their time gives, of these packages and that of the charts; but
     * for constants and accumulators, whose result is another type.
     */
    private static Set<Class<?>> givenLive() throws IOException, URISyntaxException {
        Set<Class<?>> types = exported();
        List<Method> methods = types.stream()
                .filter(ResultsPrintTheirCountsTest::isLive)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .toList();
        return types.stream()
                .filter(type -> isLive(type) || type.getPackageName().equals(Signal.class.getPackageName()))
                .filter(type -> !type.isEnum() && !Accumulator.class.isAssignableFrom(type))
                .filter(type ->
                        methods.stream().anyMatch(method -> mentions(Set.of(type), method.getGenericReturnType())))
                .collect(Collectors.toSet());
    }

    private static boolean isLive(Class<?> type) {
        String name = type.getPackageName();
        return LIVE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The exported types that a static method of their own tells from a tally of answers, or from such a result. */
    private static Set<Class<?>> toldFromAnswers() throws IOException, URISyntaxException {
        Set<Class<?>> types = exported();
        Set<Class<?>> answers = types.stream()
                .filter(Tally.class::isAssignableFrom)
                .filter(type -> !NO_ANSWERS.containsKey(type))
                .collect(Collectors.toSet());
        answers.addAll(Set.of(TallySeries.class, RatingColumn.class));
        Set<Class<?>> told = new TreeSet<>(BY_NAME);
        Set<Class<?>> more;
        do {
            more = types.stream()
                    .filter(type -> !answers.contains(type) && !told.contains(type))
                    .filter(type -> Arrays.stream(type.getMethods())
                            .anyMatch(method -> tells(method, type) && takesOneOf(answers, method)))
                    .collect(Collectors.toSet());
            told.addAll(more);
            more.stream().filter(type -> !NO_RESULTS.containsKey(type)).forEach(answers::add);
        } while (!more.isEmpty());
        return told;
    }

    private static boolean tells(Method method, Class<?> type) {
        return Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() == type
                && mentions(Set.of(type), method.getGenericReturnType());
    }

    private static boolean takesOneOf(Set<Class<?>> types, Method method) {
        return Arrays.stream(method.getGenericParameterTypes()).anyMatch(parameter -> mentions(types, parameter));
    }

    private static boolean mentions(Set<Class<?>> wanted, Type type) {
        if (type instanceof ParameterizedType generic) {
            return mentions(wanted, generic.getRawType())
                    || Arrays.stream(generic.getActualTypeArguments()).anyMatch(each -> mentions(wanted, each));
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
                    .flatMap(Arrays::stream)
                    .anyMatch(each -> mentions(wanted, each));
        }
        if (type instanceof GenericArrayType array) {
            return mentions(wanted, array.getGenericComponentType());
        }
        return type instanceof Class<?> plain && wanted.contains(plain.isArray() ? plain.getComponentType() : plain);
    }

    /** All public types of the packages that the module exports. */
    private static Set<Class<?>> exported() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Tally.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleReference module = ModuleFinder.of(classes).findAll().iterator().next();
        Set<String> packages = module.descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        try (ModuleReader reader = module.open();
                Stream<String> files = reader.list()) {
            return files.filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .map(ResultsPrintTheirCountsTest::load)
                    .filter(type -> packages.contains(type.getPackageName()))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
