package dev.iacguard.core.scaffold;
import java.util.List;
final class TemplateScaffold { TemplateScaffold(ScaffoldRequest request, String folder) {} List<ScaffoldFile> files() { return List.of(); } }
