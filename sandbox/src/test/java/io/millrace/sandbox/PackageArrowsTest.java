package io.millrace.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

@AnalyzeClasses(packages = "io.millrace.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {

    @ArchTest
    static final ArchRule arrowsLeadOneWay = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("state")
            .definedBy("..sandbox.state..")
            .layer("artifact")
            .definedBy("..sandbox.artifact..")
            .layer("protocol")
            .definedBy("..sandbox.protocol..")
            .layer("protocols")
            .definedBy("..sandbox.eas..", "..sandbox.webhook..")
            .layer("server")
            .definedBy("..sandbox.server..")
            .layer("maxcompute")
            .definedBy("..sandbox.maxcompute..")
            .layer("supervise")
            .definedBy("..sandbox.supervise..")
            .layer("traffic")
            .definedBy("..sandbox.traffic..")
            .layer("story")
            .definedBy("..sandbox.story..")
            .layer("verify")
            .definedBy("..sandbox.verify..")
            .layer("cli")
            .definedBy("..sandbox.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("supervise")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("supervise", "cli")
            .whereLayer("verify")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("story")
            .mayOnlyBeAccessedByLayers("verify", "cli")
            .whereLayer("traffic")
            .mayOnlyBeAccessedByLayers("story", "verify", "cli")
            .whereLayer("protocol")
            .mayOnlyBeAccessedByLayers("protocols")
            .whereLayer("protocols")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("maxcompute")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("artifact")
            .mayOnlyBeAccessedByLayers("server", "supervise", "cli");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("..sandbox.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyArtifactKnowsMaven = noClasses()
            .that()
            .resideOutsideOfPackages("..sandbox.artifact..", "..sandbox.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.aether..", "eu.maveniverse..");

    @ArchTest
    static final ArchRule nothingImportsAnotherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.millrace.catalog..", "io.millrace.launcher..", "io.millrace.udf..");
}
