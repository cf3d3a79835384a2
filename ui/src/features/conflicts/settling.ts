// Settling many conflicts at once: what can be offered, and doing it.
import type { MenuEntry } from '@/components/Menu.svelte';
import type { ConflictPage, SettleRule } from '@/generated/wire';
import { t } from '@/i18n';
import { rpc } from '@/platform';
import { undoing } from '@/state/deeds';
import { attempt } from '@/state/failures';
import { steps } from '@/state/steps.svelte';
import { toasts } from '@/state/toasts.svelte';

/** The rules an officer can choose from, each with how many conflicts it settles. */
export function rules({ total, contenders }: ConflictPage): MenuEntry[] {
  const ofLaptops = contenders.map(({ device_id, device, officer, here, count }, at) => ({
    label: here ? t('settle-here', { count }) : t('settle-device', { device, officer, count }),
    apart: at === 0,
    run: () => void settle({ device: device_id }, total),
  }));
  return [
    { label: t('settle-shown', { count: total }), run: () => void settle('shown', total) },
    ...ofLaptops,
    { label: t('settle-keep'), apart: true, run: () => void settle('keep', total) },
    { label: t('settle-delete'), run: () => void settle('delete', total) },
  ];
}

async function settle(rule: SettleRule, before: number): Promise<void> {
  const count = await attempt(async () => {
    await steps.take('settle', { rule });
    const { total } = await rpc('conflicts', { records: [], offset: 0, limit: 0 });
    return before - total;
  });
  if (count === undefined) return;
  toasts.say({
    message: t('conflicts-settled', { count }),
    ...(count > 0 ? { action: undoing() } : {}),
    passing: true,
  });
}
