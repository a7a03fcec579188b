import { Converter } from 'opencc-js/t2cn';

/** Traditional characters and, unit for unit behind one another, the simplified ones that stand for them. */
export interface Simplification {
  readonly traditional: string;
  readonly simplified: string;
}

/**
 * Every traditional character that has one simplified one, character by character, so that no offset moves. What a whole word would need
 * (乾/干, 著/着) is decided as for the character alone: enough for finding, too little for showing.
 */
export function simplifications(): Simplification {
  const convert = Converter({ from: 't', to: 'cn' });
  let [traditional, simplified] = ['', ''];
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const character = String.fromCharCode(code);
    const simple = convert(character);
    if (simple === character || simple.length !== 1) continue;
    traditional += character;
    simplified += simple;
  }
  return { traditional, simplified };
}
