import './parts.css';
import { CalendarClock, Ear, Languages, Moon, Sparkles } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { ChannelGlyph, type ChannelName } from '../design/ChannelGlyph.tsx';
import { serverNow } from '../design/clock.ts';
import { DeadlineRing } from '../design/DeadlineRing.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Face } from '../design/Face.tsx';
import { Check, Choice, Field } from '../design/Field.tsx';
import { KeyHints } from '../design/Keys.tsx';
import { Menu } from '../design/Menu.tsx';
import { Banner, BoneRows, Empty, Fault, Tag } from '../design/Notes.tsx';
import { Pane, Section } from '../design/Pane.tsx';
import { Presence, type PresenceName } from '../design/Presence.tsx';
import { QueueRow } from '../design/QueueRow.tsx';
import { toast } from '../design/Toasts.tsx';

const PRESENCES: readonly PresenceName[] = [
  'available',
  'busy',
  'away',
  'do-not-disturb',
  'off',
  'unknown',
];

const CHANNELS: readonly ChannelName[] = [
  'phone',
  'video',
  'chat',
  'walk-up',
  'email',
  'web',
  'sms',
  'fax',
  'social',
  'messaging',
  'mobile',
  'autolog',
  'deskside',
];

/** Every part of the screens in every state, for whoever builds or checks them. */
export function PartsPage() {
  return (
    <div className="parts">
      <h1 className="unseen">Parts</h1>
      <Queue />
      <Conversation />
      <Customer />
      <Controls />
      <Fields />
      <States />
    </div>
  );
}

function Queue() {
  const [chosen, setChosen] = useState('Leila Haddad');
  const [openedAt] = useState(serverNow);
  const minute = 60_000;
  const people = [
    ['Aalto Cold Storage', 'Invoice 88213: second meter', 'email', -5.7, 60],
    ['Leila Haddad', 'The engineer did not come again', 'chat', 1.57, 2],
    ['Owen Pritchard', 'Call back, promised by 10:15', 'phone', 2.85, 15],
    ['ليلى حداد', 'لم يأت المهندس مرة أخرى', 'messaging', 25, 60],
    [
      'Sofia Lindqvist-Wattenberg von Hohenstein',
      'Asked for a photo of the meter',
      'email',
      1440,
      2880,
    ],
  ] as const;
  return (
    <Pane label="Queue" as="aside">
      <div className="pane-head">
        <h2>My queue</h2>
        <span className="count">6</span>
        <span className="grow" />
        <span className="hint">1 late · 2 within 5 min</span>
      </div>
      <Section title="Now" count={6}>
        <ul className="rows">
          {people.map(([name, reason, channel, left, whole], index) => (
            <li key={name}>
              <QueueRow
                item={{
                  name,
                  reason,
                  channel,
                  deadline: { dueAt: openedAt + left * minute, wholeMs: whole * minute },
                  isVip: index % 2 === 0,
                  unreadCount: index === 1 ? 2 : 0,
                }}
                isChosen={name === chosen}
                onChoose={() => setChosen(name)}
              />
            </li>
          ))}
          <li>
            <QueueRow
              item={{
                name: 'Marta Kowalska',
                reason: 'When do you come?',
                channel: 'web',
                end: <bdi className="num">62 m</bdi>,
              }}
              isChosen={chosen === 'Marta Kowalska'}
              onChoose={() => setChosen('Marta Kowalska')}
            />
          </li>
        </ul>
      </Section>
      <KeyHints
        hints={[
          ['J K', 'move'],
          ['R', 'reply'],
          ['?', 'all keys'],
        ]}
      />
    </Pane>
  );
}

function Said({
  side,
  name,
  children,
}: {
  side: 'us' | 'them';
  name: string;
  children: ReactNode;
}) {
  return (
    <div className="said" data-side={side}>
      <Face name={name} />
      <div>
        <p className="said-head">
          <b>{name}</b>
          <ChannelGlyph channel="chat" size={12} />
          <span className="hint num">10:09</span>
        </p>
        {children}
      </div>
    </div>
  );
}

function Conversation() {
  return (
    <Pane label="Conversation">
      <div className="pane-head">
        <h2 className="grow">The engineer did not come again</h2>
        <Button keys="T">Transfer</Button>
        <Button kind="main" keys="E">
          Resolve
        </Button>
      </div>
      <ol className="steps" style={{ paddingBlockStart: 12 }} aria-label="Case progress">
        <li data-step="done">
          Reported<span className="hint">Tue 14:02</span>
        </li>
        <li data-step="missed">
          Visit missed<span className="hint">Today 09:00</span>
        </li>
        <li data-step="current" style={{ '--step-gone': '40%' } as React.CSSProperties}>
          New visit<span className="hint">Promised today</span>
        </li>
        <li>
          Fixed<span className="hint">Next</span>
        </li>
      </ol>
      <div className="thread" role="log" aria-label="Messages" tabIndex={0}>
        <p className="happened">
          <CalendarClock size={12} aria-hidden />
          Today 09:00 · Visit missed: engineer delayed on previous job
        </p>
        <Said side="them" name="Leila Haddad">
          <p className="said-words">
            Nobody came at 9. This is the second time I took a morning off.
          </p>
          <p className="said-words">Can someone come before 2?</p>
        </Said>
        <Said side="us" name="Mira Sandhu">
          <p className="said-words">
            I am sorry, Leila. I am looking at who is near you right now.
          </p>
        </Said>
      </div>
      <div className="suggestion" role="region" aria-label="Suggested reply">
        <header>
          <Sparkles size={13} aria-hidden />
          <b>Suggested</b>
          <span className="hint">from the route plan, 2 sources</span>
        </header>
        <p>Goran finishes at 11:40, nine minutes from you. Shall I book him for 12:00–12:45?</p>
        <footer>
          <Button size="small" kind="main" keys="Ctrl .">
            Use
          </Button>
          <Button size="small">Edit first</Button>
        </footer>
      </div>
      <div className="composer">
        <textarea aria-label="Reply to Leila by chat" placeholder="Write to Leila…" />
        <footer>
          <Button size="small" keys="N">
            Private note
          </Button>
          <span className="hint">She asked for writing, not calls</span>
          <span className="grow" />
          <Button size="small" kind="main" keys="Ctrl ↵">
            Send
          </Button>
        </footer>
      </div>
    </Pane>
  );
}

function Customer() {
  return (
    <Pane label="Customer" as="aside">
      <div className="parts-line" style={{ borderBlockEnd: '1px solid var(--line)' }}>
        <Face name="Leila Haddad" size={44} />
        <div className="grow">
          <h2>Leila Haddad</h2>
          <p className="dim">Customer since 2019 · Leeds LS8</p>
          <span className="link">You know her: 5 of her last 6 contacts</span>
        </div>
      </div>
      <Section title="Needs and preferences" end={<button className="link">Edit</button>}>
        <ul className="facts">
          <li data-kind="need">
            <Ear size={13} aria-hidden />
            Hard of hearing: write, don’t call
          </li>
          <li>
            <Moon size={13} aria-hidden />
            Quiet hours 13:00–15:00
          </li>
          <li>
            <Languages size={13} aria-hidden />
            English, Arabic
          </li>
        </ul>
      </Section>
      <Section title="History">
        <ol className="timeline">
          {(['chat', 'phone', 'email'] as const).map((channel) => (
            <li key={channel}>
              <ChannelGlyph channel={channel} size={12} />
              <span className="cut">Missed visit, second time</span>
              <span className="hint">You</span>
              <bdi className="hint num">3 Oct</bdi>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Open" count={2}>
        <div className="parts-line">
          <Tag tone="late">At risk</Tag>
          <Tag tone="soon">Due soon</Tag>
          <Tag tone="ok">On track</Tag>
          <Tag tone="info">Suggested</Tag>
          <Tag>Closed</Tag>
        </div>
      </Section>
    </Pane>
  );
}

function Controls() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Pane label="Controls">
      <Section title="Buttons">
        <div className="parts-line">
          <Button kind="main" keys="↵">
            Send call
          </Button>
          <Button keys="F2">Hold</Button>
          <Button kind="grave">Erase</Button>
          <Button kind="bare">Skip</Button>
          <Button disabled>Not now</Button>
          <Button size="small">Small</Button>
          <IconButton label="Hold">
            <Moon size={14} aria-hidden />
          </IconButton>
        </div>
      </Section>
      <Section title="Presence and channels">
        <div className="parts-line">
          {PRESENCES.map((presence) => (
            <Presence key={presence} presence={presence} isNamed />
          ))}
        </div>
        <div className="parts-line">
          {CHANNELS.map((channel) => (
            <ChannelGlyph key={channel} channel={channel} />
          ))}
        </div>
        <div className="parts-line">
          {[1, 0.6, 0.3, 0.15, 0.02, -1].map((share) => (
            <DeadlineRing key={share} leftMs={share * 1000} wholeMs={1000} />
          ))}
          {['Leila Haddad', 'Owen Pritchard', 'Marta K', '李明', 'Ł', 'Devi Raman'].map((name) => (
            <Face key={name} name={name} size={32} />
          ))}
        </div>
      </Section>
      <Section title="Above the page">
        <div className="parts-line">
          <Button onClick={() => setOpen(true)}>Open a dialog</Button>
          <Button onClick={() => toast('Sent to Noémie', () => undefined)}>Show a toast</Button>
          <Menu
            label="State"
            button="Choose a state"
            items={['Ready', 'Break', 'Meeting'].map((label, index) => ({
              label,
              isChosen: index === 0,
              onChoose: () => toast(label),
            }))}
          />
        </div>
      </Section>
      {isOpen && (
        <Dialog title="Transfer" onClose={() => setOpen(false)}>
          <div className="dialog-body">
            <Field label="To" placeholder="Name, team, extension…" />
            <div className="dialog-foot">
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <Button kind="main">Transfer</Button>
            </div>
          </div>
        </Dialog>
      )}
    </Pane>
  );
}

function Fields() {
  return (
    <Pane label="Fields">
      <div className="dialog-body" style={{ display: 'grid', gap: 14, padding: 14 }}>
        <Field label="Name" hint="As customers see it." defaultValue="Ted Brandt" />
        <Field label="E-mail" wrong="An address has an @." defaultValue="ted" />
        <Choice
          label="Team"
          choices={[
            ['billing', 'Billing'],
            ['field', 'Field service'],
          ]}
        />
        <Check label="May decline offers" defaultChecked />
      </div>
    </Pane>
  );
}

function States() {
  return (
    <Pane label="States">
      <Banner>Reconnecting, last update 10:12:04. What you write is kept.</Banner>
      <Section title="Empty">
        <Empty title="Nothing waiting.">Next promise is 13:30, Colm Byrne.</Empty>
      </Section>
      <Section title="On its way">
        <BoneRows count={3} height={44} />
      </Section>
      <Section title="Went wrong">
        <Fault details="position-not-reached 503" onRetry={() => undefined}>
          Not sent. The text line is down since 10:04. Kept here; sends itself when back.
        </Fault>
      </Section>
    </Pane>
  );
}
