// Made from the Rust side by `cargo xtask types`. Do not edit.

/**
 * The value of a field: a text (also for ids, dates, countries, languages and codes), a whole number, or yes/no.
 */
export type WireValue = boolean | number | string;

/**
 * One record.
 */
export type Row = { 
/**
 * Its id.
 */
id: string, 
/**
 * The name of its kind.
 */
kind: string, 
/**
 * What it is called. Never empty: an untitled record says so in the officer's language.
 */
title: string, 
/**
 * Every declared field by its name; `null` where nothing is known.
 */
fields: { [key in string]: WireValue | null }, 
/**
 * The titles of the records that its fields refer to, by id. A record not yet here has no entry.
 */
titles: { [key in string]: string }, 
/**
 * The ids of the records that its fields refer to and that were erased.
 */
erased: Array<string>, 
/**
 * What is told beside its title of what belongs to it: where a person works today, who is party to an agreement.
 * Empty for other kinds.
 */
companions: Array<Companion>, 
/**
 * The fields that have several heads of different value; `deleted` for a contested deletion.
 */
conflicts: Array<string>, 
/**
 * Whether it is in the trash.
 */
deleted: boolean, 
/**
 * Whether it came with an import and was left out on this laptop alone; it is in the trash here then.
 */
left_out: boolean, 
/**
 * For an agreement, what its dates mean today.
 */
state: AgreementState | null, };

/**
 * What an agreement's dates mean today.
 */
export type AgreementState = { 
/**
 * `not-yet`, `in-force`, `expiring`, `expired`, `terminated`, `never-concluded` or `unknown`.
 */
code: string, 
/**
 * The day it turns on, a partial date: since when, or until when. Two days with `..` between them where it is one of
 * these or those between.
 */
date: string | null, 
/**
 * Days from today to the end, where the end is known to the day.
 */
days: number | null, 
/**
 * The whole sentence, in the officer's language.
 */
sentence: string, };

/**
 * Whom a record is told with. Who has left or withdrawn is not.
 */
export type Companion = { 
/**
 * Who it is; a party that signed, by its name at signing.
 */
name: string, 
/**
 * As what, where that is told.
 */
roles: Array<string>, };

/**
 * A record with all that belongs to it and all that refers to it.
 */
export type Detail = { 
/**
 * The record itself.
 */
record: Row, 
/**
 * What belongs to it, kind by kind in the order of their declaration; a kind with no rows has an entry too.
 * Rows that belong to rows (an agreement's signatories) are listed as well, after their owners.
 */
owned: Array<OwnedRows>, 
/**
 * What refers to it, or to a duplicate merged with it, kind by kind, only kinds with rows.
 */
referring: Array<Referring>, 
/**
 * How far the workspace was read for this: whoever edits what is shown gives it back with the save.
 */
seen: string, 
/**
 * The id of the record that stands for it, if it is a duplicate that was merged.
 */
instead: string | null, };

/**
 * The records of one kind that belong to a record.
 */
export type OwnedRows = { 
/**
 * The name of their kind.
 */
kind: string, 
/**
 * In the order in which they were made.
 */
rows: Array<Row>, };

/**
 * Records of one kind that refer to a record.
 */
export type Referring = { 
/**
 * The name of their kind.
 */
kind: string, 
/**
 * Which of their fields refers to it.
 */
field: string, 
/**
 * How many there are.
 */
total: number, 
/**
 * The first of them, 100 at most. Of a kind without a page of its own, its owner's title is in `titles`.
 */
rows: Array<Row>, };

/**
 * Asks for the history of one record and of what belongs to it.
 */
export type HistoryQuery = { 
/**
 * The record.
 */
id: string, 
/**
 * How many entries to pass over.
 */
offset: number, 
/**
 * How many to give, 500 at most.
 */
limit: number, };

/**
 * A page of a history, newest first.
 */
export type HistoryPage = { 
/**
 * The entries.
 */
entries: Array<HistoryEntry>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * What one save changed.
 */
export type HistoryEntry = { 
/**
 * When, by the clock of the laptop it was done on, in RFC 3339 UTC.
 */
at: string, 
/**
 * The officer.
 */
author: string, 
/**
 * The laptop's name, or its id where the name is not known.
 */
device: string, 
/**
 * Whether it was this laptop.
 */
here: boolean, 
/**
 * What was done: `introduce`, `save`, `delete`, `restore`, `undo` or `redo`.
 */
action: string, 
/**
 * Field by field.
 */
changes: Array<FieldChange>, };

/**
 * One change of one field.
 */
export type FieldChange = { 
/**
 * The record changed.
 */
record: string, 
/**
 * Its kind's name.
 */
kind: string, 
/**
 * Its title today.
 */
title: string, 
/**
 * The field's name; `deleted` for a deletion or its undoing.
 */
field: string, 
/**
 * What it replaced, as people read it (titles for references).
 */
before: string | null, 
/**
 * Whether what it replaced was withheld from this laptop; `before` is `null` then.
 */
withheld: boolean, 
/**
 * What it set.
 */
after: string | null, };

/**
 * Asks for one page of the records of a kind.
 */
export type List = { 
/**
 * The kind's name.
 */
kind: string, 
/**
 * Only those the search box would find by this.
 */
text: string | null, 
/**
 * Only those that pass all of these.
 */
filters: Array<Filter>, 
/**
 * The name of a listed field that is no reference, `title`, or `created` (when it came into this workspace).
 * Without it, by title.
 */
sort: string | null, 
/**
 * Whether the greatest comes first. What is not known comes last either way.
 */
descending: boolean, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * The id of a record: instead of passing over `offset`, give the page on which it stands, counted in whole pages
 * of `limit`. Of a record that is not in the list, the page at `offset`.
 */
around: string | null, 
/**
 * How many to give, 500 at most.
 */
limit: number, 
/**
 * Whether to give what is in the trash instead.
 */
deleted: boolean, };

/**
 * A test of one field.
 */
export type Filter = { 
/**
 * A listed field's name; or what of the rows that belong to it a record is filtered by, of which some must be one of
 * these: `tag`, and `party` and `topic` of agreements, `participant` of events, `affiliation` of people,
 * `membership` of institutions; or `state` for the codes of what an agreement's dates may mean today.
 */
field: string, 
/**
 * What it must be.
 */
test: FilterTest, };

/**
 * What a filtered field must be.
 */
export type FilterTest = { "any-of": Array<string> } | { "between": { 
/**
 * A day, a month or a year, from its first day on.
 */
from: string | null, 
/**
 * Another, to its last day.
 */
to: string | null, } } | "unknown" | "known";

/**
 * Asks for the texts that a list can be filtered by.
 */
export type FilterTexts = { 
/**
 * The listed kind's name.
 */
kind: string, 
/**
 * The filter's name: `topic`.
 */
filter: string, 
/**
 * Only those that contain this.
 */
text: string, 
/**
 * How many to give, 100 at most.
 */
limit: number, };

/**
 * A page of a list.
 */
export type Page = { 
/**
 * The rows asked for.
 */
rows: Array<Row>, 
/**
 * How many were passed over.
 */
offset: number, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * Asks for what the search box finds.
 */
export type Search = { 
/**
 * Words or beginnings of words, in any script; all must be found.
 */
text: string, 
/**
 * Only records of this kind.
 */
kind: string | null, 
/**
 * How many to give, 100 at most.
 */
limit: number, };

/**
 * A record found.
 */
export type Hit = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its kind's name.
 */
kind: string, 
/**
 * Its title.
 */
title: string, 
/**
 * A line that tells it from others of that title: short name, city, date, whom it is told with. May be empty.
 */
subtitle: string, };

/**
 * What the home page shows.
 */
export type Home = { 
/**
 * Today, `YYYY-MM-DD`, by this laptop's clock.
 */
today: string, 
/**
 * Open follow-ups past their day, longest overdue first; 50 at most.
 */
overdue: Array<Row>, 
/**
 * How many are overdue in all.
 */
overdue_total: number, 
/**
 * Open follow-ups due from today on, the nearest first; 20 at most.
 */
upcoming: Array<Row>, 
/**
 * Agreements that end within 180 days, the nearest first; 20 at most.
 */
expiring: Array<Expiring>, 
/**
 * What was saved lately, newest first; 30 at most.
 */
recent: Array<RecentChange>, 
/**
 * The first of the fields with several values; 2 at most.
 */
contested: Array<ConflictItem>, 
/**
 * How many fields have several values.
 */
conflicts: number, };

/**
 * An agreement soon to end.
 */
export type Expiring = { 
/**
 * The agreement.
 */
record: Row, 
/**
 * What its dates mean.
 */
state: AgreementState, };

/**
 * One save, in a line.
 */
export type RecentChange = { 
/**
 * When, in RFC 3339 UTC, by the clock of the laptop it was done on.
 */
at: string, 
/**
 * The officer.
 */
author: string, 
/**
 * Whether it was done on this laptop.
 */
here: boolean, 
/**
 * What was done: `introduce`, `save`, `delete`, `restore`, `undo` or `redo`.
 */
action: string, 
/**
 * The record with a page of its own that it was about; `null` where there is none.
 */
id: string | null, 
/**
 * Its kind's name.
 */
kind: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How many further such records the save touched.
 */
others: number, };

/**
 * The open follow-ups by when they are due.
 */
export type Agenda = { 
/**
 * Today, `YYYY-MM-DD`.
 */
today: string, 
/**
 * `overdue`, `today`, `within-7`, `within-30`, `within-90`, `later`, `undated`, in this order.
 */
groups: Array<AgendaGroup>, };

/**
 * The follow-ups of one stretch of time.
 */
export type AgendaGroup = { 
/**
 * Which stretch.
 */
code: string, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The first of them, 100 at most.
 */
rows: Array<Row>, };

/**
 * Asks for fields with several values.
 */
export type ConflictQuery = { 
/**
 * Only those of these records, all of them; without any, a page of all conflicts there are.
 */
records: Array<string>, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many to give, 500 at most.
 */
limit: number, };

/**
 * Fields with several values.
 */
export type ConflictPage = { 
/**
 * Those asked for.
 */
items: Array<ConflictItem>, 
/**
 * How many there are in the workspace.
 */
total: number, 
/**
 * The laptops that are a side of them, those of most first. Given with the first page of all, else empty.
 */
contenders: Array<Contender>, };

/**
 * A field with several values.
 */
export type ConflictItem = { 
/**
 * The record.
 */
record: Row, 
/**
 * The field's name; `deleted` for a contested deletion.
 */
field: string, 
/**
 * The values, the newest by cause first: of a field, that is the one shown.
 */
sides: Array<ConflictSide>, 
/**
 * How far the workspace was read for this: whoever settles it gives it back with the save.
 */
seen: string, };

/**
 * One of several values of a field.
 */
export type ConflictSide = { 
/**
 * As the wire has it, to save it with.
 */
value: WireValue | null, 
/**
 * As people read it.
 */
text: string | null, 
/**
 * Who set it.
 */
author: string, 
/**
 * On which laptop.
 */
device: string, 
/**
 * That laptop's device id.
 */
device_id: string, 
/**
 * Whether that is this laptop.
 */
here: boolean, 
/**
 * When, in RFC 3339 UTC.
 */
at: string, 
/**
 * What it did: the change of the field, with what it replaced; or the edits that a deletion had not seen.
 */
changes: Array<FieldChange>, };

/**
 * A laptop that is a side of conflicts.
 */
export type Contender = { 
/**
 * Its device id.
 */
device_id: string, 
/**
 * Its name, or its id.
 */
device: string, 
/**
 * Its officer; empty if not known.
 */
officer: string, 
/**
 * Whether it is this one.
 */
here: boolean, 
/**
 * Of how many conflicts it is a side.
 */
count: number, };

/**
 * Conflicts to settle.
 */
export type Settle = { 
/**
 * What decides. Conflicts of which it says nothing stay.
 */
rule: SettleRule, };

/**
 * A form with what was typed into it.
 */
export type KeptForm = { 
/**
 * By which the interface knows it.
 */
key: string, 
/**
 * The main record's kind.
 */
kind: string, 
/**
 * The main record, or `null` for a new one.
 */
id: string | null, 
/**
 * What a new record was begun with, as the address has it: `with.about`, say.
 */
beginning: { [key in string]: string }, 
/**
 * How far the workspace was read by whoever filled it in; `null` for a new record.
 */
seen: string | null, 
/**
 * The main record first, then those of its rows in which something was typed, owners before what they own.
 */
rows: Array<KeptRow>, 
/**
 * The rows that were taken out, and what went along with them, with all that stood there.
 */
removed: Array<KeptRow>, };

/**
 * A record in a kept form.
 */
export type KeptRow = { 
/**
 * By which the other rows of the form name it.
 */
key: string, 
/**
 * Its kind.
 */
kind: string, 
/**
 * Its id, or `null` for a new one.
 */
id: string | null, 
/**
 * The key of the row that it belongs to; `null` for a record of its own.
 */
owner: string | null, 
/**
 * What was typed, by field.
 */
fields: { [key in string]: KeptField }, };

/**
 * A field of a kept form.
 */
export type KeptField = { 
/**
 * What stands in it. A reference to an unsaved row of the form names that by `unsaved:` and its key.
 */
typed: WireValue, 
/**
 * What stood there before.
 */
before: WireValue, };

/**
 * A form that was found kept.
 */
export type FoundForm = { 
/**
 * When something was last typed, in RFC 3339 UTC.
 */
at: string, 
/**
 * The form.
 */
form: KeptForm, };

/**
 * Names a kept form.
 */
export type FormKey = { 
/**
 * Its key.
 */
key: string, };

/**
 * Whether a form was kept.
 */
export type Kept = { 
/**
 * Not if something of what it was about was erased.
 */
kept: boolean, };

/**
 * What decides conflicts.
 */
export type SettleRule = "shown" | { "device": string } | "keep" | "delete";

/**
 * Records to create or edit in one save.
 */
export type Save = { 
/**
 * In any order; a reference to another draft of the same save is written `#` and its place, from 0.
 */
drafts: Array<Draft>, 
/**
 * Records to delete in the same save: rows taken out of a form.
 */
delete: Array<string>, 
/**
 * How far the workspace was read by whoever filled the form in: what came since is not replaced. `null` for whoever
 * decides by what is here at the moment of the save.
 */
seen: string | null, 
/**
 * The key under which the form was kept: it is forgotten with the save.
 */
kept_as: string | null, };

/**
 * Records to move to the trash.
 */
export type Delete = { 
/**
 * Their ids.
 */
ids: Array<string>, 
/**
 * How far the workspace was read by whoever deletes them: what came since is not deleted. `null` for whoever
 * decides by what is here at the moment of the deletion.
 */
seen: string | null, };

/**
 * A record as the officer has it in the form.
 */
export type Draft = { 
/**
 * The record to edit, or `null` for a new one.
 */
id: string | null, 
/**
 * Its kind's name.
 */
kind: string, 
/**
 * The fields to set; `null` or an empty text empties one, and fields left out stay as they are.
 */
fields: { [key in string]: WireValue | null }, };

/**
 * What a write did. Views that show one of these records, or a list of one of these kinds, reload.
 */
export type Changed = { 
/**
 * The records written, owners of written records included.
 */
records: Array<ChangedRecord>, 
/**
 * The ids of the drafts, in their order; empty for other writes.
 */
drafts: Array<string>, 
/**
 * What an undo left alone, since someone has changed it since.
 */
skipped: Array<Skipped>, 
/**
 * Whether there is something to undo now.
 */
can_undo: boolean, 
/**
 * Whether there is something to redo now.
 */
can_redo: boolean, };

/**
 * A record written.
 */
export type ChangedRecord = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its kind's name.
 */
kind: string, };

/**
 * A field that an undo left alone.
 */
export type Skipped = { 
/**
 * The record.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The field's name.
 */
field: string, };

/**
 * What erasing a record takes away.
 */
export type Erasure = { 
/**
 * What the record is called.
 */
title: string, 
/**
 * How many records go, kind by kind: the record, and all that ever belonged to it.
 */
records: Array<ErasedKind>, 
/**
 * How many files were attached to them. One that is attached elsewhere too stays there.
 */
documents: number, 
/**
 * How many records refer to it. They stay, and say in its place that it was erased.
 */
referring: number, };

/**
 * Two records that are the same.
 */
export type Merge = { 
/**
 * The one that goes to the trash.
 */
duplicate: string, 
/**
 * The one that is kept, and stands for both from then on.
 */
kept: string, 
/**
 * The names of the fields of which the value of the duplicate is taken.
 */
take: Array<string>, };

/**
 * How many records of a kind are erased.
 */
export type ErasedKind = { 
/**
 * The kind's name.
 */
kind: string, 
/**
 * How many.
 */
count: number, };

/**
 * A bundle to write.
 */
export type ExportBundle = { 
/**
 * The file to write; or a folder, in which it gets a name of its own.
 */
path: string, 
/**
 * What goes into it, for whom.
 */
bundling: Bundling, };

/**
 * What goes into a bundle, for whom, and who can read it.
 */
export type Bundling = { 
/**
 * What it carries a part of; `null` for everything.
 */
only: Selection | null, 
/**
 * The device id of the laptop that gets what it lacked when it made the last of its own bundles that were imported
 * here; with what else its bundles told that it wants. Not together with `only`.
 */
lacking: string | null, 
/**
 * The device ids of the laptops it is for; none if it is for anyone.
 */
recipients: Array<string>, 
/**
 * Who can read it.
 */
seal: Seal, 
/**
 * The passphrase, if it is sealed by one.
 */
passphrase: Secret | null, 
/**
 * Documents of more bytes are held back.
 */
largest_document: number | null, 
/**
 * The most bytes of a file: a larger bundle comes in parts.
 */
part_size: number | null, };

/**
 * What a part of a workspace begins from. It is carried with what is about it and what belongs to all that; what any of
 * it refers to is carried by name.
 */
export type Selection = { 
/**
 * All that is in these countries, by their two letters.
 */
countries: Array<string>, 
/**
 * The ids of records.
 */
records: Array<string>, };

/**
 * Who can read a bundle.
 */
export type Seal = "recipients" | "passphrase" | "open";

/**
 * A text that is neither logged nor left in memory.
 */
export type Secret = string;

/**
 * What a bundle would carry.
 */
export type ExportPlan = { 
/**
 * A name for its file.
 */
name: string, 
/**
 * How many saves.
 */
commits: number, 
/**
 * How many documents.
 */
documents: number, 
/**
 * How many bytes those documents have.
 */
document_bytes: number, 
/**
 * How many documents are held back for their size.
 */
held_back: number, };

/**
 * What was written into a bundle.
 */
export type ExportReport = { 
/**
 * The file; or the first, if it came in parts.
 */
path: string, 
/**
 * All files, in order.
 */
files: Array<string>, 
/**
 * How many saves it carries.
 */
commits: number, 
/**
 * How many documents.
 */
documents: number, 
/**
 * How many documents were held back for their size.
 */
held_back: number, 
/**
 * How many bytes all files have.
 */
bytes: number, 
/**
 * Who can read it: `open` too if it was for nobody in particular.
 */
seal: Seal, 
/**
 * For whom it is: the names of laptops and officers.
 */
recipients: Array<string>, };

/**
 * A bundle to look at or to import.
 */
export type Received = { 
/**
 * The file; or any of them, if it came in parts.
 */
path: string, 
/**
 * The passphrase, if it is sealed by one.
 */
passphrase: Secret | null, };

/**
 * What an import would do.
 */
export type ImportPreview = { 
/**
 * The file.
 */
path: string, 
/**
 * Who made it.
 */
sender: Sender, 
/**
 * When it was made, in RFC 3339 UTC, by the sender's clock.
 */
made_at: string, 
/**
 * The laptops that it was made for, by name; none if it is for anyone.
 */
recipients: Array<string>, 
/**
 * How many bytes it has, in all its files.
 */
bytes: number, 
/**
 * Commits that are new here.
 */
new_commits: number, 
/**
 * Commits already known.
 */
known_commits: number, 
/**
 * Records new here. Here and below, what belongs to a record is counted with it.
 */
new: number, 
/**
 * Records changed, those with contested fields among them.
 */
changed: number, 
/**
 * Records deleted.
 */
deleted: number, 
/**
 * Records erased for good.
 */
erased: number, 
/**
 * Fields that would have several values.
 */
conflicts: number, 
/**
 * Documents new here.
 */
documents: number, 
/**
 * Changes of kinds or fields that only a newer program shows.
 */
unfamiliar: number, 
/**
 * Commits kept aside until those they follow on arrive.
 */
early_commits: number, 
/**
 * The laptops of which this file brings another history than was known.
 */
parted: Array<Parted>, 
/**
 * Stretches of commits before those of this file that are in neither it nor this workspace.
 */
gaps: Array<Gap>, 
/**
 * Stretches that were kept aside and are let go, since they are not what follows on what arrived.
 */
let_go: Array<Gap>, };

/**
 * Who made a bundle.
 */
export type Sender = { 
/**
 * The device's id.
 */
device: string, 
/**
 * The laptop's name.
 */
name: string, 
/**
 * The officer.
 */
officer: string, 
/**
 * Whether it is this laptop itself.
 */
here: boolean, 
/**
 * Whether this workspace has commits of that device already.
 */
known: boolean, 
/**
 * Since when its fingerprint is compared and it is trusted, in RFC 3339 UTC; `null` if it is not.
 */
trusted: string | null, };

/**
 * Missing commits of one device.
 */
export type Gap = { 
/**
 * The names of laptop and officer, or the device's id.
 */
device: string, 
/**
 * The first missing commit.
 */
from: number, 
/**
 * The last missing commit.
 */
to: number, 
/**
 * The laptops that have them, by what their own bundles said, likewise.
 */
ask: Array<string>, };

/**
 * What an import did.
 */
export type ImportReport = { 
/**
 * The counts, as the preview had them.
 */
preview: ImportPreview, 
/**
 * Whether anything arrived: views reload all they show if so.
 */
applied: boolean, 
/**
 * The number of the report that stays; `null` if nothing arrived.
 */
report: number | null, };

/**
 * An import to be done.
 */
export type ApplyImport = { 
/**
 * The bundle.
 */
bundle: Received, 
/**
 * Whether it is to be what the last preview showed, or is refused.
 */
as_shown: boolean, 
/**
 * What of that is left out.
 */
leave_out: Array<LeaveOut>, 
/**
 * Whether it is to be done without making a copy of the workspace first.
 */
without_backup: boolean, };

/**
 * A record, or one field of it, left out of an import.
 */
export type LeaveOut = { 
/**
 * The record's id.
 */
record: string, 
/**
 * The field's name, `deleted` for the deletion; `null` for the whole record, with what belongs to it.
 */
field: string | null, };

/**
 * Which part of a list is asked for.
 */
export type PageOf = { 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many to give, 200 at most.
 */
limit: number, };

/**
 * A page of what came in.
 */
export type ImportsPage = { 
/**
 * The imports, the newest first.
 */
imports: Array<ImportEntry>, 
/**
 * How many there are.
 */
total: number, };

/**
 * What is kept of an import.
 */
export type ImportEntry = { 
/**
 * Its number.
 */
n: number, 
/**
 * When it was imported, in RFC 3339 UTC.
 */
at: string, 
/**
 * The name of the file.
 */
file: string, 
/**
 * The id of the device that made it.
 */
sender: string, 
/**
 * The officer, as the file names its sender.
 */
officer: string, 
/**
 * The laptop, likewise.
 */
laptop: string, 
/**
 * When it was made, in RFC 3339 UTC, by the sender's clock.
 */
made_at: string, 
/**
 * How many commits were new.
 */
commits: number, 
/**
 * Records that were new, each counted with what belongs to it.
 */
new: number, 
/**
 * Records changed, those with contested fields among them.
 */
changed: number, 
/**
 * Records deleted.
 */
deleted: number, 
/**
 * Fields that came to have several values.
 */
conflicts: number, 
/**
 * Documents that were new.
 */
documents: number, 
/**
 * Commits kept aside.
 */
early_commits: number, 
/**
 * Whether something was left out.
 */
left_out: boolean, 
/**
 * Whether it is taken back.
 */
undone: boolean, };

/**
 * The number of an import.
 */
export type ImportNumber = { 
/**
 * Its number.
 */
n: number, };

/**
 * What taking an import back did.
 */
export type ImportUndone = { 
/**
 * What was written, and the first 200 fields left alone.
 */
changed: Changed, 
/**
 * How many fields were left alone, since they have been changed since.
 */
left_alone: number, };

/**
 * Which records of an import are asked for.
 */
export type LinesQuery = { 
/**
 * The number of an import that was done; `null` for the last preview.
 */
import: number | null, 
/**
 * Only those with this text in their title or in that of something that belongs to them; empty for all.
 */
text: string, 
/**
 * Only those to which this happens: `new`, `changed`, `deleted`, `erased` or `conflict`.
 */
effect: string | null, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many to give, 500 at most.
 */
limit: number, };

/**
 * A page of the records of an import.
 */
export type LinesPage = { 
/**
 * The records, the gravest first.
 */
lines: Array<Line>, 
/**
 * How many there are that pass.
 */
total: number, 
/**
 * How many there are of each effect, with the text asked for.
 */
counts: { [key in string]: number }, 
/**
 * The preview, if it had to be made anew since the workspace has changed.
 */
renewed: ImportPreview | null, };

/**
 * A record that an import touches, or to which something touched belongs.
 */
export type Line = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its kind's name.
 */
kind: string, 
/**
 * Its title after the import.
 */
title: string, 
/**
 * `new`, `changed`, `deleted`, `erased` or `conflict`.
 */
effect: string, };

/**
 * Which record of an import is asked for.
 */
export type LineQuery = { 
/**
 * The number of an import that was done; `null` for the last preview.
 */
import: number | null, 
/**
 * The record's id.
 */
id: string, };

/**
 * A record of an import field by field.
 */
export type LineDetail = { 
/**
 * It and what belongs to it, as far as they are touched, 200 at most.
 */
parts: Array<LinePart>, 
/**
 * How many there are.
 */
total: number, 
/**
 * The preview, if it had to be made anew since the workspace has changed.
 */
renewed: ImportPreview | null, };

/**
 * A record touched, field by field.
 */
export type LinePart = { 
/**
 * The record.
 */
line: Line, 
/**
 * Its fields that change or come to be in conflict.
 */
fields: Array<LineField>, };

/**
 * A field that an import changes.
 */
export type LineField = { 
/**
 * The field's name, or `deleted`.
 */
field: string, 
/**
 * Its value without the import; a reference by the record's title.
 */
here: string | null, 
/**
 * The value that comes, likewise.
 */
comes: string | null, 
/**
 * Whether the two are in conflict.
 */
contested: boolean, 
/**
 * Who set what comes.
 */
author: string, 
/**
 * On which laptop.
 */
device: string, 
/**
 * When, in RFC 3339 UTC, by that laptop's clock.
 */
at: string, };

/**
 * A printed file.
 */
export type Printed = { 
/**
 * The file.
 */
path: string, 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * Characters that no font here can show, and that the page marks as missing.
 */
missing: Array<string>, };

/**
 * A laptop, as far as it is known here.
 */
export type Laptop = { 
/**
 * Its device id.
 */
device: string, 
/**
 * Its name, or its id where it has not introduced itself.
 */
name: string, 
/**
 * Its officer; empty if not known.
 */
officer: string, 
/**
 * Whether it is this one.
 */
here: boolean, 
/**
 * Whether this workspace went on as it before it was restored or copied.
 */
formerly: boolean, 
/**
 * The name of the laptop in whose place it goes on.
 */
continues: string | null, 
/**
 * Whether it is no longer in use.
 */
retired: boolean, 
/**
 * Since when it is trusted, in RFC 3339 UTC; `null` if it is not.
 */
trusted: string | null, 
/**
 * How its fingerprint was compared: `aloud` or `side-by-side`.
 */
compared: string | null, 
/**
 * How many of its saves are here.
 */
commits: number, 
/**
 * That it was copied or restored and went on more than once; `null` if it did not.
 */
parted: Parted | null, 
/**
 * When its latest bundle was made, in RFC 3339 UTC, by its own clock; `null` before the first.
 */
made_at: string | null, 
/**
 * When that was imported here.
 */
heard_at: string | null, 
/**
 * How many of the saves here it lacked then; `null` before the first.
 */
lacks: number | null, 
/**
 * When the earliest of those was made.
 */
lacks_since: string | null, 
/**
 * How many saves it had that are not here.
 */
ahead: number, 
/**
 * Its fingerprint: eight English words.
 */
words: Array<string>, 
/**
 * The same in eight groups of four hexadecimal digits.
 */
digits: Array<string>, };

/**
 * A laptop.
 */
export type DeviceRef = { 
/**
 * Its device id.
 */
device: string, };

/**
 * A laptop to trust, or no longer.
 */
export type TrustDevice = { 
/**
 * Its device id.
 */
device: string, 
/**
 * How its fingerprint was compared, `aloud` or `side-by-side`; `null` trusts it no longer.
 */
compared: string | null, };

/**
 * A laptop to take out of use, or back.
 */
export type RetireDevice = { 
/**
 * Its device id.
 */
device: string, 
/**
 * Whether it is no longer in use.
 */
retired: boolean, };

/**
 * A laptop's fingerprint, to compare in person.
 */
export type Fingerprint = { 
/**
 * Its device id.
 */
device: string, 
/**
 * Eight English words.
 */
words: Array<string>, 
/**
 * The same in eight groups of four hexadecimal digits.
 */
digits: Array<string>, 
/**
 * The digits as a QR code.
 */
code: QrCode, };

/**
 * A QR code.
 */
export type QrCode = { 
/**
 * How many squares it is wide and high, without the margin of four that it needs around it.
 */
size: number, 
/**
 * The dark squares as a path of SVG, a unit a square.
 */
path: string, };

/**
 * The shared folder of a workspace.
 */
export type FolderChoice = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Whether what trusted laptops put there is applied without asking.
 */
apply_trusted: boolean, 
/**
 * Whether what is put there can be read by whoever has it.
 */
open: boolean, };

/**
 * How things stand with the shared folder.
 */
export type FolderStatus = { 
/**
 * The folder; `null` if none was chosen.
 */
folder: FolderChoice | null, 
/**
 * `there`; `paused` since a backup was put back; `gone`; or `emptied`: there, but without a single file, though this laptop has put some into it.
 */
state: string, 
/**
 * When it was last looked into since the workspace was opened, in RFC 3339 UTC.
 */
looked_at: string | null, 
/**
 * When this laptop last put a file there, likewise.
 */
written_at: string | null, 
/**
 * How many files this laptop has there.
 */
own_files: number, 
/**
 * How many bytes those have.
 */
own_bytes: number, 
/**
 * How many laptops, known and in use, there are besides this one: what is put there is sealed for them.
 */
readers: number, 
/**
 * Whose they are, each as one calls it.
 */
sealed_for: Array<string>, 
/**
 * How many files of others are read, and waited for nothing or have been looked at.
 */
read: number, 
/**
 * From whom there are files that wait.
 */
waiting: Array<FolderSender>, 
/**
 * The files that are left as they are.
 */
troubles: Array<FolderTrouble>, 
/**
 * Why nothing could be put there at the last look.
 */
unwritten: string | null, };

/**
 * A laptop whose files wait in the shared folder.
 */
export type FolderSender = { 
/**
 * Its device id.
 */
device: string, 
/**
 * The laptop's name, as its files have it.
 */
name: string, 
/**
 * Its officer, likewise.
 */
officer: string, 
/**
 * Whether it is known here.
 */
known: boolean, 
/**
 * Since when it is trusted, in RFC 3339 UTC; `null` if it is not.
 */
trusted: string | null, 
/**
 * Whether it introduces itself, and can be met.
 */
introduces: boolean, 
/**
 * Its fingerprint in words.
 */
words: Array<string>, 
/**
 * Its files that can be looked at and imported, the oldest first.
 */
files: Array<WaitingFile>, };

/**
 * A file that waits in the shared folder.
 */
export type WaitingFile = { 
/**
 * Where it is.
 */
path: string, 
/**
 * When it was made, in RFC 3339 UTC, by its sender's clock.
 */
made_at: string, 
/**
 * How many saves it carries.
 */
commits: number, 
/**
 * Whether it waits, though its sender is trusted, since it erases records for good.
 */
erases: boolean, };

/**
 * A file in the shared folder that is left as it is.
 */
export type FolderTrouble = { 
/**
 * Its name.
 */
name: string, 
/**
 * Why: `broken`, `foreign`, `newer`, `sealed-for-others`, `passphrase`, `parts-missing`, `refused`, `unreadable`,
 * `not-a-file` or `huge`.
 */
why: string, 
/**
 * That as a sentence, with what to do.
 */
message: string, };

/**
 * Asks for a look into the shared folder.
 */
export type LookInFolder = { 
/**
 * Whether what could not be read before is tried again.
 */
anew: boolean, };

/**
 * What a look into the shared folder came to.
 */
export type FolderLook = { 
/**
 * How things stand now.
 */
status: FolderStatus, 
/**
 * Whether anything arrived: views reload all they show if so.
 */
arrived: boolean, 
/**
 * The numbers of the imports that were reported.
 */
imports: Array<number>, 
/**
 * The name of the file that was put there; `null` if there was nothing to say.
 */
put: string | null, };

/**
 * Asks for the copies of a workspace.
 */
export type BackupsOf = { 
/**
 * The workspace's file, which may be one that does not open; without it, the open one.
 */
workspace: string | null, };

/**
 * The copies there are of a workspace.
 */
export type BackupList = { 
/**
 * The folder they are in.
 */
folder: string, 
/**
 * Whether the officer chose it; else it is the one beside the workspace.
 */
chosen: boolean, 
/**
 * The newest first.
 */
items: Array<BackupItem>, 
/**
 * How many of them have records that were erased since.
 */
holding_erased: number, 
/**
 * Why the last one could not be made; `null` if it could.
 */
trouble: string | null, };

/**
 * A copy of the workspace.
 */
export type BackupItem = { 
/**
 * The file.
 */
path: string, 
/**
 * When it was made, in RFC 3339 UTC.
 */
at: string, 
/**
 * What for: `hourly`, `import`, `replaced` (another was put back in its place) or `asked`.
 */
occasion: string, 
/**
 * Its size.
 */
bytes: number, };

/**
 * Where copies are to be kept.
 */
export type BackupFolder = { 
/**
 * The folder; `null` for the one beside the workspace.
 */
folder: string | null, };

/**
 * A copy to put back.
 */
export type RestoreBackup = { 
/**
 * The copy.
 */
path: string, 
/**
 * The workspace whose place it takes, if that does not open; without it, the open one.
 */
workspace: string | null, };

/**
 * No arguments.
 */
export type Nothing = Record<symbol, never>;

/**
 * A file.
 */
export type Path = { 
/**
 * Its full path.
 */
path: string, };

/**
 * A record and a file to write.
 */
export type RecordPath = { 
/**
 * The record.
 */
id: string, 
/**
 * The file.
 */
path: string, };

/**
 * One record.
 */
export type OneRecord = { 
/**
 * Its id.
 */
id: string, };

/**
 * Some records.
 */
export type Records = { 
/**
 * Their ids.
 */
ids: Array<string>, };

/**
 * Who works here, on which laptop.
 */
export type Identity = { 
/**
 * The officer's name.
 */
officer: string, 
/**
 * The laptop's name.
 */
device: string, };

/**
 * A workspace to make.
 */
export type NewWorkspace = { 
/**
 * Where; nothing may be there yet.
 */
path: string, 
/**
 * The officer's name.
 */
officer: string, 
/**
 * The laptop's name.
 */
device: string, };

/**
 * A file to keep in the workspace.
 */
export type AttachDocument = { 
/**
 * The record it belongs to.
 */
owner: string, 
/**
 * The file to read.
 */
path: string, 
/**
 * `signed`, `draft`, `annex`, `letter`, `minutes`, or the officer's own word.
 */
use: string | null, };

/**
 * An agreement to print.
 */
export type PrintAgreement = { 
/**
 * The agreement.
 */
id: string, 
/**
 * The language of the page: `en` or `zh-Hans`.
 */
language: string, 
/**
 * The PDF to write.
 */
path: string, };

/**
 * What the program has open, and what it was asked to open.
 */
export type Status = { 
/**
 * The program's version.
 */
version: string, 
/**
 * The open workspace.
 */
workspace: WorkspaceStatus | null, 
/**
 * Workspaces opened lately, the last one first.
 */
recent: Array<RecentWorkspace>, 
/**
 * Language and theme.
 */
preferences: Preferences, 
/**
 * A file the program was started with, until it is opened: a workspace or a bundle.
 */
pending: string | null, 
/**
 * A folder in which to propose new files.
 */
folder: string, };

/**
 * The open workspace.
 */
export type WorkspaceStatus = { 
/**
 * Its file.
 */
path: string, 
/**
 * Its file's name without the ending.
 */
name: string, 
/**
 * Who works here.
 */
identity: Identity, 
/**
 * This laptop's device id.
 */
device_id: string, 
/**
 * That the file was restored or copied and goes on as a new laptop, until the officer has taken notice.
 */
continued: Continued | null, 
/**
 * The laptops that have written several histories, until the officer has taken notice.
 */
parted: Array<Parted>, 
/**
 * Why a restored or copied file would not be recognised on this machine; `null` if it would.
 */
unmarked: string | null, 
/**
 * Why the last copy of the workspace could not be made; `null` if it could.
 */
backup_trouble: string | null, 
/**
 * How many records that were erased are back with a backup.
 */
back_again: number, 
/**
 * Whether bytes of what was erased may still stand in the file.
 */
unswept: boolean, 
/**
 * How many records of each main kind, by the kind's name.
 */
counts: Record<string, number>, 
/**
 * How many fields have several values.
 */
conflicts: number, 
/**
 * What a newer program wrote and this one keeps without showing.
 */
unknown: UnknownData, 
/**
 * Whether there is something to undo.
 */
can_undo: boolean, 
/**
 * Whether there is something to redo.
 */
can_redo: boolean, };

/**
 * A workspace that was restored or copied and goes on as a new laptop.
 */
export type Continued = { 
/**
 * How it was recognised: `restored` (an older file than the one last used on this machine), `copied` (from another
 * machine, or in use twice), or `heard` (a colleague's bundle had later saves of it).
 */
why: string, 
/**
 * When, in RFC 3339 UTC.
 */
at: string, };

/**
 * A laptop that was copied, or restored from a backup, and has written several histories. All of them are kept.
 */
export type Parted = { 
/**
 * Its name and its officer's, or its id where it has not introduced itself.
 */
name: string, 
/**
 * How many histories there are.
 */
histories: number, 
/**
 * From when on, in RFC 3339 UTC, by its clock.
 */
since: string, };

/**
 * What a newer program wrote.
 */
export type UnknownData = { 
/**
 * Records of kinds not known here.
 */
records: number, 
/**
 * Fields not known here.
 */
fields: number, };

/**
 * A workspace opened before.
 */
export type RecentWorkspace = { 
/**
 * Its file.
 */
path: string, 
/**
 * Its file's name without the ending.
 */
name: string, };

/**
 * How the program looks and speaks on this laptop.
 */
export type Preferences = { 
/**
 * `en` or `zh-Hans`; `null` follows the system.
 */
language: string | null, 
/**
 * Light, dark, or as the system.
 */
theme: Theme, };

/**
 * Light, dark, or as the system.
 */
export type Theme = "system" | "light" | "dark";

/**
 * How far long work has come.
 */
export type Progress = { 
/**
 * What is being done: `export`, `import`, `rebuild`, `check`, `backup` or `restore`.
 */
step: string, 
/**
 * How much is done.
 */
done: number, 
/**
 * Of how much; 0 if that is not known.
 */
total: number, };

/**
 * The hash of all that is shown.
 */
export type Digest = { 
/**
 * 64 hexadecimal digits, equal on two laptops that know the same.
 */
digest: string, };

/**
 * What a rebuild found.
 */
export type Rebuilt = { 
/**
 * Whether the projections came out as they were.
 */
same: boolean, 
/**
 * The digest afterwards.
 */
digest: string, };

/**
 * What a check of the workspace found.
 */
export type CheckReport = { 
/**
 * How many commits were verified.
 */
commits: number, 
/**
 * How many documents.
 */
documents: number, 
/**
 * What is wrong, a sentence each; empty if all is well.
 */
problems: Array<string>, };

/**
 * What the interface does about an error. A kind exists only if the interface acts on it in its own way.
 */
export type ErrorKind = "invalid" | "no-workspace" | "not-found" | "damaged" | "locked" | "file" | "not-backed-up" | "passphrase" | "refused" | "cancelled" | "defect";

/**
 * Why a field was not accepted.
 */
export type FieldError = { 
/**
 * The place of the draft in the save, from 0; `null` where there are no drafts.
 */
record: number | null, 
/**
 * The field's name.
 */
field: string, 
/**
 * What is wrong and what would be right.
 */
message: string, };

/**
 * An error, in the officer's language.
 */
export type WireError = { 
/**
 * What the interface does about it.
 */
kind: ErrorKind, 
/**
 * What happened, to what.
 */
message: string, 
/**
 * What to do now; may be empty.
 */
hint: string, 
/**
 * The fields that were not accepted.
 */
fields: Array<FieldError>, };

