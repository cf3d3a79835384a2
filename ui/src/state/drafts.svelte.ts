// Forms with unsaved changes. They outlive the page they are shown on, and the workspace
// being closed: an officer may look something up, or be called away, and find what was typed.
import type { Detail } from '@/generated/wire';
import type { FormValues } from './form-values';
import { RecordForm } from './form.svelte';
import type { MainKind } from './kinds';
import { session } from './session.svelte';

export interface KeptDraft {
  /** The workspace's file: in another one the same id is another record, or none. */
  workspace: string;
  kind: MainKind;
  /** null for a record that is not saved yet. */
  id: string | null;
  /** As the record was called when one began. */
  title: string;
  form: RecordForm;
}

class Drafts {
  #kept = $state.raw<readonly KeptDraft[]>([]);

  /** Those of the open workspace in which something was typed. */
  unsaved = $derived(
    this.#kept.filter((draft) => draft.workspace === openWorkspace() && draft.form.dirty),
  );

  get unsavedAnywhere(): boolean {
    return this.#kept.some((draft) => draft.form.dirty);
  }

  isUnsaved(kind: string, id: string | null): boolean {
    return this.unsaved.some((draft) => draft.kind === kind && draft.id === id);
  }

  /** The form for a record: the one begun before, brought up to date, or a new one. */
  edit(kind: MainKind, detail: Detail): RecordForm {
    const { id, title } = detail.record;
    const kept = this.#find(kind, id);
    if (kept) {
      kept.form.rebase(detail);
      return kept.form;
    }
    return this.#keep(kind, id, title, new RecordForm(kind, detail));
  }

  /** The form for a new record: the one begun before, or one that begins with these values. */
  create(kind: MainKind, given: FormValues): RecordForm {
    const kept = this.#find(kind, null);
    if (kept?.form.dirty) return kept.form;
    if (kept) this.drop(kept.form);
    return this.#keep(kind, null, '', new RecordForm(kind, null, given));
  }

  drop(form: RecordForm): void {
    this.#kept = this.#kept.filter((draft) => draft.form !== form);
  }

  #find(kind: MainKind, id: string | null): KeptDraft | undefined {
    return this.#kept.find(
      (draft) => draft.workspace === openWorkspace() && draft.kind === kind && draft.id === id,
    );
  }

  #keep(kind: MainKind, id: string | null, title: string, form: RecordForm): RecordForm {
    this.#kept = [...this.#kept, { workspace: openWorkspace(), kind, id, title, form }];
    return form;
  }
}

function openWorkspace(): string {
  return session.workspace?.path ?? '';
}

export const drafts = new Drafts();
