package org.drawdown.language;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message has its words in every language, and the words name what they are filled with. */
class MessagesTest {

  private static final Pattern FILLED = Pattern.compile("\\{(\\w+)}");

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var file =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/messages/msg_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(file);
    }
    return words;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void noKeyIsMissingAndNoneIsLeftOver(String language) throws IOException {
    var keys =
        Arrays.stream(Messages.class.getMethods())
            .map(Method::getName)
            .collect(toCollection(TreeSet::new));
    assertEquals(
        String.join("\n", keys),
        String.join("\n", new TreeSet<>(words(language).stringPropertyNames())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everySentenceSaysAllThatItIsGiven(String language) throws IOException {
    var words = words(language);
    for (var method : Messages.class.getMethods()) {
      var given = new TreeSet<String>();
      Arrays.stream(method.getParameters()).forEach(p -> given.add(p.getName()));
      var said = new TreeSet<String>();
      FILLED
          .matcher(words.getProperty(method.getName()))
          .results()
          .forEach(r -> said.add(r.group(1)));
      assertEquals(given, said, method.getName());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void noSentenceIsEmpty(String language) throws IOException {
    words(language).forEach((key, text) -> assertTrue(!text.toString().isBlank(), key.toString()));
  }
}
