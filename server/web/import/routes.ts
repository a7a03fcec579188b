import type { Express } from 'express';
import { DomainError } from '../../core/refusal.ts';
import { parseDocumentId } from '../../core/segment.ts';
import { readerAddress } from '../address.ts';
import type { House } from '../house.ts';
import type { ImportPage } from '../pages/import.ts';
import { importPage } from '../pages/import.ts';
import { show } from '../show.ts';
import { mustBeHere, mustComeFromForm } from './guard.ts';
import type { Brought } from './importer.ts';
import { sentIn } from './upload.ts';

export const IMPORT_ADDRESS = '/import';

/** The page that takes texts, where somebody has opened the library for writing; elsewhere it says how that is done. */
export function addImportPage(app: Express, house: House): void {
  const { workshop } = house;
  app.get(
    IMPORT_ADDRESS,
    show(house, 'import', (request) => {
      if (workshop !== undefined) mustBeHere(request, workshop.host);
      return {
        address: IMPORT_ADDRESS,
        searchQuery: '',
        ...(workshop === undefined && { status: 403 }),
        page: (locale) => importPage({ isOpen: workshop !== undefined }, locale),
      };
    }),
  );
  if (workshop === undefined) return;
  app.post(IMPORT_ADDRESS, async (request, response, next) => {
    mustBeHere(request, workshop.host);
    const { token, upload } = await sentIn(request);
    mustComeFromForm(request, token);
    const outcome: { brought?: Brought; refused?: string } =
      upload === undefined ? {} : await workshop.bringIn(upload).then(asBrought, asRefused);
    const [first, ...others] = outcome.brought?.documents ?? [];
    const isPlain = first?.isNew && first.aligned === undefined && others.length === 0;
    if (isPlain && outcome.brought?.remarks.length === 0) {
      response.redirect(303, readerAddress(parseDocumentId(first.id)));
      return;
    }
    const told: Parameters<typeof importPage>[0] = {
      isOpen: true,
      isEmpty: upload === undefined,
      ...outcome,
      ...(upload?.title !== undefined && { title: upload.title }),
      ...(upload?.id !== undefined && { id: upload.id }),
    };
    const answer = show(house, 'import', () => ({
      address: IMPORT_ADDRESS,
      searchQuery: '',
      ...(outcome.brought === undefined && { status: 400 as const }),
      page: (locale): ImportPage => importPage(told, locale),
    }));
    return answer(request, response, next);
  });
}

function asBrought(brought: Brought): { brought: Brought } {
  return { brought };
}

function asRefused(error: unknown): { refused: string } {
  if (error instanceof DomainError) return { refused: error.message };
  throw error;
}
