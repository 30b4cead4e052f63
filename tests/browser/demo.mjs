// Roost as a newcomer sees it: `roost serve --demo`, with the sign-in that it prints.
import { Program, dropFolder, freePort, makeFolder } from './programs.mjs';
import { until } from './wait.mjs';

export async function startDemo({ server, web }) {
    const port = await freePort();
    const data = makeFolder();
    const args = ['serve', '--demo', '--port', String(port), '--data', data, '--web', web];
    const program = new Program(server, args);
    const signIn = await until('sign-in of the demo', () => {
        if (program.hasEnded) throw new Error(program.output);
        return program.output.match(/(\S+@\S+)\D*?password\W+(\S+)/i) ?? program.output.match(/(\S+@\S+)\s+\W*(\S+)/);
    });
    const url = `http://127.0.0.1:${port}`;
    await until('answer of the demo', async () => (await fetch(`${url}/health/live`)).ok);
    const stop = async () => {
        await program.stop();
        dropFolder(data);
    };
    return { url, email: signIn[1], password: signIn[2], stop };
}
