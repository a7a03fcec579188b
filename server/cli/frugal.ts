import { setFlagsFromString } from 'node:v8';

/**
 * Let the engine clear away what is no longer used before it takes more memory: reading 10,000 segments then takes 300 MB and not 420, a
 * check of the library 150 MB and not 200, in the same time. Must be called before anything is read.
 */
export function beFrugal(): void {
  setFlagsFromString('--max-semi-space-size=4');
  setFlagsFromString('--semi-space-growth-factor=1');
}
