package io.trasa.demo;

import io.trasa.common.Priority;
import io.trasa.customers.Address;
import io.trasa.customers.Billing;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import io.trasa.demo.DemoPlaces.Place;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Who calls the demo company; each customer has one site or two. */
@Component
class DemoCustomers {

  private static final int ENOUGH = 200;

  private static final List<String> NAMES =
      List.of(
          "Hotel am Ring",
          "Bäckerei Möller",
          "Seeklinik Tollense",
          "Grundschule Nord",
          "Pension Lindenhof",
          "Familie Schäfer",
          "Restaurant Zur Mühle",
          "Gärtnerei Grün",
          "Kita Regenbogen",
          "Autohaus Behrens",
          "Metzgerei Köhler",
          "Seniorenheim Sonnenhof",
          "Brauerei Vier Tore",
          "Eiscafé Venezia",
          "Sporthalle Süd",
          "Familie Nguyen",
          "Druckerei Wendt",
          "Apotheke am Markt",
          "Fitness Fabrik",
          "Café Überall",
          "Gasthof Stargard",
          "Stadtbibliothek",
          "Familie Öztürk",
          "Molkerei Uckerland",
          "Ресторант София",
          "Wohnungsgenossenschaft Ost",
          "Kanzlei Brandt",
          "Zahnarztpraxis Dr. Lange",
          "Schwimmhalle",
          "Imbiss Bosporus",
          "Tischlerei Hagen",
          "Familie Kowalski",
          "Jugendherberge",
          "Blumen Petersen",
          "Rechenzentrum Mitte",
          "Campingplatz Seeblick",
          "Fischhaus Müritz",
          "Kulturhaus",
          "Familie Wagner",
          "Gymnasium am See",
          "Landhaus Wulkenzin",
          "Bio-Hof Krukow",
          "Schloss Mallin",
          "Feuerwehr Neuendorf",
          "Tierklinik",
          "Einkaufspark Ost",
          "Familie Jäger",
          "Textilpflege Weiß",
          "Werkstatt Lebenshilfe",
          "Tanzschule Arndt",
          "Optik Krämer",
          "Hostel Stadtmauer",
          "Logistikzentrum A20",
          "Familie Dąbrowski",
          "Weinhandlung Roth",
          "Pflegedienst Anker",
          "Kino Latücht",
          "Familie Großmann",
          "Burgrestaurant",
          "Stadtwerke Kundenzentrum");

  private final CustomerService customers;

  DemoCustomers(CustomerService customers) {
    this.customers = customers;
  }

  void create(List<Place> places) {
    for (int i = 0; i < places.size(); i++) {
      if (i < NAMES.size()) {
        addSite(create(i, places.get(i).address()), NAMES.get(i), places.get(i));
      } else {
        // The rest are second sites, so that some customers have more than one.
        Customer owner = all().get(i % NAMES.size());
        addSite(owner, owner.name() + " II", places.get(i));
      }
    }
  }

  /** All sites, in the order of their customers' numbers. */
  List<Site> sites() {
    return all().stream()
        .flatMap(c -> customers.sitesOf(c.id(), PageRequest.of(0, ENOUGH)).stream())
        .toList();
  }

  private List<Customer> all() {
    return customers.search(null, PageRequest.of(0, ENOUGH)).stream()
        .sorted(java.util.Comparator.comparing(Customer::number))
        .toList();
  }

  private Customer create(int i, Address address) {
    boolean important = NAMES.get(i).contains("klinik") || NAMES.get(i).contains("Senioren");
    return customers.create(
        new Customer.Details(
            NAMES.get(i),
            "+49 395 5560%03d".formatted(i),
            "customer%d@example.org".formatted(i + 1),
            i % 9 == 8 ? "pl" : i % 13 == 12 ? "bg" : i % 17 == 16 ? "es" : "en",
            important ? Priority.HIGH : Priority.NORMAL,
            "",
            new Billing(address, "DE", "", Billing.USUAL.paymentDays())));
  }

  private void addSite(Customer customer, String name, Place place) {
    String access = customer.name().startsWith("Familie") ? "Ring twice." : "Report at the desk.";
    customers.addSite(
        customer.id(), new Site.Details(name, place.address(), place.coordinates(), access));
  }
}
