package io.trasa.planning.problem;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.call;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.needing;
import static io.trasa.testkit.PlanKit.pause;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.stop;
import static io.trasa.testkit.PlanKit.van;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.LiveRoute.Events;
import io.trasa.planning.problem.UnderWay.Situation;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left of a day with a break or a call at the depot. */
class UnderWayTest {

  private static final int NOT_YET = LiveRoute.NOT_YET;
  private static final BitSet NO_TOOLS = new BitSet();

  private final Stop first = stop(5).build();
  private final Stop second = stop(10).build();

  private static Events done(int start) {
    return new Events(NOT_YET, start, start, start + minutes(60));
  }

  private static UnderWay left(
      int now, Map<UUID, Events> events, TechnicianDay day, Stop... stops) {
    var whole = plan(List.of(day), List.of(stops));
    return UnderWay.of(whole, new Situation(now, Integer.MIN_VALUE, events, Map.of(), Set.of()));
  }

  private UnderWay withLunch(int now, Events ofFirst) {
    TechnicianDay day = day(0).pausing(pause(at(11, 30), at(13, 30), 30)).build();
    Stop lunch = Stop.breakOf(day, 0);
    route(day, first, lunch, second);
    return left(now, Map.of(first.visit(), ofFirst), day, first, second, lunch);
  }

  @Test
  void aBreakUnderWayIsNotTakenAgainAndTheDayGoesOnAfterIt() {
    UnderWay underWay = withLunch(at(11, 40), done(at(9, 0)));
    TechnicianDay rest = underWay.rest().getDays().getFirst();
    assertThat(rest.breaks()).isEmpty();
    assertThat(underWay.breaksLeft(rest.getId())).isEmpty();
    assertThat(underWay.rest().getStops()).noneMatch(Stop::isBreak);
    assertThat(underWay.untouchedStart(second.getId())).isEqualTo(at(12, 5));
  }

  @Test
  void aBreakThatIsOverDelaysNobody() {
    UnderWay underWay = withLunch(at(13, 0), done(at(9, 0)));
    assertThat(underWay.rest().getStops()).noneMatch(Stop::isBreak);
    assertThat(underWay.untouchedStart(second.getId())).isEqualTo(at(13, 5));
  }

  @Test
  void aBreakWhoseTimeHasNotComeIsStillToBeTaken() {
    UnderWay underWay = withLunch(at(11, 0), done(at(9, 0)));
    assertThat(underWay.rest().getDays().getFirst().breaks()).hasSize(1);
    assertThat(underWay.untouchedStart(second.getId())).isEqualTo(at(12, 5));
  }

  @Test
  void whoIsStillAtWorkHasNotHadHisBreak() {
    UnderWay underWay = withLunch(at(11, 40), new Events(NOT_YET, at(10, 50), at(10, 50), NOT_YET));
    assertThat(underWay.rest().getDays().getFirst().breaks()).hasSize(1);
    assertThat(underWay.untouchedStart(second.getId()))
        .as("work, the break, the way")
        .isEqualTo(at(12, 25));
  }

  @Test
  void fromACallThatWasMadeTheDayGoesOnWithAllThatIsNeeded() {
    Stop needs = stop(10).but(facts -> facts.with(needing(NO_TOOLS, 2))).build();
    TechnicianDay day = day(0).but(facts -> facts.carrying(van(NO_TOOLS, 0))).build();
    Stop depot = call(day, 20);
    route(day, first, depot, needs);
    UnderWay underWay =
        left(at(10, 30), Map.of(first.visit(), done(at(9, 0))), day, first, needs, depot);
    TechnicianDay rest = underWay.rest().getDays().getFirst();
    assertThat(underWay.rest().getStops()).noneMatch(Stop::isCall);
    assertThat(rest.home()).isEqualTo(20);
    assertThat(rest.stock().pieces(0)).isGreaterThan(2);
    assertThat(underWay.untouchedStart(needs.getId()))
        .as("the call until a quarter to eleven, then back")
        .isEqualTo(at(10, 55));
  }

  @Test
  void aCallStillToComeIsKept() {
    Stop needs = stop(10).but(facts -> facts.with(needing(NO_TOOLS, 2))).build();
    TechnicianDay day = day(0).but(facts -> facts.carrying(van(NO_TOOLS, 0))).build();
    Stop depot = call(day, 20);
    route(day, first, depot, needs);
    UnderWay underWay =
        left(
            at(9, 30),
            Map.of(first.visit(), new Events(NOT_YET, at(9, 0), at(9, 0), NOT_YET)),
            day,
            first,
            needs,
            depot);
    TechnicianDay rest = underWay.rest().getDays().getFirst();
    assertThat(rest.getStops()).anyMatch(Stop::isCall);
    assertThat(Timetable.of(rest).missingPieces()).isZero();
  }

  private static Stop told(Stop stop, int start) {
    return new Stop(stop.facts().published(new Published(0, start, 5)));
  }

  @Test
  void whoKeepsHisVisitWaitsForItsTimeWhereAnotherIsGone() {
    Stop kept = told(second, at(12, 0));
    TechnicianDay day = day(0).build();
    route(day, kept);
    UnderWay underWay = left(at(9, 0), Map.of(), day, kept);
    TechnicianDay rest = underWay.rest().getDays().getFirst();
    assertThat(Timetable.of(rest).start(0)).as("as soon as he is there").isLessThan(at(10, 0));
    assertThat(underWay.times(rest, rest.getStops()).start(0)).isEqualTo(at(12, 0));
    assertThat(underWay.untouchedStart(kept.getId())).isEqualTo(at(12, 0));
  }

  @Test
  void heStartsEarlierAsFarAsWhatIsAfterItNeedsIt() {
    Stop kept = told(second, at(12, 0));
    Stop next = told(stop(15).build(), at(11, 30));
    TechnicianDay day = day(0).build();
    route(day, kept);
    UnderWay underWay = left(at(9, 0), Map.of(), day, kept, next);
    TechnicianDay rest = underWay.rest().getDays().getFirst();
    Timetable times = underWay.times(rest, List.of(rest.getStops().getFirst(), next));
    assertThat(times.start(1)).as("not earlier than told either").isEqualTo(at(11, 30));
    assertThat(times.start(0)).as("an hour and five minutes before").isEqualTo(at(10, 25));
  }

  @Test
  void nobodyWaitsWithWhatIsUrgent() {
    Stop kept = told(stop(10).but(facts -> facts.when(facts.when().urgent(20))).build(), at(12, 0));
    TechnicianDay day = day(0).build();
    route(day, kept);
    UnderWay underWay = left(at(9, 0), Map.of(), day, kept);
    TechnicianDay rest = underWay.rest().getDays().getFirst();
    assertThat(underWay.times(rest, rest.getStops()).start(0)).isLessThan(at(10, 0));
  }
}
