package io.trasa.demo;

import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.demo.DemoPlaces.Place;
import io.trasa.people.BreakTime;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.SkillLevel;
import io.trasa.people.Technician;
import io.trasa.people.Territory;
import io.trasa.people.WorkingDay;
import io.trasa.routing.Bounds;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The demo's technicians with their skills, territories and vans. */
@Component
class DemoPeople {

  /** Marks who is ill today, at the doctor's tomorrow, and on holiday on the third day. */
  static final String ILL = "Marta Zielińska";

  static final String AT_THE_DOCTOR = "Jonas Krüger";
  static final String ON_HOLIDAY = "Elif Yıldız";

  private static final BreakTime LUNCH =
      new BreakTime(LocalTime.of(11, 30), LocalTime.of(13, 30), 30);

  private static final List<String> SKILLS =
      List.of(
          DemoWork.GAS,
          DemoWork.ELECTRICAL,
          DemoWork.COOLING,
          DemoWork.HEAT_PUMPS,
          DemoWork.KITCHENS,
          DemoWork.WATER);

  /** Name, colour, levels in the order of SKILLS, territories served (empty: all). */
  private record Person(String name, String color, int[] levels, List<String> territories) {}

  private static final List<Person> PEOPLE =
      List.of(
          person("Ana Ruiz", "#3567d6", "City", 0, 2, 2, 0, 3, 1),
          person(AT_THE_DOCTOR, "#c2410c", "", 3, 2, 0, 2, 0, 1),
          person("Lena Frick", "#0f766e", "", 3, 1, 0, 3, 0, 0),
          person("Marek Wójcik", "#7c3aed", "", 0, 3, 3, 0, 2, 0),
          person("Иван Петров", "#a16207", "", 2, 2, 0, 2, 0, 2),
          person("Joanna Nowak", "#be185d", "City,North", 0, 2, 0, 0, 3, 2),
          person("Mehmet Kaya", "#15803d", "", 2, 1, 2, 2, 0, 0),
          person(ILL, "#0369a1", "", 0, 1, 0, 0, 1, 3),
          person("Carlos Ortega", "#b91c1c", "City,South", 0, 0, 3, 0, 2, 1),
          person(ON_HOLIDAY, "#4f46e5", "", 1, 3, 1, 1, 0, 0),
          person("Uwe Schröder", "#854d0e", "South,City", 3, 0, 0, 2, 0, 1),
          person("Desislava Ilieva", "#0e7490", "", 0, 2, 2, 1, 2, 0),
          person("Piotr Lewandowski", "#9d174d", "City,West", 2, 2, 0, 3, 0, 1),
          person("Sofía Blanco", "#475569", "", 0, 1, 1, 0, 2, 2));

  /** Shares of the region's box: south, west, north, east; together they cover it. */
  private static final Map<String, double[]> TERRITORIES = territories();

  private final PeopleService people;
  private final RegisterService register;

  DemoPeople(PeopleService people, RegisterService register) {
    this.people = people;
    this.register = register;
  }

  void create(List<Place> homes, Bounds box) {
    Map<String, UUID> skills = new LinkedHashMap<>();
    SKILLS.forEach(name -> skills.put(name, register.createSkill(name).id()));
    Map<String, UUID> territories = new LinkedHashMap<>();
    TERRITORIES.forEach(
        (name, share) -> {
          var details = new Territory.Details(name, color(name), rectangle(box, share));
          territories.put(name, register.createTerritory(details).id());
        });
    for (int i = 0; i < PEOPLE.size(); i++) {
      create(PEOPLE.get(i), i, homes.get(i), skills, territories);
    }
  }

  private void create(
      Person person,
      int number,
      Place home,
      Map<String, UUID> skills,
      Map<String, UUID> territories) {
    var van = register.createVan("Van " + (number + 1), "NB-TR %d".formatted(101 + number));
    var levels = new ArrayList<SkillLevel>();
    for (int s = 0; s < SKILLS.size(); s++) {
      UUID skill = skills.get(SKILLS.get(s));
      if (skill != null && person.levels()[s] > 0) {
        levels.add(new SkillLevel(skill, person.levels()[s]));
      }
    }
    people.create(
        new Technician.Details(
            person.name(),
            "+49 395 55501%02d".formatted(number),
            "technician%d@example.com".formatted(number + 1),
            person.color(),
            home.coordinates(),
            home.address().onOneLine(),
            levels,
            person.territories().stream().map(territories::get).toList(),
            van.id(),
            Vehicle.CAR,
            true,
            WorkingDay.USUAL.pausing(LUNCH)));
  }

  private static Person person(String name, String color, String territories, int... levels) {
    var served = territories.isEmpty() ? List.<String>of() : List.of(territories.split(",", -1));
    return new Person(name, color, levels, served);
  }

  private static Map<String, double[]> territories() {
    var shares = new LinkedHashMap<String, double[]>();
    shares.put("City", new double[] {0.45, 0.32, 0.88, 0.75});
    shares.put("South", new double[] {-0.1, -0.1, 0.45, 1.1});
    shares.put("West", new double[] {0.45, -0.1, 1.1, 0.32});
    shares.put("East", new double[] {0.45, 0.75, 1.1, 1.1});
    shares.put("North", new double[] {0.88, 0.32, 1.1, 0.75});
    return shares;
  }

  private static String color(String territory) {
    return switch (territory) {
      case "City" -> "#64748b";
      case "South" -> "#b45309";
      case "West" -> "#0f766e";
      case "East" -> "#6d28d9";
      default -> "#1d4ed8";
    };
  }

  private static List<Coordinates> rectangle(Bounds box, double[] share) {
    double south = box.south() + share[0] * (box.north() - box.south());
    double north = box.south() + share[2] * (box.north() - box.south());
    double west = box.west() + share[1] * (box.east() - box.west());
    double east = box.west() + share[3] * (box.east() - box.west());
    return List.of(
        new Coordinates(south, west),
        new Coordinates(south, east),
        new Coordinates(north, east),
        new Coordinates(north, west));
  }
}
