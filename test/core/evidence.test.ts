import { describe, expect, it } from 'vitest';
import { checkEvidence } from '../../server/core/check-authority.ts';
import type { Evidence } from '../../server/core/entity.ts';
import { evidenceFinder, passageOf } from '../../server/core/evidence.ts';
import { parseDocumentId, parseSegmentId } from '../../server/core/segment.ts';
import { documentOf, segment } from '../fixture.ts';

const DOCUMENTS = [
  documentOf(
    'harbour',
    [
      segment('s1', '𠮷港有<i>灯</i>，灯很亮。', 'A lamp & "light".'),
      segment('s2', '页脚', null, { debris: true }),
      segment('s3', '船来了。', null),
      segment('s4', '甲', null),
      segment('s5', '乙', null),
    ],
    { retired: { old: ['s3'], split: ['s4', 's5'], gone: [] } },
  ),
  documentOf('absent', [segment('s1', null, 'Only English')], { presence: 'missing' }),
  documentOf('changed', [segment('s1', '新的', null)], { presence: 'changed' }),
];
const find = evidenceFinder(DOCUMENTS);

function evidence(place: string, start: number, quote: string, language: 'zh' | 'en' = 'zh'): Evidence {
  const [document = '', at = ''] = place.split(':');
  return { document: parseDocumentId(document), segment: parseSegmentId(at), language, start, quote };
}

/** The passage in brackets, and what a check says of it. */
function standing(one: Evidence): string[] {
  const passage = passageOf(find(one));
  const text = passage?.segment[one.language] ?? '';
  const { start, end } = passage?.span ?? { start: 0, end: 0 };
  const shown = `${passage?.segment.id} ${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
  const findings: string[] = [];
  checkEvidence(one, find, (severity, rule, path) => findings.push(`${severity} ${rule} ${path.join('.')}`));
  return [passage === undefined ? 'nowhere' : shown, ...findings];
}

describe('evidence', () => {
  it('stands where its quote does, on either side', () => {
    expect(standing(evidence('harbour:s1', 3, '有<i>灯'))).toEqual(['s1 𠮷港[有<i>灯]</i>，灯很亮。']);
    expect(standing(evidence('harbour:s1', 7, '& "', 'en'))).toEqual(['s1 A lamp [& "]light".']);
  });

  it('goes with a quote that stands elsewhere, and only there', () => {
    expect(standing(evidence('harbour:s1', 0, '很亮'))).toEqual([
      's1 𠮷港有<i>灯</i>，灯[很亮]。',
      'warning moved start',
    ]);
  });

  it('goes on at the only successor of a retired segment', () => {
    expect(standing(evidence('harbour:old', 0, '船'))).toEqual(['s3 [船]来了。', 'warning moved segment']);
  });

  it.each([
    ['whose quote is gone', evidence('harbour:s1', 3, '没有'), 'error orphaned quote'],
    ['whose quote has become ambiguous', evidence('harbour:s1', 0, '灯'), 'error orphaned quote'],
    ['whose segment became two', evidence('harbour:split', 0, '甲'), 'error orphaned segment'],
    ['whose segment is gone', evidence('harbour:gone', 0, '甲'), 'error orphaned segment'],
    ['whose segment never was', evidence('harbour:s99', 0, '甲'), 'error orphaned segment'],
    ['whose document never was', evidence('harbor:s1', 0, '甲'), 'error unknown-document document'],
  ])('%s is an orphan', (_, one, finding) => {
    expect(standing(one)).toEqual(['nowhere', finding]);
  });

  it('is an orphan on a gloss that nobody has written, though the segment can be shown', () => {
    expect(standing(evidence('harbour:s3', 0, 'boat', 'en'))).toEqual(['s3 []', 'error orphaned quote']);
  });

  it('cannot be verified where the text is not at hand, and that is no fault', () => {
    expect(standing(evidence('absent:s1', 0, '灯'))).toEqual(['s1 []']);
    expect(standing(evidence('absent:s1', 5, 'English', 'en'))).toEqual(['s1 Only [English]']);
  });

  it('is not called an orphan of a text that is not the one that was imported', () => {
    expect(standing(evidence('changed:s1', 0, '旧的'))).toEqual(['nowhere']);
    expect(standing(evidence('changed:s7', 0, '旧的'))).toEqual(['nowhere']);
  });

  it('on debris is a warning', () => {
    expect(standing(evidence('harbour:s2', 0, '页'))).toEqual([
      's2 [页]脚',
      'warning evidence-in-debris segment',
    ]);
  });
});
