package dev.iacguard.lsp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.iacguard.cli.run.EditorServer;
import org.junit.jupiter.api.Test;

/** Checks what this module may use; ARCHITECTURE.md says it with words. */
class ArchitectureTest {
  private static final int MOST_FILES = 40;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.iacguard.lsp");

  @Test
  void itUsesWhatCheckUsesAndKnowsNoRuleAndNoLanguage() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.eclipse.lsp4j..",
            "com.google.gson..",
            "org.jspecify..",
            "dev.iacguard.lsp",
            "dev.iacguard.cli.environment",
            "dev.iacguard.cli.option",
            "dev.iacguard.cli.report",
            "dev.iacguard.cli.run",
            "dev.iacguard.core.config",
            "dev.iacguard.core.edit",
            "dev.iacguard.core.engine",
            "dev.iacguard.core.model",
            "dev.iacguard.core.rule",
            "dev.iacguard.core.rule.pack",
            "dev.iacguard.core.rule.report",
            "dev.iacguard.core.source")
        .check(CLASSES);
  }

  @Test
  void filesAreReadOnlyThroughTheWorkspace() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .check(CLASSES);
  }

  @Test
  void theProgramKnowsOnlyAnInterface() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.isAssignableTo(EditorServer.class))
                .filter(type -> !type.isInterface()))
        .extracting(JavaClass::getSimpleName)
        .containsExactly("LspServer");
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.iacguard.lsp..", "org.eclipse.lsp4j..", "com.google.gson..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.iacguard.cli", "dev.iacguard.core", "dev.iacguard.rules"));
  }

  @Test
  void thePackageIsSmallEnoughToKnow() {
    assertThat(CLASSES.stream().filter(JavaClass::isTopLevelClass).count())
        .isLessThanOrEqualTo(MOST_FILES);
  }
}
