// The page behind an invitation, or behind the link that a server prints while it has no administrator: who has it
// says a name and a password, and is signed in. What comes from the server enters the page as text, never as markup.
// The token stands behind the #: it is sent to nobody but our own API, and stays in no log.

(() => {
    const sentences = {
        en: {
            invited: 'Join {0}',
            invitedNote: 'You were invited to the inbox of {0}.',
            first: 'Set up {0}',
            firstNote: 'You become the first administrator.',
            email: 'E-mail',
            name: 'Your name',
            password: 'Password',
            passwordNote: 'At least ten characters',
            submit: 'Continue',
            needed: 'Fill in every field.',
            gone: 'This link is not valid any more. Ask for a new one.',
            unreachable: 'The server cannot be reached. Try again.',
            failed: 'The server answered with an error. Try again.',
            again: 'Try again',
        },
        hi: {
            invited: '{0} में शामिल हों',
            invitedNote: 'आपको {0} के इनबॉक्स में बुलाया गया है।',
            first: '{0} सेट अप करें',
            firstNote: 'आप पहले एडमिन बनेंगे।',
            email: 'ईमेल',
            name: 'आपका नाम',
            password: 'पासवर्ड',
            passwordNote: 'कम से कम दस अक्षर',
            submit: 'आगे बढ़ें',
            needed: 'सभी फ़ील्ड भरें।',
            gone: 'यह लिंक अब मान्य नहीं है। नया लिंक माँगें।',
            unreachable: 'सर्वर तक नहीं पहुँचा जा सका। फिर कोशिश करें।',
            failed: 'सर्वर ने त्रुटि दी। फिर कोशिश करें।',
            again: 'फिर कोशिश करें',
        },
        sw: {
            invited: 'Jiunge na {0}',
            invitedNote: 'Umealikwa kwenye kikasha cha {0}.',
            first: 'Andaa {0}',
            firstNote: 'Utakuwa msimamizi wa kwanza.',
            email: 'Barua pepe',
            name: 'Jina lako',
            password: 'Nenosiri',
            passwordNote: 'Angalau herufi kumi',
            submit: 'Endelea',
            needed: 'Jaza sehemu zote.',
            gone: 'Kiungo hiki hakitumiki tena. Omba kipya.',
            unreachable: 'Seva haipatikani. Jaribu tena.',
            failed: 'Seva imejibu kwa hitilafu. Jaribu tena.',
            again: 'Jaribu tena',
        },
        es: {
            invited: 'Unirse a {0}',
            invitedNote: 'Te han invitado a la bandeja de {0}.',
            first: 'Configurar {0}',
            firstNote: 'Serás la primera persona administradora.',
            email: 'Correo electrónico',
            name: 'Tu nombre',
            password: 'Contraseña',
            passwordNote: 'Al menos diez caracteres',
            submit: 'Continuar',
            needed: 'Rellena todos los campos.',
            gone: 'Este enlace ya no es válido. Pide uno nuevo.',
            unreachable: 'No se puede acceder al servidor. Inténtalo de nuevo.',
            failed: 'El servidor respondió con un error. Inténtalo de nuevo.',
            again: 'Reintentar',
        },
        pt: {
            invited: 'Entrar em {0}',
            invitedNote: 'Você foi convidado para a caixa de entrada de {0}.',
            first: 'Configurar {0}',
            firstNote: 'Você será o primeiro administrador.',
            email: 'E-mail',
            name: 'Seu nome',
            password: 'Senha',
            passwordNote: 'Pelo menos dez caracteres',
            submit: 'Continuar',
            needed: 'Preencha todos os campos.',
            gone: 'Este link não é mais válido. Peça um novo.',
            unreachable: 'Não foi possível acessar o servidor. Tente de novo.',
            failed: 'O servidor respondeu com um erro. Tente de novo.',
            again: 'Tentar de novo',
        },
        ar: {
            invited: 'الانضمام إلى {0}',
            invitedNote: 'تمت دعوتك إلى صندوق وارد {0}.',
            first: 'إعداد {0}',
            firstNote: 'ستكون أول مشرف.',
            email: 'البريد الإلكتروني',
            name: 'اسمك',
            password: 'كلمة المرور',
            passwordNote: 'عشرة أحرف على الأقل',
            submit: 'متابعة',
            needed: 'املأ كل الحقول.',
            gone: 'لم يعد هذا الرابط صالحًا. اطلب رابطًا جديدًا.',
            unreachable: 'تعذر الوصول إلى الخادم. حاول مرة أخرى.',
            failed: 'رد الخادم بخطأ. حاول مرة أخرى.',
            again: 'إعادة المحاولة',
        },
    };

    function recall(key) {
        try {
            return localStorage.getItem(key);
        } catch {
            return null;
        }
    }

    const root = document.documentElement;
    const tags = [recall('language'), ...(navigator.languages ?? [])].map((tag) => tag?.split('-')[0]);
    const language = tags.find((tag) => sentences[tag]) ?? 'en';
    const words = sentences[language];
    root.lang = language;
    root.dir = language === 'ar' ? 'rtl' : 'ltr';
    const theme = recall('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

    const main = document.querySelector('main');
    const bird = 'M4 18h16M7 18v-4M17 18v-4M6 11c0-4 3-7 7-7 3 0 5 2 5 4.5l2.5 1-2.5 1c-.5 2.5-3 4-6 4-4 0-6-1.5-6-3.5zM14.5 8h.1';
    let brand = 'Roost';
    let logoAddress = '';

    const fill = (sentence, text) => sentence.replace('{0}', text);

    function make(tag, text, attributes = {}) {
        const element = document.createElement(tag);
        if (text) element.textContent = text;
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        return element;
    }

    function logo() {
        if (logoAddress) return make('img', '', { src: logoAddress, alt: '' });
        const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        svg.setAttribute('viewBox', '0 0 24 24');
        svg.setAttribute('aria-hidden', 'true');
        svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
        svg.firstChild.setAttribute('d', bird);
        return svg;
    }

    // "#invitation/…" or "#setup/…"; null for anything else.
    const link = /^#(invitation|setup)\/([\w-]+)$/.exec(location.hash);
    const path = link && `/api/v1/${link[1] === 'setup' ? 'setup' : 'invitations'}/${link[2]}`;

    // {status, body}; a status of 0: no answer.
    async function ask(body) {
        const send = body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
        try {
            const answer = await fetch(path, { cache: 'no-store', credentials: 'same-origin', ...send });
            return { status: answer.status, body: await answer.json().catch(() => ({})) };
        } catch {
            return { status: 0, body: {} };
        }
    }

    const isGone = (status) => status === 404 || status === 409 || status === 410;

    // What is wrong with what was written, the server says itself.
    function troubleOf({ status, body }) {
        if (status === 0) return words.unreachable;
        if (isGone(status)) return words.gone;
        return status < 500 && body.detail ? body.detail : words.failed;
    }

    function show(title, note, ...more) {
        document.title = title;
        main.replaceChildren(logo(), make('h1', title), make('p', note), ...more);
    }

    function showTrouble(answer) {
        const alert = make('p', troubleOf(answer), { role: 'alert' });
        show(brand, '', alert);
        if (isGone(answer.status)) return;
        const again = make('button', words.again, { type: 'button' });
        again.addEventListener('click', start);
        main.append(again);
        again.focus();
    }

    function field(form, name, label, attributes) {
        const input = make('input', '', { id: name, name, ...attributes });
        form.append(make('label', label, { for: name }), input);
        return input;
    }

    function showForm(invitation) {
        const isFirst = link[1] === 'setup';
        const form = make('form', '', { novalidate: '' });
        const email = field(form, 'email', words.email, { type: 'email', autocomplete: 'username', dir: 'ltr' });
        email.value = invitation.email ?? '';
        email.readOnly = !isFirst;
        const name = field(form, 'name', words.name, { autocomplete: 'name', dir: 'auto' });
        name.value = invitation.name ?? '';
        const password = field(form, 'password', words.password, {
            type: 'password',
            autocomplete: 'new-password',
            'aria-describedby': 'rule',
        });
        form.append(make('p', words.passwordNote, { id: 'rule', class: 'note' }));
        const alert = make('p', '', { role: 'alert' });
        const button = make('button', words.submit, { type: 'submit' });
        form.append(alert, button);
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            if (button.getAttribute('aria-disabled')) return;
            alert.textContent = '';
            const fields = [email, name, password];
            const missing = fields.find((one) => one.value.trim() === '');
            if (missing) {
                alert.textContent = words.needed;
                return missing.focus();
            }
            button.setAttribute('aria-disabled', 'true');
            const answer = await ask({ email: email.value.trim(), name: name.value.trim(), password: password.value });
            if (answer.status >= 200 && answer.status < 300) return location.replace('/');
            button.removeAttribute('aria-disabled');
            alert.textContent = troubleOf(answer);
            password.focus();
        });
        show(fill(isFirst ? words.first : words.invited, brand), fill(isFirst ? words.firstNote : words.invitedNote, brand), form);
        (isFirst ? email : name.value ? password : name).focus();
    }

    async function start() {
        const told = await fetch('/api/v1/brand').then((answer) => answer.json()).catch(() => ({}));
        if (told.name) brand = told.name;
        logoAddress = told.logo ?? '';
        if (told.colour) root.style.setProperty('--accent', told.colour);
        const answer = path ? await ask() : { status: 404, body: {} };
        if (answer.status === 200) showForm(answer.body);
        else showTrouble(answer);
    }

    start();
})();
