package io.trasa.documents;

import java.util.regex.Pattern;

/** Names of files as people see them: no folders, nothing invisible, of a bounded length. */
final class FileName {

  private static final int LONGEST = 200;
  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");

  /** Control and format characters (such as those that turn the direction of reading), … */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>:|?*;%]");

  private FileName() {}

  static String safe(String name) {
    var bare = UNSAFE.matcher(FOLDERS.matcher(name).replaceFirst("")).replaceAll("_").strip();
    var visible = bare.isEmpty() || bare.startsWith(".") ? "file" + bare : bare;
    return visible.length() <= LONGEST ? visible : shortened(visible);
  }

  /** Keeps the ending. */
  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot > name.length() - 10 ? name.substring(dot) : "";
    return name.substring(0, LONGEST - ending.length()) + ending;
  }
}
