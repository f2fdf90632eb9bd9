package io.trasa.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The outside of a WebP picture (RFC 9649): its length and its size in pixels. */
final class Webp {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int SHORTEST = RIFF_HEADER + CHUNK_HEADER + 10;

  private Webp() {}

  static void requireSound(byte[] content) {
    var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < SHORTEST || bytes.getInt(4) + CHUNK_HEADER > content.length) {
      throw Photo.broken();
    }
    int at = RIFF_HEADER + CHUNK_HEADER;
    switch (new String(content, RIFF_HEADER, 4, StandardCharsets.US_ASCII)) {
      case "VP8 " ->
          Photo.requireFew(bytes.getShort(at + 6) & 0x3fff, bytes.getShort(at + 8) & 0x3fff);
      case "VP8L" -> {
        int packed = bytes.getInt(at + 1);
        Photo.requireFew((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
      }
      case "VP8X" -> Photo.requireFew(threeBytes(bytes, at + 4) + 1, threeBytes(bytes, at + 7) + 1);
      default -> throw Photo.broken();
    }
  }

  private static int threeBytes(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xffff | (bytes.get(at + 2) & 0xff) << 16;
  }
}
