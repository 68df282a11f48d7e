package io.millrace.launcher.cli;

import io.millrace.catalog.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the SQL that a user gives on the command line, in files or on standard input. */
final class ScriptTexts {

    private static final String STANDARD_INPUT = "-";

    private final Path workingFolder;
    private final Path root;
    private final InputStream input;

    /**
     * @param root the project's root; files below it are named relative to it, as in all diagnostics
     * @param input standard input
     */
    ScriptTexts(Path workingFolder, Path root, InputStream input) {
        this.workingFolder = workingFolder;
        this.root = root;
        this.input = input;
    }

    /** The files, then the statements; ends the command where one cannot be read. */
    List<SourceText> of(List<String> files, List<String> statements) {
        List<SourceText> texts = new ArrayList<>();
        files.forEach(file -> texts.add(file.equals(STANDARD_INPUT) ? standardInput() : file(file)));
        for (int i = 0; i < statements.size(); i++) {
            texts.add(new SourceText(statements.size() == 1 ? "<-c>" : "<-c " + (i + 1) + ">", statements.get(i)));
        }
        return texts;
    }

    SourceText standardInput() {
        try {
            return decoded("<stdin>", input.readAllBytes());
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "standard input cannot be read: " + e.getMessage());
        }
    }

    private SourceText file(String name) {
        try {
            Path file = workingFolder.resolve(name).toAbsolutePath().normalize();
            if (Files.isDirectory(file)) {
                throw new CommandFailed(ExitCode.WRONG_USAGE, "'" + name + "' is a folder; -f takes a file of SQL");
            }
            String shown =
                    file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : name;
            return decoded(shown, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "there is no file '" + name + "'");
        } catch (IOException | InvalidPathException e) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "'" + name + "' cannot be read: " + e.getMessage());
        }
    }

    private static SourceText decoded(String name, byte[] bytes) {
        try {
            return new SourceText(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new CommandFailed(
                    ExitCode.INVALID_CATALOG, name + " is not UTF-8 text; save it in the encoding UTF-8");
        }
    }
}
