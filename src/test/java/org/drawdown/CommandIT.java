package org.drawdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as it is called: the packaged jar with arguments. */
class CommandIT {

  private static final Path DATASET = Path.of("src/main/resources/reference/minusma-2023.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private record Said(int code, String out, String err) {}

  private Said run(Object... args) throws IOException, InterruptedException {
    // As short runs go fastest.
    var command = new ArrayList<>(List.of(Tools.java(), "-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.add("-jar");
    command.add(Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString());
    for (var arg : args) {
      command.add(arg.toString());
    }
    var out = folder.resolve("out").toFile();
    var err = folder.resolve("err").toFile();
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(err)
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    return new Said(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  @Test
  void plansShowsJudgesComparesAndExports() throws Exception {
    var a = folder.resolve("a.json");
    var planned = run("plan", DATASET.toAbsolutePath(), "--iterations", 300, "--seed", 1, "-o", a);
    assertEquals(0, planned.code(), planned.err());
    assertTrue(planned.err().startsWith("READY: complete on 202"), planned.err());
    assertEquals(14, planned.out().lines().count(), planned.out());
    assertEquals(List.of("a.json", "err", "out"), files(), "nothing else is left behind");

    var stages = run("stages", a, "--base", "KIDAL", "--format", "csv");
    assertEquals("base,stage,from,to,phase,sector", stages.out().lines().findFirst().orElse(""));
    assertEquals(6, stages.out().lines().count(), stages.out());
    var movements = run("movements", a, "--mode", "ROAD", "-f", "json");
    JSON.readTree(movements.out()).forEach(m -> assertEquals("ROAD", m.at("/mode").asText()));

    var b = folder.resolve("b.json");
    var broken = (ObjectNode) JSON.readTree(a.toFile());
    ((ObjectNode) broken.at("/movements/0")).put("trucks", 99_999);
    JSON.writeValue(b.toFile(), broken);
    var judged = run("verify", b);
    assertEquals(4, judged.code(), judged.out());
    assertTrue(judged.out().contains(broken.at("/movements/0/id").asText()), judged.out());

    var compared = run("compare", a, a);
    assertEquals(0, compared.code(), compared.err());
    assertTrue(compared.err().contains("0 added, 0 dropped, 0 moved"), compared.err());
    var drawn = run("export", a, "--as", "svg", "-o", "gantt.svg");
    assertEquals(0, drawn.code(), drawn.err());
    assertTrue(Files.readString(folder.resolve("gantt.svg")).contains("<svg"));
  }

  private List<String> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void saysWhatIsWrongAndEndsWithACodeThatTellsIt() throws Exception {
    assertEquals(2, run("plan").code());
    assertEquals(2, run("fly").code());
    var nowhere = run("stages", "nowhere.json");
    assertEquals(1, nowhere.code());
    assertEquals("there is no file nowhere.json", nowhere.err().strip());
    var wrong = folder.resolve("wrong.json");
    Files.writeString(wrong, "{\"mission\":{\"startDate\":\"soon\"}}");
    var refused = run("plan", wrong, "--language", "en");
    assertEquals(1, refused.code(), refused.out());
    assertTrue(refused.err().contains("/mission/horizonEnd"), refused.err());
  }
}
