// Whom a record is told with, in words: where a person works and as what, who a party is.
import type { Companion } from '@/generated/wire';
import { t } from '@/i18n';

export function companionText({ name, roles }: Companion): string {
  return roles.length > 0 ? t('companion-as', { name, roles: roles.join(', ') }) : name;
}
