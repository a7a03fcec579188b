/**
 * What the device remembers, by name; undefined where nothing is remembered or nothing may be.
 * Private windows and strict settings refuse storage: then nothing is remembered, and nothing breaks.
 */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`duidu.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`duidu.${name}`, value);
  } catch {
    // Refused: see above.
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`duidu.${name}`);
  } catch {
    // Refused: see above.
  }
}
