package org.drawdown;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Rule;
import org.drawdown.engine.Term;
import org.drawdown.engine.explain.Link;
import org.drawdown.platform.Roles;
import org.drawdown.schedule.ScheduleState;
import org.junit.jupiter.api.Test;

/** The contract names just the operations and the enums that the code has. */
class ContractTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  @Test
  void fileAndCodeHaveTheSameOperations() {
    var promised = new TreeSet<String>();
    var paths = ContractFilter.INSTANCE.document().path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            promised.add(operation.getKey() + " " + anonymous(path.getKey()));
                          }
                        }));
    var built = new TreeSet<String>();
    for (var resource : resources()) {
      resource.getAllMethods().forEach(m -> built.addAll(operations(resource, m)));
    }
    assertEquals(String.join("\n", promised), String.join("\n", built));
  }

  private static List<JavaClass> resources() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.drawdown")
            .stream()
            .filter(c -> c.isAnnotatedWith(Path.class))
            .toList();
  }

  private static Set<String> operations(JavaClass resource, JavaMethod method) {
    var operations = new TreeSet<String>();
    var root = resource.getAnnotationOfType(Path.class).value();
    method.getAnnotations().stream()
        .filter(a -> a.getRawType().isAnnotatedWith(HttpMethod.class))
        .forEach(
            a -> {
              var verb = a.getRawType().getSimpleName().toLowerCase(java.util.Locale.ROOT);
              var path =
                  method.isAnnotatedWith(Path.class)
                      ? "/" + method.getAnnotationOfType(Path.class).value()
                      : "";
              operations.add(verb + " " + anonymous("/" + root + path));
            });
    return operations;
  }

  @Test
  void rolesAreTheSame() {
    var promised = new TreeSet<String>();
    for (var path : ContractFilter.INSTANCE.document().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          promised.add(
              "%s %s by %s"
                  .formatted(
                      operation.getKey(),
                      anonymous(path.getKey()),
                      operation.getValue().path("x-role").asText()));
        }
      }
    }
    var built = new TreeSet<String>();
    for (var resource : resources()) {
      for (var method : resource.getAllMethods()) {
        for (var operation : operations(resource, method)) {
          built.add(operation + " by " + role(resource, method));
        }
      }
    }
    assertEquals(String.join("\n", promised), String.join("\n", built));
  }

  /** The role that a method needs; what everybody may do is in production for viewers. */
  private static String role(JavaClass resource, JavaMethod method) {
    if (method.isAnnotatedWith(RolesAllowed.class)) {
      return method.getAnnotationOfType(RolesAllowed.class).value()[0];
    }
    for (var type = resource; type != null; type = type.getRawSuperclass().orElse(null)) {
      if (type.isAnnotatedWith(RolesAllowed.class)) {
        return type.getAnnotationOfType(RolesAllowed.class).value()[0];
      }
    }
    return Roles.VIEWER;
  }

  /**
   * What the service reads of a dataset stands in the contract; what else may, it keeps as it came.
   */
  @Test
  void theDatasetIsReadAsTheContractHasIt() {
    var kept =
        Set.of(
            "estimate",
            "sources",
            "tailInvented",
            "timeZone",
            "claimThresholdUsd",
            "mandate",
            "permissionRules",
            "movements",
            "otherAirServices",
            "services");
    for (var type : Dataset.class.getDeclaredClasses()) {
      var schema =
          ContractFilter.INSTANCE.document().at("/components/schemas/" + type.getSimpleName());
      if (!type.isRecord() || schema.isMissingNode()) {
        continue;
      }
      var read =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getName)
              .filter(name -> !name.equals("extra"))
              .collect(toCollection(TreeSet::new));
      var named = new TreeSet<String>();
      schema.path("properties").fieldNames().forEachRemaining(named::add);
      assertTrue(named.containsAll(read), type + " reads " + read + " of " + named);
      named.removeAll(read);
      named.removeAll(kept);
      assertEquals(Set.of(), named, type + " does not read these");
    }
  }

  private static String anonymous(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  @Test
  void enumsAreTheSame() {
    sameEnum("RuleName", List.of(Rule.values()));
    sameEnum("TermName", List.of(Term.values()));
    sameEnum("ScheduleState", List.of(ScheduleState.values()));
    sameEnum("StageName", List.of(Plan.Stage.values()));
    sameEnum("MovementKind", List.of(Plan.Kind.values()));
    sameEnum("Fact", List.of(Outcome.Fact.values()));
    sameEnum("Cause", List.of(Link.Cause.values()));
  }

  private static void sameEnum(String schema, List<? extends Enum<?>> values) {
    var promised = new TreeSet<String>();
    ContractFilter.INSTANCE
        .document()
        .at("/components/schemas/%s/enum".formatted(schema))
        .forEach(v -> promised.add(v.asText()));
    assertEquals(
        promised, values.stream().map(Enum::name).collect(toCollection(TreeSet::new)), schema);
  }

  @Test
  void everyExampleHasTheShapeOfItsSchema() {
    int seen = check("", ContractFilter.INSTANCE.document());
    assertTrue(seen > 15, "examples found: " + seen);
  }

  private static JsonNode referred(String reference) {
    return ContractFilter.INSTANCE.document().at(reference.substring(1));
  }

  /** Checks the examples of every media type below a place of the file, and counts them. */
  private static int check(String at, JsonNode node) {
    int seen = 0;
    if (node.has("schema") && node.has("examples")) {
      for (var example : node.get("examples").properties()) {
        var shown = example.getValue();
        var value = shown.has("$ref") ? referred(shown.get("$ref").asText()) : shown;
        assertTrue(value.has("value"), at + " " + example.getKey() + " has no value");
        var errors = ContractFilter.INSTANCE.errors(at + "/schema", value.get("value").toString());
        assertEquals(List.of(), errors, at + " " + example.getKey());
        seen++;
      }
    }
    for (var child : node.properties()) {
      seen +=
          check(at + "/" + child.getKey().replace("~", "~0").replace("/", "~1"), child.getValue());
    }
    return seen;
  }
}
