package dev.iacguard.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks which package depends on which; ARCHITECTURE.md shows the same as a picture. */
class ArchitectureTest {
  private static final String CORE = "dev.iacguard.core.";
  private static final int MOST_FILES = 42;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.iacguard.core");

  /** A sub-package has a row of its own: its parent may not use it unless its row says so. */
  @ParameterizedTest(name = "{0} uses {1}")
  @CsvSource({
    "source                 , ''",
    "model                  , 'source'",
    "config                 , 'model source'",
    "rule                   , 'model source'",
    "rule.scenario          , 'model rule source'",
    "rule.report            , 'model rule source'",
    "rule.pack              , 'config model rule rule.report source'",
    "hcl                    , 'source'",
    "terraform.value        , 'hcl model source'",
    "terraform.config       , 'hcl model source terraform.value'",
    "terraform.function     , 'hcl model source terraform.config terraform.value'",
    "terraform              , 'hcl model source terraform.config terraform.function terraform.value'",
    "terraform.suppression  , 'hcl model source terraform.config'",
    "cloudformation.template, 'model source'",
    "cloudformation.sam     , 'cloudformation.template model source'",
    "cloudformation.file    , 'cloudformation.template model source'",
    "cloudformation         , 'cloudformation.file cloudformation.sam cloudformation.template model source'",
    "plan                   , 'model source terraform'",
    "engine                 , 'cloudformation cloudformation.template model plan rule rule.pack rule.report source terraform terraform.suppression'",
    "engine.suppression     , 'engine model rule rule.report source'",
    "engine.baseline        , 'engine model rule rule.report source'",
    "engine.impact          , 'cloudformation engine model plan rule.report source'",
  })
  void aPackageUsesOnly(String name, String used) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(used.split(" ")))
            .map(CORE::concat)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(CORE + name)
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(CORE + ".").or(resideInAnyPackage(allowed)))
        .check(CLASSES);
  }

  @Test
  void everyPackageHasARow() throws NoSuchMethodException {
    CsvSource rows =
        ArchitectureTest.class
            .getDeclaredMethod("aPackageUsesOnly", String.class, String.class)
            .getAnnotation(CsvSource.class);
    assertThat(files().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(rows.value())
                .map(row -> CORE + row.replaceAll(",.*", "").trim())
                .toList());
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.iacguard.core.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackageIsTooLargeToKnow() {
    assertThat(files()).allSatisfy((name, count) -> assertThat(count).isLessThan(MOST_FILES));
  }

  private static Map<String, Long> files() {
    return CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
  }

  @Test
  void nothingGoesToTheNetworkOrStartsAProgram() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.net.http..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.(ProcessBuilder|Runtime)")
        .check(CLASSES);
  }
}
