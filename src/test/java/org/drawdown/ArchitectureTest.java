package org.drawdown;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
class ArchitectureTest {

  /** Each room with the rooms that it may lean on. No chain of arrows leads back. */
  private static final Map<String, Set<String>> ROOMS =
      Map.of(
          "common", Set.of(),
          "engine", Set.of(),
          "mission", Set.of("common"),
          "schedule", Set.of("common", "mission"),
          "planning", Set.of("common", "mission", "schedule", "engine"));

  /** The rooms inside the engine, likewise; its root is the contract that all of them share. */
  private static final Map<String, Set<String>> ENGINE =
      Map.of(
          "core", Set.of(),
          "model", Set.of(),
          "verifier", Set.of(),
          "bound", Set.of("model"),
          "explain", Set.of("model", "verifier"),
          "search", Set.of("core", "model", "bound"));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.drawdown");

  private static String in(String room) {
    return "org.drawdown." + room + "..";
  }

  @Test
  void everyRoomIsOnTheMap() {
    var rooms =
        HOUSE.stream()
            .map(c -> c.getPackageName().split("\\."))
            .filter(p -> p.length > 2)
            .map(p -> p[2])
            .collect(toSet());
    assertEquals(ROOMS.keySet(), rooms);
    var inner =
        HOUSE.stream()
            .map(c -> c.getPackageName().split("\\."))
            .filter(p -> p.length > 3)
            .map(p -> p[2] + "." + p[3])
            .collect(toSet());
    assertEquals(ENGINE.keySet().stream().map(r -> "engine." + r).collect(toSet()), inner);
  }

  @Test
  void aRoomLeansOnlyOnTheRoomsThatItsArrowsName() {
    ROOMS.forEach((room, others) -> forbid(in(room), ROOMS.keySet(), room, others, ""));
    ENGINE.forEach(
        (room, others) -> forbid(in("engine." + room), ENGINE.keySet(), room, others, "engine."));
  }

  private static void forbid(
      String here, Set<String> all, String room, Set<String> allowed, String prefix) {
    List<String> forbidden = new ArrayList<>();
    for (var other : all) {
      if (!other.equals(room) && !allowed.contains(other)) {
        forbidden.add(in(prefix + other));
      }
    }
    if (!forbidden.isEmpty()) {
      noClasses()
          .that()
          .resideInAPackage(here)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden.toArray(String[]::new))
          .check(HOUSE);
    }
  }

  @Test
  void theEngineKnowsOnlyJava() {
    classes()
        .that()
        .resideInAPackage(in("engine"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(in("engine"), "java..")
        .check(HOUSE);
  }

  @Test
  void theEnginesContractDoesNotKnowItsMethods() {
    noClasses()
        .that()
        .resideInAPackage("org.drawdown.engine")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drawdown.engine.*..")
        .check(HOUSE);
  }

  @Test
  void entitiesNeverLeaveThroughTheApi() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Path.class)
        .and()
        .arePublic()
        .should(
            ArchCondition.from(
                DescribedPredicate.describe(
                    "neither take nor return an entity",
                    (JavaMethod m) ->
                        m.getAllInvolvedRawTypes().stream()
                            .noneMatch(
                                c ->
                                    c.isAnnotatedWith(Entity.class)
                                        || c.isAnnotatedWith(MappedSuperclass.class)))))
        .check(HOUSE);
  }

  @Test
  void resourcesAreSeenByNobody() {
    classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate().check(HOUSE);
  }

  @Test
  void entitiesHaveVerbsAndNoSetters() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should(
            ArchCondition.from(
                DescribedPredicate.describe(
                    "be setters", (JavaMethod m) -> m.getName().matches("set[A-Z].*"))))
        .check(HOUSE);
  }

  @Test
  void entitiesKeepTheirFieldsToThemselves() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .and()
        .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
        .and()
        .areNotStatic()
        .should()
        .bePrivate()
        .check(HOUSE);
  }

  @Test
  void nobodyAsksForTheTimeWithoutAClock() {
    noClasses()
        .should()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(Instant.class, "now")
        .check(HOUSE);
  }

  @Test
  void onlyDoorsAndCommonKnowOfHttp() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .resideOutsideOfPackage(in("common"))
        .and()
        .haveNameNotMatching(".*(Rows|ActiveSchedule)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(HOUSE);
  }
}
