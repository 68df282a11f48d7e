package io.millrace.catalog;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.program.PipelineSources.StageScript;
import io.millrace.catalog.program.ProgramAssembler;
import io.millrace.catalog.reader.PipelineFiles;
import io.millrace.catalog.reader.PipelineReader;
import io.millrace.catalog.reader.ProjectFiles;
import io.millrace.catalog.reader.ProjectReader;
import io.millrace.catalog.reader.ScriptReader;
import io.millrace.catalog.settings.SettingsResolver;
import io.millrace.catalog.settings.Variables;
import io.millrace.catalog.validation.ValidationContext;
import io.millrace.catalog.validation.ValidationRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Reads, assembles and validates a whole project, in that order. */
final class CatalogLoader {

    private final CatalogRequest request;
    private final DiagnosticCollector projectProblems;
    private final CatalogProblems problems;
    private final ProjectFiles files;

    CatalogLoader(CatalogRequest request, DiagnosticCollector projectProblems) {
        this.request = request;
        this.projectProblems = projectProblems;
        this.problems = new CatalogProblems(projectProblems);
        this.files = new ProjectFiles(request.root());
    }

    Optional<PipelineCatalog> load() {
        return new ProjectReader(files, projectProblems).read().flatMap(project -> environment(project)
                .map(environment -> load(project, environment)));
    }

    private Optional<Environment> environment(ProjectDescriptor project) {
        Optional<Environment> environment =
                Optional.ofNullable(project.environments().get(request.environment()));
        if (environment.isEmpty()) {
            projectProblems.error(
                    DiagnosticCode.UNKNOWN_ENVIRONMENT,
                    SourceLocation.ofFile(ProjectDescriptor.FILE_NAME),
                    "the project has no environment '" + request.environment() + "'",
                    NearestName.hint(
                                    request.environment(),
                                    project.environments().keySet())
                            .orElse("declare it under 'environments'"));
        }
        return environment;
    }

    private PipelineCatalog load(ProjectDescriptor project, Environment environment) {
        List<String> descriptors = PipelineFiles.list(files, projectProblems);
        List<PipelineSources> read = readAll(project, descriptors);
        Variables variables = variables(environment);
        SettingsResolver settings = new SettingsResolver(project, environment, request.settings());
        List<PipelineProgram> assembled = read.stream()
                .map(sources -> new ProgramAssembler(environment, settings, variables, problems.of(sources.name()))
                        .assemble(sources))
                .toList();
        ValidationContext context = new ValidationContext(project, environment, read, assembled);
        ServiceLoader.load(ValidationRule.class, ValidationRule.class.getClassLoader())
                .forEach(rule -> rule.check(context, problems));

        Map<String, PipelineSources> pipelines = new LinkedHashMap<>();
        read.forEach(sources -> pipelines.putIfAbsent(sources.name(), sources));
        Map<String, PipelineProgram> programs = new LinkedHashMap<>();
        assembled.forEach(program -> programs.putIfAbsent(program.pipeline(), program));
        TestLoader tests = new TestLoader(files, pipelines.keySet(), read.size() == descriptors.size(), problems);
        return new PipelineCatalog(request.root(), project, environment, pipelines, programs, tests, problems);
    }

    private List<PipelineSources> readAll(ProjectDescriptor project, List<String> descriptors) {
        ScriptReader scripts = new ScriptReader(files);
        List<PipelineSources> pipelines = new ArrayList<>();
        for (String path : descriptors) {
            DiagnosticCollector faults = new DiagnosticCollector();
            Optional<PipelineDescriptor> descriptor = files.read(path, SourceLocation.ofFile(path), faults)
                    .flatMap(new PipelineReader(project, faults)::read);
            descriptor
                    .map(found -> problems.of(found.name().value()))
                    .orElse(projectProblems)
                    .addAll(faults.sorted());
            descriptor.ifPresent(found -> pipelines.add(sources(found, scripts)));
        }
        return pipelines;
    }

    private PipelineSources sources(PipelineDescriptor descriptor, ScriptReader scripts) {
        List<StageScript> read = new ArrayList<>();
        scripts.read(descriptor, problems.of(descriptor.name().value()))
                .forEach((stage, texts) -> texts.forEach(text -> read.add(new StageScript(stage, text))));
        return new PipelineSources(descriptor, read);
    }

    private Variables variables(Environment environment) {
        Map<String, String> values = new HashMap<>(request.provided().apply(environment));
        for (Map.Entry<String, Located<String>> variable :
                environment.variables().entrySet()) {
            values.put(variable.getKey(), variable.getValue().value());
        }
        return new Variables(values);
    }
}
