package io.millrace.connectors.alert;

import java.util.Locale;

/** Whose messages a webhook takes. */
public enum AlertFormat {
    /** Slack's incoming webhooks and what is compatible with them. */
    SLACK,
    /** DingTalk's custom robots. */
    DINGTALK,
    /** PagerDuty's Events API v2. */
    PAGERDUTY,
    /** Any receiver of the row as a JSON object. */
    JSON;

    /** Returns the name as options spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
