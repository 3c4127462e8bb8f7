package org.drawdown;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The board in a real browser, by {@code board.test.mjs}: sign in, read the five answers, choose a
 * base by keyboard, move the day, plan, watch, stop, compare, submit, approve, French, print, and
 * what axe finds. Where there is no Chromium it is left out.
 */
class BoardIT {

  private static final File FOLDER = new File("src/test/npm");
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Tools TOOLS = new Tools();

  @AfterAll
  static void end() throws InterruptedException {
    TOOLS.end();
  }

  @Test
  void theBoardIsUsedAsPeopleUseIt() throws Exception {
    var browser = BROWSERS.stream().filter(b -> new File(b).canExecute()).findFirst();
    assumeTrue(browser.isPresent(), "there is no Chromium");
    if (!new File(FOLDER, "node_modules/playwright-core").exists()) {
      Tools.run(FOLDER, "npm", "ci");
    }
    int port = TOOLS.demo();
    var said =
        Tools.run(
            FOLDER,
            "env",
            "BOARD=http://127.0.0.1:" + port,
            "CHROMIUM=" + browser.get(),
            "npm",
            "run",
            "board");
    assertTrue(said.contains("fail 0"), said);
  }
}
