// The picture of each kind, the same everywhere.
import Building from '@lucide/svelte/icons/landmark';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Circle from '@lucide/svelte/icons/circle';
import Handshake from '@lucide/svelte/icons/handshake';
import Laptop from '@lucide/svelte/icons/laptop';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Tag from '@lucide/svelte/icons/tag';
import UserRound from '@lucide/svelte/icons/user-round';
import type { Icon } from '@/components/icon';

const icons: Record<string, Icon> = {
  institution: Building,
  person: UserRound,
  agreement: Handshake,
  event: CalendarDays,
  'follow-up': ListChecks,
  tag: Tag,
  document: Paperclip,
  device: Laptop,
};

export function iconOf(kind: string): Icon {
  return icons[kind] ?? Circle;
}
