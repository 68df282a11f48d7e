package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Every verb has a page that says what it does now. */
final class ManualPagesTest {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final Path FOLDER = REPOSITORY.resolve("docs/reference");
    private static final String COMMAND = "run 'make reference'";

    private static final Pattern EXIT_CODE = Pattern.compile("ExitCode\\.([A-Z_]+)\\b");

    private static Map<String, ManualPage> pages;

    @BeforeAll
    static void readTheModel() throws IOException {
        Path classes = REPOSITORY.resolve("sandbox/target/classes");
        assertThat(classes).as("the sandbox's classes; build that module first").isDirectory();
        CommandLine root = MillraceCommand.commandLine(Console.ofProcess());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ManualPagesTest.class.getClassLoader())) {
            SandboxModel.addTo(root, loader);
        }
        pages = ManualPage.all(root);
    }

    @Test
    void everyVerbHasItsPageAndNoPageIsLeftOver() throws IOException {
        Map<String, String> wanted = new TreeMap<>();
        pages.forEach((file, page) -> wanted.put(file, page.text()));
        wanted.put("README.md", ManualPage.index(pages));
        if (Boolean.getBoolean("millrace.docs.update")) {
            write(wanted);
        }
        Map<String, String> found = written();
        assertThat(found.keySet()).as(COMMAND).isEqualTo(wanted.keySet());
        wanted.forEach((file, text) -> assertThat(found.get(file))
                .as("docs/reference/%s is stale: %s", file, COMMAND)
                .isEqualTo(text));
    }

    @Test
    void everyVerbOptionAndParameterIsDescribed() {
        pages.forEach((file, page) -> {
            assertThat(page.spec().usageMessage().description()).as(file).isNotEmpty();
            List<ArgSpec> arguments = new ArrayList<>(page.options());
            arguments.addAll(page.spec().positionalParameters());
            assertThat(arguments).as(file).allSatisfy(argument -> assertThat(argument.description())
                    .as(argument.toString())
                    .isNotEmpty());
        });
    }

    @Test
    void aVerbListsEveryExitCodeThatItsClassNames() throws Exception {
        Map<String, Integer> codes = new TreeMap<>();
        for (Field field : ExitCode.class.getDeclaredFields()) {
            codes.put(field.getName(), field.getInt(null));
        }
        for (ManualPage page : pages.values()) {
            String source = page.spec().userObject().getClass().getName().replace('.', '/') + ".java";
            Path file = Path.of("src/main/java", source);
            if (Files.exists(file)) {
                Set<String> named = EXIT_CODE
                        .matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> codes.get(found.group(1)).toString())
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(page.spec().usageMessage().exitCodeList().keySet())
                        .as("exitCodeList of " + source)
                        .containsAll(named);
            }
        }
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String stale : written().keySet()) {
            Files.delete(FOLDER.resolve(stale));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    private static Map<String, String> written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> files = Files.list(FOLDER)) {
                for (Path file : files.toList()) {
                    written.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return written;
    }
}
