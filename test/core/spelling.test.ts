import { describe, expect, it } from 'vitest';
import type { Prose } from '../../server/core/proofread.ts';
import { compareNames } from '../../server/core/spelling.ts';

const gloss = (text: string, beside: string | null): Prose => ({
  file: 'gloss.en.yaml',
  path: [],
  language: 'en',
  text,
  beside,
});
const note = (text: string): Prose => ({ file: 'notes.yaml', path: [], language: 'en', text });
const messages = (...prose: Prose[]): string[] => compareNames(prose).map(({ message }) => message);
const times = (count: number, piece: Prose): Prose[] => Array.from({ length: count }, () => piece);

describe('compareNames', () => {
  it('finds a name that is spelt in another way than elsewhere', () => {
    expect(
      messages(gloss('Red Hat said', 'RedHat说'), gloss('Red Hat', '红帽'), gloss('but RedHat did', '红帽')),
    ).toEqual(['“RedHat” is written “Red Hat” in 2 other places']);
  });

  it('counts the places where the Chinese has the usual form as well', () => {
    expect(
      messages(gloss('at DockerCon', '在DockerCon'), gloss('DockerCon', 'DockerCon'), note('at Dockercon')),
    ).toEqual(['“Dockercon” is written “DockerCon” in 2 other places']);
  });

  it('allows the spelling that stands in the Chinese beside it', () => {
    expect(messages(...times(2, gloss('the runC', '它')), gloss('the runc', 'runc是'))).toEqual([]);
  });

  it('says nothing of a gloss whose Chinese is not at hand', () => {
    expect(messages(...times(5, gloss('the runC', '它runC')), gloss('the runc', null))).toEqual([]);
  });

  it('takes capitals of first letters and hyphens for no difference', () => {
    expect(
      messages(
        gloss('Containerd and Cloud-Native things', 'x'),
        gloss('containerd and cloud native things', 'containerd, cloud native'),
      ),
    ).toEqual([]);
  });

  it('compares the forms only of what the Chinese writes in Latin letters', () => {
    expect(messages(gloss('any body', '某人'), gloss('anybody', '谁'))).toEqual([]);
  });

  it.each(['Polvy', 'Polvii', 'Plovi'])('asks whether %s is a slip of Polvi', (slip) => {
    expect(messages(...times(4, note('Polvi speaks')), note(`and ${slip} too`))).toEqual([
      `“${slip}”: is “Polvi” meant?`,
    ]);
  });

  it('takes neither a plural, nor a common word, nor a slip of the Chinese for one of its own', () => {
    const usual = times(4, note('Docker and Solomon'));
    expect(messages(...usual, note('Dockers'))).toEqual([]);
    expect(messages(...usual, note('Locker room'), note('a locker'))).toEqual([]);
    expect(messages(...usual, gloss('Solumon, as it is written', '写作Solumon'))).toEqual([]);
  });

  it('finds a gloss that has lost a name of its Chinese', () => {
    expect(messages(...times(4, gloss('Polvi said', 'Polvi说')), gloss('Povlov said', 'Polvi说'))).toEqual([
      '“Polvi” of the Chinese is not in the English; 4 glosses keep it',
    ]);
  });

  it('leaves alone a word that other glosses change as well', () => {
    expect(
      messages(gloss('Solomon', 'Solumon'), gloss('Solomon', 'Solumon'), gloss('Solumon', 'Solumon')),
    ).toEqual([]);
  });
});
