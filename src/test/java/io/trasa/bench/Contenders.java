package io.trasa.bench;

import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.stream.Stream;

/** Who takes part: Trasa, and the peers that are on the class path. */
final class Contenders {

  private Contenders() {}

  /** All of them, Trasa first. */
  static List<Contender> all() {
    return Stream.concat(
            Stream.of(new Trasa(), new TrasaArray()),
            ServiceLoader.load(Contender.class).stream().map(Provider::get))
        .toList();
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  static Contender named(String name) {
    return all().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such solver here: " + name));
  }
}
