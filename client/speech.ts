/** Show the button that speaks a word, where the device has a Chinese voice. */
export function offerSpeech(word: HTMLElement): void {
  const button = word.querySelector<HTMLElement>('button.speak');
  const text = word.querySelector<HTMLElement>('.names [lang^="zh"]');
  const voice = voiceFor(text?.lang ?? '');
  if (button === null || text === null || voice === undefined) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const utterance = new SpeechSynthesisUtterance(text.textContent);
    Object.assign(utterance, { voice, lang: voice.lang, rate: 0.85 });
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  });
}

/** Browsers load their voices when they are first asked for them. */
export function loadVoices(): void {
  globalThis.speechSynthesis?.getVoices();
}

function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const voices = (globalThis.speechSynthesis?.getVoices() ?? []).filter(({ lang }) =>
    /^zh\b|^cmn\b/i.test(lang),
  );
  const region = language === 'zh-Hant' ? /TW/i : /CN/i;
  return voices.find(({ lang }) => region.test(lang)) ?? voices[0];
}
