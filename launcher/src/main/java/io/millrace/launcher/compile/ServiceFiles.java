package io.millrace.launcher.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A class loader that reads each service file of its parent once. Flink looks up its factories anew for every table,
 * and {@link java.util.ServiceLoader} opens every jar for each look: an eighth of the time of planning.
 */
final class ServiceFiles extends ClassLoader {

    private static final String FOLDER = "META-INF/services/";

    static {
        registerAsParallelCapable();
    }

    private final Map<String, List<URL>> read = new ConcurrentHashMap<>();

    ServiceFiles(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(FOLDER)) {
            return super.getResources(name);
        }
        try {
            return Collections.enumeration(read.computeIfAbsent(name, this::merged));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** All files of a name as one, which is what a reader of them makes of them anyway. */
    private List<URL> merged(String name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            for (URL file : Collections.list(super.getResources(name))) {
                try (InputStream input = file.openStream()) {
                    input.transferTo(content);
                    content.write('\n');
                }
            }
            return content.size() == 0 ? List.of() : List.of(url(name, content.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(String name, byte[] content) throws MalformedURLException {
        return new URL(null, "services:" + name, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {
                        // There is nothing to connect to.
                    }

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(content);
                    }
                };
            }
        });
    }
}
