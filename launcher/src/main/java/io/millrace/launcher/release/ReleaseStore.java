package io.millrace.launcher.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.core.fs.Path;

/**
 * The releases of an environment's pipelines, and their starts, as files on any file system of Flink. What was written
 * once never changes. It is the history only: what runs is asked of the cluster.
 */
public final class ReleaseStore {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String RELEASE = "release-";
    private static final String START = "start-";
    private static final String RESULT = "result-";
    private static final String ENDING = ".json";
    private static final String ID = "store.id";
    private static final String JARS = "jars";

    private final StoreFolder folder;

    private ReleaseStore(StoreFolder folder) {
        this.folder = folder;
    }

    /**
     * The store of an environment.
     *
     * @param folder a path or URI, which may be shared by projects
     */
    public static ReleaseStore of(String folder, String project, String environment) {
        return new ReleaseStore(new StoreFolder(new Path(new Path(new Path(folder), project), environment)));
    }

    /** Whether a text is a path or URI. */
    public static boolean isFolder(String text) {
        try {
            return !text.isBlank() && new Path(text).toUri() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Different for every store, however it is addressed. */
    public String id() throws ReleaseStoreException {
        return io("read", () -> {
            Optional<byte[]> known = folder.read(ID);
            if (known.isEmpty()) {
                folder.create(ID, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
                known = folder.read(ID);
            }
            return new String(known.orElseThrow(), StandardCharsets.UTF_8);
        });
    }

    /** All releases of a pipeline, the newest first. */
    public List<Release> releases(String pipeline) throws ReleaseStoreException {
        return all(pipeline, RELEASE, Release.class, Comparator.comparingInt(Release::revision));
    }

    public Optional<Release> release(String pipeline, int revision) throws ReleaseStoreException {
        return io("read", () -> read(folder.folder(pipeline), RELEASE + revision + ENDING, Release.class));
    }

    /** All starts of a pipeline, the newest first. */
    public List<Start> starts(String pipeline) throws ReleaseStoreException {
        return all(pipeline, START, Start.class, Comparator.comparingInt(Start::number));
    }

    /** What became of a pipeline's starts, the newest first; of one that was interrupted nothing is known. */
    public List<StartResult> results(String pipeline) throws ReleaseStoreException {
        return all(pipeline, RESULT, StartResult.class, Comparator.comparingInt(StartResult::number));
    }

    /** Keeps a release; false where another one has its revision. */
    public boolean keep(Release release) throws ReleaseStoreException {
        return create(release.pipeline(), RELEASE + release.revision(), release);
    }

    /** Keeps a start; false where another one has its number. */
    public boolean keep(Start start) throws ReleaseStoreException {
        return create(start.pipeline(), START + start.number(), start);
    }

    /** Keeps what became of a start. */
    public void keep(String pipeline, StartResult result) throws ReleaseStoreException {
        create(pipeline, RESULT + result.number(), result);
    }

    /** Keeps the bytes of a jar, once. */
    public void keep(ReleasedJar jar, java.nio.file.Path file) throws ReleaseStoreException {
        io("written", () -> {
            StoreFolder jars = folder.folder(JARS);
            String name = jar.sha256() + ".jar";
            // Where files are not written whole or not at all, one may have been cut off.
            if (jars.size(name) != Files.size(file) && !jars.create(name, Files.readAllBytes(file))) {
                jars.replace(name, Files.readAllBytes(file));
            }
            return true;
        });
    }

    /** Copies a jar into a folder of its own below another, under its own name. */
    public java.nio.file.Path fetch(ReleasedJar jar, java.nio.file.Path target) throws ReleaseStoreException {
        return io("read", () -> {
            byte[] bytes = folder.folder(JARS)
                    .read(jar.sha256() + ".jar")
                    .orElseThrow(() -> new IOException("the jar " + jar.name() + " of a release is gone"));
            if (!Sha256.hex(bytes).equals(jar.sha256())) {
                throw new IOException("the jar " + jar.name() + " of a release is damaged");
            }
            // Two jars of a project may have one name.
            java.nio.file.Path own = Files.createDirectories(target.resolve(jar.sha256()));
            return Files.write(own.resolve(jar.name()), bytes);
        });
    }

    /** Removes a release with its starts; the jars stay, since others may use them. */
    public void remove(Release release) throws ReleaseStoreException {
        List<Start> starts = starts(release.pipeline());
        io("written", () -> {
            StoreFolder place = folder.folder(release.pipeline());
            for (Start start : starts) {
                if (start.revision() == release.revision()) {
                    place.delete(RESULT + start.number() + ENDING);
                    place.delete(START + start.number() + ENDING);
                }
            }
            place.delete(RELEASE + release.revision() + ENDING);
            return true;
        });
    }

    /** The right to change a pipeline; empty where someone else holds it. */
    public Optional<PipelineLock> lock(String pipeline) throws ReleaseStoreException, InterruptedException {
        try {
            return PipelineLock.take(folder.folder(pipeline));
        } catch (IOException e) {
            throw ReleaseStoreException.of("the release store " + folder.path() + " cannot be written", e);
        }
    }

    private boolean create(String pipeline, String name, Object value) throws ReleaseStoreException {
        return io("written", () -> folder.folder(pipeline).create(name + ENDING, JSON.writeValueAsBytes(value)));
    }

    private <T> List<T> all(String pipeline, String prefix, Class<T> type, Comparator<T> order)
            throws ReleaseStoreException {
        return io("read", () -> {
            StoreFolder place = folder.folder(pipeline);
            List<T> found = new ArrayList<>();
            for (String name : place.names()) {
                if (name.startsWith(prefix) && name.endsWith(ENDING)) {
                    read(place, name, type).ifPresent(found::add);
                }
            }
            found.sort(order.reversed());
            return List.copyOf(found);
        });
    }

    private static <T> Optional<T> read(StoreFolder place, String name, Class<T> type) throws IOException {
        Optional<byte[]> bytes = place.read(name);
        try {
            return bytes.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(bytes.get(), type));
        } catch (JsonProcessingException e) {
            throw new IOException("the file " + name + " is damaged", e);
        }
    }

    private <T> T io(String what, Access<T> access) throws ReleaseStoreException {
        try {
            return access.get();
        } catch (IOException e) {
            throw ReleaseStoreException.of("the release store " + folder.path() + " cannot be " + what, e);
        }
    }

    private interface Access<T> {
        T get() throws IOException;
    }
}
