package io.trasa.documents;

import io.trasa.common.InvalidInputException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures: bounded before they are decoded, and photos as they are kept. */
final class Photo {

  /** Of a kept photo, in pixels. */
  static final int LONGEST_SIDE = 2048;

  /** Enough for every phone; a few kilobytes of PNG could claim a thousand times that. */
  static final int MOST_PIXELS = 50_000_000;

  private static final float QUALITY = 0.85f;

  /** A decoded photo takes up to 200 MB; few at a time then. */
  private static final Semaphore PLACES = new Semaphore(2);

  private Photo() {}

  /**
   * Decodes a picture.
   *
   * @throws InvalidInputException if it has too many pixels (without decoding it) or is broken
   */
  static BufferedImage read(byte[] content) {
    PLACES.acquireUninterruptibly();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw broken();
      }
      return read(readers.next(), input);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw broken();
    } finally {
      PLACES.release();
    }
  }

  private static BufferedImage read(ImageReader reader, MemoryCacheImageInputStream input)
      throws IOException {
    try {
      reader.setInput(input, true, true);
      requireFew(reader.getWidth(0), reader.getHeight(0));
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** The photo as it is kept: upright, not larger than needed, only pixels. */
  static byte[] upright(byte[] jpeg) {
    var picture = read(jpeg);
    int turn = Exif.orientation(jpeg);
    double scale =
        Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    return jpeg(turned(smaller(picture, scale), turn));
  }

  /** Halves until nearly there, so that no pixel is left out. */
  private static BufferedImage smaller(BufferedImage picture, double scale) {
    int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
    var current = picture;
    while (current.getWidth() > 2 * width) {
      current = drawn(current, current.getWidth() / 2, Math.max(1, current.getHeight() / 2));
    }
    return drawn(current, width, height);
  }

  private static BufferedImage drawn(BufferedImage from, int width, int height) {
    var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = to.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(from, 0, 0, width, height, null);
    pen.dispose();
    return to;
  }

  /** Turns and mirrors as EXIF's orientation 1 to 8 says. */
  private static BufferedImage turned(BufferedImage from, int orientation) {
    int width = from.getWidth();
    int height = from.getHeight();
    var way =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> null;
        };
    if (way == null) {
      return from;
    }
    boolean aside = orientation >= 5;
    var to =
        new BufferedImage(
            aside ? height : width, aside ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = to.createGraphics();
    pen.drawImage(from, way, null);
    pen.dispose();
    return to;
  }

  private static byte[] jpeg(BufferedImage picture) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static void requireFew(int width, int height) {
    if (width <= 0 || height <= 0) {
      throw broken();
    }
    if ((long) width * height > MOST_PIXELS) {
      throw new InvalidInputException(
          "file",
          "%d × %d".formatted(width, height),
          "has too many pixels",
          "Make the picture smaller than %d million pixels.".formatted(MOST_PIXELS / 1_000_000));
    }
  }

  static InvalidInputException broken() {
    return new InvalidInputException(
        "file", null, "cannot be read as a picture", "Maybe it was cut off; send it again.");
  }
}
