package org.cxkit.journey.svg;

import java.text.Normalizer;

/**
 * How wide a text is at most, in a common sans-serif font, without asking any font.
 *
 * <p>The widths are the larger of DejaVu Sans 2.37 and Liberation Sans 2.1 (which has the widths of Arial and
 * Helvetica), in hundredths of the font size, rounded up: a text measured here does not overflow in either of them, nor
 * in a narrower font such as Segoe UI or Roboto. Kerning is ignored. A letter with an accent is as wide as the letter;
 * other scripts get a width that is generous for them.
 */
final class Glyphs {
    /** U+0020 to U+007E, regular. */
    private static final int[] REGULAR = {
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
                84,
        84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79, 67, 79, 73, 67, 62, 74, 69, 99, 69,
                67,
        69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64,
                60,
        82, 60, 60, 53, 64, 34, 64, 84
    };

    /** U+0020 to U+007E, bold. */
    private static final int[] BOLD = {
        35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40,
        84, 84, 84, 62, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 56, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78,
        111, 78, 73, 73, 46, 37, 46, 84, 56, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72,
        50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84
    };

    /** For other scripts: the last character of a block, and how wide its characters are. */
    private static final int[][] BLOCKS = {
        {0x36F, 100},
        {0x52F, 110},
        {0x6FF, 90},
        {0x1FFF, 120},
        {0x2013, 60},
        {0x2015, 100},
        {0x2025, 62},
        {0x2026, 100},
        {0x202F, 40},
        {0x2E7F, 130},
        {0xFFFF, 104}
    };

    private Glyphs() {}

    /**
     * {@return the width of the text in pixels}
     *
     * @param text one line
     * @param size the font size in pixels
     * @param bold whether the font is bold
     */
    static double width(String text, double size, boolean bold) {
        long hundredths = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            hundredths += width(c, bold);
            i += Character.charCount(c);
        }
        return hundredths * size / 100;
    }

    private static int width(int c, boolean bold) {
        int[] table = bold ? BOLD : REGULAR;
        if (c >= ' ' && c <= '~') {
            return table[c - ' '];
        }
        if (joins(c)) {
            return 0;
        }
        if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) {
            int base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                    .codePointAt(0);
            return base >= ' ' && base <= '~' ? table[base - ' '] + 2 : 117;
        }
        for (int[] block : BLOCKS) {
            if (c <= block[0]) {
                return block[1];
            }
        }
        return 140;
    }

    /** {@return whether the character joins the one before it, so that no line may begin with it} */
    static boolean joins(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F);
    }
}
