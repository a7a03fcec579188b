/**
 * What a header of the form `en;q=0.8, zh` asks for, the most wanted first and in lower case.
 * What is refused (`q=0`) or has no valid weight is left out (RFC 9110 §12.4.2).
 */
export function wantedIn(header: string): string[] {
  return header
    .split(',')
    .map(parseOffer)
    .filter(({ name, weight }) => name !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
}

const WEIGHT = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

function parseOffer(text: string): { name: string; weight: number } {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim());
  const stated = parameters.find((parameter) => /^q=/i.test(parameter));
  const weight = stated === undefined ? 1 : Number(WEIGHT.exec(stated)?.[1] ?? 0);
  return { name: name.toLowerCase(), weight };
}
