package org.drawdown.sheet.cell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people write for the words of the contract and for its columns, in English and French: the
 * files below {@code sheet}.
 */
public final class Vocabulary {

  private static final Map<String, List<String>> WORDS = read("words");
  private static final Map<String, List<String>> HEADINGS = read("headings");
  private static final Properties FRENCH = file("explanations_fr");
  private static final Properties COLUMNS = file("columns_fr");
  private static final Map<String, Set<String>> COUNTRIES = countries();

  private static final Pattern TOTAL =
      Pattern.compile("(?i)((grand|sub|sous)[- ]?)?tota(l|ls|ux)([ :-].*)?|s/t|sum|somme");

  private Vocabulary() {}

  private static Properties file(String name) {
    var file = new Properties();
    try (var in =
        new InputStreamReader(
            Vocabulary.class.getResourceAsStream("/sheet/" + name + ".properties"),
            StandardCharsets.UTF_8)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static Map<String, List<String>> read(String name) {
    var read = new HashMap<String, List<String>>();
    file(name)
        .forEach(
            (key, value) ->
                read.put(
                    (String) key,
                    Arrays.stream(((String) value).split("[|,]")).map(String::strip).toList()));
    return read;
  }

  /** The country codes of three letters by the names that people give them. */
  private static Map<String, Set<String>> countries() {
    var names = new HashMap<String, Set<String>>();
    for (var code : Locale.getISOCountries()) {
      var country = new Locale("", code);
      var letters = country.getISO3Country();
      for (var name :
          List.of(
              code,
              letters,
              country.getDisplayCountry(Locale.ENGLISH),
              country.getDisplayCountry(Locale.FRENCH))) {
        names.computeIfAbsent(Likeness.plain(name), n -> new HashSet<>()).add(letters);
      }
    }
    read("countries")
        .forEach(
            (letters, others) ->
                others.forEach(
                    name ->
                        names
                            .computeIfAbsent(Likeness.plain(name), n -> new HashSet<>())
                            .add(letters)));
    return names;
  }

  /** The codes of the countries that a name may mean; none where it is unknown. */
  public static Set<String> countries(String name) {
    return COUNTRIES.getOrDefault(Likeness.plain(name), Set.of());
  }

  /** Which of some words of the contract a text may mean. */
  public static List<String> meant(String text, List<String> words) {
    var plain = Likeness.plain(text);
    var meant = new ArrayList<String>();
    for (var word : words) {
      if (Likeness.plain(word).equals(plain)) {
        return List.of(word);
      }
      boolean said =
          isOneOf(plain, Likeness.plain(word))
              || WORDS.getOrDefault(word, List.of()).stream()
                  .anyMatch(other -> isOneOf(plain, Likeness.plain(other)));
      if (said) {
        meant.add(word);
      }
    }
    return meant;
  }

  /** The word of the contract for which a text is misspelt, if there is one. */
  public static Optional<String> near(String text, List<String> words) {
    var said = new LinkedHashMap<String, String>();
    for (var word : words) {
      said.put(word, word);
      WORDS.getOrDefault(word, List.of()).forEach(other -> said.putIfAbsent(other, word));
    }
    return Likeness.near(text, said.keySet()).map(said::get);
  }

  /** The same word, be it one or several. */
  private static boolean isOneOf(String plain, String word) {
    return plain.equals(word) || plain.equals(word + "s") || word.equals(plain + "s");
  }

  /** Whether a text says yes or no; null where it says neither. */
  public static Boolean truth(String text) {
    var plain = Likeness.plain(text);
    if (Set.of("yes", "y", "true", "1", "x", "oui", "o", "vrai").contains(plain)
        || text.equals("✓")) {
      return true;
    }
    return Set.of("no", "n", "false", "0", "non", "faux").contains(plain) ? Boolean.FALSE : null;
  }

  /**
   * What a column is called: in English, in French, and otherwise. A column that has no words of
   * its own has those of its name, and in English at least its name in words.
   *
   * @param list that the column is of
   */
  public static List<String> names(String list, String path) {
    var name = path.substring(path.lastIndexOf('.') + 1);
    for (var key : List.of(list + "." + path, path, name)) {
      if (HEADINGS.containsKey(key)) {
        return HEADINGS.get(key);
      }
    }
    return List.of(inWords(name), inWords(name));
  }

  /** What a column is called in a language. */
  public static String heading(String list, String path, Locale language) {
    return names(list, path)
        .get(Locale.FRENCH.getLanguage().equals(language.getLanguage()) ? 1 : 0);
  }

  /**
   * What a column of a list that is read is called: in English as in the contract, in French in
   * words, where there are some for each part of its path.
   *
   * @param list the list, as its path ends
   */
  public static String shown(String list, String path, Locale language) {
    if (!Locale.FRENCH.getLanguage().equals(language.getLanguage())) {
      return path;
    }
    var whole = HEADINGS.getOrDefault(list + "." + path, HEADINGS.get(path));
    if (whole != null) {
      return whole.get(1);
    }
    var parts = Arrays.stream(path.split("\\.")).map(Vocabulary::partInFrench).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? parts.stream().map(Optional::get).collect(Collectors.joining(" : "))
        : path;
  }

  private static Optional<String> partInFrench(String part) {
    var heading = HEADINGS.get(part);
    return Optional.ofNullable(COLUMNS.getProperty(part, heading == null ? null : heading.get(1)));
  }

  /**
   * What a column holds, in a language.
   *
   * @param english what the contract says
   */
  public static String explanation(String list, String path, String english, Locale language) {
    if (!Locale.FRENCH.getLanguage().equals(language.getLanguage())) {
      return english.strip();
    }
    var name = path.substring(path.lastIndexOf('.') + 1);
    for (var key : List.of(list + "." + path, path, name)) {
      if (FRENCH.containsKey(key)) {
        return FRENCH.getProperty(key);
      }
    }
    return english.strip();
  }

  /** {@code loadsPerItem} as “Loads per item”. */
  private static String inWords(String name) {
    var words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Whether a row of this first cell is the sum of those above. */
  public static boolean isTotal(String text) {
    return TOTAL.matcher(text.strip()).matches();
  }
}
