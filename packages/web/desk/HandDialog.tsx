import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Face } from '../design/Face.tsx';
import { Field } from '../design/Field.tsx';
import { Empty } from '../design/Notes.tsx';
import { Presence } from '../design/Presence.tsx';
import { toast } from '../design/Toasts.tsx';
import { useTopic } from '../live/live.ts';
import { askForHelp, endHelp, leaveNote, transferWork } from './acts.ts';
import { useAgentNames } from './agent-names.ts';
import type { DeskRow } from './rows.ts';
import { useSession } from '../session/session.ts';
import { useWords } from './words.ts';

/** Who goes on with an item, or helps with it: somebody by name, or whoever the rule finds. */
export function HandDialog({
  row: { workId, interactionId },
  name,
  onClose,
}: {
  readonly row: DeskRow;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const names = useAgentNames();
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [chosenId, choose] = useState<string>();
  const found = useColleagues(names, typed);
  const chosen = found.find(({ agentId }) => agentId === chosenId) ?? found[0];
  const noted = async (): Promise<boolean> =>
    note.trim() === '' || interactionId === undefined || (await leaveNote(interactionId, note));
  const transfer = async (toAgentId?: string): Promise<void> => {
    if ((await noted()) && (await transferWork(workId, toAgentId))) onClose();
  };
  const help = async (agentId: string): Promise<void> => {
    if (interactionId === undefined || !(await noted())) return;
    if (!(await askForHelp(interactionId, agentId))) return;
    const who = names.get(agentId) ?? agentId;
    toast(say('hand.asked', { name: who }), () => void endHelp(interactionId, agentId));
    onClose();
  };
  return (
    <Dialog title={say('hand.title', { name })} onClose={onClose}>
      <div className="dialog-body">
        <Field
          label={say('transfer.to')}
          placeholder={say('transfer.hint')}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step === undefined || chosen === undefined) return;
            event.preventDefault();
            const at = found.indexOf(chosen) + step;
            choose(found[(at + found.length) % found.length]?.agentId);
          }}
        />
        <Colleagues {...{ names, found }} chosenId={chosen?.agentId} onChoose={choose} />
        {found.length === 0 && <Empty size="small">{say('transfer.nobody', { typed })}</Empty>}
        {interactionId !== undefined && (
          <Field
            label={say('hand.note')}
            hint={say('hand.note-hint')}
            value={note}
            maxLength={2_000}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <div className="dialog-foot">
          <Button onClick={() => void transfer()}>{say('transfer.anybody')}</Button>
          <span className="grow" />
          {interactionId !== undefined && (
            <Button
              disabled={chosen === undefined}
              onClick={() => chosen && void help(chosen.agentId)}
            >
              {say('hand.help')}
            </Button>
          )}
          <Button
            kind="main"
            disabled={chosen === undefined}
            onClick={() => chosen && void transfer(chosen.agentId)}
          >
            {say('hand.transfer')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Colleagues({
  names,
  found,
  chosenId,
  onChoose,
}: {
  readonly names: ReadonlyMap<string, string>;
  readonly found: ReturnType<typeof useColleagues>;
  readonly chosenId: string | undefined;
  readonly onChoose: (agentId: string) => void;
}) {
  return (
    <ul className="rows transfer-list">
      {found.map(({ agentId, state, isBusy }) => (
        <li key={agentId}>
          <button
            type="button"
            className="row"
            aria-current={agentId === chosenId || undefined}
            onClick={() => onChoose(agentId)}
          >
            <Face name={names.get(agentId) ?? ''} />
            <span className="row-text">
              <span className="row-name">
                <bdi>{names.get(agentId) ?? agentId}</bdi>
              </span>
            </span>
            <Presence
              presence={state === 'ready' ? (isBusy ? 'busy' : 'available') : 'away'}
              isNamed
            />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Colleagues who are here and whose names fit, those who are free first. */
function useColleagues(names: ReadonlyMap<string, string>, typed: string) {
  const session = useSession();
  const myId = session.kind === 'signed-in' ? session.me.agentId : undefined;
  const presence = useTopic('presence', {});
  const agents = presence.kind === 'known' ? presence.state.agents : [];
  const wanted = typed.trim().toLocaleLowerCase();
  const rank = ({ state, isBusy }: (typeof agents)[number]): number =>
    (state === 'ready' ? 0 : 2) + Number(isBusy);
  return agents
    .filter(({ agentId, state }) => {
      const name = (names.get(agentId) ?? '').toLocaleLowerCase();
      return agentId !== myId && state !== 'signed-out' && name.includes(wanted);
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) || (names.get(a.agentId) ?? '').localeCompare(names.get(b.agentId) ?? ''),
    )
    .slice(0, 50);
}
