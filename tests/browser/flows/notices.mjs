// What an administrator reads of what Meta says about the account.
import { checkScreen } from './axe.mjs';
import { amina } from './people.mjs';
import { accountNews } from '../webhooks.mjs';

const rejected = {
    event: 'REJECTED',
    message_template_id: 5,
    message_template_name: 'offer',
    message_template_language: 'en',
    reason: 'SCAM',
};
const sentence = 'WhatsApp rejected the template “offer”: SCAM';

async function readAndDismiss({ inbox, tab, simulator, product }) {
    await simulator.say({ ...amina, text: 'Hello' });
    await inbox.openAndSignIn();
    await product.post(accountNews('message_template_status_update', rejected));
    await tab.wait('status', sentence);
    await checkScreen(tab, 'a notice above the list');
    await tab.click('button', 'Dismiss');
    await tab.waitGone('status', sentence);
    await tab.reload();
    await inbox.waitLive();
    await tab.waitGone('status', sentence);
}

export const tests = [{ title: 'an administrator reads what Meta says about the account, once', run: readAndDismiss }];
