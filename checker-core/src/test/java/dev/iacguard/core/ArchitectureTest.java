package dev.iacguard.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws the arrows between the packages: which one may know which. */
class ArchitectureTest {
  private static final String CORE = "dev.iacguard.core.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.iacguard.core");

  @ParameterizedTest(name = "{0} knows {1}")
  @CsvSource({
    "source,         ''",
    "model,          'source'",
    "config,         'model source'",
    "rule,           'config model source'",
    "hcl,            'source'",
    "terraform,      'hcl model source'",
    "cloudformation, 'model source'",
    "plan,           'terraform model source'",
    "engine,         'rule model source terraform cloudformation plan'",
  })
  void aPackageKnowsOnly(String name, String known) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(known.split(" ")))
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
  void everyPackageIsDrawnAbove() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.of(
                    "source",
                    "model",
                    "config",
                    "rule",
                    "hcl",
                    "terraform",
                    "cloudformation",
                    "plan",
                    "engine")
                .map(CORE::concat)
                .toArray(String[]::new))
        .check(CLASSES);
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
