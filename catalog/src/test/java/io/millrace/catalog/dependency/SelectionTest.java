package io.millrace.catalog.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.catalog.CatalogRequest;
import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelectionTest {

    private static final PipelineGraph GRAPH = PipelineGraph.of(Map.of(
            "plain", new TableFlow(Set.of(), Set.of("t")),
            "masked", new TableFlow(Set.of("t"), Set.of())));

    @TempDir
    private Path root;

    @BeforeEach
    void writeProject() throws IOException {
        write("millrace.yaml", "project: shop\njars: [udf/target/shop.jar, lib/other.jar]\n");
        write("pipelines/data/plain.yaml", "pipeline: plain\ntags: [x]\ningest: [./sql/in.sql]\nsink: [sql/a.sql]\n");
        write(
                "pipelines/data/masked.yaml",
                "pipeline: masked\ningest: [sql/in.sql]\nsink: [sql/b.sql]\nfunctions: { mask: shop.Mask }\n");
    }

    @Test
    void aFileChoosesThePipelinesThatNameIt() {
        assertThat(changed("sql/in.sql")).containsExactlyInAnyOrder("plain", "masked");
        assertThat(changed("sql/a.sql")).containsExactly("plain");
        assertThat(changed("pipelines/data/masked.yaml")).containsExactly("masked");
        assertThat(changed("pipelines/data/plain.test.yaml")).containsExactly("plain");
        assertThat(changed("README.md", "sql/unused.sql", "pipelines/data/plain.yaml.orig"))
                .isEmpty();
    }

    @Test
    void theProjectFileChoosesAllPipelines() {
        assertThat(changed("millrace.yaml")).containsExactlyInAnyOrder("plain", "masked");
    }

    @Test
    void functionsAreTouchedByTheirJarsAndTheModulesThatBuildThem() {
        assertThat(changed("udf/src/main/java/shop/Mask.java")).containsExactly("masked");
        assertThat(changed("lib/other.jar")).containsExactly("masked");
        assertThat(changed("lib/unused.jar", "udfs/pom.xml")).isEmpty();
    }

    @Test
    void whatIsDownstreamOfAChangeIsAddedByAPlus() {
        assertThat(choose(Set.of("sql/a.sql"), "changed-since:main+")).containsExactly("plain", "masked");
    }

    @Test
    void theReferenceIsEverythingBehindTheFirstColon() {
        ChangedFiles changes = reference -> Set.of(reference);
        assertThat(new Selection(List.of("changed-since:sql/b.sql"), changes)
                        .choose(catalog().project(), catalog().pipelines(), () -> GRAPH))
                .containsExactly("masked");
    }

    @Test
    void aSelectorThatMatchesNothingIsRefusedUnlessItChoosesByChange() {
        assertThat(choose(Set.of(), "changed-since:main")).isEmpty();
        assertThat(choose(Set.of(), "changed-since:main", "tag:x")).containsExactly("plain");
        assertThatThrownBy(() -> choose(Set.of(), "tag:y")).isInstanceOf(Selection.UnknownSelector.class);
    }

    private Set<String> changed(String... files) {
        return choose(Set.of(files), "changed-since:main");
    }

    private Set<String> choose(Set<String> changed, String... selectors) {
        PipelineCatalog catalog = catalog();
        return new Selection(List.of(selectors), reference -> changed)
                .choose(catalog.project(), catalog.pipelines(), () -> GRAPH);
    }

    private PipelineCatalog catalog() {
        CatalogRequest request = new CatalogRequest(root, "local", Map.of(), environment -> Map.of());
        return PipelineCatalog.load(request, new DiagnosticCollector()).orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
