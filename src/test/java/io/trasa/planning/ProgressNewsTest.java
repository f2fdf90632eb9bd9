package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.trasa.testkit.SettableClock;
import io.trasa.web.LiveStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressNewsTest {

  private static final UUID INA = UUID.randomUUID();
  private static final UUID VISIT = UUID.randomUUID();
  private static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");

  private final ProgressNews news =
      new ProgressNews(
          mock(EtaService.class), mock(LiveStream.class), ZoneOffset.UTC, new SettableClock());

  @Test
  void tellsThePhoneWhatMovedByFiveMinutesSinceItWasTold() {
    assertThat(expect(4)).as("it knows the plan").isEmpty();
    assertThat(expect(6))
        .containsExactly(new ProgressNews.EtaView(VISIT, NINE.plus(Duration.ofMinutes(6))));
    assertThat(expect(10)).isEmpty();
    assertThat(expect(11)).hasSize(1);
    assertThat(expect(0)).as("good news too").hasSize(1);
  }

  private List<ProgressNews.EtaView> expect(int minutesLate) {
    var start = NINE.plus(Duration.ofMinutes(minutesLate));
    return news.news(INA, List.of(new EtaService.Eta(VISIT, NINE, start)));
  }
}
