package io.millrace.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;

/** The arrows between this module's packages: each may use those above it in the list, none below. */
@AnalyzeClasses(packages = "io.millrace.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final List<String> PACKAGES = List.of(
            "diagnostic",
            "yaml",
            "script",
            "schedule",
            "descriptor",
            "reader",
            "settings",
            "program",
            "dependency",
            "validation",
            "root");

    @ArchTest
    static final ArchRule packagesUseOnlyThoseAboveThem = layers();

    @ArchTest
    static final ArchRule neitherFlinkNorPicocliIsUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "picocli..", "io.millrace.launcher..");

    private static LayeredArchitecture layers() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : PACKAGES) {
            layers = layers.layer(name)
                    .definedBy(name.equals("root") ? "io.millrace.catalog" : "io.millrace.catalog." + name);
        }
        for (int i = 0; i < PACKAGES.size(); i++) {
            List<String> below = PACKAGES.subList(i + 1, PACKAGES.size());
            layers = below.isEmpty()
                    ? layers.whereLayer(PACKAGES.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(PACKAGES.get(i)).mayOnlyBeAccessedByLayers(below.toArray(String[]::new));
        }
        return layers;
    }
}
