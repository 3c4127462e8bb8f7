package org.drawdown.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningService
class LanguagesTest {

  @Test
  void speaksTheFirstOfTheClientsLanguagesThatItKnows() {
    assertEquals(Locale.FRENCH, Languages.favourite("de, fr-CA"));
    assertEquals(Locale.FRENCH, Languages.favourite("en;q=0.2, fr;q=0.9"));
    assertEquals(Locale.ENGLISH, Languages.favourite("de, en-GB"));
    assertEquals(Locale.ENGLISH, Languages.favourite("de"));
    assertEquals(Locale.ENGLISH, Languages.favourite("*"));
    assertEquals(Locale.ENGLISH, Languages.favourite(null));
  }

  @Test
  void doesNotSpeakALanguageThatTheClientRefuses() {
    assertEquals(Locale.ENGLISH, Languages.favourite("fr;q=0"));
    assertEquals(Locale.ENGLISH, Languages.favourite("fr;q=0, *"));
    assertEquals(Locale.FRENCH, Languages.favourite("en;q=0, *;q=0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr;q=abc", ";", "q=1", "fr;q=2", "@", "fr;;q"})
  void aMalformedHeaderSaysNothing(String header) {
    assertEquals(Locale.ENGLISH, Languages.favourite(header));
  }

  @Test
  void elidesBeforeAVowelInFrench() {
    Text outpost = m -> m.noRearParty("KIDAL");
    assertEquals("KIDAL n'a pas besoin d'arrière-garde", Languages.say(outpost, Locale.FRENCH));
    Text begin = m -> m.drawdownBegin("AGUELHOK");
    assertEquals(
        "le retrait d'AGUELHOK ne commence pas avec son premier mouvement",
        Languages.say(begin, Locale.FRENCH));
    Text other = m -> m.drawdownBegin("KIDAL");
    assertEquals(
        "le retrait de KIDAL ne commence pas avec son premier mouvement",
        Languages.say(other, Locale.FRENCH));
  }

  @Test
  void fillsInWhatLooksLikeAPlaceholderAsItIs() {
    Text text = m -> m.noBase("{name}");
    assertEquals("there is no base {name}", Languages.say(text, Locale.ENGLISH));
  }
}
