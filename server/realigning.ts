import { digestOf } from './corpus/digest.ts';
import { realign } from './corpus/realign.ts';
import { lastStep } from './corpus/steps.ts';
import type { Settings } from './settings.ts';
import { sentences, textReader } from './texts.ts';
import type { Realigner } from './web/alignment/realigner.ts';

/** Changes alignments in the corpus; `renew` resolves when what was changed is served. */
export function realignerIn(
  settings: Settings,
  sourcesOf: () => Promise<readonly string[]>,
  renew: () => Promise<void>,
): Realigner {
  return {
    digestOf,
    lastStep: (id) => lastStep(settings.data, id),
    realign: async (id, order) => {
      const sources = await sourcesOf();
      const tools = { data: settings.data, sources, reader: textReader, sentences };
      const place = await realign(settings.corpus, id, order, tools);
      await renew();
      return place;
    },
  };
}
