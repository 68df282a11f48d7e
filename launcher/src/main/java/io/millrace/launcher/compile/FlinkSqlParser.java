package io.millrace.launcher.compile;

import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.flink.sql.parser.validate.FlinkSqlConformance;
import org.apache.flink.table.planner.delegation.FlinkSqlParserFactories;
import org.apache.flink.table.planner.parse.CalciteParser;

/** Flink's SQL grammar without a table environment, set up exactly as Flink's planner sets up its own parser. */
final class FlinkSqlParser {

    private static final SqlParser.Config CONFIG = SqlParser.config()
            .withParserFactory(FlinkSqlParserFactories.create(FlinkSqlConformance.DEFAULT))
            .withConformance(FlinkSqlConformance.DEFAULT)
            .withLex(Lex.JAVA)
            .withIdentifierMaxLength(256);

    private FlinkSqlParser() {}

    /**
     * Parses one statement.
     *
     * @throws org.apache.flink.table.api.SqlParserException where the text is not a statement
     */
    static SqlNode parse(String sql) {
        return new CalciteParser(CONFIG).parse(sql);
    }

    /**
     * Parses one expression.
     *
     * @throws org.apache.flink.table.api.SqlParserException where the text is not one expression and nothing else
     */
    static SqlNode parseExpression(String sql) {
        return new CalciteParser(CONFIG).parseExpression(sql);
    }
}
