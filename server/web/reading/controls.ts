import type { Document } from '../../core/document.ts';
import type { Script } from '../../core/script.ts';
import { SCRIPTS, scriptOf } from '../../core/script.ts';
import { readerAddress, readerParameters } from '../address.ts';
import type { Choices, Pinyin, View } from '../choices.ts';
import { PINYINS, VIEWS } from '../choices.ts';
import type { Locale } from '../locale.ts';

/** A link that is one of several, or a switch: `current` says whether it is the one in force. */
export interface Choice {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** How a document is seen, and the ways to see it otherwise. */
export interface Controls {
  readonly view: View;
  readonly hidesGlosses: boolean;
  readonly showsNotes: boolean;
  readonly views: readonly (Choice & { readonly view: View })[];
  readonly reveal: Choice;
  readonly notes: Choice;
  /** Only where words are read one by one. */
  readonly pinyins: readonly (Choice & { readonly pinyin: Pinyin })[];
  readonly pinyin: Pinyin;
  /** The characters that the document is written in, and what it can be shown in. */
  readonly ownScript: Script;
  readonly scripts: readonly (Choice & { readonly script: Script })[];
  /** A search in this document keeps how it is seen. */
  readonly find: {
    readonly action: string;
    readonly carried: readonly { readonly name: string; readonly value: string }[];
  };
}

/** Each link leads to this document as it is seen, but for the one thing that it changes. */
export function controlsOf(
  { id, language }: Document,
  choices: Choices,
  { t }: Locale,
  query?: string,
): Controls {
  const { hidesGlosses, showsNotes, pinyin } = choices;
  const view = choices.view ?? 'parallel';
  const ownScript = scriptOf(language);
  const hrefWith = (change: Partial<Choices>): string => readerAddress(id, { ...choices, ...change }, query);
  return {
    view,
    hidesGlosses,
    showsNotes,
    views: VIEWS.map((one) => ({
      view: one,
      href: hrefWith({ view: one }),
      label: t(`reader.view-${one}`),
      current: one === view,
    })),
    reveal: {
      href: hrefWith({ hidesGlosses: !hidesGlosses }),
      label: t('reader.reveal'),
      current: hidesGlosses,
    },
    notes: { href: hrefWith({ showsNotes: !showsNotes }), label: t('reader.notes'), current: showsNotes },
    pinyin,
    pinyins:
      view === 'interlinear'
        ? PINYINS.map((one) => ({
            pinyin: one,
            href: hrefWith({ pinyin: one }),
            label: t(`reader.pinyin-${one}`),
            current: one === pinyin,
          }))
        : [],
    ownScript,
    // In its own characters it is shown as it is written, and that needs no word in the address.
    scripts: SCRIPTS.map((script) => ({
      script,
      href: hrefWith({ script: script === ownScript ? undefined : script }),
      label: t(`reader.script-${script}`),
      current: script === (choices.script ?? ownScript),
    })),
    find: { action: readerAddress(id), carried: carriedBy(choices) },
  };
}

/** How the document is seen, as a form sends it. */
function carriedBy(choices: Choices): Controls['find']['carried'] {
  return readerParameters(choices).map(([name, value]) => ({ name, value }));
}
