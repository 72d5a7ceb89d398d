package dev.iacguard.core.engine.suppression;

/** A pattern over addresses: {@code *} matches any characters, everything else only itself. */
public final class ResourceGlob {
  /** How the types of the AWS provider start; addresses in modules start with the module. */
  private static final String AWS = "aws_";

  private final String pattern;

  public ResourceGlob(String pattern) {
    this.pattern = pattern;
  }

  /** False for one that can only match a resource of a root module. */
  boolean mayLieInModule() {
    return !pattern.startsWith(AWS);
  }

  /** Also true for an instance of what the pattern names without its key. */
  public boolean matches(String address) {
    int key = address.endsWith("]") ? address.lastIndexOf('[') : -1;
    return covers(address) || (key > 0 && covers(address.substring(0, key)));
  }

  /** Goes back to the last star only, so it takes at most pattern times text steps. */
  private boolean covers(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int starred = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        starred = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++starred;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
