package org.drawdown.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The messages in one language, from its file of words. A message bundle of Qute would do the same
 * for up to three hundred messages; with more, the class that it makes does not load (3.37.2).
 */
final class Words {

  private static final Pattern FILLED = Pattern.compile("\\{(\\w+)}");

  private final Properties words = new Properties();

  private Words(Locale language) {
    var name = "/messages/msg_%s.properties".formatted(language.getLanguage());
    try (var file =
        new InputStreamReader(Words.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      words.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The messages in a language that has a file of words. */
  static Messages in(Locale language) {
    var words = new Words(language);
    return (Messages)
        Proxy.newProxyInstance(
            Messages.class.getClassLoader(),
            new Class<?>[] {Messages.class},
            (proxy, method, values) -> words.say(method, values));
  }

  private String say(Method message, Object[] values) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < message.getParameterCount(); i++) {
      given.put(message.getParameters()[i].getName(), String.valueOf(values[i]));
    }
    return FILLED
        .matcher(words.getProperty(message.getName()))
        .replaceAll(word -> Matcher.quoteReplacement(given.get(word.group(1))));
  }
}
