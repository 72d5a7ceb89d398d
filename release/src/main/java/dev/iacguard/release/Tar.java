package dev.iacguard.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Writes tar archives (POSIX ustar) whose bytes depend on the entries and the time only. */
final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  static byte[] of(List<Entry> entries, Instant time) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Set<String> folders = new LinkedHashSet<>();
    for (Entry entry : entries) {
      String path = entry.path();
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        String folder = path.substring(0, slash + 1);
        if (folders.add(folder)) {
          // A scratch folder for everybody, as on any system.
          out.write(header(folder, 0, folder.equals("tmp/") ? 01777 : 0755, time));
        }
      }
      if (!entry.isFolder()) {
        int size = entry.content().length;
        out.write(header(path, size, entry.executable() ? 0755 : 0644, time));
        out.write(entry.content());
        out.write(new byte[(BLOCK - size % BLOCK) % BLOCK]);
      }
    }
    out.write(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] header(String path, int size, int mode, Instant time) {
    byte[] header = new byte[BLOCK];
    int cut = path.length() <= 100 ? 0 : path.indexOf('/', path.length() - 101) + 1;
    if (cut > 155 || (path.length() > 100 && cut == 0)) {
      throw new IllegalArgumentException("the path is too long for a tar archive: " + path);
    }
    put(header, 0, path.substring(cut));
    if (cut > 0) {
      put(header, 345, path.substring(0, cut - 1));
    }
    octal(header, 100, 8, mode);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, size);
    octal(header, 136, 12, time.getEpochSecond());
    put(header, 148, "        ");
    header[156] = (byte) (path.endsWith("/") ? '5' : '0');
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    return header;
  }

  private static void octal(byte[] header, int at, int length, long value) {
    put(header, at, ("%0" + (length - 1) + "o").formatted(value));
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
