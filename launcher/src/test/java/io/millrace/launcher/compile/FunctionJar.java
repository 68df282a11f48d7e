package io.millrace.launcher.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Makes a jar with one class, compiled here, that is on no other class path. */
public final class FunctionJar {

    private FunctionJar() {}

    /** A jar of one class without a package, in a folder that outlives its use. */
    public static Path of(Path folder, String className, String source) throws IOException {
        Path file = folder.resolve(className + ".java");
        Files.writeString(file, source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-nowarn", "-d", folder.toString(), file.toString());
        if (result != 0) {
            throw new IOException("does not compile: " + className);
        }
        Path jar = folder.resolve(className + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry(className + ".class"));
            Files.copy(folder.resolve(className + ".class"), entries);
            entries.closeEntry();
        }
        return jar;
    }
}
