package org.drawdown;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Rule;
import org.drawdown.engine.Term;
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
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.drawdown")
            .stream()
            .filter(c -> c.isAnnotatedWith(Path.class))
            .forEach(c -> built.addAll(operations(c)));
    assertEquals(String.join("\n", promised), String.join("\n", built));
  }

  private static Set<String> operations(JavaClass resource) {
    var operations = new TreeSet<String>();
    var root = resource.getAnnotationOfType(Path.class).value();
    for (JavaMethod method : resource.getAllMethods()) {
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
    }
    return operations;
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

  /** Checks the examples of every media type below a place of the file, and counts them. */
  private static int check(String at, JsonNode node) {
    int seen = 0;
    if (node.has("schema") && node.has("examples")) {
      for (var example : node.get("examples").properties()) {
        var errors =
            ContractFilter.INSTANCE.errors(
                at + "/schema", example.getValue().get("value").toString());
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
