package io.millrace.catalog.validation;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.script.SqlToken;
import java.util.regex.Pattern;

/** No OPTIONS hints, because compiled plans drop them without a word. */
public final class OptionsHintRule implements ValidationRule {

    private static final Pattern OPTIONS = Pattern.compile("\\bOPTIONS\\s*\\(", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        for (PipelineSources pipeline : catalog.pipelines()) {
            pipeline.statements().forEach(statement -> statement.tokens().stream()
                    .filter(OptionsHintRule::isOptions)
                    .forEach(token -> findings.add(
                            pipeline.name(),
                            Diagnostic.error(
                                    DiagnosticCode.OPTIONS_HINT,
                                    statement.source().locate(token.start()),
                                    "OPTIONS hints are refused: a compiled plan drops them silently",
                                    "set the option under 'tables' of the descriptor"))));
        }
    }

    private static boolean isOptions(SqlToken token) {
        return token.kind() == SqlToken.Kind.HINT
                && OPTIONS.matcher(token.text()).find();
    }
}
