import {
  AppWindow,
  AtSign,
  Cpu,
  DoorOpen,
  FileText,
  Globe,
  Mail,
  MessageSquare,
  MessagesSquare,
  Monitor,
  Phone,
  Smartphone,
  Video,
} from 'lucide-react';
import { useWords } from '../words/words.ts';

const GLYPHS = {
  phone: Phone,
  video: Video,
  chat: MessageSquare,
  'walk-up': DoorOpen,
  email: Mail,
  web: Globe,
  sms: Smartphone,
  fax: FileText,
  social: AtSign,
  messaging: MessagesSquare,
  autolog: Cpu,
  deskside: Monitor,
  mobile: AppWindow,
} as const;

/** As the API names them. */
export type ChannelName = keyof typeof GLYPHS;

/** A channel's fixed sign, the same everywhere and never coloured, with its name for those who listen. */
export function ChannelGlyph({
  channel,
  size = 14,
}: {
  readonly channel: ChannelName;
  readonly size?: number;
}) {
  const say = useWords();
  const Glyph = GLYPHS[channel];
  const name = say(`channel.${channel}`);
  return (
    <span className="channel" role="img" aria-label={name} title={name}>
      <Glyph size={size} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
