import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Merges the program and its libraries into one jar that starts quickly: {@code AssembleJar OUTPUT
 * PROGRAM LIBRARIES [SOURCES]}.
 *
 * <ul>
 *   <li>SOURCES is a jar of sources whose classes are compiled for Java 21. Picocli's own class files
 *       have a format that class archives refuse.
 *   <li>Pattern switches in our classes become chains of {@code instanceof}, and {@code equals} and
 *       {@code hashCode} of our records plain methods. As compiled, the JVM generates classes for each
 *       of them in every run, which no class archive can hold.
 *   <li>Signatures and module descriptors are dropped. The newest version of a class in a
 *       multi-release jar that Java 21 can run is kept. Licences are kept, one folder for each library.
 * </ul>
 *
 * The entries are sorted and have no time, so that the same input gives the same bytes.
 */
final class AssembleJar {
  private static final int RELEASE = 21;
  private static final String VERSIONS = "META-INF/versions/";
  private static final String MANIFEST =
      "Manifest-Version: 1.0\r\nMain-Class: dev.iacguard.cli.Main\r\n\r\n";

  private final TreeMap<String, byte[]> entries = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    AssembleJar jar = new AssembleJar();
    jar.add(Path.of(args[1]));
    try (Stream<Path> libraries = Files.list(Path.of(args[2]))) {
      for (Path library : libraries.filter(path -> path.toString().endsWith(".jar")).sorted().toList()) {
        jar.add(library);
      }
    }
    if (args.length > 3) {
      jar.compile(Path.of(args[3]));
    }
    jar.entries.replaceAll(
        (name, bytes) ->
            name.startsWith("dev/iacguard/") && name.endsWith(".class") ? PlainMethods.replace(bytes) : bytes);
    jar.write(Path.of(args[0]));
  }

  private void add(Path jar) throws IOException {
    String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    TreeMap<String, Integer> versions = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        int version = 0;
        if (name.startsWith(VERSIONS)) {
          String rest = name.substring(VERSIONS.length());
          version = rest.indexOf('/') > 0 ? Integer.parseInt(rest.substring(0, rest.indexOf('/'))) : RELEASE + 1;
          name = rest.substring(rest.indexOf('/') + 1);
        }
        if (entry.isDirectory() || version > RELEASE || versions.getOrDefault(name, -1) > version || isDropped(name)) {
          continue;
        }
        versions.put(name, version);
        put(library, name, zip.getInputStream(entry).readAllBytes(), version > 0);
      }
    }
  }

  private void put(String library, String name, byte[] bytes, boolean replaces) {
    if (name.startsWith("META-INF/services/")) {
      String text = new String(bytes, StandardCharsets.UTF_8).strip() + "\n";
      entries.merge(name, text.getBytes(StandardCharsets.UTF_8), AssembleJar::join);
    } else if (isLicence(name)) {
      entries.put("META-INF/licences/" + library + "/" + name.substring(name.lastIndexOf('/') + 1), bytes);
    } else if (replaces || !entries.containsKey(name)) {
      entries.put(name, bytes);
    } else if (!name.startsWith("META-INF/") && name.endsWith(".class") && !Arrays.equals(entries.get(name), bytes)) {
      throw new IllegalStateException(name + " is in two jars, one of them " + library);
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static boolean isDropped(String name) {
    return name.equals("META-INF/MANIFEST.MF")
        || name.equals("META-INF/INDEX.LIST")
        || name.startsWith("OSGI-")
        || name.endsWith("module-info.class")
        || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
  }

  private static boolean isLicence(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
    return !file.endsWith(".CLASS") && (file.contains("LICENSE") || file.contains("NOTICE") || name.equals("about.html"));
  }

  /** Replaces the classes of a library by those compiled from its sources. */
  private void compile(Path sources) throws IOException {
    Path folder = Files.createTempDirectory("assemble");
    try {
      List<String> command = new ArrayList<>(List.of("-nowarn", "-proc:none", "-g", "--release", "" + RELEASE));
      command.addAll(List.of("-d", folder.resolve("classes").toString()));
      try (ZipFile zip = new ZipFile(sources.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          if (entry.getName().endsWith(".java") && !entry.getName().endsWith("module-info.java")) {
            Path file = folder.resolve("sources").resolve(entry.getName());
            Files.createDirectories(file.getParent());
            Files.copy(zip.getInputStream(entry), file);
            command.add(file.toString());
          }
        }
      }
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, java.io.OutputStream.nullOutputStream(), command.toArray(String[]::new));
      if (code != 0) {
        throw new IllegalStateException(sources + " does not compile");
      }
      Path classes = folder.resolve("classes");
      for (Path file : files(classes)) {
        entries.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void write(Path output) throws IOException {
    Files.createDirectories(output.getParent());
    Path fresh = output.resolveSibling(output.getFileName() + ".new");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      write(zip, "META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.UTF_8));
      entries.forEach((name, bytes) -> write(zip, name, bytes));
    }
    Files.move(fresh, output, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(ZipOutputStream zip, String name, byte[] bytes) {
    try {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the calls that javac makes of pattern switches and records by methods of the same class. */
  private static final class PlainMethods extends ClassVisitor {
    private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";
    private static final int ADDED = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private record Switch(String name, String descriptor, List<Object> labels) {}

    private final List<Switch> switches = new ArrayList<>();
    private final List<Runnable> recordMethods = new ArrayList<>();
    private String owner = "";
    private boolean isInterface;

    private PlainMethods(ClassWriter writer) {
      super(Opcodes.ASM9, writer);
    }

    static byte[] replace(byte[] bytes) {
      ClassReader reader = new ClassReader(bytes);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new PlainMethods(writer), 0);
      return writer.toByteArray();
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
      super.visit(version, access, name, signature, parent, interfaces);
      owner = name;
      isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... labels) {
          if (bootstrap.getOwner().equals(SWITCHES)
              && bootstrap.getName().equals("typeSwitch")
              && Stream.of(labels).allMatch(PlainMethods::isSimple)) {
            Switch added = new Switch("typeSwitch$" + switches.size(), descriptor, List.of(labels));
            switches.add(added);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, added.name, descriptor, isInterface);
          } else if (bootstrap.getOwner().equals(RECORDS) && !name.equals("toString")) {
            List<Handle> fields = Stream.of(labels).skip(2).map(Handle.class::cast).toList();
            recordMethods.add(() -> write(name, descriptor, fields));
            super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name + "$record", descriptor, false);
          } else {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, labels);
          }
        }
      };
    }

    /** Enum constants and primitive types stay as they are. */
    private static boolean isSimple(Object label) {
      return label instanceof String || label instanceof Type type && type.getSort() == Type.OBJECT;
    }

    @Override
    public void visitEnd() {
      switches.forEach(this::write);
      recordMethods.forEach(Runnable::run);
      super.visitEnd();
    }

    /** The index of the first label from {@code restart} on that the value matches; -1 for null. */
    private void write(Switch made) {
      MethodVisitor code = super.visitMethod(ADDED, made.name, made.descriptor, null, null);
      code.visitCode();
      Label next = new Label();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitJumpInsn(Opcodes.IFNONNULL, next);
      code.visitInsn(Opcodes.ICONST_M1);
      code.visitInsn(Opcodes.IRETURN);
      for (int i = 0; i < made.labels.size(); i++) {
        code.visitLabel(next);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        next = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitIntInsn(Opcodes.SIPUSH, i);
        code.visitJumpInsn(Opcodes.IF_ICMPGT, next);
        if (made.labels.get(i) instanceof Type type) {
          code.visitVarInsn(Opcodes.ALOAD, 0);
          code.visitTypeInsn(Opcodes.INSTANCEOF, type.getInternalName());
        } else {
          code.visitLdcInsn(made.labels.get(i));
          code.visitVarInsn(Opcodes.ALOAD, 0);
          code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "equals", "(Ljava/lang/Object;)Z", false);
        }
        code.visitJumpInsn(Opcodes.IFEQ, next);
        code.visitIntInsn(Opcodes.SIPUSH, i);
        code.visitInsn(Opcodes.IRETURN);
      }
      code.visitLabel(next);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      code.visitIntInsn(Opcodes.SIPUSH, made.labels.size());
      code.visitInsn(Opcodes.IRETURN);
      code.visitMaxs(2, 2);
      code.visitEnd();
    }

    /** {@code equals} or {@code hashCode} of a record with the fields, as java.lang.Record describes them. */
    private void write(String name, String descriptor, List<Handle> fields) {
      MethodVisitor code = super.visitMethod(ADDED, name + "$record", descriptor, null, null);
      code.visitCode();
      if (name.equals("equals")) {
        writeEquals(code, fields);
      } else {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle field : fields) {
          code.visitIntInsn(Opcodes.BIPUSH, 31);
          code.visitInsn(Opcodes.IMUL);
          read(code, 0, field);
          String taken = isPrimitive(field) ? field.getDesc() : "Ljava/lang/Object;";
          call(code, field, "hashCode", "(" + taken + ")I");
          code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
      }
      code.visitMaxs(5, 3);
      code.visitEnd();
    }

    private void writeEquals(MethodVisitor code, List<Handle> fields) {
      Label sameClass = new Label();
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
      code.visitJumpInsn(Opcodes.IFNE, sameClass);
      code.visitInsn(Opcodes.ICONST_0);
      code.visitInsn(Opcodes.IRETURN);
      code.visitLabel(sameClass);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, owner);
      code.visitVarInsn(Opcodes.ASTORE, 2);
      Label different = new Label();
      for (Handle field : fields) {
        read(code, 0, field);
        read(code, 2, field);
        if (isPrimitive(field)) {
          call(code, field, "compare", "(" + field.getDesc() + field.getDesc() + ")I");
          code.visitJumpInsn(Opcodes.IFNE, different);
        } else {
          call(code, field, "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
          code.visitJumpInsn(Opcodes.IFEQ, different);
        }
      }
      code.visitInsn(Opcodes.ICONST_1);
      code.visitInsn(Opcodes.IRETURN);
      if (!fields.isEmpty()) {
        code.visitLabel(different);
        code.visitFrame(Opcodes.F_APPEND, 1, new Object[] {owner}, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
      }
    }

    private static void read(MethodVisitor code, int variable, Handle field) {
      code.visitVarInsn(Opcodes.ALOAD, variable);
      code.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
    }

    private static boolean isPrimitive(Handle field) {
      return field.getDesc().length() == 1;
    }

    /** Calls a static method of the field's wrapper class, or of Objects. */
    private static void call(MethodVisitor code, Handle field, String name, String descriptor) {
      String holder =
          switch (field.getDesc()) {
            case "Z" -> "java/lang/Boolean";
            case "B" -> "java/lang/Byte";
            case "C" -> "java/lang/Character";
            case "S" -> "java/lang/Short";
            case "I" -> "java/lang/Integer";
            case "J" -> "java/lang/Long";
            case "F" -> "java/lang/Float";
            case "D" -> "java/lang/Double";
            default -> "java/util/Objects";
          };
      code.visitMethodInsn(Opcodes.INVOKESTATIC, holder, name, descriptor, false);
    }
  }
}
