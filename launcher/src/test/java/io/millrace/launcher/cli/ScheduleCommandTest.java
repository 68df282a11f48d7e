package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

final class ScheduleCommandTest {

    @TempDir
    private Path root;

    @BeforeEach
    void writeProject() throws IOException {
        write(
                "millrace.yaml",
                """
                project: shop
                environments:
                  local: { target: embedded, secrets: { from: env, prefix: SHOP_ } }
                  files: { target: embedded, secrets: { from: files, directory: /run/secrets/shop } }
                  inside: { target: embedded, secrets: { from: files, directory: secrets } }
                  sandboxed: { target: embedded, sandbox: true }
                  "100% %{it's}": { target: embedded }
                  remote: { secrets: { from: env } }
                """);
        pipeline("monthly", "schedule: { cron: 0 6 1 JAN-DEC *, time-zone: Asia/Shanghai }");
        pipeline("nightly", "schedule: 30 2 * * 7\nsettings: { time-zone: Europe/Berlin }");
        write("pipelines/stream.yaml", "pipeline: stream\ningest: [sql/in.sql]\nsink: [sql/out.sql]\n");
        write(
                "sql/in.sql",
                "CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '1',"
                        + " 'key' = '${secret:db.password}');");
        write(
                "sql/out.sql",
                "CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print', 'k' = '${secret:db.password}-${secret:a}');\n"
                        + "INSERT INTO dst SELECT id FROM src;");
    }

    @Test
    void theNextTimesAreListedInTheZoneOfEach() {
        CommandRun run = run("schedule", "--from", "2027-03-27", "--next", "2");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        PIPELINE  CRON             TIME ZONE      NEXT
                        monthly   0 6 1 JAN-DEC *  Asia/Shanghai  2027-04-01 06:00 +08:00
                                                                  2027-05-01 06:00 +08:00
                        nightly   30 2 * * 7       Europe/Berlin  2027-03-28 03:00 +02:00
                                                                  2027-04-04 02:30 +02:00
                        """);
        assertThat(run.err())
                .isEqualTo(
                        """
                        millrace: nightly: on 2027-03-28, 02:30 does not come in Europe/Berlin; schedulers differ in what they do then
                        millrace: nightly: on 2027-10-31, 02:30 comes twice in Europe/Berlin; schedulers differ in what they do then
                        """);
    }

    @Test
    void threeTimesAreShownUnlessToldOtherwise() {
        assertThat(run("schedule", "monthly").out().lines()).hasSize(4);
        assertThat(run("schedule", "stream").out().lines()).containsExactly("PIPELINE  CRON  TIME ZONE  NEXT");
    }

    @Test
    void jsonGivesTimesWithTheirOffsets() throws IOException {
        CommandRun run = run("schedule", "monthly", "--format", "json", "--from", "2027-01-01", "--next", "1");
        JsonNode expected = new ObjectMapper()
                .readTree(
                        "[{\"pipeline\": \"monthly\", \"file\": \"pipelines/monthly.yaml\", \"cron\": \"0 6 1 JAN-DEC *\","
                                + " \"time-zone\": \"Asia/Shanghai\", \"next\": [\"2027-01-01T06:00:00+08:00\"]}]");
        assertThat(new ObjectMapper().readTree(run.out())).isEqualTo(expected);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void cronHasALineForEachInItsZone() {
        CommandRun run = run("schedule", "--for", "cron");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        # Made by: millrace schedule --for cron -e local
                        # CRON_TZ is understood by cronie (Fedora, RHEL, SUSE, Arch). The cron of Debian and Ubuntu ignores it and
                        # keeps to the machine's time zone: install cronie there, or check that the zones are the same.
                        # The runs take these variables, which cron must be started with: SHOP_A, SHOP_DB_PASSWORD

                        # pipelines/monthly.yaml
                        CRON_TZ=Asia/Shanghai
                        0 6 1 1-12 * cd ROOT && millrace run monthly -e local

                        # pipelines/nightly.yaml
                        CRON_TZ=Europe/Berlin
                        30 2 * * 0 cd ROOT && millrace run nightly -e local
                        """
                                .replace("ROOT", root.toString()));
    }

    /** The shell that cron would start runs the line, after cron has taken the backslashes from the percent signs. */
    @Test
    void theWordsOfACommandReachMillraceAsTheyAre() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(root.resolve("it's 100% here"));
        Files.writeString(folder.resolve("millrace"), "#!/bin/sh\nprintf '<%s>' \"$@\"\nexit 6\n");
        CommandRun run = run(
                "schedule",
                "nightly",
                "--for",
                "cron",
                "-e",
                "100% %{it's}",
                "--folder",
                folder.toString(),
                "--set",
                "parallelism=2");
        String line = run.out()
                .lines()
                .filter(text -> text.startsWith("30 2"))
                .findFirst()
                .orElseThrow();
        assertThat(line).doesNotContainPattern("(?<!\\\\)%");
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "millrace() { sh ./millrace \"$@\"; }\n"
                                + line.substring("30 2 * * 0 ".length()).replace("\\%", "%"))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("<run><nightly><-e><100% %{it's}><--set><parallelism=2>");
        assertThat(shell.waitFor()).isEqualTo(6);
    }

    @Test
    void githubGetsAJobForEachAndOneEventForEqualTimes() throws IOException {
        pipeline("hourly", "schedule: 0 * * * *");
        pipeline("hourly-too", "schedule: 0 0-23/1 * * *\nsettings: { time-zone: UTC }");
        pipeline("again", "schedule: 0 * * * *");
        CommandRun run = run("schedule", "--for", "github");
        assertThat(run.exitCode()).isZero();
        Map<?, ?> workflow = (Map<?, ?>) yaml(run.out()).get(0);
        assertThat(workflow.get("on"))
                .isEqualTo(Map.of(
                        "schedule",
                        List.of(
                                Map.of("cron", "0 * * * *"),
                                Map.of("cron", "0 0-23 * * *"),
                                Map.of("cron", "0 6 1 1-12 *", "timezone", "Asia/Shanghai"),
                                Map.of("cron", "30 2 * * 0", "timezone", "Europe/Berlin")),
                        "workflow_dispatch",
                        Map.of(
                                "inputs",
                                Map.of(
                                        "pipeline",
                                        Map.of(
                                                "description",
                                                "Pipeline",
                                                "required",
                                                true,
                                                "type",
                                                "choice",
                                                "options",
                                                List.of("again", "hourly-too", "hourly", "monthly", "nightly"))))));
        assertThat(at(workflow, "jobs", "nightly", "if"))
                .isEqualTo("github.event.schedule == '30 2 * * 0' || inputs.pipeline == 'nightly'");
        assertThat(at(workflow, "jobs", "nightly", "concurrency", "cancel-in-progress"))
                .isEqualTo(false);
        assertThat((List<?>) at(workflow, "jobs", "nightly", "steps"))
                .last()
                .isEqualTo(Map.of(
                        "run",
                        "millrace run nightly -e local",
                        "env",
                        Map.of(
                                "SHOP_A", "${{ secrets.SHOP_A }}",
                                "SHOP_DB_PASSWORD", "${{ secrets.SHOP_DB_PASSWORD }}")));
    }

    @Test
    void jobsOfARepositoryGoToTheProjectInIt() throws IOException {
        Files.createDirectory(root.resolve(".git"));
        Path project = root.resolve("a project");
        Files.createDirectory(project);
        for (String name : List.of("millrace.yaml", "pipelines", "sql")) {
            Files.move(root.resolve(name), project.resolve(name));
        }
        Files.writeString(project.resolve("millrace"), "#!/bin/sh\n");
        assertThat(at(
                        yaml(CommandRun.in(project, "schedule", "nightly", "--for", "gitlab")
                                        .out())
                                .get(0),
                        "run-nightly",
                        "script"))
                .isEqualTo(List.of("cd 'a project' && ./millrace run nightly -e local"));
    }

    @Test
    void gitlabGetsJobsAndTheCommandsThatCreateSchedules() {
        CommandRun run = run("schedule", "--for", "gitlab", "--image", "eclipse-temurin:17");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "#   glab schedule create --ref main --description nightly --cron '30 2 * * 0'"
                                + " --cronTimeZone Europe/Berlin --variable MILLRACE_PIPELINE:nightly",
                        "# Keep as masked CI/CD variables: SHOP_A, SHOP_DB_PASSWORD");
        Map<?, ?> jobs = (Map<?, ?>) yaml(run.out()).get(0);
        assertThat(jobs.keySet()).map(Object::toString).containsExactly("run-monthly", "run-nightly");
        assertThat(jobs.get("run-nightly"))
                .isEqualTo(Map.of(
                        "image",
                        "eclipse-temurin:17",
                        "rules",
                        List.of(Map.of(
                                "if", "$CI_PIPELINE_SOURCE == \"schedule\" && $MILLRACE_PIPELINE == \"nightly\"")),
                        "resource_group",
                        "millrace-local-nightly",
                        "script",
                        List.of("millrace run nightly -e local")));
    }

    @Test
    void kubernetesGetsACronJobForEach() {
        CommandRun run = run("schedule", "--for", "kubernetes", "--image", "shop:1", "--folder", "/shop");
        assertThat(run.exitCode()).isZero();
        assertThat(yaml(run.out())).hasSize(2);
        Object job = yaml(run.out()).get(1);
        assertThat(at(job, "apiVersion")).isEqualTo("batch/v1");
        assertThat(at(job, "kind")).isEqualTo("CronJob");
        assertThat(at(job, "metadata", "name")).isEqualTo("nightly");
        assertThat(at(job, "spec", "schedule")).isEqualTo("30 2 * * 0");
        assertThat(at(job, "spec", "timeZone")).isEqualTo("Europe/Berlin");
        assertThat(at(job, "spec", "concurrencyPolicy")).isEqualTo("Forbid");
        assertThat(at(job, "spec", "jobTemplate", "spec", "backoffLimit")).isEqualTo(0);
        assertThat(at(job, "spec", "jobTemplate", "spec", "template", "spec"))
                .isEqualTo(Map.of(
                        "restartPolicy",
                        "Never",
                        "containers",
                        List.of(Map.of(
                                "name",
                                "run",
                                "image",
                                "shop:1",
                                "workingDir",
                                "/shop",
                                "command",
                                List.of("millrace", "run", "nightly", "-e", "local"),
                                "env",
                                List.of(secret("SHOP_A", "a"), secret("SHOP_DB_PASSWORD", "db.password"))))));
    }

    @Test
    void kubernetesMountsSecretsThatAreFiles() {
        CommandRun run = run("schedule", "nightly", "--for", "kubernetes", "--image", "shop:1", "-e", "files");
        Object pod = at(yaml(run.out()).get(0), "spec", "jobTemplate", "spec", "template", "spec");
        assertThat(at(pod, "volumes"))
                .isEqualTo(List.of(Map.of("name", "secrets", "secret", Map.of("secretName", "millrace"))));
        assertThat(at(((List<?>) at(pod, "containers")).get(0), "volumeMounts"))
                .isEqualTo(List.of(Map.of("name", "secrets", "mountPath", "/run/secrets/shop", "readOnly", true)));
        assertThat(run("schedule", "nightly", "--for", "kubernetes", "--image", "shop:1", "-e", "inside")
                        .err())
                .contains("error[MR217]: the secrets' directory 'secrets' is relative to the project");
        assertThat(run(
                                "schedule",
                                "nightly",
                                "--for",
                                "kubernetes",
                                "--image",
                                "shop:1",
                                "-e",
                                "inside",
                                "--folder",
                                "/shop")
                        .out())
                .contains("mountPath: /shop/secrets\n");
    }

    @Test
    void aNameThatIsTooLongForKubernetesIsCutAndStaysUnique() throws IOException {
        pipeline("a".repeat(60) + "-one", "schedule: 0 * * * *");
        pipeline("a".repeat(60) + "-two", "schedule: 0 * * * *");
        List<Object> jobs =
                yaml(run("schedule", "--for", "kubernetes", "--image", "shop:1").out());
        assertThat(jobs.subList(0, 2))
                .extracting(job -> at(job, "metadata", "name").toString())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("a{43}-[0-9a-f]{8}"));
    }

    @Test
    void whatASchedulerCannotDoIsReportedAtTheScheduleAndNothingIsPrinted() throws IOException {
        pipeline("often", "schedule: 58,1 * * * *");
        pipeline("offset", "schedule: { cron: 0 9 * * *, time-zone: '+05:30' }");
        pipeline("whole", "schedule: { cron: 0 9 * * *, time-zone: '+08:00' }");
        pipeline("same", "schedule: { cron: 30 2 * * 0, time-zone: Asia/Shanghai }");
        CommandRun run = run("schedule", "--for", "github", "-e", "files");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "pipelines/often.yaml:5:11: error[MR217]: GitHub Actions runs nothing more often than every 5 minutes",
                        "pipelines/offset.yaml:5:19: error[MR217]: schedulers have no name for the time zone '+05:30'",
                        "pipelines/same.yaml:5:19: error[MR217]: GitHub Actions tells a job its cron expression but not",
                        "pipelines/nightly.yaml:5:11: error[MR217]: GitHub Actions keeps secrets in variables");
        assertThat(run("schedule", "whole", "--for", "cron").out()).contains("CRON_TZ=Etc/GMT-8\n0 9 * * *");
        assertThat(run("schedule", "often", "--for", "cron").exitCode()).isZero();
    }

    @Test
    void aTimeZoneThatTheCommandLineSetsHolds() {
        assertThat(run("schedule", "nightly", "--set", "time-zone=Asia/Tokyo").out())
                .contains("Asia/Tokyo", "+09:00");
        CommandRun wrong = run("schedule", "nightly", "--set", "time-zone=Tokyo");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).startsWith("--set: error[MR204]: a schedule cannot be in the time zone 'Tokyo'");
    }

    @Test
    void anInvalidScheduleIsShownAtItsFieldAndNoFileIsPrinted() throws IOException {
        pipeline("broken", "schedule: 0 25 * * *");
        CommandRun listed = run("schedule");
        assertThat(listed.exitCode()).isEqualTo(1);
        assertThat(listed.out()).contains("nightly").doesNotContain("broken");
        assertThat(listed.err().lines())
                .contains(
                        "pipelines/broken.yaml:5:13: error[MR215]: the hour cannot be '25'",
                        "    5 | schedule: 0 25 * * *",
                        "      |             ^");
        assertThat(run("schedule", "--for", "cron")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
        });
    }

    @Test
    void optionsThatDoNotGoTogetherAreWrongUsage() {
        wrongUsage("--image, --folder and --executable need --for", "--folder", "x");
        wrongUsage("--for kubernetes needs --image", "--for", "kubernetes");
        wrongUsage("--image needs --for kubernetes or gitlab", "--for", "cron", "--image", "x");
        wrongUsage("--next, --from and --format are not for --for", "--for", "cron", "--next", "1");
        wrongUsage("--next takes a number from 1 to 1000", "--next", "0");
        wrongUsage("Invalid value for option '--from': '2026-02-30' is not a day such as", "--from", "2026-02-30");
        wrongUsage("none of the chosen pipelines has a schedule", "--for", "cron", "stream");
        wrongUsage("the environment 'remote' has no 'target: embedded' to run in", "--for", "cron", "-e", "remote");
        assertThat(run("schedule", "-e", "remote").exitCode()).isZero();
    }

    @Test
    void thatRunsWouldStartTheSandboxIsSaid() {
        assertThat(run("schedule", "monthly", "--for", "cron", "-e", "sandboxed")
                        .err())
                .isEqualTo("millrace: 'sandboxed' uses the sandbox, so a run starts its servers where it runs\n");
    }

    private void wrongUsage(String message, String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "schedule";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        CommandRun run = run(words);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("millrace: " + message);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(root, arguments);
    }

    private static Map<String, Object> secret(String variable, String key) {
        return Map.of("name", variable, "valueFrom", Map.of("secretKeyRef", Map.of("name", "millrace", "key", key)));
    }

    private static List<Object> yaml(String text) {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
        return StreamSupport.stream(documents.spliterator(), false).toList();
    }

    private static Object at(Object node, String... keys) {
        Object found = node;
        for (String key : keys) {
            found = ((Map<?, ?>) found).get(key);
        }
        return found;
    }

    private void pipeline(String name, String rest) throws IOException {
        write(
                "pipelines/" + name + ".yaml",
                "pipeline: " + name + "\ningest: [sql/in.sql]\nsink: [sql/out.sql]\nmode: batch\n" + rest + "\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
