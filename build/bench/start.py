#!/usr/bin/env python3
"""Times what a cold start consists of: start.py RELEASE [RELEASE…]

RELEASE is an unpacked release for Linux. Each command runs once with each of them in turn, N times (N in
the environment, 15 by default). Prints medians: milliseconds of wall clock, and of the processor for the
process with all that it starts. The directory in LARGE, if set, is a git repository with two staged files.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

HELLO = "public class Hello { public static void main(String[] a) { System.out.println(1); } }"
FLAGS = ("-XX:+UseSerialGC -Xms48m -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xlog:all=off "
         "-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0").split()
STAGE = 'resource "aws_api_gateway_stage" "s%d" {\n  stage_name = "s%d"\n  rest_api_id = "a"\n  deployment_id = "d"\n}\n'


def timed(command, folder):
    before = time.perf_counter()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return (time.perf_counter() - before) * 1000, (used.ru_utime + used.ru_stime) * 1000


def main(releases):
    with tempfile.TemporaryDirectory() as work:
        stub, empty, ten = (os.path.join(work, name) for name in ("stub", "empty", "ten"))
        os.makedirs(stub + "/bin")
        os.mkdir(empty)
        os.mkdir(ten)
        with open(stub + "/bin/java", "w") as java:
            java.write("#!/bin/sh\nexit 64\n")
        os.chmod(stub + "/bin/java", 0o755)
        with open(stub + "/release", "w") as release:
            release.write('JAVA_VERSION="25"\n')
        with open(ten + "/main.tf", "w") as main_tf:
            main_tf.writelines(STAGE % (i, i) for i in range(10))
        with open(work + "/Hello.java", "w") as hello:
            hello.write(HELLO)
        subprocess.run(["javac", "-d", work, work + "/Hello.java"], check=True)
        rows = {}
        for at, release in enumerate(releases):
            guard = release + "/bin/iac-guard"
            no_cache = ["env", "HOME=/dev/null", "XDG_CACHE_HOME=/dev/null"]
            rows["shell, with a stub for the JVM", at] = [*no_cache, "IAC_GUARD_JAVA_HOME=" + stub, guard, "--version"], work
            rows["JVM, one word printed", at] = [release + "/runtime/bin/java", *FLAGS, "-cp", work, "Hello"], work
            rows["--version", at] = [guard, "--version"], work
            rows["check, nothing there", at] = [guard, "check", "--fail-on", "never", empty], work
            rows["check, ten stages, no report", at] = [guard, "check", "--quiet", ten], ten
            rows["check, ten stages", at] = [guard, "check", ten], ten
            if os.environ.get("LARGE"):
                rows["check --staged, two files of a large tree", at] = [guard, "check", "--staged"], os.environ["LARGE"]
        times = {row: [] for row in rows}
        for _ in range(int(os.environ.get("N", "15"))):
            for row, (command, folder) in rows.items():
                times[row].append(timed(command, folder))
        for (name, at), all_times in times.items():
            wall, cpu = (statistics.median(column) for column in zip(*all_times))
            print(f"{name:44} {releases[at]:40} wall {wall:6.0f}  CPU {cpu:6.0f}")


main(sys.argv[1:])
