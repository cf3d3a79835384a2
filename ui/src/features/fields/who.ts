// Who did something, as the sentences that tell it take it.
import type { Teller } from '@/state/form-news';

export function whoOf(teller: Teller | undefined): { who: string; name: string } {
  if (!teller) return { who: 'unknown', name: '' };
  return { who: teller.here ? 'you' : 'colleague', name: teller.name };
}
