package io.millrace.udf.rules;

/** What is wrong with a rule or with the facts it reads, and where in the rule. */
final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 40;

    /**
     * A problem.
     *
     * @param position of the character in the rule, from 0
     */
    RuleException(int position, String problem) {
        // One may be thrown for each row, and no one reads the stack.
        super("at character " + (position + 1) + ": " + problem, null, false, false);
    }

    /** A value between quotes, cut to a length that a message can hold. */
    static String quoted(String value) {
        return "'" + (value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...") + "'";
    }
}
