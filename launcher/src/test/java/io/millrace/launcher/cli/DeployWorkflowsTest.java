package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The script and the workflows of the manual say what the command line takes. */
final class DeployWorkflowsTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath().getParent().resolve("docs/ci");
    private static final Pattern COMMAND = Pattern.compile("(?:\\w+=\\$\\()?(millrace .*?)\\)?");
    private static final Pattern PINNED = Pattern.compile("[\\w-]+/[\\w-]+@[0-9a-f]{40}");
    private static final Pattern SECRET = Pattern.compile("\\$\\{\\{ secrets\\.([A-Z_]+) }}");

    @ParameterizedTest
    @ValueSource(strings = {"github-deploy.yml", "gitlab-deploy.yml"})
    void everyCommandOfAWorkflowIsAccepted(String file) throws IOException {
        Object workflow = yaml(file);
        List<String> commands = new ArrayList<>();
        for (String key : List.of("run", "script")) {
            values(workflow, key).forEach(value -> texts(value).forEach(text -> commands.addAll(commands(text))));
        }
        assertThat(commands)
                .anyMatch(command -> command.startsWith("millrace validate "))
                .anyMatch(command -> command.startsWith("millrace test "))
                .anyMatch(command -> command.matches("millrace plan .*--format markdown"))
                .anyMatch(command -> command.startsWith("millrace apply "))
                .allSatisfy(DeployWorkflowsTest::isAccepted);
    }

    @Test
    void everyCommandOfTheScriptIsAccepted() throws IOException {
        List<String> commands = commands(Files.readString(FOLDER.resolve("deploy.sh"))
                .replace("\"$environment\"", "prod")
                .replace("\"$@\"", "a b"));
        assertThat(commands)
                .extracting(command -> command.split(" ", 3)[1])
                .containsExactly("validate", "test", "plan", "apply", "apply");
        assertThat(commands).allSatisfy(DeployWorkflowsTest::isAccepted);
    }

    @Test
    void actionsArePinned() throws IOException {
        List<Object> actions = values(yaml("github-deploy.yml"), "uses");
        assertThat(actions).isNotEmpty().allSatisfy(action -> assertThat(action.toString())
                .matches(PINNED));
    }

    @Test
    void secretsAreNamedInTheEnvironmentOnly() throws IOException {
        Map<?, ?> workflow = (Map<?, ?>) yaml("github-deploy.yml");
        Map<?, ?> environment = (Map<?, ?>) workflow.get("env");
        assertThat(environment).isNotEmpty().allSatisfy((name, value) -> assertThat(
                        SECRET.matcher(value.toString()).replaceAll("$1"))
                .isEqualTo(name));
        assertThat(SECRET.matcher(Files.readString(FOLDER.resolve("github-deploy.yml")))
                        .results()
                        .count())
                .isEqualTo(environment.size());
    }

    @Test
    void theManualNamesEachFile() throws IOException {
        String page = Files.readString(FOLDER.resolveSibling("deploying.md"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(page).contains("(ci/" + file.getFileName()));
        }
    }

    private static void isAccepted(String command) {
        List<String> words = Arrays.asList(command.split(" ", -1));
        assertThatCode(() -> MillraceCommand.commandLine(Console.ofProcess())
                        .parseArgs(words.subList(1, words.size()).toArray(String[]::new)))
                .as(command)
                .doesNotThrowAnyException();
    }

    /** Those of a shell's text, without where their output goes. */
    private static List<String> commands(String text) {
        return text.lines()
                .map(String::strip)
                .map(COMMAND::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1).replaceFirst(" [>|].*", "").strip())
                .toList();
    }

    private static Object yaml(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FOLDER.resolve(file)));
    }

    /** All values of a key, however deep. */
    private static List<Object> values(Object node, String key) {
        List<Object> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.equals(key)) {
                    found.add(value);
                } else {
                    found.addAll(values(value, key));
                }
            });
        } else if (node instanceof Collection<?> items) {
            items.forEach(item -> found.addAll(values(item, key)));
        }
        return found;
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> items
                ? items.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }
}
