package io.millrace.udf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTest {

    // A function jar runs on clusters that hold Flink and nothing else of Millrace; a library that is named here
    // travels in the jar, under another name.
    @ArchTest
    static final ArchRule functionsImportOnlyFlinkAndTheJdk = classes()
            .that()
            .resideInAPackage("io.millrace.udf..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.millrace.udf..", "org.apache.flink..", "java..", "org.apache.datasketches..");

    @ArchTest
    static final ArchRule theModuleHoldsFunctionsOnly = classes().should().resideInAPackage("io.millrace.udf..");
}
