import { X } from 'lucide-react';
import { Fragment, useId } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { Choice, Field } from '../design/Field.tsx';
import { levelText, skillName } from '../skills/skill-name.ts';
import { givenName, skillCalled } from '../skills/skill-names.ts';
import { useKnownSkills } from './use-known-skills.ts';
import { useWords } from './words/words.ts';

/** A skill, by its id or as it is called, with its level. */
interface Levelled {
  readonly skill: string;
  readonly level: number;
  readonly assessedOn?: string;
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** Skills with their levels: what somebody can do, or what is asked for. */
export function SkillFields({
  title,
  hint,
  levelLabel,
  skills,
  wrong,
  isAssessed = false,
  onChange,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly levelLabel: string;
  readonly skills: readonly Levelled[];
  readonly wrong: string | undefined;
  /** Whether it is also said when each was assessed. */
  readonly isAssessed?: boolean;
  readonly onChange: (skills: Levelled[]) => void;
}) {
  const say = useWords();
  const id = useId();
  const known = useKnownSkills();
  const put = (index: number, part: Partial<Levelled>): void =>
    onChange(skills.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const assess = (index: number, assessedOn: string): void => {
    const said = assessedOn === '' ? {} : { assessedOn };
    onChange(
      skills.map(({ skill, level, ...others }, at) =>
        at === index ? { skill, level, ...said } : { skill, level, ...others },
      ),
    );
  };
  return (
    <fieldset className="group">
      <legend>{title}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {skills.map(({ skill, level, assessedOn = '' }, index) => (
        <Fragment key={index}>
          <div className="beside">
            <Field
              label={say('skills.skill')}
              list={id}
              required
              value={skill}
              hint={isNamed(skill) ? skillName(skill) : undefined}
              onChange={(event) => put(index, { skill: event.target.value })}
            />
            <Choice
              label={levelLabel}
              value={level}
              choices={LEVELS.map((each) => [String(each), `${each} – ${levelText(each)}`])}
              onChange={(event) => put(index, { level: Number(event.target.value) })}
            />
            <IconButton
              label={say('skills.remove', { skill: skillName(skill) })}
              onClick={() => onChange(skills.filter((_, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
          {isAssessed && (
            <AssessedOn skill={skill} day={assessedOn} onChange={(day) => assess(index, day)} />
          )}
        </Fragment>
      ))}
      <datalist id={id}>
        {known.map(({ skill }) => (
          <option key={skill} value={skill} label={skillName(skill)} />
        ))}
      </datalist>
      {wrong !== undefined && (
        <p className="field">
          <span className="wrong">{wrong}</span>
        </p>
      )}
      <span>
        <Button size="small" onClick={() => onChange([...skills, { skill: '', level: 3 }])}>
          {say('skills.add')}
        </Button>
      </span>
    </fieldset>
  );
}

function AssessedOn({
  skill,
  day,
  onChange,
}: {
  readonly skill: string;
  readonly day: string;
  readonly onChange: (day: string) => void;
}) {
  const say = useWords();
  return (
    <div className="assessed">
      <Field
        label={say('skills.assessed-on', { skill: skillName(skill) })}
        type="date"
        max={today()}
        value={day}
        hint={day !== '' && day < today(-1) ? say('skills.long-ago') : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

/** Those that say which skill they are, by their ids. */
export function namedSkills(skills: readonly Levelled[]): Levelled[] {
  return skills
    .filter(({ skill }) => skill.trim() !== '')
    .map((each) => ({ ...each, skill: skillCalled(each.skill) ?? each.skill.trim() }));
}

/** The day that it is here, so many years on. */
function today(years = 0): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + years);
  return day.toLocaleDateString('en-CA');
}

/** Whether a skill has another name than the one that is read in its id. */
function isNamed(skill: string): boolean {
  return givenName(skill) !== undefined;
}
