package dev.iacguard.release;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes zip archives that keep which files can be executed, which {@code java.util.zip} cannot do.
 * Their bytes depend on the entries and the time only.
 */
@SuppressWarnings("ByteBufferBackingArray")
final class Zip {
  private static final int UNIX = 3 << 8;
  private static final int VERSION = 20;
  private static final int UTF_8 = 1 << 11;
  private static final int DEFLATED = 8;

  private Zip() {}

  static byte[] of(List<Entry> entries, Instant time) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      byte[] name = entry.path().getBytes(StandardCharsets.UTF_8);
      byte[] packed = deflate(entry.content());
      ByteBuffer common = littleEndian(26);
      common.putShort((short) VERSION).putShort((short) UTF_8).putShort((short) DEFLATED);
      common.putInt(dosTime(time)).putInt(crc(entry.content()));
      common.putInt(packed.length).putInt(entry.content().length);
      common.putShort((short) name.length).putShort((short) 0);
      ByteBuffer central = littleEndian(20);
      central.putInt(0x02014b50).putShort((short) (UNIX | VERSION)).flip();
      directory.write(central.array(), 0, central.limit());
      directory.writeBytes(common.array());
      ByteBuffer rest = littleEndian(14);
      rest.putShort((short) 0).putShort((short) 0).putShort((short) 0);
      rest.putInt((entry.executable() ? 0100755 : 0100644) << 16).putInt(out.size());
      directory.writeBytes(rest.array());
      directory.writeBytes(name);
      out.writeBytes(littleEndian(4).putInt(0x04034b50).array());
      out.writeBytes(common.array());
      out.writeBytes(name);
      out.writeBytes(packed);
    }
    ByteBuffer end = littleEndian(22).putInt(0x06054b50).putInt(0);
    end.putShort((short) entries.size()).putShort((short) entries.size());
    end.putInt(directory.size()).putInt(out.size()).putShort((short) 0);
    out.writeBytes(directory.toByteArray());
    out.writeBytes(end.array());
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static int crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }

  private static int dosTime(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    int date = ((time.getYear() - 1980) << 9) | (time.getMonthValue() << 5) | time.getDayOfMonth();
    int clock = (time.getHour() << 11) | (time.getMinute() << 5) | (time.getSecond() / 2);
    return (date << 16) | clock;
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
