import type { Row } from '@/generated/wire';

/** Whether a follow-up is done or dropped, and so no longer urgent. */
export function isSettled(record: Row): boolean {
  return record.fields.state === 'done' || record.fields.state === 'dropped';
}
