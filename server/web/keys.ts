import type { Locale } from './locale.ts';

/** Keys that do the same thing, and what, in the language of the interface. */
export interface KeyEntry {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Every key of the pages, as they are listed. */
export function keysIn({ t }: Locale): KeyEntry[] {
  return [
    { keys: ['j'], does: t('keys.next') },
    { keys: ['k'], does: t('keys.previous') },
    { keys: ['v'], does: t('keys.view') },
    { keys: ['g'], does: t('keys.reveal') },
    { keys: ['n'], does: t('keys.notes') },
    { keys: ['c'], does: t('keys.cards') },
    { keys: ['w'], does: t('keys.words') },
    { keys: ['←', '→'], does: t('keys.word') },
    { keys: ['Enter'], does: t('keys.explain') },
    { keys: [','], does: t('keys.previous-match') },
    { keys: ['.'], does: t('keys.next-match') },
    { keys: ['/'], does: t('keys.search') },
    { keys: ['?'], does: t('keys.help') },
  ];
}
