// The types of Roost's widget, for pages written in TypeScript: save it beside your code.

export interface RoostEntity {
    type: string; // one of the types that Roost was configured with: "project", …
    id: string;
    title?: string;
    url?: string; // http(s); the chip in Roost leads there
}

// Signs who is looking at the page, on your server: see "The embed token" in docs/widget.md.
export type RoostGetToken = (about: { entity?: RoostEntity; contact?: string }) => string | Promise<string>;

export interface RoostSettings {
    site: string;
    token?: string; // good once; or, to have it renewed:
    getToken?: RoostGetToken;
    entity?: RoostEntity;
    contact?: string; // a phone number, digits alone
    position?: 'right' | 'left'; // mirrored where the page is written from right to left
    offsetX?: number; // CSS pixels from that side
    offsetY?: number; // … and from below
    width?: number;
    height?: number;
    zIndex?: number;
    colour?: string; // any CSS colour on which white can be read
    theme?: 'light' | 'dark';
    badge?: boolean; // false: the number on the bubble is not asked for before the panel is opened
    open?: boolean; // from the start
    preload?: boolean; // loaded when the page is idle, shown when it is opened
    hideOnPhones?: boolean; // narrower than 600 pixels there is neither bubble nor panel
    words?: { title?: string; close?: string; leave?: string }; // of bubble and panel; of its two buttons
    language?: string; // of the bubble: "en", "hi", "sw", "es", "pt" or "ar"; the page's own by default
    origin?: string; // of Roost, where the script comes from somewhere else
}

export interface RoostEvents {
    ready: undefined; // it is known who looks at the panel, and it can be used
    open: undefined;
    close: undefined;
    message: { conversation: string; message: string }; // one came
    sent: { conversation: string; message: string }; // one went out
    unread: { count: number };
    // The page gives none; Roost refuses it, or it is for another record than the page's; no number.
    error: { reason: 'token' | 'refused' | 'unread'; message: string };
}

export interface RoostFunction {
    q?: unknown[][]; // what was asked for before the widget was there
    // After 'reset' nobody is shown anything until 'setUser' says who looks now.
    (command: 'open' | 'close' | 'toggle' | 'show' | 'hide' | 'reset'): void;
    (command: 'setEntity', entity: RoostEntity | null): void;
    (command: 'setContact', contact: string | null): void;
    (command: 'setUser', user: string | RoostGetToken): void;
    (command: 'setTheme', theme: 'light' | 'dark' | ''): void;
    <Name extends keyof RoostEvents>(command: 'on' | 'off', event: Name, handler: (detail: RoostEvents[Name]) => void): void;
}

declare global {
    interface Window {
        Roost: RoostFunction;
        RoostSettings?: Partial<RoostSettings>;
    }
}
