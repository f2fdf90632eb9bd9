package io.trasa.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.InvalidInputException;
import io.trasa.documents.FileService.Purpose;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileCheckTest {

  private static final byte[] PDF = "%PDF-1.7\n…\n%%EOF".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void takesPng(Purpose purpose) {
    var png = Pictures.png(20, 10);
    assertThat(FileCheck.check(purpose, png).type()).isEqualTo("image/png");
    assertThat(FileCheck.check(purpose, png).content()).isEqualTo(png);
  }

  @Test
  void takesPdfWhereItMakesSense() {
    assertThat(FileCheck.check(Purpose.RECEIPT, PDF).type()).isEqualTo("application/pdf");
    assertThat(FileCheck.check(Purpose.ATTACHMENT, PDF).type()).isEqualTo("application/pdf");
    refuses(Purpose.PHOTO, PDF, "is not taken here");
    refuses(Purpose.SIGNATURE, PDF, "is not taken here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><script>alert(1)</script></html>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "GIF89a",
        "#!/bin/sh\necho",
        "MZ",
        "hello"
      })
  void goesByContentNotByName(String content) {
    refuses(Purpose.ATTACHMENT, content.getBytes(StandardCharsets.UTF_8), "is not taken here");
  }

  @Test
  void refusesPicturesThatBreakOff() {
    var png = Pictures.png(300, 300);
    refuses(Purpose.PHOTO, Arrays.copyOf(png, png.length / 2), "cannot be read");
    refuses(Purpose.PHOTO, Arrays.copyOf(Pictures.jpeg(20, 20), 30), "cannot be read");
    refuses(Purpose.PHOTO, new byte[0], "is empty");
  }

  @Test
  void refusesBombsBeforeTheyGoOff() {
    refuses(Purpose.PHOTO, Pictures.bomb(), "has too many pixels");
    refuses(Purpose.PHOTO, webp(16_000, 16_000), "has too many pixels");
  }

  @Test
  void refusesWhatIsTooLarge() {
    refuses(Purpose.SIGNATURE, Arrays.copyOf(Pictures.png(1, 1), 200_001), "is larger than 200 kB");
    refuses(Purpose.LOGO, Arrays.copyOf(Pictures.png(1, 1), 500_001), "is larger than 500 kB");
    refuses(Purpose.PHOTO, Arrays.copyOf(PDF, 10_000_001), "is larger than 10000 kB");
  }

  @Test
  void takesWebp() {
    var webp = webp(800, 600);
    assertThat(FileCheck.check(Purpose.PHOTO, webp).type()).isEqualTo("image/webp");
    refuses(Purpose.PHOTO, Arrays.copyOf(webp, 25), "cannot be read");
  }

  @Test
  void keepsPhotosSmallAndWithoutWhatTheCameraWrote() throws IOException {
    var sent = Pictures.jpeg(3000, 1500, 1);
    var kept = FileCheck.check(Purpose.PHOTO, sent).content();
    var picture = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(picture.getWidth()).isEqualTo(2048);
    assertThat(picture.getHeight()).isEqualTo(1024);
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("Exif");
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  /** Where the red corner, sent at the top left, belongs. */
  @ParameterizedTest
  @CsvSource({
    "1, false, 0, 0",
    "2, false, 1, 0",
    "3, false, 1, 1",
    "4, false, 0, 1",
    "5, true, 0, 0",
    "6, true, 1, 0",
    "7, true, 1, 1",
    "8, true, 0, 1",
    "9, false, 0, 0",
  })
  void turnsPhotosUpright(int orientation, boolean turned, int right, int down) throws IOException {
    var kept = FileCheck.check(Purpose.PHOTO, Pictures.jpeg(400, 200, orientation)).content();
    var picture = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(picture.getWidth()).isEqualTo(turned ? 200 : 400);
    assertThat(picture.getHeight()).isEqualTo(turned ? 400 : 200);
    var corner =
        new Color(
            picture.getRGB(
                right * (picture.getWidth() - 11) + 5, down * (picture.getHeight() - 11) + 5));
    assertThat(corner.getRed()).isGreaterThan(200);
    assertThat(corner.getBlue()).isLessThan(60);
  }

  private static byte[] webp(int width, int height) {
    var bytes = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22);
    bytes.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(10).put((byte) 0x2f);
    return bytes.putInt((width - 1) | (height - 1) << 14).array();
  }

  private static void refuses(Purpose purpose, byte[] content, String reason) {
    assertThatThrownBy(() -> FileCheck.check(purpose, content))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(reason);
  }
}
