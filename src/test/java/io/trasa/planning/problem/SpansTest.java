package io.trasa.planning.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.Spans.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {

  @Test
  void joinsWhatTouchesAndSortsTheRest() {
    var spans =
        Spans.of(List.of(new Span(50, 60), new Span(0, 10), new Span(10, 20), new Span(5, 8)));
    assertThat(spans.count()).isEqualTo(2);
    assertThat(spans.to(0)).isEqualTo(20);
    assertThat(spans.from(1)).isEqualTo(50);
    assertThat(spans.totalSeconds()).isEqualTo(30);
  }

  @Test
  void keepsAnInstantAsAWindow() {
    var spans = Spans.of(List.of(new Span(7, 7)));
    assertThat(spans.count()).isEqualTo(1);
    assertThat(spans.totalSeconds()).isZero();
  }

  @Test
  void measuresWhatItCovers() {
    var spans = Spans.of(List.of(new Span(10, 20), new Span(30, 40)));
    assertThat(spans.overlap(15, 35)).isEqualTo(10);
    assertThat(spans.overlap(20, 30)).isZero();
    assertThat(Spans.NONE.overlap(0, 100)).isZero();
  }
}
