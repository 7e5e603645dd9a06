package org.cxkit.metrics.io;

/** The characters of one field, in a buffer that every row uses again. */
final class FieldText implements CharSequence {
    private char[] chars = new char[32];
    private int length;

    void clear() {
        length = 0;
    }

    /** Takes a field, without the white space around it. */
    void set(char[] source, int from, int count) {
        int start = from;
        int end = from + count;
        while (start < end && source[start] <= ' ') {
            start++;
        }
        while (start < end && source[end - 1] <= ' ') {
            end--;
        }
        length = end - start;
        if (length > chars.length) {
            chars = new char[Math.max(length, chars.length * 2)];
        }
        System.arraycopy(source, start, chars, 0, length);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    public char charAt(int index) {
        if (index >= length) {
            throw new StringIndexOutOfBoundsException("index " + index + ", length " + length);
        }
        return chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    @Override
    public String toString() {
        return length == 0 ? "" : new String(chars, 0, length);
    }
}
