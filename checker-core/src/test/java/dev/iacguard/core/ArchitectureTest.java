package dev.iacguard.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks what this module may depend on. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.iacguard.core");

  private static final Set<String> RUNS = Set.of("exec", "load", "loadLibrary");

  @Test
  void nothingGoesToTheNetworkOrStartsAProgram() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.net.http..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.ProcessBuilder")
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "the runtime runs a program or loads a library",
                call ->
                    call.getTarget().getOwner().isEquivalentTo(Runtime.class)
                        && RUNS.contains(call.getTarget().getName())))
        .check(CLASSES);
  }
}
