package dev.iacguard.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

/** Checks which package of a module uses which; ARCHITECTURE.md has the same rows with words. */
class PackagesTest {
  private static final String ROOT = "dev.iacguard.";
  private static final int MOST_FILES = 40;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.iacguard.core", "dev.iacguard.rules", "dev.iacguard.cli");

  /** A sub-package has a row of its own: its parent may not use it unless its row says so. */
  @ParameterizedTest(name = "{0}.{1} uses {2}")
  @CsvSource({
    "core , cloudformation         , 'cloudformation.custom cloudformation.file cloudformation.sam"
        + " cloudformation.template model source'",
    "core , cloudformation.custom  , 'model source'",
    "core , cloudformation.file    , 'cloudformation.template model source'",
    "core , cloudformation.sam     , 'cloudformation.template model source'",
    "core , cloudformation.template, 'model source'",
    "core , cloudformation.edit    , 'cloudformation.template edit source'",
    "core , config                 , 'model source'",
    "core , deployed               , 'json model source'",
    "core , edit                   , 'model source'",
    "core , engine                 , 'cloudformation cloudformation.template deployed model plan"
        + " rule rule.pack rule.report source terraform terraform.suppression'",
    "core , engine.baseline        , 'engine model rule rule.report source'",
    "core , engine.fix             , 'cloudformation.edit edit engine engine.impact model rule rule.report source"
        + " terraform.edit'",
    "core , engine.impact          , 'cloudformation engine model plan rule.report source'",
    "core , engine.suppression     , 'engine model rule rule.report source'",
    "core , hcl                    , 'source'",
    "core , json                   , 'model source'",
    "core , logs                   , 'source'",
    "core , model                  , 'source'",
    "core , plan                   , 'json model source terraform'",
    "core , rule                   , 'edit model source'",
    "core , rule.pack              , 'config model rule rule.report source'",
    "core , rule.report            , 'edit model rule source'",
    "core , rule.scenario          , 'model rule source'",
    "core , scaffold               , 'cloudformation.edit edit rule.pack terraform.edit'",
    "core , source                 , ''",
    "core , terraform              , 'hcl model source terraform.config terraform.function"
        + " terraform.value'",
    "core , terraform.config       , 'hcl model source terraform.value'",
    "core , terraform.edit         , 'edit hcl model source terraform.config'",
    "core , terraform.function     , 'hcl model source terraform.config terraform.value'",
    "core , terraform.suppression  , 'hcl model source terraform.config'",
    "core , terraform.value        , 'hcl model'",
    "rules, root                   , 'check config custom evaluate export policy remedy view"
        + " view.format'",
    "rules, check                  , 'check.permission example iam policy remedy view view.format"
        + " view.role view.value'",
    "rules, check.permission       , 'iam policy view.role'",
    "rules, config                 , 'custom policy view.format'",
    "rules, custom                 , 'view view.format view.role view.value'",
    "rules, evaluate               , 'check config custom example policy remedy view view.format"
        + " view.role view.value'",
    "rules, export                 , 'check policy view.format'",
    "rules, example                , 'policy remedy view view.format view.value'",
    "rules, iam                    , ''",
    "rules, policy                 , 'view.format view.value'",
    "rules, remedy                 , 'policy view view.format view.role view.value'",
    "rules, view                   , 'view.format view.link view.role view.value'",
    "rules, view.format            , ''",
    "rules, view.link              , 'view.value'",
    "rules, view.role              , 'iam view.link view.value'",
    "rules, view.value             , ''",
    "cli  , root                   , 'command environment git report'",
    "cli  , baseline               , 'environment'",
    "cli  , change                 , ''",
    "cli  , command                , 'baseline environment git merge option report report.html"
        + " report.logs report.merge report.rules report.sarif report.stages report.suggestion"
        + " run'",
    "cli  , environment            , 'report'",
    "cli  , git                    , ''",
    "cli  , merge                  , 'environment report'",
    "cli  , option                 , 'environment report'",
    "cli  , report                 , ''",
    "cli  , report.html            , 'merge report report.merge report.stages report.table'",
    "cli  , report.logs            , 'report report.table'",
    "cli  , report.merge           , 'merge report report.table'",
    "cli  , report.rules           , 'report'",
    "cli  , report.sarif           , 'report report.suggestion'",
    "cli  , report.stages          , 'report'",
    "cli  , report.table           , 'report'",
    "cli  , report.suggestion      , 'report'",
    "cli  , run                    , 'baseline change environment git option report report.logs'",
  })
  void aPackageUsesOnly(String module, String name, String used) {
    String own = ROOT + module;
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(used.split(" ")))
            .map(each -> fullName(own, each))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(fullName(own, name))
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage(own + "..")).or(resideInAnyPackage(allowed)))
        .check(CLASSES);
  }

  private static String fullName(String module, String name) {
    return name.equals("root") ? module : module + "." + name;
  }

  @Test
  void everyPackageHasARow() throws NoSuchMethodException {
    CsvSource rows =
        PackagesTest.class
            .getDeclaredMethod("aPackageUsesOnly", String.class, String.class, String.class)
            .getAnnotation(CsvSource.class);
    assertThat(files().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(rows.value())
                .map(row -> row.split(","))
                .map(row -> fullName(ROOT + row[0].trim(), row[1].trim()))
                .toList());
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.iacguard.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackageIsTooLargeToKnow() {
    assertThat(files())
        .allSatisfy(
            (name, count) ->
                assertThat(count)
                    .as(
                        "files of %s: move those that belong together to a package of their own",
                        name)
                    .isLessThanOrEqualTo(MOST_FILES));
  }

  private static Map<String, Long> files() {
    return CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
  }
}
