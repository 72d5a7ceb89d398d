package dev.iacguard.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows inside this module, and those that lead out of it. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.iacguard.rules");

  /** The writers of edits are no loaders: examples to paste are what they write. */
  @Test
  void rulesKnowTheModelAndNoLoader() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "dev.iacguard.core.hcl..",
                    "dev.iacguard.core.terraform..",
                    "dev.iacguard.core.cloudformation..",
                    "dev.iacguard.core.engine..",
                    "dev.iacguard.cli..")
                .and(
                    not(
                        resideInAnyPackage(
                            "dev.iacguard.core.terraform.edit",
                            "dev.iacguard.core.cloudformation.edit"))))
        .check(CLASSES);
  }

  @Test
  void onlyExamplesKnowTheWritersOfEdits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..rules.example..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.iacguard.core.terraform.edit", "dev.iacguard.core.cloudformation.edit")
        .check(CLASSES);
  }

  @Test
  void theViewKnowsNoPolicyAndNoRule() {
    noClasses()
        .that()
        .resideInAnyPackage("..rules.view..", "..rules.iam..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..rules.policy..", "..rules.check..", "..rules.evaluate..", "dev.iacguard.rules")
        .check(CLASSES);
  }

  @Test
  void aPolicyKnowsNoRule() {
    noClasses()
        .that()
        .resideInAPackage("..rules.policy..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..rules.check..", "..rules.evaluate..", "dev.iacguard.rules")
        .check(CLASSES);
  }

  @Test
  void rulesNeedNoLibrary() {
    noClasses().should().dependOnClassesThat().resideInAPackage("tools.jackson..").check(CLASSES);
  }

  @Test
  void onlyTheEntryIsAtTheRoot() {
    classes()
        .that()
        .resideInAPackage("dev.iacguard.rules")
        .and()
        .areTopLevelClasses()
        .should()
        .haveSimpleName("ApiGatewayRules")
        .orShould()
        .haveSimpleName("package-info")
        .check(CLASSES);
  }
}
