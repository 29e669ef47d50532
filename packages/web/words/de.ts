import type { Catalogue } from './words.ts';
import { EN } from './en.ts';

export const DE: Catalogue = EN;
