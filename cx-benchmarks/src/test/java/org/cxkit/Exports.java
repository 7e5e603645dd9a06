package org.cxkit;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the exports of the library's modules, wherever the class path holds them. */
final class Exports {

    private Exports() {}

    static Set<String> of(String module) {
        Path[] path = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(System.getProperty("path.separator")))
                .filter(entry -> entry.contains("cx-"))
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(path).find(module).orElseThrow().descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toUnmodifiableSet());
    }
}
