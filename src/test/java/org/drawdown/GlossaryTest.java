package org.drawdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The glossary has every fixed word of the contract. */
class GlossaryTest {

  @Test
  void everyWordOfTheContractIsExplained() throws IOException {
    var glossary = Files.readString(Path.of("src/docs/glossary.md"));
    var words = new TreeSet<String>();
    collect(ContractFilter.INSTANCE.document().at("/components/schemas"), words);
    assertTrue(words.size() > 150, "words found: " + words.size());
    words.removeIf(word -> glossary.contains("`" + word + "`"));
    assertEquals(Set.of(), words);
  }

  private static void collect(JsonNode node, Set<String> words) {
    for (var value : node.path("enum")) {
      if (value.asText().matches("[A-Z][A-Z_]+")) {
        words.add(value.asText());
      }
    }
    node.forEach(child -> collect(child, words));
  }
}
