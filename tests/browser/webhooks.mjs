// Signed webhooks as Meta posts them, for tests that need one the simulator would not send by itself.
import { createHmac } from 'node:crypto';

export function customerText({ phoneNumberId, from, name, wamid, text, at = Date.now() }) {
    return envelope(phoneNumberId, {
        contacts: [{ profile: { name }, wa_id: from }],
        messages: [
            { from, id: wamid, timestamp: String(Math.floor(at / 1000)), type: 'text', text: { body: text } },
        ],
    });
}

// Many messages of one customer in one webhook: [{wamid, text, at}].
export function customerTexts({ phoneNumberId, from, name, texts }) {
    return envelope(phoneNumberId, {
        contacts: [{ profile: { name }, wa_id: from }],
        messages: texts.map(({ wamid, text, at }) => ({
            from,
            id: wamid,
            timestamp: String(Math.floor(at / 1000)),
            type: 'text',
            text: { body: text },
        })),
    });
}

export function statusUpdate({ phoneNumberId, wamid, status, to, callbackData, at = Date.now() }) {
    return envelope(phoneNumberId, {
        statuses: [
            {
                id: wamid,
                status,
                timestamp: String(Math.floor(at / 1000)),
                recipient_id: to,
                ...(callbackData ? { biz_opaque_callback_data: callbackData } : {}),
            },
        ],
    });
}

// What Meta says about the account itself: a field of its own, without a number.
export function accountNews(field, value) {
    return { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [{ field, value }] }] };
}

function envelope(phoneNumberId, value) {
    const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
    return { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [change] }] };
}

export function signedRequest(appSecret, payload) {
    const body = JSON.stringify(payload);
    const signature = createHmac('sha256', appSecret).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
    return { method: 'POST', headers, body };
}

export async function postWebhook(url, appSecret, payload) {
    const answer = await fetch(`${url}/webhooks/whatsapp`, signedRequest(appSecret, payload));
    await answer.arrayBuffer();
    return answer.status;
}
