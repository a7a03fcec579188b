import type { Express, Request } from 'express';
import type { Document } from '../../core/document.ts';
import { DomainError } from '../../core/refusal.ts';
import type { House, Workshop } from '../house.ts';
import { documentIn } from '../house.ts';
import { mustBeHere, mustComeFromForm } from '../import/guard.ts';
import { alignmentPage, nextOpen } from '../pages/alignment.ts';
import type { Query } from '../query.ts';
import { show } from '../show.ts';
import type { Shown } from './address.ts';
import { alignmentAddress } from './address.ts';
import { sentIn } from './form.ts';

/** How English was put beside the Chinese of a document, and how sure that is; where the library is open for writing, it is put right here. */
export function addAlignmentPage(app: Express, house: House): void {
  const { workshop } = house;
  app.get(
    '/read/:document/alignment',
    show(house, 'alignment', (request, query) => {
      const document = documentIn(house, request.params.document);
      return answerOf(house, document, shownIn(query), openTo(request, workshop));
    }),
  );
  if (workshop === undefined) return;
  app.post('/read/:document/alignment', async (request, response, next) => {
    mustBeHere(request, workshop.host);
    const { token, order, onlyDoubtful, goesOn } = await sentIn(request);
    mustComeFromForm(request, token);
    const document = documentIn(house, request.params.document);
    try {
      const place = await workshop.realigner.realign(document.id, order);
      const looksOn = order.change.kind === 'confirm' && (goesOn || onlyDoubtful);
      const at = looksOn ? (nextOpen(document, place) ?? place) : place;
      response.redirect(303, `${alignmentAddress(document.id, { onlyDoubtful })}#${at}`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
      const refused = error.message;
      const place = 'place' in order ? order.place : undefined;
      const answer = show(house, 'alignment', async () => {
        const asked = await answerOf(house, document, { onlyDoubtful }, workshop, { refused, place });
        return { ...asked, status: 409 };
      });
      await answer(request, response, next);
    }
  });
}

/** @throws BadRequest where the address asks for what does not exist. */
function shownIn(query: Query): Shown {
  return { onlyDoubtful: query.choice('only', ['doubtful']) !== undefined, split: query.value('split') };
}

// Under another name it can be read, but it holds no form that somebody else could read, too.
function openTo(request: Request, workshop: Workshop | undefined): Workshop | undefined {
  if (workshop === undefined) return undefined;
  try {
    mustBeHere(request, workshop.host);
    return workshop;
  } catch {
    return undefined;
  }
}

async function answerOf(
  { sentences }: House,
  document: Document,
  shown: Shown,
  workshop: Workshop | undefined,
  outcome: { readonly refused?: string; readonly place?: string | undefined } = {},
) {
  const lastStep = await workshop?.realigner.lastStep(document.id);
  const desk = workshop && { digestOf: workshop.realigner.digestOf, lastStep };
  const page = alignmentPage.bind(undefined, { document, sentences, shown, desk, ...outcome });
  return {
    address: alignmentAddress(document.id, shown),
    // Made anew each time where it holds forms.
    ...((desk !== undefined || shown.split !== undefined) && { searchQuery: '' }),
    page,
  };
}
