package io.trasa.routing.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RingsTest {

  @Test
  void joinsPiecesGivenInAnyOrderAndDirection() {
    List<long[]> rings =
        Rings.join(List.of(new long[] {1, 2, 3}, new long[] {5, 1}, new long[] {5, 4, 3}));
    assertThat(rings).singleElement().isEqualTo(new long[] {1, 2, 3, 4, 5, 1});
  }

  @Test
  void findsSeveralRings() {
    List<long[]> rings =
        Rings.join(List.of(new long[] {1, 2, 3, 1}, new long[] {7, 8, 9}, new long[] {9, 7}));
    assertThat(rings).hasSize(2);
  }

  @Test
  void leavesOutWhatDoesNotClose() {
    assertThat(Rings.join(List.of(new long[] {1, 2, 3}, new long[] {3, 4}))).isEmpty();
    assertThat(Rings.join(List.of(new long[] {1}, new long[] {}))).isEmpty();
    assertThat(Rings.join(List.of())).isEmpty();
  }
}
