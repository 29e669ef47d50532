import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Check, Choice, Field } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { useAgentNames } from '../desk/agent-names.ts';
import { answered, api } from '../session/api.ts';
import type { Bond } from './bond-text.ts';
import { useBondSaving } from './use-bond-saving.ts';
import { useWords } from './words/words.ts';

const CHANNELS = [
  'phone',
  'video',
  'chat',
  'walk-up',
  'email',
  'web',
  'sms',
  'fax',
  'messaging',
  'mobile',
] as const;
const DEPUTIES_MAX = 4;

type Channel = (typeof CHANNELS)[number];

/** Declares who looks after a customer: in general, or for a topic, a channel or a while. */
export function BondDialog({
  name,
  bond,
  onSaved,
  onClose,
}: {
  /** What people call the customer. */
  readonly name: string;
  readonly bond: Bond;
  readonly onSaved: (bond: Bond) => unknown;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const { fault, isBusy, save } = useBondSaving(onSaved);
  const [ownerId, setOwnerId] = useState(bond.ownerId ?? '');
  const [deputyIds, setDeputyIds] = useState<readonly string[]>(bond.deputyIds);
  const [topic, setTopic] = useState('');
  const [channel, setChannel] = useState<Channel | ''>('');
  const [until, setUntil] = useState('');
  const [isAsked, setAsked] = useState(bond.origin === 'customer-asked');
  const { customerId } = bond;
  const named = [ownerId, ...deputyIds].filter((id) => id !== '');
  const isTwice = new Set(named).size < named.length;
  const write = () =>
    answered(
      api.PUT('/api/v1/customers/{customerId}/bond', {
        params: { path: { customerId } },
        body: {
          ...(ownerId !== '' && { ownerId }),
          deputyIds: deputyIds.filter((id) => id !== ''),
          ...(topic.trim() !== '' && { topic: topic.trim() }),
          ...(channel !== '' && { channel }),
          ...(until !== '' && { untilAt: endOf(until) }),
          ...(isAsked && { origin: 'customer-asked' as const }),
        },
      }),
    );
  return (
    <Dialog title={say('bonds.dialog-title', { name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTwice) save(customerId, say('bonds.saved'), write);
        }}
      >
        {fault !== undefined && <Fault>{fault}</Fault>}
        <AgentChoice label={say('bonds.field-owner')} value={ownerId} onChange={setOwnerId} />
        <Deputies deputyIds={deputyIds} onChange={setDeputyIds} />
        {isTwice && <p className="wrong">{say('bonds.twice')}</p>}
        <Field
          label={say('bonds.field-topic')}
          hint={say('bonds.field-topic-hint')}
          value={topic}
          maxLength={200}
          onChange={({ target }) => setTopic(target.value)}
        />
        <Choice
          label={say('bonds.field-channel')}
          value={channel}
          // One of the choices below.
          onChange={({ target }) => setChannel(target.value as Channel | '')}
          choices={[
            ['', say('bonds.field-any-channel')],
            ...CHANNELS.map((each) => [each, say(`channel.${each}`)] as const),
          ]}
        />
        <Field
          label={say('bonds.field-until')}
          hint={say('bonds.field-until-hint')}
          type="date"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
        <Check
          label={say('bonds.field-asked')}
          checked={isAsked}
          onChange={({ target }) => setAsked(target.checked)}
        />
        <p className="hint">{say('bonds.ends-hint')}</p>
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" submits disabled={isBusy || isTwice}>
            {say('bonds.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The moment after the last of a day. */
function endOf(day: string): number {
  const end = new Date(`${day}T00:00`);
  end.setDate(end.getDate() + 1);
  return end.getTime();
}

/** Those who stand in, in their order, and room for one more. */
function Deputies({
  deputyIds,
  onChange,
}: {
  readonly deputyIds: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const say = useWords();
  const places = [...deputyIds, ''].slice(0, DEPUTIES_MAX);
  return places.map((id, index) => (
    <AgentChoice
      key={index}
      label={say('bonds.field-deputy', { place: index + 1 })}
      value={id}
      onChange={(next) => {
        const changed = places.map((each, at) => (at === index ? next : each));
        onChange(changed.filter((each) => each !== ''));
      }}
    />
  ));
}

/** One of the agents, or nobody. */
export function AgentChoice({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (agentId: string) => void;
}) {
  const say = useWords();
  const names = useAgentNames();
  const choices = [...names].sort(([, a], [, b]) => a.localeCompare(b));
  const isThere = value === '' || names.has(value);
  return (
    <Choice
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      choices={[
        ['', say('bonds.field-nobody')],
        ...choices,
        ...(isThere ? [] : [[value, say('bonds.somebody')] as const]),
      ]}
    />
  );
}
