// One message of each kind, as a customer sends them, and how each is called to those who listen.

// [words of its label, what the simulator is told]; in the order of the thread.
const kinds = [
    ['Two things first: bold, italic, strike, SN-4471', { text: 'Two things first: *bold*, _italic_, ~strike~, `SN-4471`' }],
    ['Can I get more on this?', {
        text: 'Can I get more on this?',
        referral: { source_type: 'ad', headline: 'Free roof check', body: 'We measure your roof and say what it carries.', source_url: 'https://roost.example/ad' },
    }],
    ['Is it still there?', { text: 'Is it still there?', context: { from: '1', id: 'wamid.CATALOGUE', referred_product: { catalog_id: '7', product_retailer_id: 'panel-440' } } }],
    ['🎉☀️👏', { text: '🎉☀️👏' }],
    ['South side', { type: 'image', image: { caption: 'South side' } }],
    ['Video', { type: 'video', video: {} }],
    ['Voice message', { type: 'audio', audio: { voice: true } }],
    ['Audio', { type: 'audio', audio: { voice: false } }],
    ['Lease.pdf', { type: 'document', document: { filename: 'Lease.pdf' } }],
    ['Sticker', { type: 'sticker', sticker: {} }],
    ['Nyali Golf View', { type: 'location', location: { latitude: -4.0435, longitude: 39.7163, name: 'Nyali Golf View', address: 'Links Road, Mombasa' } }],
    ['Peter Kamau', { type: 'contacts', contacts: [{ name: { formatted_name: 'Peter Kamau' }, phones: [{ phone: '+254 733 900 100', wa_id: '254733900100' }] }] }],
    ['Thu 26 Nov, 8:00', { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Thu 26 Nov, 8:00', description: 'With the lift, two people' } } }],
    ['Yes, keep it', { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Yes, keep it' } } }],
    ['Full name: Amina Yusuf, Panels: 24', {
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"screen_0_Full_name_0":"Amina Yusuf","screen_0_Panels_1":24,"flow_token":"t"}' } },
    }],
    ['Confirm', { type: 'button', button: { text: 'Confirm', payload: 'confirm' } }],
    ['Order of 2 items', {
        type: 'order',
        order: { catalog_id: '7', product_items: [{ product_retailer_id: 'panel-440', quantity: 2, item_price: 92000, currency: 'KES' }, { product_retailer_id: 'clamp-30', quantity: 8, item_price: 62.5, currency: 'KES' }] },
    }],
    ['Message that cannot be shown (poll)', { message: { type: 'unsupported', unsupported: { type: 'poll' }, errors: [{ code: 131051, title: 'Message type unknown' }] } }],
    ['Missed call', { type: 'call', call: { event: 'terminate' } }],
    ['Power cut in Nyali on Friday', { text: 'Power cut in Nyali on Friday', context: { forwarded: true } }],
    ['Half price, this week only', { text: 'Half price, this week only', context: { forwarded: true, frequently_forwarded: true } }],
    ['In the yard with everybody', { text: 'In the yard with everybody', group_id: 'Y2FwaV9ncm91cA' }],
    ['Gate code is 4417', { text: 'Gate code is 4471' }],
    ['This message was deleted.', { text: 'Wrong chat' }],
    ['Amina Yusuf changed her number', { type: 'system', system: { type: 'user_changed_number', body: 'Amina Yusuf changed her number' } }],
];

// What is told of messages that are there already: [the label of one, the change].
const changes = [
    ['Gate code is 4417', (id) => ({ type: 'edit', edit: { original_message_id: id, message: { type: 'text', text: { body: 'Gate code is 4417' } } } })],
    ['This message was deleted.', (id) => ({ type: 'revoke', revoke: { original_message_id: id } })],
    ['South side', (id) => ({ type: 'reaction', reaction: { message_id: id, emoji: '❤️' } })],
];

// Returns the labels of the thread, from its beginning.
export async function receiveEveryKind(simulator, person) {
    const wamids = new Map();
    for (const [place, [label, said]] of kinds.entries()) {
        const { id } = await simulator.ask('POST', 'inbound', { ...person, seconds_ago: 2 * (kinds.length - place), ...said });
        wamids.set(label, id);
    }
    for (const [label, change] of changes) await simulator.ask('POST', 'inbound', { ...person, message: change(wamids.get(label)) });
    return kinds.map(([label]) => label);
}
