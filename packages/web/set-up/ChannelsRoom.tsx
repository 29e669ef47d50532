import { Tag } from '../design/Notes.tsx';
import { EntryForm } from './EntryForm.tsx';
import { ListRoom } from './ListRoom.tsx';
import { useIsOneOf } from './rooms.ts';
import { useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** By which ways customers come in: chats and web forms. */
export function ChannelsRoom() {
  const say = useWords();
  const canWrite = useIsOneOf(['administrator']);
  return (
    <ListRoom
      room="channels"
      list={useSettings('entryPoints')}
      idOf={({ entryId }) => entryId}
      nameOf={({ name }) => name}
      columns={[
        { head: say('channels.kind'), cell: ({ channel }) => say(`channel.${channel}`) },
        {
          head: say('skill-names.id'),
          isWide: true,
          cell: ({ entryId }) => <span className="num">{entryId}</span>,
        },
        { head: say('channels.promise'), isWide: true, cell: ({ promiseId }) => promiseId },
        {
          head: say('person.status'),
          cell: ({ isOpen }) => (
            <Tag {...(isOpen && { tone: 'ok' })}>
              {say(isOpen ? 'channels.open' : 'channels.closed')}
            </Tag>
          ),
        },
      ]}
      begin={canWrite && 'channels.new'}
      form={(entry, { open, close }) => (
        <EntryForm entry={entry} canWrite={canWrite} onSaved={open} onClose={close} />
      )}
    />
  );
}
