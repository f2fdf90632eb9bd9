package io.trasa.documents;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures for tests: red at the top left, white elsewhere. */
public final class Pictures {

  private Pictures() {}

  public static byte[] png(int width, int height) {
    return encoded("png", width, height);
  }

  public static byte[] jpeg(int width, int height) {
    return encoded("jpeg", width, height);
  }

  /** A JPEG whose camera says which way is up, and where it was taken. */
  static byte[] jpeg(int width, int height, int orientation) {
    byte[] plain = jpeg(width, height);
    byte[] exif =
        ByteBuffer.allocate(36 + 6)
            .put((byte) 0xff)
            .put((byte) 0xe1)
            .putShort((short) 40)
            .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
            .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .array();
    return ByteBuffer.allocate(plain.length + exif.length)
        .put(plain, 0, 2)
        .put(exif)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  /** A few bytes that claim to be a huge picture. */
  static byte[] bomb() {
    byte[] png = png(1, 1);
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    var sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    return png;
  }

  private static byte[] encoded(String format, int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 4, height / 4);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
