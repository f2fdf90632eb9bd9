package io.trasa.bench;

import io.trasa.bench.RichDay.Technician;
import io.trasa.bench.RichDay.Visit;
import io.trasa.bench.RichDay.Window;
import io.trasa.common.Vehicle;
import io.trasa.routing.KnownMatrices;
import io.trasa.routing.RoadTravelTimes;
import io.trasa.routing.RoadsForTests;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes up rich days on the real roads of the default extract: places are its junctions, the ways
 * between them those of a car. The same words make the same day.
 */
final class RichDays {

  /** How a day is written on the command line. */
  static final String FORM =
      "500x50:seed=1:windows=60:skills=50:crews=4:parts=30:urgent=10:breaks=100";

  private static final Pattern WORDS = Pattern.compile("(\\d{1,5})x(\\d{1,4})((?::\\w+=\\d+)*)");
  private static final Set<String> NAMES =
      Set.of("seed", "windows", "skills", "crews", "parts", "urgent", "breaks");

  /** As many as one matrix holds. */
  private static final int MOST_PLACES = 10_000;

  private static final int HOUR = 3600;
  private static final int MINUTE = 60;
  private static final int SKILLS = 4;
  private static final int KINDS = 3;
  private static final int[] MINUTES = {15, 20, 30, 30, 45, 60};
  private static final int[] POINTS = {2, 4, 4, 4, 9};
  private static final int URGENT_POINTS = 20;
  private static final int URGENT_PERCENT = 20;

  private final Random random;
  private final Map<String, Integer> shares;

  private RichDays(Map<String, Integer> shares) {
    this.shares = shares;
    random = new Random(shares.getOrDefault("seed", 1));
  }

  /**
   * The day of these words, like {@link #FORM}: visits, technicians, and of how many visits in a
   * hundred something is true (of technicians, for breaks); what is left out is as there.
   *
   * @throws IllegalArgumentException if the words are not of that form
   */
  static RichDay of(String words) {
    Matcher matcher = WORDS.matcher(words);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("A day is written like " + FORM + ", not " + words);
    }
    var shares = new HashMap<String, Integer>();
    for (String word : matcher.group(3).split(":")) {
      String[] parts = word.split("=");
      if (parts.length == 2) {
        if (!NAMES.contains(parts[0])) {
          throw new IllegalArgumentException("A day is written like " + FORM + ", not " + words);
        }
        shares.put(parts[0], Integer.valueOf(parts[1]));
      }
    }
    return new RichDays(shares)
        .make(words, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private RichDay make(String name, int visits, int technicians) {
    int wanted = Math.min(MOST_PLACES, visits + technicians + 1);
    var points = RoadsForTests.junctions(wanted, shares.getOrDefault("seed", 1));
    TravelMatrix ways =
        new RoadTravelTimes(RoadsForTests.roads(), new KnownMatrices())
            .between(points, Vehicle.CAR);
    int n = ways.size();
    int[] seconds = new int[n * n];
    int[] metres = new int[n * n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        seconds[from * n + to] = ways.seconds(from, to);
        metres[from * n + to] = ways.metres(from, to);
      }
    }
    int[] usable = connected(ways);
    var crew = new ArrayList<Technician>();
    for (int t = 0; t < technicians; t++) {
      crew.add(technician(usable[(1 + t) % usable.length]));
    }
    var jobs = new ArrayList<Visit>();
    for (int v = 0; v < visits; v++) {
      jobs.add(visit(usable[(1 + technicians + v) % usable.length]));
    }
    return new RichDay(
        name, n, seconds, metres, usable[0], 10 * MINUTE, List.copyOf(crew), List.copyOf(jobs));
  }

  /** Places that most others can be reached from and reach; a few lie on cut-off pieces of road. */
  private static int[] connected(TravelMatrix ways) {
    int middle = 0;
    for (int hub = 0; hub < Math.min(20, ways.size()); hub++) {
      if (reach(ways, hub) > reach(ways, middle)) {
        middle = hub;
      }
    }
    int hub = middle;
    return IntStream.range(0, ways.size())
        .filter(p -> ways.isReachable(hub, p) && ways.isReachable(p, hub))
        .toArray();
  }

  private static long reach(TravelMatrix ways, int hub) {
    return IntStream.range(0, ways.size())
        .filter(p -> ways.isReachable(hub, p) && ways.isReachable(p, hub))
        .count();
  }

  private boolean happens(String what, int usual) {
    return random.nextInt(100) < shares.getOrDefault(what, usual);
  }

  private Technician technician(int home) {
    int begin = (7 + random.nextInt(3)) * HOUR;
    int[] levels = new int[SKILLS];
    for (int skill = 0; skill < SKILLS; skill++) {
      levels[skill] = random.nextInt(10) < 6 ? 1 + random.nextInt(3) : 0;
    }
    int[] parts = new int[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      parts[kind] = 2 + random.nextInt(4);
    }
    boolean pauses = happens("breaks", 100);
    return new Technician(
        home,
        new Window(begin, begin + 9 * HOUR),
        levels,
        parts,
        pauses ? new Window(11 * HOUR, 13 * HOUR + 30 * MINUTE) : null,
        pauses ? 30 * MINUTE : 0);
  }

  private Visit visit(int place) {
    int lasts = MINUTES[random.nextInt(MINUTES.length)] * MINUTE;
    boolean skilled = happens("skills", 50);
    int skill = skilled ? random.nextInt(SKILLS) : -1;
    int level = skilled ? 1 + (random.nextInt(4) == 0 ? 1 : 0) : 0;
    int[] parts = new int[KINDS];
    if (happens("parts", 30)) {
      parts[random.nextInt(KINDS)] = 1 + random.nextInt(2);
    }
    boolean urgent = happens("urgent", 10);
    return new Visit(
        place,
        lasts,
        windows(),
        skill,
        level,
        happens("crews", 4) ? 2 : 1,
        parts,
        urgent ? URGENT_POINTS : POINTS[random.nextInt(POINTS.length)],
        urgent ? URGENT_PERCENT : 0);
  }

  /** All day, or two hours, or half a day, or one hour in the morning or in the afternoon. */
  private List<Window> windows() {
    if (!happens("windows", 60)) {
      return List.of(new Window(7 * HOUR, 17 * HOUR));
    }
    return switch (random.nextInt(4)) {
      case 0, 1 -> {
        int from = (8 + random.nextInt(7)) * HOUR;
        yield List.of(new Window(from, from + 2 * HOUR));
      }
      case 2 -> {
        int from = random.nextBoolean() ? 8 * HOUR : 12 * HOUR;
        yield List.of(new Window(from, from + 4 * HOUR));
      }
      default -> {
        int morning = (8 + random.nextInt(3)) * HOUR;
        int afternoon = (13 + random.nextInt(3)) * HOUR;
        yield List.of(new Window(morning, morning + HOUR), new Window(afternoon, afternoon + HOUR));
      }
    };
  }
}
