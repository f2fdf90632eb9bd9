package io.trasa.routing.basemap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A finished tile, packed once for everybody who asks.
 *
 * @param gzip a Mapbox vector tile, compressed as browsers take it; nothing if nothing is there
 * @param fingerprint changes when the content does
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record DrawnTile(byte[] gzip, String fingerprint) {

  static DrawnTile of(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return new DrawnTile(
        bytes.length == 0 ? bytes : packed(bytes),
        "%x-%08x".formatted(bytes.length, checksum.getValue()));
  }

  public boolean isEmpty() {
    return gzip.length == 0;
  }

  /** The tile as it is, for the few who cannot unpack it. */
  public byte[] bytes() {
    if (isEmpty()) {
      return gzip;
    }
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return unpacked.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
