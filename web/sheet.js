// What stands in front of a panel on somebody else's page while nobody knows who the agent is: a sentence, and what helps.

const roostSheet = (() => {
    const sentences = {
        en: {
            needed: 'Sign in to see the messages of this page.',
            refused: 'This page could not sign you in. Try again, or sign in yourself.',
            blocked: 'The browser opened no window. Allow windows for this page, then try again.',
            signIn: 'Sign in',
            tryAgain: 'Try again',
        },
        hi: {
            needed: 'इस पेज के मैसेज देखने के लिए साइन इन करें।',
            refused: 'यह पेज आपको साइन इन नहीं करा सका। फिर कोशिश करें, या खुद साइन इन करें।',
            blocked: 'ब्राउज़र ने कोई विंडो नहीं खोली। इस पेज के लिए विंडो की अनुमति दें, फिर कोशिश करें।',
            signIn: 'साइन इन करें',
            tryAgain: 'फिर कोशिश करें',
        },
        sw: {
            needed: 'Ingia ili kuona ujumbe wa ukurasa huu.',
            refused: 'Ukurasa huu haukuweza kukuingiza. Jaribu tena, au ingia mwenyewe.',
            blocked: 'Kivinjari hakikufungua dirisha. Ruhusu madirisha kwa ukurasa huu, kisha ujaribu tena.',
            signIn: 'Ingia',
            tryAgain: 'Jaribu tena',
        },
        es: {
            needed: 'Inicia sesión para ver los mensajes de esta página.',
            refused: 'Esta página no pudo iniciar tu sesión. Inténtalo de nuevo o inicia sesión por tu cuenta.',
            blocked: 'El navegador no abrió ninguna ventana. Permite las ventanas en esta página e inténtalo de nuevo.',
            signIn: 'Iniciar sesión',
            tryAgain: 'Reintentar',
        },
        pt: {
            needed: 'Entre para ver as mensagens desta página.',
            refused: 'Esta página não conseguiu iniciar a sua sessão. Tente de novo ou entre você mesmo.',
            blocked: 'O navegador não abriu nenhuma janela. Permita janelas nesta página e tente de novo.',
            signIn: 'Entrar',
            tryAgain: 'Tentar de novo',
        },
        ar: {
            needed: 'سجّل الدخول لرؤية رسائل هذه الصفحة.',
            refused: 'لم تتمكن هذه الصفحة من تسجيل دخولك. حاول مرة أخرى، أو سجّل الدخول بنفسك.',
            blocked: 'لم يفتح المتصفح أي نافذة. اسمح بالنوافذ لهذه الصفحة، ثم حاول مرة أخرى.',
            signIn: 'تسجيل الدخول',
            tryAgain: 'حاول مرة أخرى',
        },
    };
    const words = sentences[roostShell.language];
    const mirror = document.getElementById('mirror');
    const box = document.createElement('div');
    const text = document.createElement('p');
    let before = null; // what had the focus

    function button(word, press) {
        const made = document.createElement('button');
        made.type = 'button';
        made.textContent = words[word];
        made.addEventListener('click', press);
        return made;
    }

    function say(sentence) {
        text.textContent = words[sentence];
    }

    // Its buttons stay the same ones while it is tried again and again, or a reader would lose the focus each time.
    function show(sentence, { signIn, tryAgain }) {
        const isNew = !box.isConnected;
        presses = { signIn, tryAgain };
        say(sentence);
        again.hidden = !tryAgain;
        if (!isNew) return;
        before = document.activeElement;
        mirror.inert = true;
        document.body.append(box);
        if (document.hasFocus()) (again.hidden ? enter : again).focus();
    }

    function hide() {
        const hadFocus = box.contains(document.activeElement);
        box.remove();
        mirror.inert = false;
        if (hadFocus && before?.isConnected) before.focus();
    }

    let presses;
    const again = button('tryAgain', () => presses.tryAgain());
    const enter = button('signIn', () => presses.signIn());
    box.className = 'sheet';
    box.setAttribute('role', 'alertdialog');
    box.setAttribute('aria-modal', 'true');
    box.setAttribute('aria-labelledby', 'sheet-sentence');
    text.id = 'sheet-sentence';
    text.setAttribute('aria-live', 'polite');
    box.append(text, again, enter);

    return { show, say, hide };
})();
