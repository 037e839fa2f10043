package org.recordlake;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.delta.tables.DeltaTable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.util.AccumulatorV2;
import org.apache.spark.util.LongAccumulator;

/** The walls between the rooms of the house. */
@AnalyzeClasses(packages = "org.recordlake", importOptions = WallsTest.NoTests.class)
class WallsTest {
  /** Neither this module's tests nor those that other modules share in jars. */
  static final class NoTests implements ImportOption {
    private static final Pattern TESTS =
        Pattern.compile(".*(/test/|/test-classes/|-tests\\.jar).*");

    @Override
    public boolean includes(Location location) {
      return !location.matches(TESTS);
    }
  }

  private static final String[] FEATURES = {
    "org.recordlake.ingest..",
    "org.recordlake.identity..",
    "org.recordlake.insights..",
    "org.recordlake.polls..",
    "org.recordlake.retention..",
    "org.recordlake.reporting..",
    "org.recordlake.query..",
    "org.recordlake.generate.."
  };

  @ArchTest
  static final ArchRule onlyLakeAndIngestReadAndWriteStorageThroughSpark =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.recordlake.lake..", "org.recordlake.ingest..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(DeltaTable.class, DataFrameReader.class, DataFrameWriter.class);

  /** Spark documents its accumulators as public, although they stand among inner classes. */
  @ArchTest
  static final ArchRule onlyTheEngineKnowsInnerClassesOfSparkAndDelta =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.recordlake.lake.engine..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.apache.spark.sql.delta..",
                      "org.apache.spark.sql.classic..",
                      "org.apache.spark.sql.catalyst..",
                      "org.apache.spark.sql.execution..",
                      "org.apache.spark.util..",
                      "org.apache.spark.internal..",
                      "org.apache.spark.paths..",
                      "org.apache.spark.unsafe..",
                      "io.delta.kernel.internal..",
                      "scala..")
                  .and(not(belongToAnyOf(AccumulatorV2.class, LongAccumulator.class))));

  @ArchTest
  static final ArchRule coreAndReadersKnowNeitherSparkNorHadoop =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.recordlake.problem..",
              "org.recordlake.config..",
              "org.recordlake.catalog..",
              "org.recordlake.disposal..",
              "org.recordlake.protect..",
              "org.recordlake.certificate..",
              "org.recordlake.format..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "io.delta..", "org.apache.hadoop..");

  /** It checks what the deleter did, and would be blind where it shared the deleter's mistakes. */
  @ArchTest
  static final ArchRule theScanKnowsNothingOfTheDeleter =
      classes()
          .that()
          .resideInAPackage("org.recordlake.scan..")
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackages(
                      "org.recordlake..",
                      "org.apache.spark..",
                      "io.delta..",
                      "org.apache.hadoop..",
                      "scala..")
                  .or(
                      resideInAnyPackage(
                          "org.recordlake.scan..",
                          "org.recordlake.problem..",
                          "org.recordlake.config..",
                          "org.recordlake.protect..")));

  /** What is destroyed is told to it as tokens, and by nobody else than who destroys. */
  @ArchTest
  static final ArchRule onlyTheCommandLineAndRetentionKnowTheScan =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.recordlake.scan..", "org.recordlake.cli..", "org.recordlake.retention..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.recordlake.scan..");

  /** Its jar is on the class path of one command alone, and picocli looks at all of them. */
  @ArchTest
  static final ArchRule onlySampleFilesNamesTheGenerator =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.recordlake.generate..")
          .and()
          .doNotHaveSimpleName("SampleFiles")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.recordlake.generate..");

  @ArchTest
  static final ArchRule featuresDoNotKnowEachOther =
      slices()
          .matching(
              "org.recordlake.(identity|ingest|insights|polls|retention|reporting|query|generate)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule ingestKnowsOnlyWhatARowHasPassedAlready =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("job")
          .definedBy("org.recordlake.ingest")
          .layer("account")
          .definedBy("org.recordlake.ingest.account..")
          .layer("write")
          .definedBy("org.recordlake.ingest.write..")
          .layer("resolve")
          .definedBy("org.recordlake.ingest.resolve..")
          .layer("check")
          .definedBy("org.recordlake.ingest.check..")
          .layer("read")
          .definedBy("org.recordlake.ingest.read..")
          .layer("recognise")
          .definedBy("org.recordlake.ingest.recognise..")
          .layer("land")
          .definedBy("org.recordlake.ingest.land..")
          .whereLayer("job")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("account")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("write")
          .mayOnlyBeAccessedByLayers("job", "account")
          .whereLayer("resolve")
          .mayOnlyBeAccessedByLayers("job", "account", "write")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("job", "account", "write", "resolve")
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("job", "account", "write", "resolve", "check")
          .whereLayer("recognise")
          .mayOnlyBeAccessedByLayers("job", "account", "write", "resolve", "check", "read");

  @ArchTest
  static final ArchRule theKernelDoesNotKnowTheFeatures =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.recordlake.problem..",
              "org.recordlake.config..",
              "org.recordlake.catalog..",
              "org.recordlake.schedule..",
              "org.recordlake.lake..",
              "org.recordlake.protect..",
              "org.recordlake.certificate..",
              "org.recordlake.job..",
              "org.recordlake.model..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(FEATURES));

  @ArchTest
  static final ArchRule reportsKnowNothingOfSpark =
      noClasses()
          .that()
          .resideInAPackage("org.recordlake.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "io.delta..", "org.apache.hadoop..");

  @ArchTest
  static final ArchRule nothingReadsTheClockButTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.recordlake.cli..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(java.time.Clock.class, "systemDefaultZone");

  @ArchTest
  static void noTwoClassesHaveOneName(JavaClasses classes) {
    Map<String, Set<String>> packages = new TreeMap<>();
    for (JavaClass each : classes) {
      if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
        packages
            .computeIfAbsent(each.getSimpleName(), name -> new TreeSet<>())
            .add(each.getPackageName());
      }
    }
    packages.values().removeIf(names -> names.size() == 1);
    assertThat(packages).isEmpty();
  }

  @ArchTest
  static final ArchRule thereIsNoUtilPackage =
      noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helpers..");
}
