package io.millrace.catalog.reader;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import java.util.Optional;

/** Reads times of test files, which are exact to the millisecond. */
final class TimeReader {

    private TimeReader() {}

    static Optional<TimeText> read(String owner, Located<String> text, DiagnosticCollector problems) {
        Optional<TimeText> time = TimeText.parse(text.value());
        if (time.isEmpty()) {
            problems.error(
                    DiagnosticCode.BAD_TIME,
                    text.location(),
                    owner + " cannot be '" + text.value() + "'",
                    "a date and time that exist, as " + TimeText.FORM);
        } else if (time.get().digits() > 3) {
            problems.error(
                    DiagnosticCode.BAD_TIME,
                    text.location(),
                    owner + " is exact to the millisecond, '" + text.value() + "' is not",
                    "leave out what follows the third digit");
            return Optional.empty();
        }
        return time;
    }
}
