package io.trasa.testkit;

import java.nio.file.Path;

/** Folders in {@code target} that outlive a run and that no two JVMs of it share. */
public final class TestFolder {

  private static final String JVM = System.getProperty("test.jvm", "1");

  private TestFolder() {}

  public static Path of(String name) {
    return Path.of("target", name + "-" + JVM);
  }
}
