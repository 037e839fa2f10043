package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;

/** The launcher in a home of its own, where Java and Maven only say how they were called. */
class LauncherTest {
  private static final String ECHO = "#!/bin/sh\necho \"home=$RECORDLAKE_HOME $*\"\n";
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "maven $*" >> maven.log
      mkdir -p jobs/app/target/lib && touch jobs/app/target/recordlake-app-1.jar
      """;

  @TempDir Path folder;
  private Path home;
  private Path javaHome;

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("a home")).toRealPath();
    Files.createDirectories(home.resolve("jobs/app/src/main"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createFile(home.resolve("jobs/pom.xml"));
    Files.createFile(home.resolve("jobs/app/pom.xml"));
    Files.createDirectories(home.resolve("reports/src/main"));
    Files.createFile(home.resolve("reports/pom.xml"));
    script(home.resolve("mvnw"), MAVEN);
    script(
        home.resolve("recordlake"), Files.readString(ProjectFolder.root().resolve("recordlake")));
    javaHome = javaHome("17.0.9");
  }

  @Test
  void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
    assertThat(start("doctor").messages()).contains("Building Recordlake (first run) …");
    assertThat(start("doctor").messages()).doesNotContain("Building");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aChangedSourceIsBuilt() throws Exception {
    start("doctor");
    Path source = Files.createFile(home.resolve("jobs/app/src/main/New.java"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    start("doctor");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildIsTriedAgain() throws Exception {
    script(home.resolve("mvnw"), "#!/bin/sh\nexit 1\n");
    assertThat(start("doctor").code()).isEqualTo(ExitCode.BUG.code());
    script(home.resolve("mvnw"), MAVEN);
    assertThat(start("doctor").code()).isZero();
  }

  @Test
  void theProgramGetsItsArgumentsAsTheyWereGiven() throws Exception {
    assertThat(start("query", "select  'a b'").results())
        .contains("-Djava.awt.headless=true")
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
        .contains("jobs/app/target/lib/*")
        .contains("home=" + home)
        .endsWith("org.recordlake.cli.Recordlake query select  'a b'\n");
  }

  @Test
  void ownJavaOptionsComeAfterTheBuiltInOnes() throws Exception {
    assertThat(start("doctor").results()).containsPattern("-Xmx\\d{4,}m");
    assertThat(start(Map.of("RECORDLAKE_JAVA_OPTS", "-Xmx2g -Dx=y"), "doctor").results())
        .containsPattern("-Xmx\\d+m.* -Xmx2g -Dx=y ");
  }

  @Test
  void itFindsItsHomeThroughALinkFromAnywhere() throws Exception {
    Path link = folder.resolve("bin");
    Files.createDirectory(link);
    Files.createSymbolicLink(link.resolve("rl"), Path.of("../a home/recordlake"));
    Answer answer = start(link.resolve("rl"), Map.of("JAVA_HOME", javaHome.toString()), "doctor");
    assertThat(answer.results()).contains("home=" + home);
  }

  @Test
  void aJavaTooOldIsRefusedWithTheMend() throws Exception {
    Answer answer = start(Map.of("JAVA_HOME", javaHome("11.0.2").toString()), "doctor");
    assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(answer.messages()).contains("Java 11.0.2", "too old", "Install Java 17 or later");
    Answer eight = start(Map.of("JAVA_HOME", javaHome("1.8.0_402").toString()), "doctor");
    assertThat(eight.code()).isEqualTo(ExitCode.CONFIGURATION.code());
  }

  @Test
  void laterJavasAreTaken() throws Exception {
    assertThat(start(Map.of("JAVA_HOME", javaHome("25").toString()), "doctor").code()).isZero();
    assertThat(start(Map.of("JAVA_HOME", javaHome("26-ea").toString()), "doctor").code()).isZero();
  }

  @Test
  void noJavaAtAllIsRefusedWithTheMend() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : new String[] {"dirname", "readlink", "bash"}) {
      Path real = Path.of("/usr/bin", tool);
      String called = (Files.exists(real) ? real : Path.of("/bin", tool)).toString();
      script(tools.resolve(tool), "#!/bin/sh\nexec " + called + " \"$@\"\n");
    }
    Answer answer = start(home.resolve("recordlake"), Map.of("PATH", tools.toString()), "doctor");
    assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(answer.messages()).contains("there is no Java", "Install Java 17 or later");
    Answer wrong = start(Map.of("JAVA_HOME", folder.resolve("nowhere").toString()), "doctor");
    assertThat(wrong.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(wrong.messages()).contains("JAVA_HOME", "holds no bin/java");
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("maven.log")).size();
  }

  private Path javaHome(String version) throws IOException {
    Path made = Files.createDirectories(folder.resolve("java-" + version));
    Files.createDirectories(made.resolve("bin"));
    Files.writeString(made.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(made.resolve("bin/java"), ECHO);
    script(made.resolve("bin/javac"), ECHO);
    return made;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Answer(int code, String results, String messages) {}

  private Answer start(String... arguments) throws Exception {
    return start(Map.of(), arguments);
  }

  private Answer start(Map<String, String> environment, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(Map.of("JAVA_HOME", javaHome.toString()));
    all.putAll(environment);
    return start(home.resolve("recordlake"), all, arguments);
  }

  private Answer start(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    ProcessBuilder process = new ProcessBuilder(launcher.toString());
    process.command().addAll(List.of(arguments));
    process.environment().remove("JAVA_HOME");
    process.environment().remove("RECORDLAKE_JAVA_OPTS");
    process.environment().putAll(environment);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int code =
        process
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Answer(code, Files.readString(out), Files.readString(err));
  }
}
