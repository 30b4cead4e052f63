// Reads a script, writes what a browser needs of it: short names, no comments. "--alone": no other script uses its names.
// terser is Debian's; NODE_PATH says where.
const { readFileSync } = require('node:fs');
const { minify } = require('terser');

const toplevel = process.argv.includes('--alone');
minify(readFileSync(0, 'utf8'), { ecma: 2020, toplevel, compress: { passes: 2 }, mangle: true }).then(
    ({ code }) => process.stdout.write(code),
    (error) => {
        console.error(`the script cannot be read: ${error.message}, line ${error.line}`);
        process.exitCode = 1;
    },
);
