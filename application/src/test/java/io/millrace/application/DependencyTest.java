package io.millrace.application;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace", importOptions = DoNotIncludeTests.class)
class DependencyTest {

    @ArchTest
    static final ArchRule onlyJavaAndFlinksPublicInterface = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace.application..",
                    "java..",
                    "org.apache.flink.configuration..",
                    "org.apache.flink.table.api..",
                    "org.apache.flink.table.catalog..");
}
