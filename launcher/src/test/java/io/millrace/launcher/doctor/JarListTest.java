package io.millrace.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarListTest {

    @TempDir
    private Path folder;

    @Test
    void aClassIsFoundInTheFirstJarThatHoldsIt() throws IOException {
        Path first = SmallJar.own(folder, "first.jar", Map.of("shop/Half.class", "1"))
                .path();
        Path second = SmallJar.own(folder, "second.jar", Map.of("shop/Half.class", "2"))
                .path();
        JarList jars = JarList.read(first + File.pathSeparator + folder, List.of(second));
        assertThat(jars.jars()).extracting(JarIndex::project).containsExactly(false, true);
        assertThat(jars.holding("shop.Half")).map(JarIndex::name).contains("first.jar");
        assertThat(jars.holding("shop.Third")).isEmpty();
    }

    @Test
    void aFileThatIsNoJarIsAProblemAndNotTheEnd() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "nothing");
        JarList jars = JarList.read("", List.of(broken));
        assertThat(jars.jars()).isEmpty();
        assertThat(jars.problems())
                .extracting(CheckResult::status, CheckResult::message)
                .containsExactly(tuple(Status.FAIL, "broken.jar cannot be read as a jar"));
    }
}
