package io.millrace.launcher.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages the text of a file as people, editors and merges do, and as nobody would; the same seed, the same damage. */
final class CatalogMutator {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]+|'[^'\\n]*'|[^\\s\\p{L}\\p{N}]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final List<String> SNIPPETS = List.of(
            "'",
            "\"",
            "`",
            ";",
            "--",
            "/*",
            "*/",
            "/*+ OPTIONS('a'='b') */",
            "${",
            "}",
            "${pipeline}",
            "${secret:x}",
            "${nothing.here}",
            "$",
            "\\",
            "\t",
            "\r",
            "\r\n",
            "\n",
            "\u0000",
            "\uFEFF",
            "\u00A0",
            "\u2028",
            "\uD83D\uDE00",
            "\uD800",
            "é",
            "表",
            "(",
            ")",
            "<",
            ">",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            ": ",
            "- ",
            "&a ",
            "*a",
            "<<: *a",
            "!!int ",
            "!!java.net.URL ",
            "? ",
            "| ",
            ">-\n",
            "%",
            "@",
            "#",
            "~",
            "null",
            "0x1F",
            "1e400",
            "-1",
            "2 h",
            "..",
            "../..",
            "/etc/passwd",
            "SELECT 1;",
            "INSERT INTO nowhere SELECT * FROM nothing;",
            "CREATE VIEW v AS SELECT 1;",
            "DROP TABLE orders;",
            "SET 'a' = 'b';",
            "BEGIN STATEMENT SET;",
            "WATERMARK FOR x AS x",
            "CAST(NULL AS INT)",
            "ARRAY[1, 2]",
            "ROW(1, 'a')",
            "MATCH_RECOGNIZE (",
            "UNNEST(x)",
            "CASE WHEN",
            "OVER (PARTITION BY 1)",
            "FOR SYSTEM_TIME AS OF x",
            "x'ZZ'",
            "_UTF16'a'",
            "INTERVAL '1' FORTNIGHT",
            "DECIMAL(99, 98)",
            "999999999999999");

    private final Random random;
    private final List<String> words;

    /**
     * @param corpus texts of the same catalog, whose words and lines turn up in other places
     */
    CatalogMutator(Random random, List<String> corpus) {
        this.random = random;
        this.words =
                corpus.stream().flatMap(text -> words(text).stream()).distinct().toList();
    }

    /** The file after one to four mutations; mostly, but not always, still valid UTF-8. */
    byte[] mutate(String text) {
        String mutated = text;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            mutated = once(mutated);
        }
        byte[] bytes = mutated.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(50) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
        }
        return bytes;
    }

    private String once(String text) {
        return switch (random.nextInt(12)) {
            case 0 -> replace(text, offset(text), random.nextInt(30), "");
            case 1, 2 -> replace(text, offset(text), 0, snippet());
            case 3 -> replace(text, offset(text), 1, snippet());
            case 4 -> shuffledLines(text);
            case 5 -> text.substring(0, offset(text));
            case 6, 7, 8 -> replaceOne(WORD, text, words.get(random.nextInt(words.size())));
            case 9 -> replaceOne(NUMBER, text, number());
            case 10 -> replace(text, offset(text), 0, nested());
            default -> replaceOne(WORD, text, "");
        };
    }

    private String replace(String text, int from, int length, String by) {
        return text.substring(0, from) + by + text.substring(Math.min(text.length(), from + length));
    }

    /** Replaces one match, wherever it stands. */
    private String replaceOne(Pattern pattern, String text, String by) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find(offset(text))
                ? replace(text, matcher.start(), matcher.group().length(), by)
                : text + by;
    }

    /** One line deleted, doubled or moved. */
    private String shuffledLines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            default -> Collections.swap(lines, one, other);
        }
        return String.join("\n", lines);
    }

    /** Something opened so often that a parser which recurses may run out of stack. */
    private String nested() {
        String opening = List.of("(", "[", "{a: ", "- ", "CASE WHEN ", "ROW(", "NOT ", "((SELECT ", "ARRAY<", "-", "${")
                .get(random.nextInt(11));
        return opening.repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 20_000 : 200));
    }

    private String number() {
        return List.of("-1", "0", "1e400", "99999999999999999999", "2147483648", "0.5", "", "NaN")
                .get(random.nextInt(8));
    }

    private String snippet() {
        return SNIPPETS.get(random.nextInt(SNIPPETS.size()));
    }

    private int offset(String text) {
        return random.nextInt(text.length() + 1);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }
}
