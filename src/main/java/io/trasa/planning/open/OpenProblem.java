package io.trasa.planning.open;

import io.trasa.common.InvalidInputException;
import io.trasa.common.Vehicle;
import io.trasa.planning.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole planning problem: who works when, and what is to be done. Ids are the sender's own. Times
 * are instants, lengths are in seconds, distances in metres. What is left out does not limit.
 *
 * @param matrices travel by name, see {@link Technician#matrix}; without any, travel is on the
 *     roads that Trasa knows
 * @param policy weights by rule, as docs/rules.md tells; rules left out keep their default
 * @param seconds how long to search
 * @param previous routes to begin with; the search goes on from there
 */
public record OpenProblem(
    List<Technician> technicians,
    List<Visit> visits,
    @Nullable Map<String, Matrix> matrices,
    @Nullable Map<Rule, Integer> policy,
    @Nullable Integer seconds,
    @Nullable List<Route> previous) {

  /** What is left out, is empty. */
  public OpenProblem {
    technicians = technicians == null ? List.of() : List.copyOf(technicians);
    visits = visits == null ? List.of() : List.copyOf(visits);
  }

  /**
   * A place: in degrees, or by its row in the matrices.
   *
   * @param index needed if matrices are given
   */
  public record Place(@Nullable Double lat, @Nullable Double lon, @Nullable Integer index) {

    public static Place at(double lat, double lon) {
      return new Place(lat, lon, null);
    }
  }

  /** From and to; a work may begin at either and in between. */
  public record Span(Instant from, Instant to) {
    public Span {
      if (from == null || to == null) {
        throw new InvalidInputException(
            from == null ? "from" : "to", null, "is missing", "A span has both ends.");
      }
      if (to.isBefore(from)) {
        throw new InvalidInputException(
            "to", to, "is before " + from, "Maybe the ends are swapped.");
      }
    }
  }

  /**
   * Travel between all pairs of places, row = from.
   *
   * @param seconds −1 where there is no way
   * @param metres the same shape; without them distances are 0
   */
  public record Matrix(int[][] seconds, int @Nullable [][] metres) {}

  /**
   * Somebody who works.
   *
   * @param start where each shift begins; left out, it begins at the first visit
   * @param end where each shift ends; left out, it ends at the last visit
   * @param vehicle decides which roads and how fast; left out, it is a car
   * @param matrix name of the matrix that holds for this technician; left out, it is the only one
   * @param speedFactor 2 halves the times of the matrix; left out, it is 1
   * @param skills levels by name, from 1
   * @param territories served; empty means all
   * @param absences spans of the shifts that are not worked
   * @param parts pieces on the van by kind; visits use them up
   * @param tools on the van
   * @param capacity units that visits' loads may add up to
   * @param hourPercent what an hour costs, in hundredths of the usual
   * @param kmPercent what a kilometre costs, in hundredths of the usual
   */
  public record Technician(
      String id,
      @Nullable Place start,
      @Nullable Place end,
      @Nullable Vehicle vehicle,
      @Nullable String matrix,
      @Nullable Double speedFactor,
      @Nullable Map<String, Integer> skills,
      @Nullable Set<String> territories,
      List<Shift> shifts,
      @Nullable List<Span> absences,
      @Nullable Map<String, Integer> parts,
      @Nullable Set<String> tools,
      @Nullable Integer capacity,
      @Nullable Integer hourPercent,
      @Nullable Integer kmPercent) {}

  /**
   * One day of work.
   *
   * @param overtimeSeconds by how much it may last longer, at a cost
   * @param breaks at most two
   * @param depot where parts may be fetched, once in the shift
   * @param maxDrivingSeconds the most driving of the shift
   * @param targetSeconds of driving and work that should not be exceeded
   * @param frozenUntil nothing new starts before
   */
  public record Shift(
      Span time,
      @Nullable Integer overtimeSeconds,
      @Nullable List<Break> breaks,
      @Nullable Depot depot,
      @Nullable Integer maxDrivingSeconds,
      @Nullable Integer targetSeconds,
      @Nullable Instant frozenUntil) {}

  /**
   * A break.
   *
   * @param start when it may begin
   * @param place left out, it is where the technician is
   */
  public record Break(Span start, int seconds, @Nullable Place place) {}

  /**
   * A call at a depot.
   *
   * @param start when it may begin
   */
  public record Depot(Place place, int seconds, Span start) {}

  /**
   * Work to be done.
   *
   * @param secondsByTechnician lengths that differ from the usual one, by technician
   * @param windows in which it may begin; without any, whenever
   * @param skills least levels by name
   * @param crew how many technicians it takes at once; left out, one
   * @param points what leaving it out costs, against other visits; left out, 1
   * @param urgencyPercent what a second of delay costs, in hundredths of a second of driving
   * @param latestEnd it must be done by then
   * @param due it should be done by then
   * @param promised the customer was told that it begins in it
   * @param wished the customer would like it to begin in it
   * @param published where it stands in the plan that everybody knows: a change has its price
   * @param pinned it stays there
   * @param after what must be done before it
   */
  public record Visit(
      String id,
      Place place,
      int seconds,
      @Nullable Map<String, Integer> secondsByTechnician,
      @Nullable List<Span> windows,
      @Nullable Map<String, Integer> skills,
      @Nullable String territory,
      @Nullable Set<String> required,
      @Nullable Set<String> prohibited,
      @Nullable Set<String> preferred,
      @Nullable Integer crew,
      @Nullable Integer points,
      @Nullable Integer urgencyPercent,
      @Nullable Instant latestEnd,
      @Nullable Instant due,
      @Nullable Span promised,
      @Nullable Span wished,
      @Nullable Map<String, Integer> parts,
      @Nullable Set<String> tools,
      @Nullable Integer load,
      @Nullable Planned published,
      @Nullable Planned pinned,
      @Nullable List<After> after) {}

  /** Somebody's start of a visit. */
  public record Planned(String technician, Instant start) {}

  /**
   * A visit waits for another.
   *
   * @param gapSeconds that pass at least between the other's end and its start; left out, none
   * @param sameTechnician true if the same technician does both
   */
  public record After(
      String visit, @Nullable Integer gapSeconds, @Nullable Boolean sameTechnician) {}

  /**
   * A route to begin with.
   *
   * @param shift number of the technician's shift, from 0
   * @param visits in their order
   */
  public record Route(String technician, int shift, List<String> visits) {}
}
