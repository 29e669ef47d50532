import { useEffect, useMemo, useState } from 'react';
import { answered, api } from '../session/api.ts';
import { locale } from '../words/words.ts';
import { isSpokenBy, languageName } from './languages.ts';

/** Says what a customer's language is called, where this agent does not speak it. */
export type ForeignLanguage = (language: string | undefined) => string | undefined;

/** Tells languages that an agent does not speak; none until it is known what he can do. */
export function useForeignLanguage(agentId: string | undefined): ForeignLanguage {
  const skills = useSkills(agentId);
  const inLanguage = locale();
  return useMemo(() => foreignTo(skills, inLanguage), [skills, inLanguage]);
}

function foreignTo(skills: readonly string[] | undefined, inLanguage: string): ForeignLanguage {
  const told = new Map<string, string | undefined>();
  return (language) => {
    if (skills === undefined || language === undefined) return undefined;
    if (!told.has(language)) {
      const isSpoken = isSpokenBy(language, { skills, browser: navigator.languages });
      told.set(language, isSpoken ? undefined : languageName(language, inLanguage));
    }
    return told.get(language);
  };
}

let skillsOfMine: Promise<readonly string[]> | undefined;

/** What an agent can do; undefined until it is known. Asked once a page. */
function useSkills(agentId: string | undefined): readonly string[] | undefined {
  const [skills, setSkills] = useState<readonly string[]>();
  useEffect(() => {
    if (agentId === undefined) return;
    skillsOfMine ??= loadSkills(agentId);
    skillsOfMine.then(setSkills, () => (skillsOfMine = undefined));
  }, [agentId]);
  return skills;
}

async function loadSkills(agentId: string): Promise<readonly string[]> {
  const params = { path: { agentId } };
  const { skills } = await answered(api.GET('/api/v1/agents/{agentId}', { params }));
  return skills.map(({ skill }) => skill);
}
