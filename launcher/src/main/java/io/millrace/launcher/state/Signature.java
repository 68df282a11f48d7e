package io.millrace.launcher.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must be the same of an operator for its state to mean the same.
 *
 * @param parts named, so that a difference can be told
 * @param exactOrigin what it reads, with filters and watermarks; empty where its state does not depend on it
 * @param ancestors the stateful operators that it reads, where its state depends on them
 * @param doubt why nothing can be said of its state
 */
record Signature(Map<String, String> parts, String exactOrigin, List<Integer> ancestors, Optional<String> doubt) {

    Signature {
        ancestors = List.copyOf(ancestors);
    }

    /** Equal for operators whose state means the same, though the rows may be chosen otherwise. */
    String loose() {
        return Digest.of(parts);
    }

    /** Equal for operators whose state is the same. */
    String exact() {
        return Digest.of(parts + exactOrigin);
    }
}
