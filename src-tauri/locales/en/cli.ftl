## The command line: its help.

cli-about = Institutions, people, agreements and follow-ups of an alliance, from a terminal.
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-value-command = COMMAND
cli-value-country = COUNTRY
cli-value-device = DEVICE
cli-value-duplicate = DUPLICATE
cli-value-field = FIELD
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-id = ID
cli-value-in = IN
cli-value-kept = KEPT
cli-value-kind = KIND
cli-value-name = NAME
cli-value-options = OPTIONS
cli-value-out = OUT
cli-value-size = SIZE
cli-value-tag = TAG
cli-value-text = TEXT
cli-value-use = USE
cli-value-value = VALUE
cli-value-what = WHAT

cli-command-new = Make a new, empty workspace
cli-command-sample = Fill a workspace just made with the sample
cli-command-list = List the records of a kind
cli-command-show = Show a record with all that belongs to it
cli-command-history = Show what was changed in a record, by whom and when
cli-command-search = Find records by words or beginnings of words, in any script
cli-command-agenda = Show the open follow-ups by when they are due
cli-command-conflicts = Show the fields that have several values
cli-command-settle = Settle many conflicts at once, by a rule
cli-command-add = Add a record
cli-command-edit = Set fields of a record
cli-command-delete = Move records to the trash
cli-command-restore = Bring records back from the trash
cli-command-merge = Make one of two records that are the same
cli-command-erase = Erase a record for good, on every laptop that hears of it
cli-command-undo = Put back what the last save on this laptop replaced
cli-command-redo = Take back the last undo
cli-command-attach = Copy a file into the workspace, as a document of a record
cli-command-export = Write everything into a bundle for a colleague
cli-command-import = Import a colleague’s bundle
cli-command-imports = List what came in
cli-command-import-show = Show the records of an import, or one of them field by field
cli-command-import-undo = Put back what an import brought
cli-command-print = Print the summary of an agreement into a PDF
cli-command-devices = Show the laptops that take part, what each lacks, and whether it is trusted
cli-command-trust = Trust a laptop whose fingerprint you compared with its officer’s
cli-command-retire = Say, to colleagues too, that a laptop is no longer in use
cli-command-fingerprint = Show the fingerprint of this laptop or of another, to compare in person
cli-command-folder = Exchange by a folder that Syncthing, Nextcloud, OneDrive or a stick carries
cli-command-set = Choose the shared folder, or how it is used
cli-command-look = Take in what has come, and put there what others lack
cli-command-status = Show what waits there and what is left as it is
cli-command-meet = Take in a laptop that introduces itself there, so that files are sealed for it too
cli-command-clear = Use the shared folder no more; what stands in it stays
cli-command-backups = Show the backups there are, or choose the folder for them
cli-command-backup = Make a backup of the workspace now
cli-command-restore-backup = Put a backup in the place of the workspace, which is itself kept as a backup
cli-command-rebuild = Make everything that is shown anew from the log
cli-command-erase-again = Erase again what had been erased and is back with a backup
cli-command-sweep = Write the workspace’s file anew, so that nothing is left in it of what was erased
cli-command-check = Verify the log, the documents and the file
cli-command-digest = Print one hash over everything: equal on two laptops that know the same

cli-argument-workspace = The workspace file
cli-argument-json = Answer with one JSON document
cli-argument-language = The language to speak: en or zh-Hans (without it, the system’s)
cli-argument-help = Show this help
cli-argument-version = Show the program’s version
cli-argument-officer = The officer’s name
cli-argument-device = The laptop’s name
cli-argument-kind = The kind of record: institution, person, agreement, party, event, follow-up …
cli-argument-filters = Only records with this value (again for another field, or for a second value of the same): country=CN, signed=2023-01-01..2023-12-31, ends=? (not known), ends=* (known), tag=sample, state=expiring (what an agreement’s dates mean)
cli-argument-sort = Sort by this field, or with - before it by its greatest first
cli-argument-limit = Show no more than so many
cli-argument-deleted = List what is in the trash instead
cli-argument-id = The record’s id
cli-argument-ids = The records’ ids
cli-argument-duplicate = The id of the record that goes to the trash
cli-argument-kept = The id of the record that is kept, and stands for both from then on
cli-argument-take = A field of which the duplicate’s value is taken (again for another)
cli-argument-text = Words to find; all must be found
cli-argument-fields = A field and its value; nothing after = empties the field
cli-argument-file = The file
cli-argument-purpose = What it is: signed, draft, annex, letter, minutes, or a word of your own
cli-argument-only = Only what is in this country (two letters), or this record, with what is about it and belongs to it (again for another)
cli-argument-lacking = Only what this laptop (by its device id) lacks, going by the last bundle of its own that was imported here; sealed for it
cli-argument-recipients = A laptop it is for, by its device id (again for another): it is sealed so that only these and this one can read it
cli-argument-passphrase_file = A file whose first line is the passphrase that the bundle is sealed by
cli-argument-open = Do not seal it: whoever has the file can read it
cli-argument-largest_document = Hold back documents larger than this, such as 5M
cli-argument-part_size = Come in several files, none larger than this, such as 20M
cli-argument-preview = Only show what would be done
cli-argument-yes = Do it without asking
cli-argument-leave_out = A record, or one of its fields, that stays as it is here; may be given several times
cli-argument-without_backup = Do not make a backup of the workspace first
cli-argument-number = The number of the import, as listed by imports
cli-argument-record = The id of one of its records
cli-argument-what = What to print
cli-argument-lang = The language of the page: en or zh-Hans (without it, the one of the answers)
cli-argument-out = The PDF to write
cli-argument-which = The laptop: its device id or the beginning of it, or its name
cli-argument-whose = The laptop (without it, this one)
cli-argument-aloud = The words were read out, over a telephone say; without it, they were seen side by side
cli-argument-revoke = Trust it no longer
cli-argument-back = It is in use again
cli-argument-shared = The folder
cli-argument-apply_trusted = Import what trusted laptops put there without asking; without it, everything waits
cli-argument-folder = The folder in which backups are to be kept from now on
cli-argument-beside = Keep them beside the workspace again
cli-argument-backup = The backup to put back
cli-argument-erase = Erase in the backups what was erased in the workspace since they were made
cli-argument-keep_back = Keep what is back instead
cli-argument-verify = Fail if anything comes out otherwise than it was
cli-argument-shown = Keep what is shown, the newest by cause; what was deleted and edited is kept
cli-argument-from = Take what the laptop of this device id says, where it says something
cli-argument-keep = Keep the records that were deleted and edited, and settle nothing else
cli-argument-delete = Delete the records that were deleted and edited, and settle nothing else

## What was typed and not understood.

cli-usage-languages-hint = It can be one of: { $tags }.
cli-usage-hint = entente-cli --help shows what can be typed; --help after a command, what it takes.
cli-usage-unknown-command = There is no command “{ $argument }”.
cli-usage-unknown-argument = “{ $argument }” is not known here.
cli-usage-missing-argument = This is missing: { $argument }
cli-usage-missing-command = A command is missing.
cli-usage-bad-value = “{ $value }” is not possible for { $argument }.
cli-usage-argument-conflict = { $argument } and { $other } cannot be used together.
cli-usage-other = The command line is not understood.
cli-usage-no-workspace = Which workspace is not said: it is given by -w FILE.
cli-usage-no-assignment = “{ $argument }” is not a field and its value, such as city=Bishkek.
cli-usage-assigned-twice = The field “{ $argument }” is given twice.
cli-usage-no-filter = “{ $argument }” is not a filter, such as country=KG.

## Errors

cli-error = Error: { $message }
cli-hint = Hint: { $hint }
cli-no-such-name = There is no { $kind } “{ $name }” in this workspace.
cli-several-of-name = “{ $name }” means several records.
cli-several-of-name-hint = Name one by its id: { $ids }.
cli-no-such-name-hint = entente-cli -w FILE list { $kind } shows those there are.
cli-import-cannot-ask = Nothing was imported, since there is nobody to ask.
cli-import-cannot-ask-hint = Say --preview to see what would be imported, or --yes to import it.
cli-import-refused = Nothing was imported.
cli-erase-cannot-ask = Nothing was erased, since there is nobody to ask.
cli-erase-cannot-ask-hint = Say --preview to see what would go, or --yes to erase it.
cli-erase-refused = Nothing was erased.

## Answers

cli-yes = yes
cli-no = no
cli-empty = (empty)
cli-withheld = (held back)
cli-column-id = Id
cli-column-title = Title
cli-column-kind = Kind
cli-column-state = State
cli-column-more = Also
cli-nothing-found = Nothing found.
cli-list-part = { $shown } of { $total }
cli-in-trash = In the trash
cli-left-out = Came with an import, and left out on this laptop only

cli-workspace-made = Made { $path } for { $officer }.
cli-sample-added = { $count ->
    [one] Added { $count } record of the sample.
   *[other] Added { $count } records of the sample.
}
cli-added = Added: { $kind } { $id }
cli-saved = Saved.
cli-deleted = { $count ->
    [one] Moved { $count } record to the trash. It can be brought back by undo or restore.
   *[other] Moved { $count } records to the trash. They can be brought back by undo or restore.
}
cli-restored = { $count ->
    [one] Brought { $count } record back from the trash.
   *[other] Brought { $count } records back from the trash.
}
cli-merged = Merged. What refers to either record means the one that was kept. It can be taken back by undo.
cli-undone = Undone. It can be taken back by redo.
cli-redone = Done again.
cli-skipped = Left as it is, since it was changed later: { $title }, { $field }
cli-attached = Copied { $path } into the workspace.

# The heading of what refers to a record: “Agreements (Signed at): 7”.
cli-referring = { $kind } ({ $field }): { $total }

cli-history-entry = { $at } · { $author } · { $device } · { $action }
cli-history-set = { $kind } “{ $title }”, { $field }: { $after }
cli-history-change = { $kind } “{ $title }”, { $field }: { $before } → { $after }
cli-history-deleted = { $kind } “{ $title }” moved to the trash
cli-history-restored = { $kind } “{ $title }” brought back from the trash

# “Overdue: 3”, and the follow-ups below.
cli-agenda-heading = { $when }: { $total }
cli-agenda-empty = No follow-up is open.

cli-no-conflicts = No field has several values.
cli-conflict-side = { $value } ({ $author }, { $device }, { $at })
cli-settled = { $count ->
    [one] Settled { $count } conflict
   *[other] Settled { $count } conflicts
}; { $left ->
    [one] { $left } is left.
   *[other] { $left } are left.
}

cli-laptop = { $name } ({ $officer })
cli-laptop-here = This laptop
cli-laptop-formerly = This workspace’s former identity, before it was restored or copied
cli-laptop-retired = No longer in use
cli-laptop-continues = Goes on in place of { $name }
cli-laptop-trusted = Trusted since { $since }
cli-laptop-not-trusted = Not trusted: its fingerprint was not compared
cli-laptop-not-heard = No bundle of its own was imported here yet
cli-laptop-has-all = Last heard of { $heard }: had everything that is here; { $ahead ->
    [one] { $ahead } save of what it had is not here
   *[other] { $ahead } saves of what it had are not here
}
cli-laptop-lacks = Last heard of { $heard }: lacks { $lacks ->
    [one] { $lacks } save, of { $since }
   *[other] { $lacks } saves, the earliest of { $since }
}; { $ahead ->
    [one] { $ahead } save of what it had is not here
   *[other] { $ahead } saves of what it had are not here
}
cli-trusted = Trusted: { $name } ({ $officer })
cli-no-longer-trusted = No longer trusted: { $name } ({ $officer })
cli-retired = No longer in use: { $name } ({ $officer })
cli-back-in-use = In use again: { $name } ({ $officer })
cli-no-such-laptop = There is no laptop “{ $word }” here.
cli-several-laptops = “{ $word }” means several laptops.
cli-no-such-laptop-hint = entente-cli -w FILE devices shows the laptops and their device ids.
cli-continued-restored = This is an older file than the one last used on this machine. It goes on as a new laptop, so that nothing is lost of either.
cli-continued-copied = This file is a copy from another machine, or in use twice. It goes on as a new laptop, so that nothing is lost of either.
cli-continued-heard = A colleague’s bundle had later saves of this laptop than this file. It goes on as a new laptop, so that nothing is lost of either.
cli-back-again =
    { $count ->
        [one] With the backup, one record is back that had been erased: entente-cli -w FILE erase-again [--keep]
       *[other] With the backup, { $count } records are back that had been erased: entente-cli -w FILE erase-again [--keep]
    }
cli-kept-back-again = They stay.
cli-unswept = Parts of what was erased may still stand in the workspace’s file. When there is room on the disk for it twice more: entente-cli -w FILE sweep
cli-swept = No byte is left in the file of what was erased.
cli-unmarked = If this file is restored or copied, that would not be recognised on this machine: { $detail }

cli-exported = Wrote { $path }: { $commits ->
    [one] { $commits } save
   *[other] { $commits } saves
}, { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}.
cli-exported-parts = { $count ->
    [one] It comes in { $count } file:
   *[other] It comes in { $count } files, all of which are needed:
}
cli-exported-held-back = { $count ->
    [one] { $count } document was held back for its size.
   *[other] { $count } documents were held back for their size.
}
cli-sealed-for = Sealed: besides this laptop only { $whom } can read it.
cli-sealed-by-passphrase = Sealed: whoever has the passphrase can read it.
cli-not-sealed = Not sealed: whoever has the file can read it.
cli-open-unasked = Anybody can read this file. To seal it, name laptops by --for, or give --passphrase-file; --open says that it is meant so.
cli-folder-none = No shared folder has been chosen.
cli-folder-path = Shared folder: { $path }
cli-folder-applies = What trusted laptops put there is imported without asking.
cli-folder-waits = Whatever comes waits until you import it.
cli-folder-open = Files are put there unsealed: whoever has one can read it.
cli-folder-sealed = { $count ->
    [0] No other laptop is known yet for which files could be sealed: nothing but an introduction is put there.
    [one] Files are put there sealed for one known laptop.
   *[other] Files are put there sealed for { $count } known laptops.
}
cli-folder-nothing-yet = This laptop has put nothing there yet.
cli-folder-own = { $count ->
    [one] This laptop has one file there, of { $bytes } bytes, written { $at }.
   *[other] This laptop has { $count } files there, of { $bytes } bytes, the last written { $at }.
}
cli-folder-imported = { $count ->
    [0] Nothing new was imported.
    [one] One file was imported.
   *[other] { $count } files were imported.
}
cli-folder-put = Put there: { $name }
cli-folder-nothing-put = There was nothing to put there.
cli-folder-waiting = { $count ->
    [one] One file from { $officer } ({ $name }) waits. Import it with “import”:
   *[other] { $count } files from { $officer } ({ $name }) wait. Import them with “import”:
}
cli-folder-erases = Among it is what erases records for good: that is applied only if you import it.
cli-folder-introduces = { $officer } ({ $name }) introduces a laptop that is not known here. Compare these words, and then take it in with “folder meet”:
cli-folder-trouble = { $name }: { $message }
cli-folder-unwritten-hint = See whether the folder may be written to and its disk has room. What came was imported all the same.
cli-nobody-to-meet = No laptop “{ $word }” introduces itself in the shared folder.
cli-nobody-to-meet-hint = “folder look” reads what has come, and “folder status” lists who waits.
cli-no-passphrase = The passphrase in { $path } cannot be read: { $detail }
cli-no-passphrase-hint = It is the first line of a text file in UTF-8.
cli-preview-from = From { $officer } ({ $device }), made { $at }
cli-preview-for = For { $whom }; { $bytes } bytes
cli-preview-for-anyone = For anyone; { $bytes } bytes
# Whether the sender is known, and trusted.
cli-preview-sender-here = It was made with this workspace.
cli-preview-sender-trusted = Known and trusted: its fingerprint was compared on { $since }.
cli-preview-sender-known = Known, not trusted: its fingerprint was not compared here. The command fingerprint shows it.
cli-preview-sender-new = New and not trusted: nothing of that laptop has been imported here yet.
cli-preview-new = Records new here
cli-preview-changed = Records changed
cli-preview-deleted = Records deleted
cli-preview-erased = Records erased for good
cli-preview-conflicts = Fields with several values
cli-preview-documents = Documents new here
cli-preview-unfamiliar = Changes that only a newer program shows
cli-preview-new-commits = Saves new here
cli-preview-known-commits = Saves already known
cli-preview-early-commits = Saves kept for later
# $count is how many they are, from $from to $to.
cli-preview-gap = Missing: { $count ->
    [one] save { $from } of { $device }.
   *[other] saves { $from } to { $to } of { $device }.
} { $known ->
    [0] Ask there for a newer bundle.
   *[other] It can be had from { $ask }.
}
cli-preview-let-go = Let go: { $count ->
    [one] save { $from } of { $device } was kept for later and cannot be taken in.
   *[other] saves { $from } to { $to } of { $device } were kept for later and cannot be taken in.
}
effect-name-new = new
effect-name-changed = changed
effect-name-deleted = deleted
effect-name-erased = erased
effect-name-conflict = in conflict
cli-line = { $id }  { $effect }  { $kind } { $title }
cli-line-field = { $field }: { $here } → { $comes } ({ $author } on { $device }, { $at })
cli-line-field-contested = { $field }: here { $here }, there { $comes } ({ $author } on { $device }, { $at })
cli-lines-more = … and { $count } more
cli-no-imports = Nothing has been imported here yet.
cli-import-entry = { $number }  { $at }  { $officer } ({ $device }), { $file }: { $new } new, { $changed } changed, { $deleted } deleted, { $conflicts ->
    [one] { $conflicts } conflict
   *[other] { $conflicts } conflicts
}
cli-import-entry-undone = { $number }  { $at }  { $officer } ({ $device }), { $file }: taken back
cli-import-undone = The import is taken back. undo brings it in again.
cli-import-question = Import this? [y/N]
cli-erase-question = Erase this for good? [y/N]
cli-erase-what = Erasing { $title } takes away, with its history:
cli-erase-documents =
    { $count ->
        [one] One attached file goes with it, unless it is attached elsewhere too.
       *[other] { $count } attached files go with it, unless they are attached elsewhere too.
    }
cli-erase-referring =
    { $count ->
        [one] One record refers to it, and will say that it was erased.
       *[other] { $count } records refer to it, and will say that it was erased.
    }
cli-erase-for-good = Every laptop that hears of it erases the same. Nobody can undo this.
cli-erased = Erased for good. Backups made before still have it: see backups
cli-imported = Imported. It is import { $number } and can be taken back: import-undo { $number }
cli-nothing-new = Everything in it is known here already.

cli-printed = { $pages ->
    [one] Wrote { $path }: { $pages } page.
   *[other] Wrote { $path }: { $pages } pages.
}
cli-printed-missing = No font here can show these characters, and the page marks them: { $characters }

cli-backups-folder = Backups are kept in { $folder }
cli-no-backups = There is none yet.
cli-column-made = Made
cli-column-occasion = For
cli-column-bytes = Bytes
cli-column-file = File
cli-occasion-hourly = by itself
cli-occasion-import = before an import
cli-occasion-replaced = replaced by another
cli-occasion-asked = asked for
cli-backups-holding-erased =
    { $count ->
        [one] One of them still has what was erased since. Erase it there too: backups --erase
       *[other] { $count } of them still have what was erased since. Erase it there too: backups --erase
    }
cli-erased-in-backups = No backup has anything any more that was erased.
cli-backed-up = Made and verified: { $path }
cli-backup-restored = The backup is in place, and goes on as a new laptop. What it replaced is kept as a backup.

cli-rebuilt-same = Made anew from the log; everything came out as it was.
cli-rebuilt-otherwise = Made anew from the log; not everything had been as the log has it. Now it is.
cli-checked = Verified: { $commits ->
    [one] { $commits } save
   *[other] { $commits } saves
}, { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}.
cli-no-problems = All is well.

# “Importing: 40 %”, while it goes on.
cli-progress = { $step }: { $percent } %
cli-step-export = Exporting
cli-step-export-plan = Looking what the bundle would carry
cli-step-folder = Looking into the shared folder
cli-step-import = Importing
cli-step-report = Gathering what came in
cli-step-undo-import = Taking the import back
cli-step-rebuild = Making anew
cli-step-check = Verifying
cli-step-backup = Making a backup
cli-step-erase-in-backups = Erasing in the backups
cli-step-erase-preview = Looking what belongs to it
cli-step-erase = Erasing
cli-step-settle = Settling conflicts
cli-step-undo = Undoing
cli-step-redo = Doing it again
cli-step-sweep = Writing the file anew
cli-step-restore = Restoring
