package io.millrace.launcher.report;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Data as YAML for other programs. */
public final class YamlText {

    private YamlText() {}

    /** Maps, lists and scalars as a block, no line broken; texts that a reader might take for another type are quoted. */
    public static String of(Object data) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndent(2);
        options.setIndentWithIndicator(true);
        return new Yaml(options).dump(data);
    }
}
