package io.millrace.connectors.alert;

import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The text of notices for people.
 *
 * @param recovered null for the alert's text behind {@code Recovered: }
 * @param longest characters of a whole message; a longer text is cut
 */
record NoticeText(TextTemplate alert, TextTemplate recovered, int longest) implements Serializable {

    private static final int MOST_NOTICES = 50;

    String of(Notice notice, UnaryOperator<String> escape) {
        String text = notice.recovery() && recovered == null
                ? "Recovered: " + alert.render(notice.row(), escape)
                : (notice.recovery() ? recovered : alert).render(notice.row(), escape);
        return cut(text, longest);
    }

    /** Returns how many notices fit into one message. */
    int capacity(List<Notice> notices, UnaryOperator<String> escape) {
        int length = 0;
        int count = 0;
        for (Notice notice : notices) {
            length += of(notice, escape).length() + 2;
            if (count > 0 && (length > longest || count == MOST_NOTICES)) {
                break;
            }
            count++;
        }
        return count;
    }

    /** Returns the texts of notices, with a separator between them. */
    String joined(List<Notice> notices, String separator, UnaryOperator<String> escape) {
        return notices.stream().map(notice -> of(notice, escape)).collect(Collectors.joining(separator));
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
