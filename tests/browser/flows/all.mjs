// Every test: {title, engines?, tab?, run({product, tab, inbox, simulator, note})}. Without `engines` it runs in all;
// `tab` is {width, height, scale, scheme, early}; `early`: it is looked at
// before all of it is there; `note` says aloud what an engine cannot do.
import { tests as answering } from './answering.mjs';
import { tests as assigning } from './assigning.mjs';
import { tests as axe } from './axe.mjs';
import { tests as blocking } from './blocking.mjs';
import { tests as composing } from './composing.mjs';
import { tests as everyKind } from './every_kind.mjs';
import { tests as everyScript } from './every_script.mjs';
import { tests as joining } from './joining.mjs';
import { tests as keyboard } from './keyboard.mjs';
import { tests as language } from './language.mjs';
import { tests as loading } from './loading.mjs';
import { tests as media } from './media.mjs';
import { tests as menus } from './menus.mjs';
import { tests as navigating } from './navigating.mjs';
import { tests as notices } from './notices.mjs';
import { tests as numbers } from './numbers.mjs';
import { tests as offline } from './offline.mjs';
import { tests as phone } from './phone.mjs';
import { tests as reacting } from './reacting.mjs';
import { tests as records } from './records.mjs';
import { tests as recovering } from './recovering.mjs';
import { tests as searching } from './searching.mjs';
import { tests as selecting } from './selecting.mjs';
import { tests as sendingFiles } from './sending_files.mjs';
import { tests as settings } from './settings.mjs';
import { tests as short } from './short.mjs';
import { tests as signingIn } from './signing_in.mjs';
import { tests as tabs } from './tabs.mjs';
import { tests as templateEditing } from './template_editing.mjs';
import { tests as templates } from './templates.mjs';
import { tests as text } from './text.mjs';
import { tests as twoFactor } from './two_factor.mjs';
import { tests as typingAhead } from './typing_ahead.mjs';
import { tests as widget } from './widget.mjs';
import { tests as widgetCommands } from './widget_commands.mjs';
import { tests as widgetEntering } from './widget_entering.mjs';
import { tests as widgetKeyboard } from './widget_keyboard.mjs';
import { tests as widgetSettings } from './widget_settings.mjs';
import { tests as widgetTold } from './widget_told.mjs';
import { tests as widgetTypes } from './widget_types.mjs';
import { tests as zooming } from './zooming.mjs';
import { tests as writing } from './writing.mjs';

export const tests = [
    ...short,
    ...signingIn,
    ...joining,
    ...answering,
    ...loading,
    ...navigating,
    ...searching,
    ...keyboard,
    ...typingAhead,
    ...menus,
    ...blocking,
    ...assigning,
    ...media,
    ...reacting,
    ...everyScript,
    ...selecting,
    ...axe,
    ...language,
    ...phone,
    ...records,
    ...recovering,
    ...notices,
    ...settings,
    ...twoFactor,
    ...numbers,
    ...offline,
    ...tabs,
    ...templates,
    ...templateEditing,
    ...text,
    ...zooming,
    ...writing,
    ...sendingFiles,
    ...composing,
    ...everyKind,
    ...widget,
    ...widgetCommands,
    ...widgetEntering,
    ...widgetKeyboard,
    ...widgetSettings,
    ...widgetTold,
    ...widgetTypes,
];
