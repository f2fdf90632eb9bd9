package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.bench.RichDay.Doing;
import io.trasa.bench.RichDay.Step;
import io.trasa.bench.RichDay.Technician;
import io.trasa.bench.RichDay.Visit;
import io.trasa.bench.RichDay.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places lie on a line, 100 seconds and a kilometre apart; both technicians live at place 0. */
class RichVerifierTest {

  private static final int PLACES = 5;
  private static final RichDay DAY =
      new RichDay(
          "line",
          PLACES,
          line(100),
          line(1000),
          4,
          50,
          List.of(
              new Technician(
                  0, new Window(0, 5000), new int[] {2}, new int[] {1}, new Window(900, 1500), 300),
              new Technician(0, new Window(0, 5000), new int[] {0}, new int[] {1}, null, 0)),
          List.of(
              visit(1, List.of(new Window(0, 400), new Window(2000, 2400)), 0, 2, 1, 0, 0),
              visit(2, List.of(new Window(0, 3000)), -1, 0, 2, 0, 0),
              visit(3, List.of(new Window(500, 4000)), -1, 0, 1, 1, 50),
              visit(3, List.of(new Window(0, 4000)), -1, 0, 1, 1, 0)));

  @Test
  void aPlanThatKeepsEverythingHasNoFault() {
    List<Step> first = List.of(visit(0, 100), visit(1, 300), visit(2, 600), pause(900));
    List<Step> second = List.of(visit(1, 300), call(700), visit(3, 900));

    assertThat(fault(first, second)).isEmpty();
    // 600 seconds and 60 hectometres of ways; the delay of the urgent one, halved; then 800 and 80.
    assertThat(value(first, second)).isEqualTo(600 + 120 + 50 + 800 + 160);
  }

  @Test
  void whatIsLeftOutCostsItsPointsForEachTechnician() {
    assertThat(value(List.of(), List.of())).isEqualTo(RichDay.PER_POINT * (4 + 2 * 4 + 4 + 4));
    assertThat(fault(List.of(), List.of())).isEmpty();
  }

  @Test
  void aBreakMayBeTakenOnTheWay() {
    List<Step> onTheWay = List.of(visit(0, 2000), visit(2, 2300));
    List<Step> paused = List.of(pause(1000), visit(0, 2000), visit(2, 2300));

    assertFault("lacks the break", onTheWay, List.of());
    assertThat(fault(paused, List.of())).isEmpty();
    // Done by the window's end, though not home.
    assertThat(fault(List.of(visit(2, 1300)), List.of())).isEmpty();
    assertFault("is not there", List.of(visit(2, 850), pause(950), visit(0, 1300)), List.of());
    assertThat(fault(List.of(visit(2, 850), pause(950), visit(0, 2000)), List.of())).isEmpty();
  }

  @Test
  void everyKindOfFaultIsFound() {
    assertFault("not a route for each", List.of());
    assertFault("is not there", List.of(visit(0, 99)), List.of());
    assertFault("is not there", List.of(visit(0, 200), visit(2, 499)), List.of());
    assertFault("outside its windows", List.of(visit(0, 401)), List.of());
    assertFault("lacks the skill", List.of(), List.of(visit(0, 200)));
    assertFault("has 1 of 2", List.of(visit(1, 300)), List.of());
    assertFault("starts apart", List.of(visit(1, 300)), List.of(visit(1, 301)));
    assertFault("twice", List.of(visit(1, 300), visit(1, 500)), List.of());
    assertFault("lacks a part", List.of(), List.of(visit(2, 600), visit(3, 800)));
    assertFault("calls at the depot twice", List.of(), List.of(call(400), call(600)));
    assertFault("takes two breaks", List.of(pause(900), pause(1300)), List.of());
    assertFault("at a wrong time", List.of(pause(800)), List.of());
    assertFault("no break to take", List.of(), List.of(pause(900)));
    assertFault("home after the shift", List.of(), List.of(visit(3, 4000), call(4900)));
    assertFault("unknown", List.of(), List.of(visit(9, 400)));
    assertFault("has 2 of 1", List.of(visit(3, 300)), List.of(visit(3, 300)));
  }

  @Test
  void whereNoWayLeadsNobodyGoes() {
    int[] cut = line(100);
    cut[3] = -1;
    var day = new RichDay("cut", PLACES, cut, DAY.metres(), 4, 50, DAY.technicians(), DAY.visits());

    assertThat(RichVerifier.fault(day, List.of(List.of(), List.of(visit(3, 300)))))
        .contains("technician 1 has no way to a stop");
  }

  private static int[] line(int step) {
    int[] values = new int[PLACES * PLACES];
    for (int from = 0; from < PLACES; from++) {
      for (int to = 0; to < PLACES; to++) {
        values[from * PLACES + to] = step * Math.abs(from - to);
      }
    }
    return values;
  }

  private static Visit visit(
      int place, List<Window> windows, int skill, int level, int crew, int parts, int urgent) {
    return new Visit(place, 100, windows, skill, level, crew, new int[] {parts}, 4, urgent);
  }

  private static Step visit(int index, int start) {
    return new Step(Doing.VISIT, index, start);
  }

  private static Step pause(int start) {
    return new Step(Doing.BREAK, -1, start);
  }

  private static Step call(int start) {
    return new Step(Doing.CALL, -1, start);
  }

  @SafeVarargs
  private static java.util.Optional<String> fault(List<Step>... routes) {
    return RichVerifier.fault(DAY, List.of(routes));
  }

  @SafeVarargs
  private static long value(List<Step>... routes) {
    return RichVerifier.value(DAY, List.of(routes));
  }

  @SafeVarargs
  private static void assertFault(String words, List<Step>... routes) {
    assertThat(fault(routes)).hasValueSatisfying(fault -> assertThat(fault).contains(words));
  }
}
