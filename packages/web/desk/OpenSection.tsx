import { ChannelGlyph } from '../design/ChannelGlyph.tsx';
import { useNow } from '../design/clock.ts';
import { Section } from '../design/Pane.tsx';
import { Tag } from '../design/Notes.tsx';
import { toneOf } from '../design/time-left.ts';
import { type Interaction, isOver, type KnownCustomer } from './customer.ts';
import { SameMatter } from './SameMatter.tsx';
import { dayText } from './times.ts';
import type { DeskRow } from './rows.ts';
import { WaitChoice } from './WaitChoice.tsx';
import { useWords } from './words.ts';

/** What of a customer is open: what is on the desk, and what else. */
export function OpenSection({
  known: { customer, interactions },
  row,
}: {
  readonly known: KnownCustomer;
  readonly row: DeskRow | undefined;
}) {
  const say = useWords();
  const isHere = ({ interactionId }: Interaction): boolean => interactionId === row?.interactionId;
  const open = interactions.filter((each) => !isOver(each.status) || isHere(each));
  const here = open.find(isHere);
  const hasCompany = ({ workId, matterId }: Interaction): boolean =>
    matterId !== undefined &&
    open.some(
      (each) => each.matterId === matterId && each.workId !== workId && !isOver(each.status),
    );
  if (open.length === 0) return null;
  const phone = customer.identities.find(({ kind }) => kind === 'phone')?.value;
  const name = customer.piiName ?? say('customer.unknown');
  return (
    <Section title={say('customer.open')} count={open.length}>
      <ul className="timeline">
        {open.map((each) => (
          <li key={each.interactionId} aria-current={each === here}>
            <ChannelGlyph channel={each.channel} size={12} />
            <span className="cut">
              <bdi>{subjectOf(each, say)}</bdi>
            </span>
            <bdi className="hint num">{dayText(each.startedAt)}</bdi>
            {row !== undefined && each === here ? (
              <StateTag row={row} />
            ) : (
              <Tag>{say(each.isPaused === true ? 'status.paused' : `status.${each.status}`)}</Tag>
            )}
            {(each.status === 'waiting' || each.status === 'deferred') && (
              <WaitChoice {...each} customerId={customer.customerId} name={name} phone={phone} />
            )}
            {here !== undefined && each !== here && !isOver(here.status) && (
              <SameMatter
                other={each}
                here={here}
                hasCompany={{ other: hasCompany(each), here: hasCompany(here) }}
                subject={subjectOf(each, say)}
                customerId={customer.customerId}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function subjectOf({ piiSubject, channel }: Interaction, say: ReturnType<typeof useWords>): string {
  return piiSubject ?? say(`channel.${channel}`);
}

function StateTag({ row }: { readonly row: DeskRow }) {
  const say = useWords();
  const now = useNow();
  const { dueAt, wholeMs = 0 } = row.card ?? {};
  if (row.pausedById !== undefined) return <Tag>{say('status.paused')}</Tag>;
  if (row.status === 'wrap-up') return <Tag>{say('status.wrap-up')}</Tag>;
  if (dueAt === undefined) return <Tag>{say('step.theirs')}</Tag>;
  const tone = toneOf(dueAt - now, wholeMs);
  if (tone === 'late') return <Tag tone="late">{say('state.late')}</Tag>;
  if (tone === 'soon') return <Tag tone="soon">{say('state.at-risk')}</Tag>;
  return <Tag tone="ok">{say('state.on-track')}</Tag>;
}
