package io.trasa.routing.basemap;

import java.util.zip.CRC32C;

/**
 * A finished tile.
 *
 * @param bytes a Mapbox vector tile, not compressed; nothing if nothing is there
 * @param fingerprint changes when the content does
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record DrawnTile(byte[] bytes, String fingerprint) {

  static DrawnTile of(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return new DrawnTile(bytes, "%x-%08x".formatted(bytes.length, checksum.getValue()));
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }
}
