"""Builds a package that has no files and depends on the wheel iac-guard of the same version.

A build backend (PEP 517) of the standard library only, so that an installation needs nothing but
the wheel.
"""

import base64
import hashlib
import io
import os
import re
import tarfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCES = ("pyproject.toml", "pom.xml", "build/python/iac_guard_build.py")
TIME = (2026, 1, 1, 0, 0, 0)


def version():
    with open(os.path.join(ROOT, "pom.xml"), encoding="utf-8") as pom:
        return re.search(r"<revision>(.+?)</revision>", pom.read()).group(1).replace("-SNAPSHOT", ".dev0")


def metadata():
    return (
        "Metadata-Version: 2.1\nName: iac-guard-hook\nVersion: {0}\n"
        "Summary: Installs iac-guard for the pre-commit framework\n"
        "Requires-Python: >=3.8\nRequires-Dist: iac-guard=={0}\n"
    ).format(version())


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    info = "iac_guard_hook-%s.dist-info/" % version()
    files = {
        info + "METADATA": metadata(),
        info + "WHEEL": "Wheel-Version: 1.0\nGenerator: iac-guard\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        record += "%s,sha256=%s,%d\n" % (path, digest, len(text.encode()))
    files[info + "RECORD"] = record + info + "RECORD,,\n"
    name = "iac_guard_hook-%s-py3-none-any.whl" % version()
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        for path, text in files.items():
            wheel.writestr(zipfile.ZipInfo(path, TIME), text)
    return name


def build_sdist(sdist_directory, config_settings=None):
    base = "iac_guard_hook-" + version()
    with tarfile.open(os.path.join(sdist_directory, base + ".tar.gz"), "w:gz") as sdist:
        for path in SOURCES:
            sdist.add(os.path.join(ROOT, path), base + "/" + path)
        info = tarfile.TarInfo(base + "/PKG-INFO")
        info.size = len(metadata().encode())
        sdist.addfile(info, io.BytesIO(metadata().encode()))
    return base + ".tar.gz"
