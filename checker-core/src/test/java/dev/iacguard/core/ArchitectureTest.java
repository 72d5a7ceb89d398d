package dev.iacguard.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Checks what this module may depend on. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.iacguard.core");

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
