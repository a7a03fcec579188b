import { readerAddress } from '../address.ts';
import { shortTitleOf } from '../facts.ts';
import type { Told } from '../history.ts';
import type { FactView, Setting, Side } from './fact.ts';
import { factsOf } from './fact.ts';

const COLUMNS = ['date', 'actors', 'number'] as const;

/** Who says what: a row for each document, a column for each thing that any of them says. */
export interface ComparisonView {
  readonly columns: readonly { readonly name: (typeof COLUMNS)[number]; readonly label: string }[];
  readonly rows: readonly {
    readonly href: string;
    readonly title: string;
    /** As many as there are columns. */
    readonly cells: readonly (readonly ValueView[])[];
  }[];
}

export interface ValueView {
  readonly text: string;
  readonly side: Side | null;
}

/** Null where there is nothing to compare: one document only, or none that gives a date, an actor or a figure. */
export function comparisonOf(told: Told, setting: Setting): ComparisonView | null {
  const { locale } = setting;
  const rows = told.documents.map((document) => ({
    document,
    facts: told.claims
      .filter(({ passage }) => passage.document === document)
      .flatMap(({ claim }) => factsOf(claim, told, setting)),
  }));
  const columns = COLUMNS.filter((column) =>
    rows.some(({ facts }) => facts.some((fact) => fact.column === column)),
  );
  if (rows.length < 2 || columns.length === 0) return null;
  return {
    columns: columns.map((name) => ({ name, label: locale.t(`event.on.${name}`) })),
    rows: rows.map(({ document, facts }) => ({
      href: readerAddress(document.id),
      title: shortTitleOf(document, locale),
      cells: columns.map((column) =>
        valuesOf(
          facts.filter((fact) => fact.column === column),
          setting,
        ),
      ),
    })),
  };
}

/** What a document says twice is shown once. */
function valuesOf(facts: readonly FactView[], { locale }: Setting): ValueView[] {
  const values = facts.map(({ column, label, text, side }) => ({
    text: column === 'number' ? locale.t('event.labelled', { label, text }) : text,
    side,
  }));
  return values.filter(
    ({ text, side }, index) =>
      values.findIndex((one) => one.text === text && one.side?.letter === side?.letter) === index,
  );
}
