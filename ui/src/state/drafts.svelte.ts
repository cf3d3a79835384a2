// Forms with unsaved changes. They outlive the page they are shown on: an officer may
// look something up, or be called away, and find what was typed.
import type { Detail } from '@/generated/wire';
import type { FormValues } from './form-values';
import { RecordForm } from './form.svelte';
import type { MainKind } from './kinds';

export interface KeptDraft {
  kind: MainKind;
  /** null for a record that is not saved yet. */
  id: string | null;
  /** As the record was called when one began. */
  title: string;
  form: RecordForm;
}

class Drafts {
  #kept = $state.raw<readonly KeptDraft[]>([]);

  /** Those in which something was typed. */
  get unsaved(): readonly KeptDraft[] {
    return this.#kept.filter((draft) => draft.form.dirty);
  }

  find(kind: MainKind, id: string | null): KeptDraft | undefined {
    return this.#kept.find((draft) => draft.kind === kind && draft.id === id);
  }

  isUnsaved(kind: string, id: string | null): boolean {
    return this.unsaved.some((draft) => draft.kind === kind && draft.id === id);
  }

  /** The form for a record: the one begun before, brought up to date, or a new one. */
  edit(kind: MainKind, detail: Detail): RecordForm {
    const { id, title } = detail.record;
    const kept = this.find(kind, id);
    if (kept) {
      kept.form.rebase(detail);
      return kept.form;
    }
    return this.#keep({ kind, id, title, form: new RecordForm(kind, detail) });
  }

  /** The form for a new record: the one begun before, or one that begins with these values. */
  create(kind: MainKind, given: FormValues): RecordForm {
    const kept = this.find(kind, null);
    if (kept?.form.dirty) return kept.form;
    if (kept) this.drop(kept.form);
    return this.#keep({ kind, id: null, title: '', form: new RecordForm(kind, null, given) });
  }

  drop(form: RecordForm): void {
    this.#kept = this.#kept.filter((draft) => draft.form !== form);
  }

  /** With another workspace every form is about something else. */
  clear(): void {
    this.#kept = [];
  }

  #keep(draft: KeptDraft): RecordForm {
    this.#kept = [...this.#kept, draft];
    return draft.form;
  }
}

export const drafts = new Drafts();
