package io.millrace.sandbox.artifact;

import java.nio.file.Path;
import java.util.List;

/** Where artifacts come from; each file that it returns is whole. */
public interface ArtifactSource {

    /**
     * Returns the file of one artifact, downloading it when it is not there.
     *
     * @param coordinates {@code group:artifact[:extension[:classifier]]:version}
     * @throws io.millrace.sandbox.state.SandboxException when it cannot be had
     */
    Path file(String coordinates);

    /**
     * Returns the jars of artifacts and of everything that they need together at run time, in class path order.
     *
     * @throws io.millrace.sandbox.state.SandboxException when one of them cannot be had
     */
    List<Path> classPath(List<String> coordinates);
}
