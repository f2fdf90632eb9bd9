package io.trasa;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.trasa.routing.TravelMatrix;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Controller;

/** The guards of ARCHITECTURE.md that the compiler and {@link ModularityTest} do not see. */
@AnalyzeClasses(packages = "io.trasa", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule theProblemIsPlainJava = engine("problem");

  @ArchTest static final ArchRule theRulesKnowOnlyTheProblem = engine("rules", "problem");

  @ArchTest
  static final ArchRule theSearchKnowsRulesAndProblem = engine("search", "rules", "problem");

  @ArchTest static final ArchRule adviceKnowsRulesAndProblem = engine("advice", "rules", "problem");

  @ArchTest
  static final ArchRule onlyTheClockTellsTheTime =
      noClasses()
          .should()
          .accessTargetWhere(describe("asks the system for the time", ArchitectureTest::readsTime))
          .because("tests set the time; inject java.time.Clock and ask that");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      fields()
          .should()
          .notBeAnnotatedWith(Autowired.class)
          .andShould()
          .notBeAnnotatedWith(Value.class)
          .because("a constructor shows what a class needs");

  @ArchTest
  static final ArchRule controllersLiveInWeb =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .should()
          .resideInAPackage("io.trasa..web..");

  @ArchTest
  static final ArchRule commonImportsNoneOfOurs =
      noClasses()
          .that()
          .resideInAPackage("io.trasa.common..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.trasa..")
                  .and(DescribedPredicate.not(resideInAnyPackage("io.trasa.common.."))));

  @ArchTest
  static void everyRoomSaysWhatItIsFor(JavaClasses ours) {
    JavaPackage root = ours.getPackage("io.trasa");
    assertThat(root.getSubpackages())
        .isNotEmpty()
        .allSatisfy(
            room ->
                assertThat(room.isAnnotatedWith(ApplicationModule.class))
                    .as("%s has a package-info with @ApplicationModule", room.getName())
                    .isTrue());
  }

  @ArchTest
  static void nullIsMarkedEverywhere(JavaClasses ours) {
    assertThat(ours.getPackage("io.trasa").getSubpackagesInTree())
        .isNotEmpty()
        .filteredOn(room -> !room.getClasses().isEmpty())
        .allSatisfy(
            room ->
                assertThat(room.isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info with @NullMarked", room.getName())
                    .isTrue());
  }

  /** A package of the engine knows the JDK, Timefold, the matrix, and what stands below it. */
  private static ArchRule engine(String name, String... below) {
    List<String> rooms =
        Stream.concat(Stream.of(name), Stream.of(below))
            .map(room -> "io.trasa.planning." + room + "..")
            .toList();
    return classes()
        .that()
        .resideInAPackage(rooms.getFirst())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "ai.timefold..", "org.jspecify..", "io.trasa.common..")
                .or(resideInAnyPackage(rooms.toArray(String[]::new)))
                .or(type(TravelMatrix.class)));
  }

  /** {@code Instant.now()}, {@code LocalDate.now(zone)}, …; not {@code now(clock)}. */
  private static boolean readsTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return switch (access.getName()) {
      case "now" -> owner.startsWith("java.time.") && !takesAClock(access);
      case "systemUTC", "systemDefaultZone", "system" ->
          owner.equals("java.time.Clock")
              && !access.getOriginOwner().isEquivalentTo(TrasaApplication.class);
      case "currentTimeMillis" -> owner.equals("java.lang.System");
      case "<init>" ->
          owner.equals("java.util.Date") && access.getTarget().getFullName().endsWith("<init>()");
      default -> false;
    };
  }

  private static boolean takesAClock(JavaAccess<?> access) {
    return access.getTarget().getFullName().contains("(java.time.Clock)");
  }
}
