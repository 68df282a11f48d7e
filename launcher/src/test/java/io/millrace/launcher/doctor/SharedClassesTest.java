package io.millrace.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedClassesTest {

    @TempDir
    private Path folder;

    @Test
    void identicalCopiesAreToldApartFromDifferentClasses() throws IOException {
        JarIndex first = SmallJar.own(
                folder, "first.jar", Map.of("a/Same.class", "1", "a/Other.class", "1", "a/More.class", "1"));
        JarIndex second = SmallJar.own(
                folder, "second.jar", Map.of("a/Same.class", "1", "a/Other.class", "2", "a/More.class", "2"));
        List<SharedClasses> shared = SharedClasses.among(List.of(first, second));
        assertThat(shared).containsExactly(new SharedClasses(first, second, 1, 2, "a.More"));
        assertThat(shared.get(0).result())
                .map(CheckResult::message)
                .contains(
                        "2 classes differ between first.jar and second.jar, such as a.More: those of the first are used");
    }

    @Test
    void copiesAloneAreNoWarning() throws IOException {
        JarIndex first = SmallJar.own(folder, "first.jar", Map.of("a/Same.class", "1"));
        JarIndex second = SmallJar.own(folder, "second.jar", Map.of("a/Same.class", "1"));
        List<SharedClasses> shared = SharedClasses.among(List.of(first, second));
        assertThat(shared).containsExactly(new SharedClasses(first, second, 1, 0, "a.Same"));
        assertThat(shared.get(0).result()).isEmpty();
    }

    @Test
    void theProjectsClassBehindMillracesOwnIsSaidToBeUnused() throws IOException {
        JarIndex own = SmallJar.own(folder, "own.jar", Map.of("a/Tool.class", "1"));
        JarIndex project = SmallJar.ofProject(folder, "project.jar", Map.of("a/Tool.class", "2"));
        assertThat(SharedClasses.among(List.of(own, project)).get(0).result()).hasValueSatisfying(result -> {
            assertThat(result.status()).isEqualTo(Status.WARN);
            assertThat(result.message())
                    .isEqualTo("1 class differs between the project's project.jar and Millrace's own.jar,"
                            + " such as a.Tool: Millrace's are used");
        });
    }

    @Test
    void descriptionsAndClassesForOtherJavaVersionsDoNotCount() throws IOException {
        Map<String, String> one =
                Map.of("module-info.class", "1", "a/package-info.class", "1", "META-INF/versions/21/a/B.class", "1");
        Map<String, String> other =
                Map.of("module-info.class", "2", "a/package-info.class", "2", "META-INF/versions/21/a/B.class", "2");
        assertThat(SharedClasses.among(
                        List.of(SmallJar.own(folder, "first.jar", one), SmallJar.own(folder, "second.jar", other))))
                .isEmpty();
    }
}
