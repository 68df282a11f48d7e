package io.millrace.launcher.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.release.StartResult.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseHistoryTest {

    @TempDir
    private Path root;

    private ReleaseStore store;
    private ReleaseHistory history;
    private int starts;

    @BeforeEach
    void open() {
        store = ReleaseStore.of(root.toString(), "shop", "prod");
        history = new ReleaseHistory(store, "p");
    }

    @Test
    void thePreviousReleaseIsTheLastOtherOneThatRan() throws Exception {
        assertThat(history.previous()).isEmpty();
        started(1, Result.RUNNING);
        assertThat(history.previous()).isEmpty();
        started(2, Result.FAILED);
        assertThat(history.previous()).isEmpty();
        started(1, Result.RUNNING);
        assertThat(history.previous()).isEmpty();
        started(3, Result.RUNNING);
        assertThat(history.previous()).map(Release::revision).contains(1);
        interrupted(4);
        assertThat(history.previous()).map(Release::revision).contains(1);
        started(5, Result.FINISHED);
        assertThat(history.previous()).map(Release::revision).contains(3);
    }

    @Test
    void startsComeNewestFirstWithWhatBecameOfThem() throws Exception {
        started(1, Result.RUNNING);
        interrupted(2);
        assertThat(history.entries())
                .extracting(entry -> entry.release().revision())
                .containsExactly(2, 1);
        assertThat(history.entries().get(0).result()).isEmpty();
        assertThat(history.entries().get(1).result()).map(StartResult::result).contains(Result.RUNNING);
    }

    @Test
    void pruningKeepsTheNewest() throws Exception {
        for (int revision = 1; revision <= 5; revision++) {
            started(revision, Result.RUNNING);
        }
        assertThat(history.prune(3)).containsExactly(2, 1);
        assertThat(store.releases("p")).extracting(Release::revision).containsExactly(5, 4, 3);
        assertThat(history.prune(3)).isEmpty();
    }

    @Test
    void pruningKeepsWhatRunsAndWhatItReplaced() throws Exception {
        for (int revision = 1; revision <= 4; revision++) {
            started(revision, Result.RUNNING);
        }
        started(5, Result.FAILED);
        started(4, Result.RUNNING);
        assertThat(history.prune(1)).containsExactly(3, 2, 1);
        assertThat(store.releases("p")).extracting(Release::revision).containsExactly(5, 4);
    }

    @Test
    void pruningKeepsTheReleaseThatLeftTheStateHoweverOftenOthersFailed() throws Exception {
        started(1, Result.RUNNING);
        started(2, Result.RUNNING);
        for (int revision = 3; revision <= 6; revision++) {
            started(revision, Result.FAILED);
        }
        assertThat(history.prune(1)).containsExactly(4, 3, 1);
        assertThat(store.releases("p")).extracting(Release::revision).containsExactly(6, 5, 2);
    }

    private void started(int revision, Result result) throws ReleaseStoreException {
        interrupted(revision);
        store.keep("p", new StartResult(starts, result, "", "", "2026-01-01T00:00:00Z"));
    }

    private void interrupted(int revision) throws ReleaseStoreException {
        store.keep(Releases.of(revision));
        starts++;
        store.keep(Releases.start(starts, revision, starts));
    }
}
