// Sounds of messages: one plays at a time; how loud they are, for the waves that are drawn.

const roostSounds = (() => {
    const bars = 64;
    const [paused, playing, ended, broken] = [0, 1, 2, 3];
    const player = new Audio();
    let current = '';
    let state = paused;

    function tell(now = state) {
        state = now;
        const seconds = Number.isFinite(player.duration) ? player.duration : 0;
        roostWithText(current, (file) => _roost_on_sound(file, state, player.currentTime, seconds));
    }
    player.onplaying = () => tell(playing);
    player.onpause = () => player.ended || tell(paused);
    player.onended = () => tell(ended);
    player.onerror = () => player.getAttribute('src') && tell(broken);
    player.ontimeupdate = () => player.ended || tell();
    player.onloadedmetadata = () => tell();

    // The loudest of each part, the loudest of all being 255.
    function peaksOf(samples) {
        const peaks = new Float32Array(bars);
        for (let i = 0; i < samples.length; ++i) {
            const bar = Math.floor((i * bars) / samples.length);
            peaks[bar] = Math.max(peaks[bar], Math.abs(samples[i]));
        }
        const most = Math.max(...peaks);
        return Uint8Array.from(peaks, (peak) => (most > 0.001 ? (255 * peak) / most : 0));
    }

    async function read(file, url) {
        try {
            const response = await fetch(url);
            if (!response.ok) return;
            // Decoded as coarsely as a context may be: a wave of 64 bars needs no more.
            const context = new OfflineAudioContext(1, 1, 8000);
            const sound = await context.decodeAudioData(await response.arrayBuffer());
            roostWithText(file, (name) =>
                roostWithBytes(peaksOf(sound.getChannelData(0)), (bytes, size) =>
                    _roost_on_peaks(name, bytes, size, sound.duration),
                ),
            );
        } catch {
            // It is played without a wave, or says then that it cannot be.
        }
    }

    function play(file, url, at, speed) {
        if (file !== current) {
            current = file;
            state = paused;
            player.src = url;
        }
        if (at >= 0) player.currentTime = at;
        player.playbackRate = player.defaultPlaybackRate = speed;
        player.play().catch((error) => error.name === 'AbortError' || tell(broken));
    }

    return {
        read,
        play,
        pause: () => player.pause(),
        seek(at) {
            player.currentTime = at;
        },
        setSpeed(speed) {
            player.playbackRate = player.defaultPlaybackRate = speed;
        },
    };
})();
