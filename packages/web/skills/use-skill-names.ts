import { useEffect, useSyncExternalStore } from 'react';
import { answered, api } from '../session/api.ts';
import { learnSkillNames, onSkillNamesChanged, skillNames } from './skill-names.ts';

let isAsked = false;

/** Reads what skills are called, once a page, and draws anew when that is known or changes. */
export function useSkillNames(): void {
  useSyncExternalStore(onSkillNamesChanged, skillNames);
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    // Until they are known, skills are called by their ids.
    answered(api.GET('/api/v1/skill-names')).then(learnSkillNames, () => (isAsked = false));
  }, []);
}
