package io.millrace.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryLogTest {

    private static final Story PAYMENTS = story("payments");
    private static final Story PAGES = story("payments-by-card");

    @TempDir
    private Path root;

    private StoryLog log;

    @BeforeEach
    void createFolder() {
        StateFolder folder = new StateFolder(root.resolve("sandbox"));
        folder.create();
        log = new StoryLog(folder);
    }

    @Test
    void aTaleIsRememberedOnceItWasToldToItsEnd() {
        log.end(PAYMENTS, log.begin(PAYMENTS, 7));
        log.end(PAYMENTS, log.begin(PAYMENTS, 9));

        assertThat(log.tellings(PAYMENTS)).isEqualTo(List.of(new Telling(7, 1), new Telling(9, 2)));
        assertThat(log.tellings(PAGES)).isEmpty();
    }

    @Test
    void aTaleThatWasCutShortIsNeverTakenForAWholeOne() {
        log.end(PAYMENTS, log.begin(PAYMENTS, 7));
        log.begin(PAYMENTS, 7);

        assertThatThrownBy(() -> log.tellings(PAYMENTS))
                .isInstanceOf(SandboxException.class)
                .hasMessage("run 2 of the story 'payments' was cut short, so nobody knows what it leads to:"
                        + " begin anew with `sandbox down --wipe`");
    }

    @Test
    void runsOfOneStoryAreWeeksApart() {
        assertThat(new Telling(1, 1).start()).isEqualTo("2026-03-16T08:00:00Z");
        assertThat(new Telling(1, 2).start()).isEqualTo("2026-03-23T08:00:00Z");
    }

    private static Story story(String name) {
        return new Story() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Department department() {
                return Department.BUSINESS;
            }

            @Override
            public Tale tell(Telling telling) {
                return new Tale(List.of(), List.of());
            }
        };
    }
}
