// Forms with unsaved changes. They outlive the page they are shown on, the workspace being closed, and the program: an
// officer may look something up, be called away, or lose power, and find what was typed. While one types they are kept
// in the workspace (see draft-keeping.ts).
import type { Changed, Detail, FoundForm } from '@/generated/wire';
import { t } from '@/i18n';
import { rpc } from '@/platform';
import { onChanged } from './changes';
import { DraftKeeping } from './draft-keeping';
import { titlesFor } from './form-titles';
import type { FormValues } from './form-values';
import { RecordForm } from './form.svelte';
import { isMainKind, type MainKind } from './kinds';
import type { Route } from './router.svelte';
import { session } from './session.svelte';

/** What a new record was begun with, as the address has it. */
export type BegunWith = Readonly<Record<string, string>>;

/** A form that may hold something unsaved. */
export class Draft {
  /** When it was last kept, if it was found at the start of the program and nobody has looked at it since. */
  foundAt = $state<string | null>(null);

  constructor(
    /** The workspace's file: in another one the same id is another record, or none. */
    readonly workspace: string,
    readonly key: string,
    readonly kind: MainKind,
    readonly beginning: BegunWith,
    /** As the record was called when one began; empty for a new one. */
    readonly recordTitle: string,
    readonly form: RecordForm,
  ) {}

  /** null for a record that is not saved yet. */
  get id(): string | null {
    return this.form.main.id;
  }

  /** What it is about: a new record is called by what was typed so far, or by its kind if nothing tells. */
  get title(): string {
    const { title, name, family, given, 'original-name': original } = this.form.main.values;
    const typed = String(title || name || original || family || given || '');
    return this.recordTitle || typed || t(`new-${this.kind}`);
  }

  /** Where one goes on with it. */
  get place(): Partial<Route> & { view: MainKind } {
    const mode = this.id === null ? 'new' : 'edit';
    return { view: this.kind, id: this.id, mode, params: { ...this.beginning, draft: this.key } };
  }
}

class Drafts {
  #all = $state.raw<readonly Draft[]>([]);
  #loadedFor = $state<string | null>(null);
  #keeping = new DraftKeeping((erased) => this.#remove(erased));

  /** Those of the open workspace in which something was typed. */
  unsaved = $derived(this.#all.filter((draft) => isOpen(draft) && draft.form.dirty));

  /** Those among them that an earlier run of the program left. */
  found = $derived(this.unsaved.filter((draft) => draft.foundAt !== null));

  /** Whether the end of the program would lose something. */
  get wouldLose(): boolean {
    return this.#all.some((draft) => draft.form.dirty && !this.#keeping.has(draft));
  }

  /** Whether it is known what was left unsaved: until then no form is begun. */
  get loaded(): boolean {
    return this.#loadedFor === openWorkspace();
  }

  isUnsaved(kind: string, id: string | null): boolean {
    return this.unsaved.some((draft) => draft.kind === kind && draft.id === id);
  }

  has(form: RecordForm): boolean {
    return this.#all.some((draft) => draft.form === form);
  }

  of(form: RecordForm): Draft | undefined {
    return this.#all.find((draft) => draft.form === form);
  }

  /** The form for a record: the one begun before, brought up to date, or a new one. */
  edit(kind: MainKind, detail: Detail, key?: string): RecordForm {
    const { id, title } = detail.record;
    const begun = this.#find((draft) => draft.kind === kind && draft.id === id, key);
    if (!begun) return this.#begin(kind, {}, title, new RecordForm(kind, detail));
    begun.foundAt = null;
    begun.form.rebase(detail);
    return begun.form;
  }

  /**
   * The form for a new record: one that was begun with the same and in which something was typed, or a new one that
   * begins with these values. Something begun with other things waits for itself.
   */
  create(
    kind: MainKind,
    given: FormValues,
    beginning: BegunWith = {},
    key?: string,
  ): { form: RecordForm; isNew: boolean } {
    const alike = (draft: Draft) =>
      draft.kind === kind && draft.id === null && isSame(draft.beginning, beginning);
    const begun = this.#find(alike, key);
    if (begun?.form.dirty || begun?.form.saving) {
      begun.foundAt = null;
      return { form: begun.form, isNew: false };
    }
    if (begun) this.drop(begun.form);
    const form = this.#begin(kind, beginning, '', new RecordForm(kind, null, given));
    return { form, isNew: true };
  }

  /** Saves a form; it is done with then, unless something was typed into it meanwhile. */
  async save(form: RecordForm): Promise<Changed | null> {
    const key = this.of(form)?.key ?? null;
    const changed = await this.#keeping.inTurn((before) => form.save(key, before));
    if (changed && !form.dirty) this.drop(form);
    return changed;
  }

  drop(form: RecordForm): void {
    const draft = this.of(form);
    if (!draft) return;
    this.#remove(draft);
    this.#keeping.forget(draft);
  }

  /** As `drop`, with a way back. */
  discard(form: RecordForm): () => void {
    const draft = this.of(form);
    this.drop(form);
    return () => {
      if (draft && !this.has(form)) this.#all = [...this.#all, draft];
    };
  }

  /** Finds what was left unsaved, and keeps what is typed, until the returned function is called. */
  attend(): () => void {
    void this.#load();
    const stopKeeping = this.#keeping.watch(() => this.unsaved);
    // Another file may have taken the workspace's place, with other forms in it.
    const stopListening = onChanged((changed) => {
      if (changed === null) void this.#load();
    });
    return () => {
      stopKeeping();
      stopListening();
    };
  }

  /** Keeps everything now. What cannot be kept stays where it is. */
  keepNow(): Promise<void> {
    return this.#keeping.keepNow(() => this.unsaved);
  }

  #load(): Promise<void> {
    const workspace = openWorkspace();
    return this.#keeping.load(async (found) => {
      const here = this.#all.filter((draft) => draft.workspace === workspace);
      const taken: Draft[] = [];
      for (const one of found) {
        if (here.some((draft) => draft.key === one.form.key)) continue;
        const draft = await resumed(workspace, one);
        if (!draft || workspace !== openWorkspace()) continue;
        this.#all = [...this.#all, draft];
        taken.push(draft);
      }
      this.#loadedFor = workspace;
      return { here, taken };
    });
  }

  #find(isMeant: (draft: Draft) => boolean, key?: string): Draft | undefined {
    const here = this.#all.filter((draft) => isOpen(draft) && isMeant(draft));
    return here.find((draft) => draft.key === key) ?? here.at(-1);
  }

  #begin(kind: MainKind, beginning: BegunWith, title: string, form: RecordForm): RecordForm {
    const draft = new Draft(openWorkspace(), freshKey(kind), kind, beginning, title, form);
    this.#all = [...this.#all, draft];
    return form;
  }

  #remove(draft: Draft): void {
    this.#all = this.#all.filter((other) => other !== draft);
  }
}

/** A form that was found, or undefined where what it is about is not in this file, as when an older copy was put back. */
async function resumed(
  workspace: string,
  { at, form: kept }: FoundForm,
): Promise<Draft | undefined> {
  if (!isMainKind(kept.kind)) return undefined;
  const details = kept.id === null ? [null] : await rpc('get', { ids: [kept.id] }).catch(() => []);
  const [detail] = details;
  if (detail === undefined) return undefined;
  const form = RecordForm.resumed(kept, detail);
  await fillGone(form);
  // Without them the form is as whole as before.
  await titlesFor(form).catch(() => undefined);
  const title = detail?.record.title ?? '';
  const draft = new Draft(workspace, kept.key, kept.kind, kept.beginning, title, form);
  draft.foundAt = at;
  return draft;
}

/** Of a row that was taken out elsewhere only what was typed is known so far; the rest lies in the trash. */
async function fillGone(form: RecordForm): Promise<void> {
  const gone = form.rows.filter((row) => row.gone);
  if (gone.length === 0) return;
  const ids = gone.flatMap((row) => row.id ?? []);
  const records = await rpc('rows', { ids }).catch(() => []);
  for (const record of records) gone.find((row) => row.id === record.id)?.rebase(record);
}

function isSame(one: BegunWith, other: BegunWith): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

let begun = 0;

/** Told apart also from those that earlier runs left. */
function freshKey(kind: string): string {
  return `${kind}-${Date.now().toString(36)}-${begun++}`;
}

function isOpen(draft: Draft): boolean {
  return draft.workspace === openWorkspace();
}

function openWorkspace(): string {
  return session.workspace?.path ?? '';
}

export const drafts = new Drafts();

session.beforeLeaving = () => drafts.keepNow();
