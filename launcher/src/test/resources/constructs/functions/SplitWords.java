import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/** Gives each word of a text with its length; no row for a text without words. */
@FunctionHint(output = @DataTypeHint("ROW<word STRING, letters INT>"))
public class SplitWords extends TableFunction<Row> {

    public void eval(String text) {
        if (text != null) {
            for (String word : text.trim().split(" +")) {
                if (!word.isEmpty()) {
                    collect(Row.of(word, word.length()));
                }
            }
        }
    }
}
