package io.millrace.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesImportOnlyThoseAboveThem = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.millrace.launcher..")
            .withOptionalLayers(true)
            .layer("report")
            .definedBy("io.millrace.launcher.report..")
            .layer("compile")
            .definedBy("io.millrace.launcher.compile..")
            .layer("state")
            .definedBy("io.millrace.launcher.state..")
            .layer("local")
            .definedBy("io.millrace.launcher.local..")
            .layer("run")
            .definedBy("io.millrace.launcher.run..")
            .layer("doctor")
            .definedBy("io.millrace.launcher.doctor..")
            .layer("schedule")
            .definedBy("io.millrace.launcher.schedule..")
            .layer("session")
            .definedBy("io.millrace.launcher.session..")
            .layer("fixture")
            .definedBy("io.millrace.launcher.fixture..")
            .layer("cluster")
            .definedBy("io.millrace.launcher.cluster..")
            .layer("release")
            .definedBy("io.millrace.launcher.release..")
            .layer("deploy")
            .definedBy("io.millrace.launcher.deploy..")
            .layer("cli")
            .definedBy("io.millrace.launcher.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("deploy")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("release")
            .mayOnlyBeAccessedByLayers("cli", "deploy")
            .whereLayer("cluster")
            .mayOnlyBeAccessedByLayers("cli", "deploy")
            .whereLayer("doctor")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("fixture")
            .mayOnlyBeAccessedByLayers("cli", "cluster")
            .whereLayer("schedule")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("state")
            .mayOnlyBeAccessedByLayers("deploy")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("cli", "deploy", "fixture", "session")
            .whereLayer("local")
            .mayOnlyBeAccessedByLayers("cli", "cluster", "doctor", "fixture", "run", "session")
            .whereLayer("compile")
            .mayOnlyBeAccessedByLayers("cli", "deploy", "doctor", "fixture", "local", "run", "schedule", "session");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("io.millrace.launcher.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyWhatCompilesOrRunsKnowsFlink = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.millrace.launcher.report..",
                    "io.millrace.launcher.local..",
                    "io.millrace.launcher.schedule..",
                    "io.millrace.launcher.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule otherModulesAreLoadedByName = noClasses()
            .that()
            .resideInAPackage("io.millrace.launcher..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.millrace.udf..", "io.millrace.sandbox..", "io.millrace.connectors..");
}
