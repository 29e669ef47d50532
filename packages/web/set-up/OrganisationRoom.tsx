import { useState } from 'react';
import { Section } from '../design/Pane.tsx';
import { DivisionForm, SiteForm, TeamForm } from './OrganisationForms.tsx';
import { Listed, NamedRow, NewButton, Room } from './Room.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

interface Chosen {
  readonly kind: 'division' | 'site' | 'team';
  /** None for a new one. */
  readonly id?: string | undefined;
}

/** How the company is made up: divisions, sites, and the teams that people work in. */
export function OrganisationRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  const [chosen, choose] = useState<Chosen>();
  const divisions = useSettings('divisions');
  const sites = useSettings('sites');
  const teams = useSettings('teams');
  const isAt = (kind: Chosen['kind'], id: string) => chosen?.kind === kind && chosen.id === id;
  const begin = (kind: Chosen['kind']) =>
    canWrite ? (
      <NewButton onNew={() => choose({ kind })}>{say(`organisation.new-${kind}`)}</NewButton>
    ) : undefined;
  const close = (): void => choose(undefined);
  return (
    <>
      <Room title={say('room.organisation')} hint={say('organisation.hint')}>
        <Section title={say('organisation.teams')} count={teams.items.length} end={begin('team')}>
          <Listed list={teams} empty={say('organisation.no-teams')}>
            <table className="table">
              <thead>
                <tr>
                  <th>{say('set-up.name')}</th>
                  <th>{say('organisation.division')}</th>
                  <th>{say('organisation.site')}</th>
                </tr>
              </thead>
              <tbody>
                {teams.items.map(({ teamId, name, divisionId, siteId }) => (
                  <NamedRow
                    key={teamId}
                    name={name}
                    isChosen={isAt('team', teamId)}
                    onChoose={() => choose({ kind: 'team', id: teamId })}
                  >
                    <td>{divisions.items.find((each) => each.divisionId === divisionId)?.name}</td>
                    <td>{sites.items.find((each) => each.siteId === siteId)?.name}</td>
                  </NamedRow>
                ))}
              </tbody>
            </table>
          </Listed>
        </Section>
        <Section
          title={say('organisation.divisions')}
          count={divisions.items.length}
          end={begin('division')}
        >
          <Listed list={divisions} empty={say('organisation.no-divisions')}>
            <table className="table">
              <tbody>
                {divisions.items.map(({ divisionId, name }) => (
                  <NamedRow
                    key={divisionId}
                    name={name}
                    isChosen={isAt('division', divisionId)}
                    onChoose={() => choose({ kind: 'division', id: divisionId })}
                  />
                ))}
              </tbody>
            </table>
          </Listed>
        </Section>
        <Section title={say('organisation.sites')} count={sites.items.length} end={begin('site')}>
          <Listed list={sites} empty={say('organisation.no-sites')}>
            <table className="table">
              <tbody>
                {sites.items.map(({ siteId, name, timeZone }) => (
                  <NamedRow
                    key={siteId}
                    name={name}
                    isChosen={isAt('site', siteId)}
                    onChoose={() => choose({ kind: 'site', id: siteId })}
                  >
                    <td className="dim">{timeZone}</td>
                  </NamedRow>
                ))}
              </tbody>
            </table>
          </Listed>
        </Section>
      </Room>
      {chosen !== undefined && <ChosenForm chosen={chosen} canWrite={canWrite} onClose={close} />}
    </>
  );
}

function ChosenForm({
  chosen: { kind, id },
  ...rest
}: {
  readonly chosen: Chosen;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const Form = FORMS[kind];
  return <Form key={`${kind} ${id ?? ''}`} id={id} {...rest} />;
}

const FORMS = { division: DivisionForm, site: SiteForm, team: TeamForm } as const;
