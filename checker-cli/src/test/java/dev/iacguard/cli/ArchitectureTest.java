package dev.iacguard.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLI =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.iacguard.cli");

  @Test
  void rulesAreKnownOnlyThroughTheServiceLoader() {
    noClasses().should().dependOnClassesThat().resideInAPackage("dev.iacguard.rules..").check(CLI);
  }

  @Test
  void languagesAreKnownOnlyToTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.iacguard.core.hcl..",
            "dev.iacguard.core.terraform..",
            "dev.iacguard.core.cloudformation..")
        .check(CLI);
  }

  @Test
  void reportsReadNothingAndKnowNoCommand() {
    noClasses()
        .that()
        .resideInAPackage("dev.iacguard.cli.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.iacguard.cli",
            "dev.iacguard.cli.command..",
            "dev.iacguard.cli.option..",
            "dev.iacguard.cli.run..",
            "dev.iacguard.cli.environment..",
            "picocli..",
            "java.nio.file..")
        .check(CLI);
  }

  @Test
  void onlyCommandsKnowTheCommandLineLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.iacguard.cli",
            "dev.iacguard.cli.command..",
            "dev.iacguard.cli.option..",
            "dev.iacguard.cli.run..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLI);
  }
}
