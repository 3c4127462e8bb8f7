package org.drawdown.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;

@RunningService
class LanguagesTest {

  @Test
  void speaksTheFirstOfTheClientsLanguagesThatItKnows() {
    assertEquals(Locale.FRENCH, Languages.favourite(List.of(Locale.GERMAN, Locale.CANADA_FRENCH)));
    assertEquals(Locale.ENGLISH, Languages.favourite(List.of(Locale.GERMAN, Locale.UK)));
    assertEquals(Locale.ENGLISH, Languages.favourite(List.of(Locale.GERMAN)));
    assertEquals(Locale.ENGLISH, Languages.favourite(List.of()));
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
