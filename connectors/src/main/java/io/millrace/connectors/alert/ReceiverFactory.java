package io.millrace.connectors.alert;

import io.millrace.connectors.http.HttpAddress;
import java.net.URI;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;

/** Makes the receiver that the options describe. */
final class ReceiverFactory {

    private static final String PAGERDUTY_EVENTS = "https://events.pagerduty.com/v2/enqueue";

    private final ReadableConfig options;
    private final List<String> columns;

    private ReceiverFactory(ReadableConfig options, List<String> columns) {
        this.options = options;
        this.columns = columns;
    }

    /**
     * Returns the receiver.
     *
     * @throws ValidationException that names an option which is missing or wrong for the format
     */
    static Receiver of(ReadableConfig options, List<String> columns, String table) {
        ReceiverFactory factory = new ReceiverFactory(options, columns);
        return switch (options.get(AlertOptions.FORMAT)) {
            case SLACK -> new SlackReceiver(factory.url(), factory.text(SlackReceiver.LONGEST));
            case DINGTALK ->
                new DingTalkReceiver(
                        factory.url(),
                        options.getOptional(AlertOptions.DINGTALK_SECRET).orElse(null),
                        options.get(AlertOptions.DINGTALK_MESSAGE_TYPE),
                        factory.template(AlertOptions.DINGTALK_TITLE),
                        factory.text(DingTalkReceiver.LONGEST));
            case PAGERDUTY -> factory.pagerDuty(table);
            case JSON -> new JsonReceiver(factory.url(), factory.actionField());
        };
    }

    private Receiver pagerDuty(String table) {
        String routingKey = required(AlertOptions.PAGERDUTY_ROUTING_KEY);
        TextTemplate severity = template(AlertOptions.PAGERDUTY_SEVERITY);
        String level = options.get(AlertOptions.PAGERDUTY_SEVERITY);
        if (severity.isConstant() && !PagerDutyReceiver.SEVERITIES.contains(level)) {
            throw new ValidationException(
                    "Option 'pagerduty.severity' of connector 'alert' must be 'critical', 'error',"
                            + " 'warning', 'info' or a column in braces");
        }
        String source = options.getOptional(AlertOptions.PAGERDUTY_SOURCE)
                .orElse(table.replace("{", "{{").replace("}", "}}"));
        return new PagerDutyReceiver(
                url(),
                routingKey,
                table,
                severity,
                TextTemplate.parse(AlertOptions.PAGERDUTY_SOURCE.key(), source, columns),
                text(PagerDutyReceiver.LONGEST));
    }

    private URI url() {
        boolean fixed = options.get(AlertOptions.FORMAT) == AlertFormat.PAGERDUTY;
        String url = options.getOptional(AlertOptions.URL)
                .orElseGet(() -> fixed ? PAGERDUTY_EVENTS : required(AlertOptions.URL));
        return HttpAddress.parse(AlertTableFactory.IDENTIFIER, AlertOptions.URL.key(), url);
    }

    private NoticeText text(int longest) {
        required(AlertOptions.TEXT);
        TextTemplate recovered = options.getOptional(AlertOptions.TEXT_RECOVERED)
                .map(text -> TextTemplate.parse(AlertOptions.TEXT_RECOVERED.key(), text, columns))
                .orElse(null);
        return new NoticeText(template(AlertOptions.TEXT), recovered, longest);
    }

    private String actionField() {
        String field = options.get(AlertOptions.JSON_ACTION_FIELD);
        if (columns.contains(field)) {
            throw new ValidationException("Option 'json.action-field' of connector 'alert' is '" + field
                    + "', which is a column; give the field another name");
        }
        return field;
    }

    private TextTemplate template(ConfigOption<String> option) {
        return TextTemplate.parse(option.key(), options.get(option), columns);
    }

    private String required(ConfigOption<String> option) {
        return options.getOptional(option)
                .filter(value -> !value.isBlank())
                .orElseThrow(() ->
                        new ValidationException("Option '%s' of connector 'alert' is required with 'format' = '%s'"
                                .formatted(option.key(), options.get(AlertOptions.FORMAT))));
    }
}
