// Records a voice note, and plays it before it is sent. What happens is told by number, in the order of VoiceNews.

const roostVoice = (() => {
    const [started, heard, recorded, played, ended, refused, missing, broken, withheld] = Array(9).keys();
    // Ogg needs no other wrapping; Safari has MP4 alone.
    const types = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'];
    const wishes = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    // By the page that we stand in; only Chromium tells.
    const isWithheld = () => document.featurePolicy?.allowsFeature('microphone') === false;
    const interval = 100; // ms between two looks at how loud it is
    const bitsPerSecond = 32_000;
    let recording = null; // { stream, recorder, context, timer, isKept }
    let player = null; // { file, element }
    let turn = 0;

    const tell = (news, value = 0, file = 0, size = 0) => _roost_on_voice(news, value, file, size);

    function close() {
        if (!recording) return;
        clearInterval(recording.timer);
        for (const track of recording.stream.getTracks()) track.stop();
        recording.context?.close();
        recording = null;
    }

    // Loudness is not linear: what is half as loud should look so.
    function listen(stream) {
        const context = new AudioContext();
        const analyser = context.createAnalyser();
        context.createMediaStreamSource(stream).connect(analyser);
        const samples = new Float32Array(analyser.fftSize);
        recording.context = context;
        recording.timer = setInterval(() => {
            analyser.getFloatTimeDomainData(samples);
            const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
            tell(heard, Math.sqrt(Math.min(1, peak)));
        }, interval);
    }

    function begin(stream) {
        const pieces = [];
        const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
        const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
        recording = { stream, recorder, isKept: true };
        const own = recording;
        recorder.ondataavailable = ({ data }) => pieces.push(data);
        recorder.onstart = () => tell(started);
        recorder.onerror = () => {
            own.isKept = false;
            close();
            tell(broken);
        };
        recorder.onstop = () => {
            if (recording === own) close(); // by itself: the microphone was pulled out
            if (!own.isKept) return;
            const file = new File(pieces, '', { type: recorder.mimeType });
            tell(recorded, 0, roostFiles.keep(file), file.size);
        };
        recorder.start();
        listen(stream);
    }

    async function record() {
        const own = ++turn;
        try {
            const stream = await navigator.mediaDevices.getUserMedia({ audio: wishes });
            if (own === turn) begin(stream);
            else for (const track of stream.getTracks()) track.stop();
        } catch ({ name }) {
            close();
            const reasons = { NotAllowedError: isWithheld() ? withheld : refused, NotFoundError: missing };
            if (own === turn) tell(reasons[name] ?? broken);
        }
    }

    function stop(isKept) {
        turn++;
        if (!recording) return;
        const { recorder } = recording;
        recording.isKept = isKept;
        if (recorder.state !== 'inactive') recorder.stop();
        close();
    }

    function play(id) {
        if (player?.id !== id) {
            if (player) URL.revokeObjectURL(player.element.src);
            const element = new Audio(URL.createObjectURL(roostFiles.file(id)));
            element.ontimeupdate = () => tell(played, element.currentTime);
            element.onended = () => tell(ended);
            player = { id, element };
        }
        player.element.play().catch(() => tell(ended));
    }

    return { record, stop, play, pause: () => player?.element.pause() };
})();
