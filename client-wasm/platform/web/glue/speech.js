// The reader's language: which one, and what Intl writes in it.

const roostSpeech = (() => {
    // In the order of roost::Format.
    const makers = [
        (tag) => new Intl.NumberFormat(tag),
        (tag) => {
            const whole = new Intl.NumberFormat(tag);
            const exact = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 });
            return { format: (hundredths) => (hundredths % 100 ? exact : whole).format(hundredths / 100) };
        },
        (tag) => new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' }),
        (tag) => new Intl.DateTimeFormat(tag, { weekday: 'long' }),
        (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
        (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' }),
        (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' }),
    ];
    const made = new Map();
    const wished = () => (navigator.languages && navigator.languages.length ? navigator.languages : [navigator.language]);

    // The reader's region decides on digits and clock: Arabic is written with other digits in Cairo than in Dubai.
    const regional = (tag) => wished().find((one) => one.split('-')[0] === tag) || tag;

    function maker(tag, format) {
        const key = `${tag} ${format}`;
        if (!made.has(key)) made.set(key, makers[format](regional(tag)));
        return made.get(key);
    }

    return {
        languages: () => wished().join(),
        format: (tag, format, value) => maker(tag, format).format(value),
        show(tag, isRightToLeft) {
            document.documentElement.lang = tag;
            document.documentElement.dir = isRightToLeft ? 'rtl' : 'ltr';
            roostFields.turn();
        },
    };
})();
