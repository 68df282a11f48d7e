package io.millrace.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace.connectors", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTest {

    // A connector jar runs on clusters that hold Flink and nothing else of Millrace.
    @ArchTest
    static final ArchRule nothingImportsAnotherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace.catalog..", "io.millrace.launcher..", "io.millrace.sandbox..", "io.millrace.udf..");

    @ArchTest
    static final ArchRule allButMaxComputeImportOnlyFlinkJacksonAndTheJdk = classes()
            .that()
            .resideInAnyPackage(
                    "io.millrace.connectors.eas..",
                    "io.millrace.connectors.alert..",
                    "io.millrace.connectors.http..",
                    "io.millrace.connectors.json..",
                    "io.millrace.connectors.tolerant..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace.connectors..",
                    "org.apache.flink..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "java..",
                    "javax.crypto..");

    @ArchTest
    static final ArchRule connectorsDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("io.millrace.connectors.eas..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.millrace.connectors.alert..");

    @ArchTest
    static final ArchRule flinkIsUsedByItsPublicInterface = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink.runtime..", "org.apache.flink.table.planner..");
}
