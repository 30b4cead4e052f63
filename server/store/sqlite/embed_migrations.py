"""Writes migrations/NNNN_name.sql into one C++ file: embed_migrations.py OUT.cpp IN.sql…"""

import pathlib
import sys


def main(out: str, sources: list[str]) -> None:
    files = sorted(pathlib.Path(source) for source in sources)
    rows = []
    for number, file in enumerate(files, start=1):
        if int(file.name[:4]) != number:
            sys.exit(f"migrations are numbered from 0001 without gaps; {file.name} is out of order")
        rows.append(f'    {{{number}, "{file.stem}", R"sql({file.read_text()})sql"}},\n')
    pathlib.Path(out).write_text(
        '#include "server/store/sqlite/migrate.h"\n\n'
        "namespace roost::sqlite {\n\n"
        "std::span<const Migration> migrations() {\n"
        f"    static constexpr Migration kMigrations[] = {{\n{''.join(rows)}    }};\n"
        "    return kMigrations;\n}\n\n"
        "}  // namespace roost::sqlite\n"
    )


main(sys.argv[1], sys.argv[2:])
