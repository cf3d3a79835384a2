### Pages of their own: first start, recovery, home, agenda, exchange, settings.

## First start

start-welcome = Welcome to Entente
start-purpose = Institutions, people, agreements and what follows from them, on your laptop.
start-new = New workspace
    .what = Begin with an empty one.
start-sample = Sample workspace
    .what = Look around in one that is filled with a real alliance.
start-bundle = Open a colleague’s bundle
    .what = Begin with what a colleague sent you as a file.
start-bundle-chosen = A new workspace is made, and then { $name } is shown before it is imported.
start-create = Create
start-create-and-look = Create and look at the bundle
# What the new file is called, without its ending.
start-file-new = My workspace
start-file-sample = Sample
start-file-bundle = My workspace
start-recent = Opened before
start-recent-none = None yet on this laptop.
workspace-open = Open a workspace …
workspace-pick = Which workspace do you want to open?
workspace-save-as = Where do you want to keep the workspace?
workspace-files = Entente workspace
workspace-file = Workspace file
workspace-close = Close the workspace
officer-name = Your name
officer-hint = Colleagues see it beside what you enter.
device-name = This laptop’s name
device-hint = Tells your laptops apart when you have several.
device-suggestion = Laptop
file-choose = Choose …

## Recovery

recovery-title = This workspace could not be opened
recovery-locked = This workspace is open elsewhere
recovery-untouched = The file was left as it was.
recovery-again = Try again
recovery-another = Open another workspace …
recovery-start = To the first page

## Home

home-today = { $weekday }, { $date }
home-next = Next
home-next-none = Nothing is due.
home-agenda = Whole agenda
# How many are not shown here; leads to all of them.
home-more = { $count } more
home-expiring = Agreements soon to end
home-expiring-all = All of them
home-expiring-none = None ends within half a year.
home-recent = Lately
home-conflicts =
    { $count ->
        [one] Colleagues say different things about one field. Choose which is right.
       *[other] Colleagues say different things about { $count } fields. Choose which are right.
    }
home-conflicts-all = All conflicts
# What a newer version wrote: records of unknown kinds, and unknown fields.
home-unknown =
    A newer version of Entente has written { $records ->
        [one] one record
       *[other] { $records } records
    } and { $fields ->
        [one] one field
       *[other] { $fields } fields
    } that this one does not show. They are kept and passed on unharmed.
continued-restored = On { $at } this was an older file than the one last used on this laptop. It goes on as a new laptop, so that nothing is lost of either; what colleagues have of the other one comes back with their next file.
continued-copied = On { $at } this file was recognised as a copy, from another laptop or in use twice. It goes on as a new laptop, so that nothing is lost of either.
# A laptop of which several histories are known: $count, from $since on.
parted =
    { $count ->
        [2] { $name } was copied or restored from a backup: since { $since } it has written two different histories. Both are kept.
       *[other] { $name } was copied or restored from a backup: since { $since } it has written { $count } different histories. All are kept.
    }
continued-heard = On { $at } a colleague’s file had later saves of this laptop than this workspace. It goes on as a new laptop, so that nothing is lost of either.
back-again =
    { $count ->
        [one] With the backup, one record is back that had been erased.
       *[other] With the backup, { $count } records are back that had been erased.
    }
back-again-erase = Erase again
back-again-keep = Keep
unswept = What was erased is gone from everything that is shown, but parts of it may still stand in the workspace’s file. To write the file anew takes room on the disk for it twice more.
unswept-finish = Finish erasing
unmarked = If this file is restored from a backup or copied, that would not be recognised on this laptop: { $detail }
home-empty = Your workspace is ready
    .hint = Add the first institution, import what a colleague sent you, or look around in the sample.
home-empty-import = Import a bundle
home-empty-sample = Add the sample
recent-introduce = { $author } joined
recent-introduce-here = You joined
recent-save = { $author } saved
recent-save-here = You saved
recent-delete = { $author } deleted
recent-delete-here = You deleted
recent-restore = { $author } restored
recent-restore-here = You restored
recent-undo = { $author } undid a change
recent-undo-here = You undid a change
recent-redo = { $author } redid a change
recent-redo-here = You redid a change
recent-erase = { $author } erased a record for good
recent-erase-here = You erased a record for good
recent-leave-out = { $author } left something out of an import
recent-leave-out-here = You left something out of an import
recent-take-back = { $author } took an import back
recent-take-back-here = You took an import back
# Stands behind the sentence above, after a dot.
recent-others =
    { $count ->
        [one] one more record
       *[other] { $count } more records
    }

## Agenda

agenda = Agenda
agenda-list = List
agenda-switch = How to show the follow-ups
agenda-overdue = Overdue
agenda-today = Today
agenda-within-7 = Within 7 days
agenda-within-30 = Within 30 days
agenda-within-90 = Within 90 days
agenda-later = Later
agenda-undated = Without a date, or without its year
# How many are not shown in the group.
agenda-more = { $count } more in the list
agenda-empty = Nothing is open
    .hint = A follow-up is what you mean to do, about whom, and by when.
follow-up-tick = Mark “{ $title }” as done
follow-up-done = Done: { $title }
follow-up-reopen = Open again
follow-up-reopened = Open again: { $title }

## Exchange

bundle-files = Entente bundle
bundle-pick = Which bundle do you want to open?
import-title = Import
# Bundles that were dropped or opened together with one that is being looked at; $name is the next one's file.
bundles-waiting =
    { $count ->
        [one] One more bundle is waiting: { $name }
       *[other] { $count } more bundles are waiting, next { $name }
    }
bundles-next = Look at it
bundles-leave = Leave
import-what = A colleague’s bundle is shown before anything changes. Importing it twice does no harm.
import-pick = Choose a bundle …
import-looking = Reading the bundle
import-from = { $officer } on { $device }
import-made = { $file }, made { $at }
import-for = For { $whom }, { $size }
import-for-anyone = For anyone, { $size }
import-sender = New sender
import-sender-known = Whether it is really theirs is not proven yet: its fingerprint was never compared.
import-sender-new = Nothing from this laptop was imported here before. Ask whether the file is really theirs; once it is imported, Laptops shows the fingerprint to compare.
import-sender-compare = Compare it
import-commits =
    { $fresh ->
        [0] No save is new here
        [one] One save is new here
       *[other] { $fresh } saves are new here
    }, { $known ->
        [0] none is known already.
        [one] one is known already.
       *[other] { $known } are known already.
    }
import-conflicts =
    { $count ->
        [one] One field in conflict.
       *[other] { $count } fields in conflict.
    }
import-documents =
    { $count ->
        [one] One document.
       *[other] { $count } documents.
    }
import-unfamiliar =
    { $count ->
        [one] One change comes from a newer version of Entente: it is kept, and shown once you update.
       *[other] { $count } changes come from a newer version of Entente: they are kept, and shown once you update.
    }
import-early =
    { $count ->
        [one] One save is kept until what it follows on arrives, and is then taken in by itself.
       *[other] { $count } saves are kept until what they follow on arrives, and are then taken in by themselves.
    }
passphrase = Passphrase
passphrase-go = Open
gap =
    { $count ->
        [one] One save of { $device } is missing. Ask there for a newer bundle.
       *[other] { $count } saves of { $device } are missing. Ask there for a newer bundle.
    }
gap-ask =
    { $count ->
        [one] One save of { $device } is missing. It can be had from: { $ask }.
       *[other] { $count } saves of { $device } are missing. They can be had from: { $ask }.
    }
gap-let-go =
    { $count ->
        [one] One save of { $device } was kept for later and cannot be taken in: it is let go.
       *[other] { $count } saves of { $device } were kept for later and cannot be taken in: they are let go.
    }
gaps-title = Still missing
gaps-hint = What arrived early is kept, and taken in by itself when the missing saves arrive, in whatever bundle.
import-records = What changes
import-effect-new = New
import-effect-changed = Changed
import-effect-deleted = Deleted
import-effect-erased = Erased for good
import-effect-conflict = Conflict
import-nothing-new = You have all of this already.
import-go = Import
import-without-backup = Import without a backup
import-leave = Not now
import-done =
    Imported: { $fresh } new, { $changed } changed, { $conflicts ->
        [0] no conflicts.
        [one] one conflict.
       *[other] { $conflicts } conflicts.
    }
import-review = Before importing
import-all = All
import-find = Find in this import
import-narrow = What happens
import-no-records = No records change.
import-leave-out = Leave out, or take in again
import-left-out = Left out
import-leave-out-hint = A new record that you untick is put out of sight on this laptop only; the trash has it. A value that you untick goes back to what is here, for your colleagues too: it counts as your save.
import-take = Take in: { $title }
import-kept = In use
import-gone = In the trash
import-becomes = becomes
import-whose = { $author } on { $device }
import-more-rows =
    { $count ->
        [one] … and one more row
       *[other] … and { $count } more rows
    }
import-go-without =
    { $count ->
        [one] Import without one
       *[other] Import without { $count }
    }
import-see = See what came in
arrivals-title = What came in
arrivals-older = Earlier ones
arrival-title = What came in
arrival-back = Back to exchange
arrival-new = { $count } new
arrival-changed = { $count } changed
arrival-deleted = { $count } deleted
arrival-when = Imported { $at } from { $file }, made { $made }
arrival-commits =
    { $count ->
        [one] One save.
       *[other] { $count } saves.
    }
arrival-left-out = Something was left out.
arrival-undone = Taken back
arrival-take-back = Take this import back
arrival-taking-back = Taking back
arrival-gathering = Gathering what came in
arrival-taken-back = The import is taken back.
folder-title = Shared folder
folder-what = A folder that Syncthing, Nextcloud, OneDrive or a USB stick carries between you and your colleagues. Each laptop puts files of its own there and takes in what the others put.
folder-choose = Choose a folder …
folder-pick = Which folder do you share with colleagues?
folder-another = Another folder
folder-look = Look now
folder-stop = Stop using it
folder-left = The shared folder is used no more. What stands in it stays.
folder-gone = The folder is not there now. If it is on a stick, plug that in. Nothing is lost meanwhile: what you save goes out when it is back.
folder-paused = Since a backup was put back, this folder is left alone: what others have put there may be what you wanted to get rid of.
folder-go-on = Use it again
folder-emptied = The folder is there, but empty: the stick is not plugged in, or it has not been filled yet. If it was emptied on purpose, begin anew.
folder-begin = Begin anew here
folder-unwritten = Nothing can be put there now: { $detail }
folder-open = Not sealed: whoever has a file can read it.
folder-readers =
    { $count ->
        [one] Sealed for the one other laptop that is known here.
       *[other] Sealed for the { $count } other laptops that are known here.
    }
folder-nobody = No other laptop is known here yet. Until one is, only who you are is put there: once a colleague’s laptop introduces itself, take it in.
folder-own-none = This laptop has put nothing there yet.
folder-own =
    { $count ->
        [one] This laptop has one file there, { $size }, written { $at }.
       *[other] This laptop has { $count } files there, { $size }, the last written { $at }.
    }
folder-looked = Last looked { $at }.
folder-files-wait =
    { $count ->
        [one] One file waits, made { $at }.
       *[other] { $count } files wait, the first made { $at }.
    }
folder-erases = It erases records for good, which cannot be taken back: that is never applied unasked.
folder-readers-hint = One that should not read them is marked as no longer in use under Laptops.
folder-look-at = Look at it
folder-new-here = Not known here
folder-introduces = This laptop introduces itself. Compare its words with its officer’s, then take it in: from then on your files are sealed for it too.
folder-meet = Take in
folder-met = { $name } is known here now.
folder-waits = A file from { $officer } waits in the shared folder.
folder-notice =
    { $senders ->
        [one] { $count ->
            [one] A file from { $officer } waits in the shared folder.
           *[other] { $count } files from { $officer } wait in the shared folder.
        }
       *[other] { $count } files from { $senders } colleagues wait in the shared folder.
    }
folder-show = Show
folder-arrived =
    { $count ->
        [one] A file came in by the shared folder.
       *[other] { $count } files came in by the shared folder.
    }
folder-troubles =
    { $count ->
        [one] One file is left as it is
       *[other] { $count } files are left as they are
    }
folder-apply = Apply what trusted laptops put there
folder-apply-hint = Without being asked; each is listed under what came in, and can be taken back. What erases records for good waits, and so does what others put there.
folder-unsealed = Leave my files unsealed
folder-unsealed-hint = Whoever gets at the folder could read everything.
step-folder = Looking into the shared folder
export-title = Export
export-what = What you know, in one signed file for colleagues. It merges on their laptops, and nothing of theirs is lost.
export-for = For
export-for-hint = Tick whom it is for: then nobody else can read it.
export-no-colleagues = Nobody is known here yet: import a colleague’s file, or say below who can read this one.
export-recipient = { $officer } on { $device }
# Two laptops of one name are told apart by the first $words of their fingerprints.
export-recipient-twin = { $recipient } ({ $words } …)
export-recipient-lacks =
    { $count ->
        [0] has everything
        [one] lacks one save
       *[other] lacks { $count } saves
    }
export-readers-recipients = Only the laptops above and this one.
export-seal-recipients = Those it is for
export-carries = Contents
export-everything = Everything
export-lacking = Only what this laptop lacks
export-part = Only a part
export-countries = Countries
export-records = Institutions, agreements, events
export-part-hint = What is in them or about them, and what that refers to. The rest is held back, and merges later all the same.
export-part-empty = Choose at least one country or record.
export-leave = Leave out { $what }
export-readers = Can be read by
export-readers-passphrase = Whoever knows the passphrase. Tell it another way than you send the file.
export-readers-open = Whoever has the file: it is not sealed.
export-readers-choose = Choose …
export-readers-missing = Tick whom it is for, or say who else can read it.
export-seal-passphrase = Who has the passphrase
export-seal-open = Anyone
export-passphrase-hint = Four or five words that do not belong together are good.
export-passphrase-short = At least { $count } characters: whoever has the file can try as many as there is time for.
export-documents = Documents
export-documents-all = All
export-documents-to = Up to { $size } MB each
export-documents-none = None
export-size = Size
export-one-file = One file
export-parts = Files of up to { $size } MB
export-parts-hint = For mail that takes only so much. All of them are needed, in one folder; any of them opens the whole.
export-plan = It will carry { $commits ->
    [one] one save
   *[other] { $commits } saves
} and { $documents ->
    [0] no document.
    [one] one document ({ $size }).
   *[other] { $documents } documents ({ $size }).
}
export-held-back =
    { $count ->
        [one] One document is held back for its size.
       *[other] { $count } documents are held back for their size.
    }
export-go = Export …
export-save-as = Where do you want to save the bundle?
export-done =
    { $commits ->
        [one] One save
       *[other] { $commits } saves
    } and { $documents ->
        [0] no document
        [one] one document
       *[other] { $documents } documents
    }, { $size }.
export-sealed-recipients = Sealed: besides this laptop only { $whom } can read it.
export-sealed-passphrase = Sealed: whoever has the passphrase can read it.
export-sealed-open = Not sealed: whoever has the file can read it.
export-all-parts =
    { $count ->
        [one] It comes in one file.
       *[other] It comes in { $count } files, and all of them are needed:
    }
step-export = Writing the bundle
step-import = Importing
step-check = Checking
step-rebuild = Building anew

## Laptops

laptops-hint = Who takes part, with what laptop. What a laptop lacks is known from the last file that it made itself. Trust one once you have compared its fingerprint with its officer.
laptop-here = This laptop
laptop-formerly = This laptop before
laptop-trusted = Trusted
laptop-not-trusted = Not compared
laptop-retired = No longer in use
laptop-continues = Goes on in place of { $name }
# Several histories of it are known: $count, from $since on.
laptop-parted =
    { $count ->
        [2] It was copied or restored from a backup: since { $since } it has written two different histories. Both are kept.
       *[other] It was copied or restored from a backup: since { $since } it has written { $count } different histories. All are kept.
    }
laptop-not-heard = No file of its own was imported here yet.
laptop-heard = Its last file was made { $at }.
laptop-has-all = It had everything that is here.
laptop-lacks =
    { $count ->
        [one] It lacks one save, of { $since }.
       *[other] It lacks { $count } saves since { $since }.
    }
laptop-ahead =
    { $count ->
        [one] It has one save that is not here.
       *[other] It has { $count } saves that are not here.
    }
# $shown is the count as a number is written.
laptop-commits =
    { $count ->
        [0] Nothing was saved on it yet.
        [one] One save of it is here.
       *[other] { $shown } saves of it are here.
    }
laptop-more = More about { $name }
laptop-distrust = Trust no longer
laptop-retire = No longer in use
laptop-back = In use again
fingerprint-show = Show fingerprint
fingerprint-compare = Compare …
fingerprint-here = Fingerprint of this laptop
fingerprint-of = Fingerprint of { $name }
fingerprint-here-hint = Show it to a colleague, or read the words out. On the colleague’s laptop the same must stand.
fingerprint-hint = Ask { $officer } to open Laptops and show the fingerprint of that laptop. Are the words the same, one by one?
fingerprint-code = The digits as a QR code
fingerprint-aloud = The same, read out
fingerprint-seen = The same, seen side by side
fingerprint-differs = Not the same
differs = { $name } is not trusted
differs-hint = Its files may come from somebody else. Ask { $officer }, in person or by telephone, which laptop it is, and take nothing in until then.
trusted = Trusted: { $name }
distrusted = No longer trusted: { $name }
retired = No longer in use: { $name }
back-in-use = In use again: { $name }

## Settings

settings-you = You
settings-look = Language and look
settings-language = Language
settings-theme = Theme
settings-system = As the system
theme-light = Light
theme-dark = Dark
settings-workspace = Workspace
backups = Backups
backups-folder = Folder
backups-folder-pick = In which folder do you want to keep backups?
backups-hint = Each hour, and before each import, the whole workspace is copied and the copy verified. Some of the last hours, days and weeks are kept.
backups-beside = Beside the workspace
backups-make = Back up now
backups-none = There is no backup yet. Each hour, and before each import, the whole workspace is copied and the copy verified.
backups-all = Show all { $count }
backups-trouble = The last backup could not be made. { $detail }
backups-holding-erased =
    { $count ->
        [one] One backup still has what was erased since.
       *[other] { $count } backups still have what was erased since.
    }
backups-erase = Erase it there too
backups-erased = No backup has anything any more that was erased
backup-hourly = by itself
backup-import = before an import
backup-replaced = replaced by another
backup-asked = asked for
backup-restore = Put back
backup-restored = The backup of { $at } is in place. What it replaced is kept as a backup.
backup-pick = Which backup do you want to put back?
backup-another = Another backup …
backups-of-failed = There are backups of this workspace. The newest is at the top; the damaged file is kept beside them.
backups-of-failed-none = There are no backups beside this workspace. Have you kept them in another folder?
step-backup = Backing up
step-erase-in-backups = Erasing in the backups
step-sweep = Writing the file anew
step-restore = Putting the backup back
upkeep = Upkeep
upkeep-hint = Checking reads everything and verifies it. Building anew makes all lists again from the log; nothing is lost.
upkeep-check = Check the workspace
upkeep-rebuild = Build lists anew
upkeep-well =
    All is well: { $commits ->
        [one] one save
       *[other] { $commits } saves
    } and { $documents ->
        [one] one document
       *[other] { $documents } documents
    } verified.
upkeep-same = Built anew, and everything came out the same.
upkeep-mended = Built anew. Some lists were not as the log has them; now they are.
