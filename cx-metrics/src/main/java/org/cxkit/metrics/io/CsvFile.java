package org.cxkit.metrics.io;

import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

/** An open source of text: decompressed, decoded, without its byte order mark, and knowing its position. */
final class CsvFile implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String name;
    private final Reader text;
    private final LongSupplier position;

    private CsvFile(String name, Reader text, LongSupplier position) {
        this.name = name;
        this.text = text;
        this.position = position;
    }

    static CsvFile open(Path file) throws IOException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new FileNotFoundException(name + ": wanted a CSV file, got a directory");
        }
        InputStream raw;
        try {
            raw = Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException(name + ": there is no such file");
        } catch (IOException e) {
            throw new IOException(name + ": cannot be read (" + e + ")", e);
        }
        try {
            CountingInputStream counted = new CountingInputStream(raw);
            InputStream bytes = new BufferedInputStream(counted, BUFFER);
            if (startsWith(bytes, GZIP)) {
                bytes = new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER);
            }
            if (startsWith(bytes, BYTE_ORDER_MARK)) {
                bytes.skipNBytes(BYTE_ORDER_MARK.length);
            }
            // a new decoder reports malformed bytes, where a named charset would replace them
            return new CsvFile(
                    name, new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), counted::getCount);
        } catch (IOException e) {
            raw.close();
            String reason = e instanceof EOFException ? "it ends too early" : e.getMessage();
            throw new IOException(name + ": cannot be read (" + reason + ")", e);
        }
    }

    static CsvFile of(Reader reader, String name) {
        CountingReader counted = new CountingReader(reader);
        return new CsvFile(name, counted, () -> counted.count);
    }

    /** Whether the next bytes are these; they stay unread. */
    private static boolean startsWith(InputStream bytes, byte[] expected) throws IOException {
        bytes.mark(expected.length);
        byte[] found = bytes.readNBytes(expected.length);
        bytes.reset();
        return Arrays.equals(found, expected);
    }

    String name() {
        return name;
    }

    Reader text() {
        return text;
    }

    long position() {
        return position.getAsLong();
    }

    /** The one clear line for a source that broke while it was read. */
    IOException unreadable(UncheckedIOException wrapped, long line) {
        Throwable cause = wrapped.getCause();
        String reason = cause instanceof CharacterCodingException
                ? "not UTF-8 text"
                : "cannot be read (" + (cause == null ? wrapped : cause).getMessage() + ")";
        return new IOException(name + " after row " + line + ": " + reason, wrapped);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Counts characters and drops a byte order mark. */
    private static final class CountingReader extends FilterReader {
        private long count;

        CountingReader(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (count == 0 && read > 0 && buffer[offset] == '\uFEFF') {
                count = read;
                System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                return read == 1 ? read(buffer, offset, length) : read - 1;
            }
            count += Math.max(read, 0);
            return read;
        }
    }
}
