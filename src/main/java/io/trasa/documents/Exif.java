package io.trasa.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The one thing needed of what cameras write into a JPEG: which side is up. */
final class Exif {

  static final int UPRIGHT = 1;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private Exif() {}

  /** 1 (upright) to 8, as EXIF numbers them; 1 where nothing sensible is said. */
  static int orientation(byte[] jpeg) {
    try {
      return inSegments(ByteBuffer.wrap(jpeg));
    } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
      return UPRIGHT;
    }
  }

  private static int inSegments(ByteBuffer bytes) {
    int at = 2;
    while ((bytes.get(at) & 0xff) == 0xff && (bytes.get(at + 1) & 0xff) != 0xda) {
      int length = bytes.getShort(at + 2) & 0xffff;
      if ((bytes.get(at + 1) & 0xff) == 0xe1 && isExif(bytes, at + 4)) {
        return inDirectory(bytes.slice(at + 10, length - 8));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static boolean isExif(ByteBuffer bytes, int at) {
    var mark = new byte[4];
    bytes.get(at, mark);
    return "Exif".equals(new String(mark, StandardCharsets.US_ASCII));
  }

  /** A TIFF header, then the first directory's entries. */
  private static int inDirectory(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY_BYTES;
      if ((tiff.getShort(at) & 0xffff) == ORIENTATION) {
        int value = tiff.getShort(at + 8) & 0xffff;
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
