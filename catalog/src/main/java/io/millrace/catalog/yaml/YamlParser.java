package io.millrace.catalog.yaml;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses a YAML file into located nodes, on SnakeYAML's node graph. */
public final class YamlParser {

    private static final int NESTING_LIMIT = 40;

    private YamlParser() {}

    /** The document's root; empty for a file without content or one that is not YAML, which is reported. */
    public static Optional<YamlNode> parse(SourceText source, DiagnosticCollector problems) {
        try {
            Node root = new Yaml(options()).compose(new StringReader(source.content()));
            return root == null ? Optional.empty() : new NodeConverter(source, problems).convert(root);
        } catch (MarkedYAMLException e) {
            report(source, e, problems);
        } catch (ReaderException e) {
            problems.error(
                    DiagnosticCode.YAML_SYNTAX,
                    locate(source, e.getPosition()),
                    String.format("the character U+%04X is not allowed in YAML", e.getCodePoint()));
        } catch (YAMLException e) {
            problems.error(
                    DiagnosticCode.YAML_TOO_COMPLEX,
                    new SourceLocation(source.file(), 1, 1),
                    "the document is nested more than " + NESTING_LIMIT + " levels deep");
        }
        return Optional.empty();
    }

    static SourceLocation locate(SourceText source, Mark mark) {
        return locate(source, mark.getIndex());
    }

    private static SourceLocation locate(SourceText source, int codePointIndex) {
        return source.locate(source.offsetOfCodePoint(codePointIndex));
    }

    private static void report(SourceText source, MarkedYAMLException e, DiagnosticCollector problems) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        SourceLocation location = locate(source, mark);
        String problem = e.getProblem().replaceAll("\\s+", " ");
        String context = e.getContext() == null ? "" : e.getContext().strip();
        if (context.startsWith("while") && e.getContextMark() != null) {
            SourceLocation start = locate(source, e.getContextMark());
            problems.error(
                    DiagnosticCode.YAML_SYNTAX,
                    location,
                    "not valid YAML: " + problem,
                    context + ", which starts at line " + start.line() + ", column " + start.column());
        } else {
            String message = context.isEmpty() ? problem : context + ", " + problem;
            problems.error(DiagnosticCode.YAML_SYNTAX, location, "not valid YAML: " + message);
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(NESTING_LIMIT);
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }
}
