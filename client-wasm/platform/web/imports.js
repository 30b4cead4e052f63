// The border: names that C++ imports (imports.h), each handed on to the part of the glue that does it.
// What is written here ends up in the program's own script; glue/*.js stands before it.

const calls = {
    roost_page_start: () => roostPage.start(),
    roost_page_width: () => roostPage.width(),
    roost_page_height: () => roostPage.height(),
    roost_page_pixel_ratio: () => window.devicePixelRatio || 1,
    roost_page_is_dark: () => roostLooks.isDark(),
    roost_page_wants_contrast: () => roostLooks.wantsContrast(),
    roost_page_forced_colours: (out) => roostLooks.writeForcedColours(out >> 2),
    roost_page_is_touch: () => roostPage.isTouch(),
    roost_page_is_hidden: () => roostHost.isHidden(),
    roost_page_is_online: () => navigator.onLine,
    roost_page_prepare_canvas: () => roostPage.prepareCanvas(),
    roost_page_size_canvas: (width, height, cssWidth, cssHeight) =>
        roostPage.sizeCanvas(width, height, cssWidth, cssHeight),
    roost_page_request_frame: () => roostPage.requestFrame(),
    roost_page_wake_in: (millis) => roostPage.wakeIn(millis),
    roost_page_utc_offset: (at) => -new Date(at).getTimezoneOffset(),
    roost_page_languages: () => roostNewText(roostSpeech.languages()),
    roost_page_format: (tag, format, value) => roostNewText(roostSpeech.format(UTF8ToString(tag), format, value)),
    roost_page_load: (key) => roostNewText(roostPage.load(UTF8ToString(key))),
    roost_page_stored: (prefix) => roostNewText(roostPage.stored(UTF8ToString(prefix))),
    roost_page_store: (key, value) => roostPage.store(UTF8ToString(key), UTF8ToString(value)),
    roost_page_set_url: (fragment, replaces) => roostPage.setUrl(UTF8ToString(fragment), replaces),
    roost_page_url: () => roostNewText(location.hash),
    roost_page_set_title: (title, unread) => roostPage.setTitle(UTF8ToString(title), unread),
    roost_page_show_theme: (isDark) => roostLooks.show(isDark),
    roost_page_show_icon: (address) => (document.querySelector('link[rel=icon]').href = UTF8ToString(address)),
    roost_page_show_language: (tag, isRightToLeft) => roostSpeech.show(UTF8ToString(tag), isRightToLeft),
    roost_page_announce: (words, isUrgent) => roostPage.announce(UTF8ToString(words), isUrgent),
    roost_host_tell: (event, json) => roostHost.tell(UTF8ToString(event), { detail: JSON.parse(UTF8ToString(json)) }),
    roost_page_copy: (words) => roostPage.copy(UTF8ToString(words)),
    roost_page_guard: (isGuarded) => (window.onbeforeunload = isGuarded ? (event) => event.preventDefault() : null),
    roost_page_open_link: (url) => roostPage.openLink(UTF8ToString(url)),
    roost_page_start_plain: () => roostShell.startPlain(),
    roost_page_end_loading: () => {
        roostShell.end();
        roostLater.load();
    },

    roost_net_fetch: (id, method, path, headers, body, size, timeout, isStream) =>
        roostNet.start({
            id,
            method: UTF8ToString(method),
            path: UTF8ToString(path),
            headers: UTF8ToString(headers),
            body: size > 0 ? HEAPU8.slice(body, body + size) : undefined,
            timeout,
            isStream,
        }),
    roost_net_upload: (id, file, path, headers) =>
        roostNet.upload({ id, file: roostFiles.file(file), path: UTF8ToString(path), headers: UTF8ToString(headers) }),
    roost_net_abort: (id) => roostNet.abort(id),

    roost_tabs_are_known: () => roostTabs.isOffered(),
    roost_tabs_hold: (id, name, seizes) => {
        roostTabs.hold(id, UTF8ToString(name), seizes);
    },
    roost_tabs_release: (id) => roostTabs.release(id),
    roost_tabs_hear: (channel) => roostTabs.hear(UTF8ToString(channel)),
    roost_tabs_tell: (text, size) => roostTabs.tell(UTF8ToString(text, size)),

    roost_node_create: (node, role, parent, after) => roostMirror.create(node, role, parent, after),
    roost_node_move: (node, parent, after) => roostMirror.move(node, parent, after),
    roost_node_remove: (node) => roostMirror.remove(node),
    roost_node_place: (node, x, y, width, height) => roostMirror.place(node, x, y, width, height),
    roost_node_words: (node, label, description, language, href, level, position, setSize) =>
        roostMirror.setWords(node, {
            label: UTF8ToString(label),
            description: UTF8ToString(description),
            language: UTF8ToString(language),
            href: UTF8ToString(href),
            level,
            position,
            setSize,
        }),
    roost_node_state: (node, bits) => roostMirror.setState(node, bits),
    roost_node_range: (node, least, most, now) => roostMirror.setRange(node, least, most, now),
    roost_node_field: (node, placeholder, autocomplete, size, lineHeight, colour, paddingX, paddingY, paddingEnd, flags) =>
        roostFields.dress(node, {
            placeholder: UTF8ToString(placeholder),
            autocomplete: UTF8ToString(autocomplete),
            size,
            lineHeight,
            colour,
            paddingX,
            paddingY,
            paddingEnd,
            flags,
        }),
    roost_node_popup: (node, list, active, keysTaken) => roostFields.setPopup(node, list, active, keysTaken),
    roost_node_insert: (node, words, replaced) => roostFields.insert(node, UTF8ToString(words), replaced),
    roost_node_value: (node, value) => roostFields.setValue(node, UTF8ToString(value)),
    roost_node_scroller: (node, height) => roostScrollers.setContentHeight(node, height),
    roost_node_scroll_to: (node, top) => roostScrollers.scrollTo(node, top),
    roost_node_scroll_top: (node) => roostMirror.element(node).scrollTop,
    roost_node_paragraph: (node, paragraph, x, y) => roostMirror.mountParagraph(node, paragraph, x, y),
    roost_node_focus: (node) => roostMirror.focus(node),
    roost_node_relate: (node, list, active) => roostMirror.relate(node, list, active),
    roost_node_select: (first, last) => roostSelection.select(first, last),
    roost_node_zoom: (node, factor) => roostPhotos.zoom(roostMirror.element(node), factor),

    roost_files_choose: () => roostFiles.choose(),
    roost_files_drop: (file) => roostFiles.drop(file),
    roost_files_convert: (file, mostBytes) => {
        roostFiles.convert(file, mostBytes);
    },
    roost_files_measure: (file, width, height) => roostFiles.measure(file, width, height),
    roost_page_asset: (name) => roostNewText(roostPage.asset(UTF8ToString(name))),
    roost_emoji_find_drawn: (id, signs) => roostEmoji.findDrawn(id, UTF8ToString(signs)),

    roost_voice_record: () => {
        roostVoice.record();
    },
    roost_voice_stop: (isKept) => roostVoice.stop(isKept),
    roost_voice_play: (file) => roostVoice.play(file),
    roost_voice_pause: () => roostVoice.pause(),
    roost_pictures_read: (reading, url, isFilm, width, height, naturalWidth, naturalHeight) =>
        roostPictures.read({ reading, url: UTF8ToString(url), isFilm, width, height, naturalWidth, naturalHeight }),
    roost_pictures_upload: (reading, texture) => roostPictures.upload(reading, texture),
    roost_pictures_drop: (reading) => roostPictures.drop(reading),
    roost_pictures_stop: () => roostPictures.stop(),
    roost_sounds_read: (file, url) => {
        roostSounds.read(UTF8ToString(file), UTF8ToString(url));
    },
    roost_sounds_play: (file, url, at, speed) =>
        roostSounds.play(UTF8ToString(file), UTF8ToString(url), at, speed),
    roost_sounds_pause: () => roostSounds.pause(),
    roost_sounds_seek: (at) => roostSounds.seek(at),
    roost_sounds_set_speed: (speed) => roostSounds.setSpeed(speed),
    roost_page_download: (url) => roostPage.download(UTF8ToString(url)),
    roost_page_save: (name, words, size) => roostPage.save(UTF8ToString(name), UTF8ToString(words, size)),

    roost_text_font: (size, lineHeight, weight, isItalic, isMonospaced) =>
        roostFonts.add(size, lineHeight, weight, isItalic, isMonospaced),
    roost_text_set_ratio: (ratio) => roostFonts.setRatio(ratio),
    roost_text_width: (words, size, font) => roostPainter.width(UTF8ToString(words, size), font),
    roost_text_measure_line: (words, size, font, colour, maxWidth, out) =>
        roostPainter.measureLine(UTF8ToString(words, size), font, colour, maxWidth, out >> 2),
    roost_text_measure_paragraph_line: (paragraph, line, out) =>
        roostPainter.measureParagraphLine(paragraph, line, out >> 2),
    roost_text_paint: (page, x, y) => roostPainter.paint(page, x, y),
    roost_paragraph_add: (paragraph, words, size, font, colour, linkColour, maxWidth, format, formatSize, hrefs) =>
        roostParagraphs.add(
            paragraph,
            UTF8ToString(words, size),
            { font, colour, linkColour, maxWidth },
            Array.from(HEAP32.subarray(format >> 2, (format >> 2) + formatSize)),
            UTF8ToString(hrefs).split('\n'),
        ),
    roost_paragraph_lay_out: () => roostParagraphs.layOut(),
    roost_paragraph_figures: (paragraph, out, room) => roostParagraphs.writeFigures(paragraph, out >> 2, room),
    roost_paragraph_ranges: (paragraph, offsets, count, out, room) =>
        roostParagraphs.writeRanges(paragraph, HEAP32.subarray(offsets >> 2, (offsets >> 2) + count), out >> 2, room),
    roost_paragraph_remove: (paragraph) => roostParagraphs.remove(paragraph),
    roost_text_selection: (out, room) => roostSelection.write(out >> 2, room),

    roost_atlas_add_page: (page, texture, edge) => roostAtlas.addPage(page, texture, edge),
    roost_atlas_fill: (page, x, y, width, height) => roostAtlas.fillWhite(page, x, y, width, height),
    roost_atlas_upload: () => roostAtlas.upload(),
    roost_atlas_reset: () => roostAtlas.reset(),
};

const needed = ['$UTF8ToString', '$stringToNewUTF8', '$GL', 'malloc', 'free'];
for (const name of Object.keys(calls)) calls[`${name}__deps`] = needed;
addToLibrary(calls);
