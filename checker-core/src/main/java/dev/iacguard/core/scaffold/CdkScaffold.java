package dev.iacguard.core.scaffold;
import java.util.List;
final class CdkScaffold { CdkScaffold(ScaffoldRequest request) {} List<ScaffoldFile> files() { return List.of(); } }
