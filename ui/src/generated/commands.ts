// Made from the Rust side by `cargo xtask types`. Do not edit.

import type * as wire from './wire';

/** Each command with its arguments and its result. */
export interface Commands {
  /** What is open, and how the program looks and speaks. */
  status: { args: wire.Nothing; result: wire.Status };
  /** Makes a new, empty workspace and opens it. */
  create_workspace: { args: wire.NewWorkspace; result: wire.Status };
  /** Makes a workspace filled with the sample and opens it. */
  create_sample: { args: wire.NewWorkspace; result: wire.Status };
  /** Fills the open, empty workspace with the sample. */
  add_sample: { args: wire.Nothing; result: wire.Changed };
  /** Opens a workspace, after checking the file. */
  open_workspace: { args: wire.Path; result: wire.Status };
  /** Closes the open workspace. */
  close_workspace: { args: wire.Nothing; result: wire.Status };
  /** Takes a file the program was started with, or was asked to open, as dealt with. */
  dismiss_pending: { args: wire.Path; result: wire.Status };
  /** Sets the officer's and the laptop's name. */
  set_identity: { args: wire.Identity; result: wire.Changed };
  /** Sets language and theme on this laptop. */
  set_preferences: { args: wire.Preferences; result: wire.Status };
  /** One page of the records of a kind. */
  list: { args: wire.List; result: wire.Page };
  /** The texts that a list can be filtered by, those said most often first. */
  filter_texts: { args: wire.FilterTexts; result: Array<string> };
  /** A record with all that belongs to it and refers to it. */
  get: { args: wire.Records; result: Array<wire.Detail> };
  /** Records without what belongs to them; ids that are not here are left out. */
  rows: { args: wire.Records; result: Array<wire.Row> };
  /** The history of a record and of what belongs to it, newest first. */
  history: { args: wire.HistoryQuery; result: wire.HistoryPage };
  /** What the search box finds. */
  search: { args: wire.Search; result: Array<wire.Hit> };
  /** What the home page shows. */
  home: { args: wire.Nothing; result: wire.Home };
  /** The open follow-ups by when they are due. */
  agenda: { args: wire.Nothing; result: wire.Agenda };
  /** A page of the fields with several values, or those of some records. */
  conflicts: { args: wire.ConflictQuery; result: wire.ConflictPage };
  /** Creates and edits records in one save. Saving a contested field settles it. */
  save: { args: wire.Save; result: wire.Changed };
  /** Settles every conflict that a rule decides, as one step to undo. */
  settle: { args: wire.Settle; result: wire.Changed };
  /** Keeps a form with what was typed into it and not saved, over the end of the program. */
  keep_form: { args: wire.KeptForm; result: wire.Kept };
  /** Forgets a kept form. */
  forget_form: { args: wire.FormKey; result: wire.Nothing };
  /** The forms that are kept. */
  kept_forms: { args: wire.Nothing; result: Array<wire.FoundForm> };
  /** Moves records to the trash, with what belongs to them. */
  delete: { args: wire.Delete; result: wire.Changed };
  /** Brings records back from the trash, with what was deleted with them. */
  restore: { args: wire.Records; result: wire.Changed };
  /** Makes one of two records that are the same. */
  merge: { args: wire.Merge; result: wire.Changed };
  /** Says what erasing a record would take away. */
  preview_erase: { args: wire.OneRecord; result: wire.Erasure };
  /** Erases a record and all that ever belonged to it, on every laptop that hears of it. Nobody can undo that. */
  erase: { args: wire.OneRecord; result: wire.Changed };
  /** Puts back what this laptop's last save replaced. */
  undo: { args: wire.Nothing; result: wire.Changed };
  /** Takes back the last undo. */
  redo: { args: wire.Nothing; result: wire.Changed };
  /** Copies a file into the workspace, as a document of a record. */
  attach_document: { args: wire.AttachDocument; result: wire.Changed };
  /** Writes a document of the workspace to a file. */
  save_document: { args: wire.RecordPath; result: wire.Path };
  /** Says what a bundle would carry, and how its file might be called. */
  plan_export: { args: wire.Bundling; result: wire.ExportPlan };
  /** Writes a bundle. */
  export_bundle: { args: wire.ExportBundle; result: wire.ExportReport };
  /** Says what importing a bundle would do, and changes nothing. */
  preview_import: { args: wire.Received; result: wire.ImportPreview };
  /** A page of the records that an import brings or brought. */
  import_lines: { args: wire.LinesQuery; result: wire.LinesPage };
  /** One of these records field by field. */
  import_line: { args: wire.LineQuery; result: wire.LineDetail };
  /** Imports a bundle, whatever is in it, or as it was shown without what is left out. */
  apply_import: { args: wire.ApplyImport; result: wire.ImportReport };
  /** Forgets what was shown of an import. */
  forget_import: { args: wire.Nothing; result: wire.Nothing };
  /** What came in, the newest first. */
  imports: { args: wire.PageOf; result: wire.ImportsPage };
  /** The report of one import. */
  import_report: { args: wire.ImportNumber; result: wire.ImportEntry };
  /** Puts back what an import brought. What has been changed since is left alone and named. */
  undo_import: { args: wire.ImportNumber; result: wire.ImportUndone };
  /** The stretches of commits that are missing before those kept aside. */
  gaps: { args: wire.Nothing; result: Array<wire.Gap> };
  /** Prints the summary of an agreement into a PDF. */
  print_agreement: { args: wire.PrintAgreement; result: wire.Printed };
  /** The laptops that take part, this one first, then by when they were last heard of. */
  laptops: { args: wire.Nothing; result: Array<wire.Laptop> };
  /** Trusts a laptop whose fingerprint was compared, or no longer. */
  trust_device: { args: wire.TrustDevice; result: Array<wire.Laptop> };
  /** Says, to colleagues too, that a laptop is no longer in use, or is again. */
  retire_device: { args: wire.RetireDevice; result: wire.Changed };
  /** A laptop's fingerprint, to compare in person. */
  fingerprint: { args: wire.DeviceRef; result: wire.Fingerprint };
  /** Takes it that the officer knows that the workspace was restored or copied and goes on as a new laptop. */
  dismiss_continued: { args: wire.Nothing; result: wire.Status };
  /** Takes it that the officer knows which laptops have written several histories. */
  dismiss_parted: { args: wire.Nothing; result: wire.Status };
  /** How things stand with the shared folder. */
  folder: { args: wire.Nothing; result: wire.FolderStatus };
  /** Chooses the shared folder, or how it is used. */
  set_folder: { args: wire.FolderChoice; result: wire.FolderStatus };
  /** Uses the shared folder no more. What stands in it stays. */
  leave_folder: { args: wire.Nothing; result: wire.FolderStatus };
  /** Looks into the shared folder: takes in what has come and may be, and puts there what others lack. */
  look_in_folder: { args: wire.LookInFolder; result: wire.FolderLook };
  /** Takes in the introduction of a laptop that waits in the shared folder, so that files are sealed for it too. */
  meet_in_folder: { args: wire.DeviceRef; result: wire.FolderStatus };
  /** The copies there are of the open workspace, or of one that does not open. */
  backups: { args: wire.BackupsOf; result: wire.BackupList };
  /** Makes a copy of the workspace now. */
  make_backup: { args: wire.Nothing; result: wire.BackupList };
  /** Puts a copy back in the place of the open workspace, or of one that does not open; that is itself kept as a copy. */
  restore_backup: { args: wire.RestoreBackup; result: wire.Status };
  /** Erases in the copies what was erased in the workspace since they were made. */
  erase_in_backups: { args: wire.Nothing; result: wire.BackupList };
  /** Chooses the folder for copies. */
  set_backup_folder: { args: wire.BackupFolder; result: wire.BackupList };
  /** Erases again what had been erased and is back with a backup. */
  erase_again: { args: wire.Nothing; result: wire.Changed };
  /** Takes it that what is back with a backup is to stay. */
  keep_back_again: { args: wire.Nothing; result: wire.Status };
  /** Writes the workspace's file anew, where bytes of what was erased may still stand in it. */
  sweep: { args: wire.Nothing; result: wire.Status };
  /** Makes all projections anew from the log, and says whether they came out the same. */
  rebuild: { args: wire.Nothing; result: wire.Rebuilt };
  /** Verifies the log's chains and signatures, the documents, and the file itself. */
  check: { args: wire.Nothing; result: wire.CheckReport };
  /** One hash over all that is shown. */
  digest: { args: wire.Nothing; result: wire.Digest };
  /** How far the long work of another request has come; `null` if there is none. Never waits. */
  progress: { args: wire.Nothing; result: wire.Progress | null };
  /** Asks the long work of another request to stop, leaving nothing behind. Never waits. */
  cancel: { args: wire.Nothing; result: wire.Nothing };
}
