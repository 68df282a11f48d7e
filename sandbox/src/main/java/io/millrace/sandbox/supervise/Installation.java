package io.millrace.sandbox.supervise;

import io.millrace.sandbox.artifact.ArtifactSource;
import io.millrace.sandbox.artifact.MavenRepository;
import io.millrace.sandbox.artifact.ServerCache;
import io.millrace.sandbox.server.Flavour;
import io.millrace.sandbox.server.SandboxRequest;
import io.millrace.sandbox.server.Server;
import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.server.Servers;
import io.millrace.sandbox.state.StateFolder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts the servers of a request into the user cache; opens the repository only when one is missing. */
public final class Installation implements AutoCloseable {

    private final StateFolder folder;
    private final ServerCache cache;
    private final Supplier<MavenRepository> repository;
    private MavenRepository opened;

    /**
     * Makes an installation; nothing is opened or written yet.
     *
     * @param repository opens the repository
     */
    public Installation(StateFolder folder, ServerCache cache, Supplier<MavenRepository> repository) {
        this.folder = folder;
        this.cache = cache;
        this.repository = repository;
    }

    /**
     * Installs what is missing.
     *
     * @param events told about each server that has to be installed
     * @throws io.millrace.sandbox.state.SandboxException when one cannot be had, or when the data are of another
     *     product
     */
    public void ensure(SandboxRequest request, Consumer<Event> events) {
        for (ServerName name : ServerName.values()) {
            if (request.servers().contains(name)) {
                Flavour flavour = Preparation.flavour(folder, request.flavour());
                ensure(Servers.of(name, flavour), events);
            }
        }
    }

    private void ensure(Server server, Consumer<Event> events) {
        Preparation.check(folder, server);
        if (!cache.has(server.product())) {
            events.accept(Event.progress(server.name().toString(), "getting " + server.product()));
            cache.install(server.product(), target -> server.unpack(target, this::artifacts));
        }
    }

    private synchronized ArtifactSource artifacts() {
        if (opened == null) {
            opened = repository.get();
        }
        return opened;
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
