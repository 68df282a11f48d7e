package io.millrace.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace.connectors", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTest {

    @ArchTest
    static final ArchRule nothingOfMillraceIsImported = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace.catalog..", "io.millrace.launcher..", "io.millrace.sandbox..", "io.millrace.udf..");

    @ArchTest
    static final ArchRule flinkIsUsedByItsPublicInterface = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink.runtime..", "org.apache.flink.table.planner..");
}
