package dev.iacguard.cli.git;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A file as git stores it.
 *
 * @param mode as in a tree: its type and whether it is executable
 */
record FileVersion(ObjectId id, int mode) {

  boolean isFile() {
    return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  boolean isLink() {
    return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_SYMLINK;
  }

  boolean isSubmodule() {
    return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_GITLINK;
  }
}
