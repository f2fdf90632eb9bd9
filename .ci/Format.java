import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks or writes the format of every Java file below the given folders. */
final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    List<String> call = new ArrayList<>();
    call.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (int i = 1; i < args.length; i++) {
      call.addAll(javaFiles(Path.of(args[i])));
    }
    var out = new PrintWriter(System.out, true);
    int result = new Main(out, out, System.in).format(call.toArray(String[]::new));
    if (result != 0) {
      System.out.println(
          "The files above are not formatted. Maybe run:"
              + " mvn process-test-classes -Dformat.mode=write");
    }
    System.exit(result);
  }

  private static List<String> javaFiles(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().toList();
    }
  }
}
