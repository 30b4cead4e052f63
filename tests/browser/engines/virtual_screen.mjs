// A screen that exists only in memory, for engines that have no WebGL without one.
import { Program } from '../programs.mjs';
import { until } from '../wait.mjs';

export async function startScreen() {
    // -displayfd: the server picks a free display and writes its number.
    const args = ['-displayfd', '1', '-screen', '0', '2600x2000x24', '-nolisten', 'tcp', '-noreset'];
    const server = new Program('Xvfb', args);
    const number = await until('virtual screen', () => {
        if (server.hasEnded) throw new Error(server.output);
        return server.output.match(/^(\d+)$/m)?.[1];
    });
    return { display: `:${number}`, stop: () => server.stop() };
}
