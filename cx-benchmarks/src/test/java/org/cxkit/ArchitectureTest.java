package org.cxkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that a compiler does not check. */
class ArchitectureTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cxkit.core", "org.cxkit.metrics", "org.cxkit.journey");

    private static final JavaClasses SAMPLE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cxkit.sample");

    @Test
    void noPackageCycles() {
        slices().matching("org.cxkit.(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<String> documented = LIBRARY.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        classes()
                .that()
                .haveSimpleNameNotEndingWith("-info")
                .should(new ArchCondition<>("live in a package with a package-info") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean said = documented.contains(type.getPackageName());
                        events.add(
                                new SimpleConditionEvent(type, said, type.getPackageName() + " has no package-info"));
                    }
                })
                .check(LIBRARY);
    }

    @Test
    void noGuavaInAPublicSignature() {
        classes()
                .that()
                .areNotPrivate()
                .should(new ArchCondition<>("keep Guava out of what others see") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getCodeUnits().stream()
                                .filter(ArchitectureTest::isSeen)
                                .forEach(unit -> events.add(new SimpleConditionEvent(
                                        unit,
                                        signature(unit).noneMatch(ArchitectureTest::isGuava),
                                        unit.getFullName())));
                        type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.PRIVATE))
                                .forEach(field -> events.add(new SimpleConditionEvent(
                                        field,
                                        field.getAllInvolvedRawTypes().stream().noneMatch(ArchitectureTest::isGuava),
                                        field.getFullName())));
                    }
                })
                .check(LIBRARY);
    }

    @Test
    void theDomainKnowsNoLibrary() {
        classes()
                .that()
                .resideInAPackage("org.cxkit.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.cxkit.core..")
                .check(LIBRARY);
    }

    @Test
    void onlyLiveLogs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.cxkit..live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(LIBRARY);
    }

    @Test
    void noClassIsNamedForNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Impl|Helper)")
                .check(LIBRARY);
    }

    @Test
    void concreteClassesAreFinal() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .haveSimpleNameNotEndingWith("-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(LIBRARY);
    }

    @Test
    void theSampleUsesOnlyWhatEveryUserCan() {
        Set<String> exported = Stream.of("org.cxkit.core", "org.cxkit.metrics", "org.cxkit.journey")
                .map(Exports::of)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        classes()
                .should()
                .onlyDependOnClassesThat(
                        new DescribedPredicate<>("are exported by the library, or of the JDK or Jackson") {
                            @Override
                            public boolean test(JavaClass type) {
                                String name = type.getPackageName();
                                return !name.startsWith("org.cxkit.")
                                        || name.startsWith("org.cxkit.sample")
                                        || exported.contains(name);
                            }
                        })
                .allowEmptyShould(true)
                .check(SAMPLE);
    }

    private static boolean isSeen(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return unit.getAllInvolvedRawTypes().stream();
    }

    private static boolean isGuava(JavaClass type) {
        return type.getPackageName().startsWith("com.google.common");
    }
}
