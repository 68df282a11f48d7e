package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.StatementAnalyzer;
import io.millrace.catalog.script.EditedText;
import java.util.Set;
import org.apache.flink.table.api.SqlParserException;

/** Tells which tables a statement reads, by Flink's own parser; needs no table environment and is thread-safe. */
public final class FlinkStatementAnalyzer implements StatementAnalyzer {

    @Override
    public Set<String> tablesRead(EditedText statement, DiagnosticCollector problems) {
        try {
            return TableReads.of(FlinkSqlParser.parse(statement.text()));
        } catch (SqlParserException e) {
            problems.addAll(SyntaxErrors.diagnose(new FlinkFailure(statement, e, new Redaction())));
            return Set.of();
        } catch (NullPointerException | StackOverflowError e) {
            if (!DeepNesting.isOverflow(e)) {
                throw e;
            }
            problems.add(DeepNesting.diagnose(statement));
            return Set.of();
        }
    }
}
