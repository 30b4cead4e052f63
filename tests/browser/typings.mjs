// Whether a page in TypeScript can be written against docs/widget.d.ts.
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

// What the compiler has to say, a line each.
export function complaintsAbout(file) {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const program = ts.createProgram([path], {
        strict: true,
        noEmit: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
    });
    return ts.getPreEmitDiagnostics(program).map(({ messageText, file: where, start }) => {
        const line = where ? `${where.getLineAndCharacterOfPosition(start).line + 1}: ` : '';
        return line + ts.flattenDiagnosticMessageText(messageText, '\n');
    });
}
