package org.drawdown;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drawdown.api.write.Write;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
class ArchitectureTest {

  private static final int LARGEST_ROOM = 16;

  /**
   * Each room with the rooms that it may lean on, all of which stand above it: no chain of arrows
   * leads back. A name before a star stands for the room and those inside. A new room is drawn here
   * and in the README's map first; {@code foresight} has its place there.
   */
  private static final Map<String, Set<String>> ROOMS = new LinkedHashMap<>();

  private static void room(String name, String... others) {
    ROOMS.put(name, Set.of(others));
  }

  static {
    room("engine");
    room("engine.core");
    room("engine.model", "engine");
    room("engine.verifier", "engine");
    room("engine.bound", "engine", "engine.model");
    room("engine.explain", "engine", "engine.model", "engine.verifier");
    room("engine.decoder", "engine", "engine.core", "engine.model");
    room("engine.search", "engine", "engine.model", "engine.bound", "engine.decoder");
    room("engine.planner", "engine", "engine.model", "engine.bound", "engine.search");
    room("platform");
    room("platform.database");
    room("language");
    room("jobs");
    room("api");
    room("api.problem", "language");
    room("api.page", "api.problem", "language");
    room("api.contract", "api.page", "api.problem", "language");
    room("api.answer", "api*", "language", "platform*");
    room("api.door", "api*", "language");
    room("api.write", "api*", "language");
    room("dataset", "api*", "language");
    room("audit", "api.write", "api.page", "platform*");
    room("sheet.grid", "api*", "language");
    room("sheet.cell", "sheet.grid", "api*", "language");
    room("sheet", "sheet.grid", "sheet.cell", "dataset", "api*", "language");
    room("mission", "sheet*", "dataset", "api*", "language", "platform*");
    room("mission.places", "mission", "dataset", "api*", "language");
    room("mission.contents", "mission", "mission.places", "dataset", "api*", "language");
    room("mission.limits", "mission", "mission.places", "dataset", "api*", "language");
    room(
        "mission.whole", "mission*", "sheet*", "audit", "dataset", "api*", "language", "platform*");
    room("schedule.request", "engine", "dataset", "api*");
    room("schedule.result", "engine", "language", "platform*");
    room(
        "schedule",
        "schedule.request",
        "schedule.result",
        "audit",
        "dataset",
        "api*",
        "language",
        "platform*");
    room("schedule.stage", "schedule", "mission*", "engine", "api*", "platform*");
    room("schedule.movement", "schedule", "dataset", "engine", "api*", "platform*");
    room("schedule.comparison", "schedule*", "engine", "api*", "language", "platform*");
    room(
        "schedule.account",
        "schedule",
        "engine",
        "engine.explain",
        "api*",
        "language",
        "platform*");
    room("record.fact", "schedule.request", "dataset", "api.contract");
    room("record.ledger", "record.fact", "dataset", "language");
    room(
        "record",
        "record.fact",
        "record.ledger",
        "schedule",
        "schedule.request",
        "audit",
        "mission.whole",
        "dataset",
        "api*",
        "language",
        "platform*");
    room(
        "record.movement",
        "record",
        "record.fact",
        "record.ledger",
        "schedule",
        "schedule.movement",
        "dataset",
        "engine",
        "api*",
        "language",
        "platform*");
    room(
        "record.site",
        "record",
        "record.fact",
        "record.ledger",
        "record.movement",
        "schedule",
        "schedule.account",
        "dataset",
        "api*",
        "language",
        "platform*");
    room(
        "record.event",
        "schedule.request",
        "record",
        "record.fact",
        "record.ledger",
        "record.movement",
        "dataset",
        "api*",
        "language",
        "platform*");
    room(
        "record.permission",
        "record",
        "record.fact",
        "record.ledger",
        "record.movement",
        "schedule",
        "schedule.request",
        "schedule.movement",
        "dataset",
        "api*",
        "language",
        "platform*");
    room(
        "record.order",
        "record",
        "record.fact",
        "record.ledger",
        "record.movement",
        "record.permission",
        "dataset",
        "api*",
        "language",
        "platform*");
    room(
        "record.evening",
        "record",
        "record.fact",
        "record.ledger",
        "record.movement",
        "record.permission",
        "record.site",
        "sheet*",
        "dataset",
        "api*",
        "language",
        "platform*");
    room("planning");
    room("planning.problem", "schedule*", "dataset", "engine", "api*", "language");
    room(
        "planning.result",
        "planning.problem",
        "schedule*",
        "dataset",
        "engine",
        "engine.verifier",
        "engine.explain");
    room(
        "planning.replan",
        "planning*",
        "record",
        "record.fact",
        "record.ledger",
        "record.movement",
        "record.permission",
        "schedule*",
        "mission.whole",
        "dataset",
        "engine",
        "engine.verifier",
        "api*",
        "language");
    room(
        "planning.run",
        "planning*",
        "audit",
        "schedule*",
        "mission.whole",
        "dataset",
        "engine",
        "engine.planner",
        "engine.verifier",
        "jobs",
        "api*",
        "language",
        "platform*");
    room(
        "planning.verification",
        "planning*",
        "schedule*",
        "mission.whole",
        "dataset",
        "engine.verifier",
        "api*",
        "platform*");
    room(
        "situation",
        "language",
        "planning.problem",
        "planning.replan",
        "planning.result",
        "record",
        "record.fact",
        "record.ledger",
        "record.movement",
        "record.permission",
        "schedule*",
        "dataset",
        "engine",
        "engine.planner",
        "engine.verifier",
        "api*",
        "platform*");
    room(
        "services",
        "situation",
        "record",
        "record.ledger",
        "schedule*",
        "dataset",
        "api*",
        "language",
        "platform*");
    room(
        "services.air",
        "services",
        "schedule",
        "schedule.movement",
        "dataset",
        "engine",
        "api*",
        "platform*");
    room(
        "exchange",
        "schedule",
        "schedule.stage",
        "schedule.movement",
        "schedule.account",
        "schedule.request",
        "schedule.result",
        "mission.whole",
        "sheet.cell",
        "dataset",
        "engine",
        "api*",
        "language",
        "platform*");
    room("command");
  }

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.drawdown");

  private static String in(String room) {
    return "org.drawdown." + room + "..";
  }

  private static String roomOf(JavaClass c) {
    return c.getPackageName().replaceFirst("^org\\.drawdown\\.?", "");
  }

  private static Stream<JavaClass> classesInRooms() {
    return HOUSE.stream().filter(c -> !roomOf(c).isEmpty());
  }

  @Test
  void everyRoomIsOnTheMap() {
    var rooms = new TreeSet<String>();
    classesInRooms().forEach(c -> rooms.add(roomOf(c)));
    // A house of rooms may be empty itself but for the sentence that says what it is.
    var drawn = new TreeSet<>(ROOMS.keySet());
    assertEquals(String.join("\n", drawn), String.join("\n", rooms));
  }

  @Test
  void noChainOfArrowsLeadsBack() {
    var above = new HashSet<String>();
    ROOMS.forEach(
        (room, others) -> {
          for (var other : others) {
            var name = other.replace("*", "");
            assertTrue(
                above.contains(name), room + " leans on " + name + ", which is not above it");
          }
          above.add(room);
        });
  }

  @Test
  void aRoomLeansOnlyOnTheRoomsThatItsArrowsName() {
    var wrong = new TreeSet<String>();
    var above = new HashSet<String>();
    ROOMS.forEach(
        (room, others) -> {
          var allowed = new HashSet<String>(Set.of(room));
          for (var other : others) {
            above.stream()
                .filter(a -> other.endsWith("*") && (a + ".").startsWith(star(other)))
                .forEach(allowed::add);
            allowed.add(other);
          }
          above.add(room);
          classesInRooms()
              .filter(c -> roomOf(c).equals(room))
              .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
              .map(d -> d.getTargetClass())
              .filter(t -> t.getPackageName().startsWith("org.drawdown."))
              .filter(t -> !allowed.contains(roomOf(t)))
              .forEach(t -> wrong.add(room + " leans on " + t.getName()));
        });
    assertEquals("", String.join("\n", wrong));
  }

  private static String star(String other) {
    return other.substring(0, other.length() - 1) + ".";
  }

  @Test
  void noRoomCollectsEverything() {
    var sizes =
        classesInRooms()
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .collect(groupingBy(ArchitectureTest::roomOf, counting()));
    sizes.forEach(
        (room, size) -> assertTrue(size <= LARGEST_ROOM, room + " has " + size + " classes"));
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
  void outsideOfTheEngineOnlyItsPlannerIsKnownOfTheSearch() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("engine"))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "decoder or search, and are not the planner",
                c ->
                    roomOf(c).equals("engine.decoder")
                        || roomOf(c).equals("engine.search")
                        || roomOf(c).equals("engine.planner")
                            && !c.getSimpleName().equals("Planner")))
        .check(HOUSE);
  }

  @Test
  void jsonTreesStopAtTheDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("api.contract"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JsonNode.class)
        .check(HOUSE);
  }

  @Test
  void everythingIsInjectedByConstructor() {
    noFields().should().beAnnotatedWith(Inject.class).check(HOUSE);
  }

  @Test
  void everyEntityHasItsPanacheRepository() {
    var kept = new TreeSet<String>();
    HOUSE.stream()
        .filter(c -> c.isAssignableTo(PanacheRepositoryBase.class))
        .flatMap(c -> Stream.concat(c.getInterfaces().stream(), c.getSuperclass().stream()))
        .flatMap(t -> t.getAllInvolvedRawTypes().stream())
        .filter(c -> c.isAnnotatedWith(Entity.class))
        .forEach(c -> kept.add(c.getName()));
    var entities = new TreeSet<String>();
    HOUSE.stream()
        .filter(c -> c.isAnnotatedWith(Entity.class))
        .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
        .forEach(c -> entities.add(c.getName()));
    assertEquals(entities, kept);
  }

  @Test
  void onlyRepositoriesKnowTheEntityManager() {
    noClasses()
        .should(
            ArchCondition.from(
                DescribedPredicate.describe(
                    "have a field of the entity manager",
                    (JavaClass c) ->
                        c.getFields().stream()
                            .anyMatch(f -> f.getRawType().isEquivalentTo(EntityManager.class)))))
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
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
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

  /**
   * A door is a resource, what resources inherit, a filter, a reader, a writer, or a write that
   * answers.
   */
  @Test
  void onlyDoorsKnowOfHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("api"))
        .and(
            DescribedPredicate.describe(
                "are no doors",
                (JavaClass c) ->
                    !c.isAnnotatedWith(Path.class)
                        && !c.isAssignableTo(MessageBodyWriter.class)
                        && !c.isAssignableTo(MessageBodyReader.class)
                        && c.getAllSubclasses().stream()
                            .noneMatch(s -> s.isAnnotatedWith(Path.class))
                        && c.getMethods().stream()
                            .noneMatch(
                                m ->
                                    m.isAnnotatedWith(Write.class)
                                        || m.isAnnotatedWith(ServerRequestFilter.class))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(HOUSE);
  }
}
