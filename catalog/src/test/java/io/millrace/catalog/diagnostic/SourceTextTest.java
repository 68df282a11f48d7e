package io.millrace.catalog.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SourceTextTest {

    private final SourceText text = new SourceText("f", "ab\r\n😀c\rd\n");

    @Test
    void columnsCountCodePointsAndLinesEndInThreeWays() {
        assertThat(text.locate(text.content().indexOf('c')).toString()).isEqualTo("f:2:2");
        assertThat(text.locate(text.content().indexOf('d')).toString()).isEqualTo("f:3:1");
        assertThat(text.locate(99).toString()).isEqualTo("f:4:1");
    }

    @Test
    void linesComeWithoutTheirEndings() {
        assertThat(text.line(1)).isEqualTo("ab");
        assertThat(text.line(2)).isEqualTo("😀c");
        assertThat(text.line(4)).isEmpty();
        assertThat(text.line(5)).isEmpty();
    }

    @Test
    void aParsersLineAndColumnBecomeAnOffset() {
        assertThat(text.offset(2, 3)).isEqualTo(text.content().indexOf('c'));
        assertThat(text.offset(9, 9)).isEqualTo(text.content().length());
    }

    @Test
    void findsTheOffsetOfAPlaceWhoseColumnCountsCodePoints() {
        SourceText text = new SourceText("a.yaml", "x\n\uD83D\uDE00b\n");
        int offset = text.content().indexOf('b');

        assertThat(text.locate(offset)).isEqualTo(new SourceLocation("a.yaml", 2, 2));
        assertThat(text.offset(text.locate(offset))).isEqualTo(offset);
    }
}
