import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Choice, Field } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { type Customer, loadCustomer } from './customer.ts';
import { useWords } from './words.ts';

const KINDS = [
  'hearing',
  'sight',
  'speech',
  'mobility',
  'language',
  'vulnerability',
  'quiet',
  'consent',
  'other',
] as const;
const REPLY_CHANNELS = ['phone', 'chat', 'email', 'sms', 'messaging', 'video'] as const;

type Need = NonNullable<Customer['piiNeeds']>[number];
type Preferences = NonNullable<Customer['piiPreferences']>;

/** Writes down what somebody needs and would rather have; it counts for everybody who serves him. */
export function NeedsDialog({
  customer,
  onClose,
}: {
  readonly customer: Customer;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [needs, setNeeds] = useState<readonly Need[]>(customer.piiNeeds ?? []);
  const [channel, setChannel] = useState<string>(customer.piiPreferences?.replyChannel ?? '');
  const hours = customer.piiPreferences?.contactHours;
  const [from, setFrom] = useState(hours?.from ?? '');
  const [until, setUntil] = useState(hours?.until ?? '');
  const [language, setLanguage] = useState(customer.language ?? '');
  const [fault, setFault] = useState<string>();
  const save = async (): Promise<void> => {
    const next = termsAfter(customer, { needs, channel, from, until, language });
    try {
      await answered(
        api.PUT('/api/v1/customers/{customerId}', {
          params: { path: { customerId: customer.customerId } },
          body: next,
        }),
      );
      await loadCustomer(customer.customerId);
      onClose();
    } catch (error) {
      if (!(error instanceof Refused)) setFault(say('sign-in.unreachable'));
      else setFault(error.type === 'version-wrong' ? say('needs.changed') : error.message);
    }
  };
  const name = customer.piiName ?? say('customer.unknown');
  return (
    <Dialog title={say('needs.title', { name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {fault !== undefined && <Fault>{fault}</Fault>}
        <NeedList needs={needs} onChange={setNeeds} />
        <Choice
          label={say('needs.channel')}
          value={channel}
          onChange={({ target }) => setChannel(target.value)}
          choices={[
            ['', say('needs.any-channel')],
            ...REPLY_CHANNELS.map((each) => [each, say(`channel.${each}`)] as const),
          ]}
        />
        <div className="need-hours">
          <Field
            label={say('needs.from')}
            type="time"
            value={from}
            required={until !== ''}
            onChange={({ target }) => setFrom(target.value)}
          />
          <Field
            label={say('needs.until')}
            type="time"
            value={until}
            required={from !== ''}
            onChange={({ target }) => setUntil(target.value)}
          />
        </div>
        <Field
          label={say('needs.language')}
          hint={say('needs.language-hint')}
          value={language}
          pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
          maxLength={35}
          onChange={({ target }) => setLanguage(target.value)}
        />
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" submits>
            {say('needs.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function NeedList({
  needs,
  onChange,
}: {
  readonly needs: readonly Need[];
  readonly onChange: (needs: readonly Need[]) => void;
}) {
  const say = useWords();
  const put = (index: number, change: Partial<Need>): void =>
    onChange(needs.map((need, at) => (at === index ? { ...need, ...change } : need)));
  return (
    <>
      {needs.map(({ kind, piiText }, index) => (
        <div key={index} className="need-line">
          <Choice
            label={say('needs.kind')}
            value={kind}
            onChange={({ target }) => put(index, { kind: target.value })}
            choices={[
              ...KINDS.map((each) => [each, say(`need.${each}`)] as const),
              ...(KINDS.some((each) => each === kind) ? [] : [[kind, kind] as const]),
            ]}
          />
          <Field
            label={say('needs.text')}
            value={piiText}
            required
            maxLength={500}
            onChange={({ target }) => put(index, { piiText: target.value })}
          />
          <IconButton
            label={say('needs.remove')}
            onClick={() => onChange(needs.filter((_, at) => at !== index))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      <span>
        <Button
          size="small"
          disabled={needs.length >= 50}
          onClick={() => onChange([...needs, { kind: 'hearing', piiText: '' }])}
        >
          <Plus size={13} aria-hidden />
          {say('needs.add')}
        </Button>
      </span>
    </>
  );
}

interface Wishes {
  readonly needs: readonly Need[];
  readonly channel: string;
  readonly from: string;
  readonly until: string;
  readonly language: string;
}

/** All that is kept of a customer, with these wishes: what is left out would be forgotten. */
function termsAfter(customer: Customer, { needs, channel, from, until, language }: Wishes) {
  const { piiName, accountId, externalId, tier, version, piiPreferences = {} } = customer;
  const preferences: Preferences = {
    // One of the choices above.
    ...(channel !== '' && { replyChannel: channel as NonNullable<Preferences['replyChannel']> }),
    ...(from !== '' &&
      until !== '' && { contactHours: { ...piiPreferences.contactHours, from, until } }),
  };
  return {
    version,
    ...(piiName !== undefined && { piiName }),
    ...(accountId !== undefined && { accountId }),
    ...(externalId !== undefined && { externalId }),
    ...(tier !== undefined && { tier }),
    ...(language !== '' && { language }),
    piiNeeds: needs.map(({ kind, piiText }) => ({ kind, piiText: piiText.trim() })),
    piiPreferences: preferences,
  };
}
