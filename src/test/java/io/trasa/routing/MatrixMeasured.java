package io.trasa.routing;

import com.graphhopper.GHResponse;
import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What {@link MatrixBench} measures: random places of the default extract, by car. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class MatrixMeasured {

  @Param({"100", "500", "1000", "2500"})
  int size;

  private RoadGraph roads;
  private List<Coordinates> places;
  private List<Coordinates> onePlaceMore;
  private RoadTravelTimes known;
  private int call;

  /** Roads and places, and one matrix that a place is added to. */
  @Setup
  public void prepare() {
    roads = RoadsForTests.roads();
    places = RoadsForTests.places(size, 2026);
    onePlaceMore = new ArrayList<>(places);
    onePlaceMore.add(places.getFirst());
    known = new RoadTravelTimes(roads, new KnownMatrices());
    known.between(places, Vehicle.CAR);
  }

  /** From coordinates to the matrix, nothing known before. */
  @Benchmark
  public TravelMatrix matrix() {
    return new RoadTravelTimes(roads, new KnownMatrices()).between(places, Vehicle.CAR);
  }

  /** The same with a place more that was never seen. */
  @Benchmark
  public TravelMatrix onePlaceAdded() {
    onePlaceMore.set(size, RoadsForTests.places(1, call++).getFirst());
    return known.between(onePlaceMore, Vehicle.CAR);
  }

  /** GraphHopper's own route of one pair, without geometry and instructions. */
  @Benchmark
  public GHResponse route() {
    call++;
    return MatrixComparison.route(
        roads, Vehicle.CAR, places.get(call % size), places.get(call * 31 % size));
  }
}
