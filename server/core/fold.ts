// Full-width forms of ASCII stand 0xfee0 above it; the ideographic space stands apart.
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** `text` without differences of case and width, unit for unit: an offset in one is an offset in the other. */
export function fold(text: string): string {
  const narrow = text
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
  const lower = narrow.toLowerCase();
  // A few letters grow when they are lowered (İ); those stay as they are, or the offsets would shift.
  const sameLength = lower.length === narrow.length ? lower : [...narrow].map(lowerInPlace).join('');
  // How Σ is lowered depends on what follows it.
  return sameLength.replaceAll('ς', 'σ');
}

function lowerInPlace(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
