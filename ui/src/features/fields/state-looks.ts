// How the derived state of an agreement looks and reads: always a mark and a word with the colour.
import Ban from '@lucide/svelte/icons/ban';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import CircleX from '@lucide/svelte/icons/circle-x';
import Hourglass from '@lucide/svelte/icons/hourglass';
import type { Tone } from '@/components/Badge.svelte';
import type { Icon } from '@/components/icon';
import type { AgreementState } from '@/generated/wire';
import { formatDate, formatDistance, t } from '@/i18n';

export interface Look {
  tone: Tone;
  icon: Icon;
}

const looks: Record<string, Look> = {
  'not-yet': { tone: 'info', icon: CircleDashed },
  'in-force': { tone: 'good', icon: CircleCheck },
  expiring: { tone: 'warn', icon: Hourglass },
  expired: { tone: 'bad', icon: CircleX },
  terminated: { tone: 'bad', icon: Ban },
  'never-concluded': { tone: 'plain', icon: CircleSlash },
};

const unknown: Look = { tone: 'plain', icon: CircleHelp };

export function lookOf(code: string): Look {
  return looks[code] ?? unknown;
}

/** In two words: "In force", "Ends in 3 weeks", "Ends 2027". */
export function stateWord({ code, date, days }: AgreementState): string {
  if (code !== 'expiring') return t(`state-word-${code}`);
  if (days !== null) return t('state-word-expiring-in', { distance: formatDistance(days) });
  return t('state-word-expiring-on', { date: formatDate(date) });
}
