package io.trasa.planning.advice;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.route;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Rule;
import io.trasa.testkit.RandomPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is offered to a customer can be kept. */
class SlotsTest {

  private static final List<Span> SLOTS =
      List.of(
          new Span(at(8, 0), at(10, 0)),
          new Span(at(10, 0), at(12, 0)),
          new Span(at(12, 0), at(14, 0)),
          new Span(at(14, 0), at(16, 0)));

  @Test
  void offersWhoIsNearAndLeavesOutWhoCannotCome() {
    var there = stop(30).window(at(10, 0), at(10, 30)).lasting(60).build();
    var near = route(day(0), there);
    var unskilled = day(1).home(30).build();
    var wanted = stop(31).needs(0, 1).lasting(30).build();
    var skilled = route(day(2).home(0).skill(0, 1));
    var standing = new Standing(plan(List.of(near, unskilled, skilled), List.of(there)));
    var offers = new Slots(standing, standing.trial(), List.of(wanted)).of(SLOTS);
    assertThat(offers)
        .isNotEmpty()
        .allSatisfy(o -> assertThat(o.places().getFirst().day()).isEqualTo(2));
  }

  @Test
  void twoAreNotPromisedTheSameRoom() {
    var full = stop(0).lasting(7 * 60).build();
    var standing = new Standing(plan(List.of(route(day(0), full)), List.of(full)));
    var first = stop(0).lasting(60).build();
    var offer = new Slots(standing, standing.trial(), List.of(first)).of(SLOTS).getFirst();
    var place = offer.places().getFirst();
    var held =
        standing.after(standing.trial().insert(first, place.day(), place.position()), Map.of());
    var second = stop(0).lasting(60).build();
    assertThat(new Slots(held, held.trial(), List.of(second)).of(SLOTS)).isEmpty();
    var third = stop(0).lasting(60).build();
    assertThat(new Slots(standing, standing.trial(), List.of(third)).of(SLOTS)).isNotEmpty();
  }

  @Test
  void aCrewComesTogether() {
    var crew = stop(10).lasting(minutes(1)).crewOf(2);
    var standing =
        new Standing(
            plan(
                List.of(day(0).build(), day(1).home(5).build(), day(2).home(40).build()),
                List.of()));
    var offer = new Slots(standing, standing.trial(), crew).of(SLOTS).getFirst();
    assertThat(offer.places()).hasSize(2).doesNotHaveDuplicates();
    assertThat(offer.outcome().more().of(Rule.CREW)).isZero();
  }

  /** Offers start in their span, break nothing, and cost what is counted when they are done. */
  @Property(tries = 300)
  void whatIsOfferedHolds(@ForAll long seed) {
    var random = new Random(seed);
    var standing =
        new Standing(RandomPlans.richPlan(random, 2 + random.nextInt(4), random.nextInt(14)));
    var stop = stop(random.nextInt(50)).lasting(15 + random.nextInt(90)).build();
    for (var offer : new Slots(standing, standing.trial(), List.of(stop)).of(SLOTS)) {
      var place = offer.places().getFirst();
      Stop agreed = new Stop(stop.facts());
      Trial trial = standing.trial().insert(agreed, place.day(), place.position());
      trial.notBefore(agreed, offer.slot().from());
      assertThat(offer.start()).isBetween(offer.slot().from(), offer.slot().to());
      assertThat(offer.outcome().keepsHardRules()).isTrue();
      Amounts before = standing.total();
      assertThat(standing.after(trial, Map.of()).total())
          .isEqualTo(before.plus(offer.outcome().more()));
    }
  }

  /** No place that the search passes over would have been cheaper. */
  @Property(tries = 1000, maxDiscardRatio = 50)
  void nothingCheaperIsPassedOver(@ForAll long seed) {
    var random = new Random(seed);
    var standing = new Standing(RandomPlans.plan(random, 2 + random.nextInt(3), random.nextInt(7)));
    Assume.that(!standing.total().breaksHard());
    var stop = stop(random.nextInt(50)).lasting(15 + random.nextInt(90)).build();
    var offers = new ArrayList<>(new Slots(standing, standing.trial(), List.of(stop)).of(SLOTS));
    for (Span slot : SLOTS) {
      var offered = offers.stream().filter(o -> o.slot().equals(slot)).findFirst();
      for (int day = 0; day < standing.routes().size(); day++) {
        for (int at = 0; at <= standing.route(day).stops().size(); at++) {
          Trial trial = standing.trial().insert(stop, day, at).notBefore(stop, slot.from());
          Outcome outcome = trial.outcome();
          Route route = Objects.requireNonNull(outcome.routes().get(day));
          boolean inSlot = route.times().start(at) <= slot.to();
          if (inSlot && outcome.keepsHardRules()) {
            assertThat(offered).as("a place in %s", slot).isPresent();
            assertThat(offered.orElseThrow().cost())
                .isLessThanOrEqualTo(standing.policy().cost(outcome.more()));
          }
        }
      }
    }
  }
}
