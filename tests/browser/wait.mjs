// Waiting for something to become true, never for time to pass.

export const patience = 30_000;

// Asks `question` until it answers with something truthy, and returns that. `what` ends the sentence of the
// error: "after 30 s there was still no …".
export async function until(what, question, deadline = patience) {
    const end = Date.now() + deadline;
    let last;
    while (Date.now() < end) {
        try {
            const answer = await question();
            if (answer) return answer;
            last = undefined;
        } catch (error) {
            last = error;
        }
        await new Promise((resume) => setTimeout(resume, 40));
    }
    const reason = last ? ` (${last.message.split('\n')[0]})` : '';
    throw new Error(`after ${deadline / 1000} s there was still no ${what}${reason}`);
}

export function within(deadline, what, promise) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what} took more than ${deadline / 1000} s`)), deadline);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export function check(isTrue, sentence) {
    if (!isTrue) throw new Error(sentence);
}
