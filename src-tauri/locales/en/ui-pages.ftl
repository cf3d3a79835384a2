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
# What a newer version wrote: records of unknown kinds, and unknown fields.
home-unknown = A newer version of Entente has written { $records } records and { $fields } fields that this one does not show. They are kept and passed on unharmed.
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
agenda-undated = Without a date
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
import-what = A colleague’s bundle is shown before anything changes. Importing it twice does no harm.
import-pick = Choose a bundle …
import-looking = Reading the bundle
import-from = { $officer } on { $device }
import-made = { $file }, made { $at }
import-sender-known = Known sender
import-sender-new = New sender
import-new = new records
import-changed = changed
import-deleted = deleted
import-erased = erased
import-conflicts = conflicts
import-documents = documents
import-commits =
    { $fresh ->
        [one] One save is new here, { $known } are known already.
       *[other] { $fresh } saves are new here, { $known } are known already.
    }
import-unfamiliar =
    { $count ->
        [one] One change comes from a newer version of Entente: it is kept, and shown once you update.
       *[other] { $count } changes come from a newer version of Entente: they are kept, and shown once you update.
    }
import-gap =
    { $count ->
        [one] One save of { $device } is missing here and in this file. Ask for a newer bundle.
       *[other] { $count } saves of { $device } are missing here and in this file. Ask for a newer bundle.
    }
passphrase = Passphrase
passphrase-go = Open
import-records = What changes
import-effect-new = New
import-effect-changed = Changed
import-effect-deleted = Deleted
import-effect-erased = Erased for good
import-effect-conflict = Conflict
import-nothing-new = You have all of this already.
import-go = Import
import-leave = Not now
import-done = Imported: { $fresh } new, { $changed } changed, { $conflicts } conflicts.
export-title = Export
export-what = Everything in this workspace, documents included, in one signed file for a colleague.
export-go = Export everything …
export-save-as = Where do you want to save the bundle?
export-done = { $commits } saves and { $documents } documents, { $size }.
step-export = Writing the bundle
step-import = Importing
step-check = Checking
step-rebuild = Building anew

## Settings

settings-you = You
settings-look = Language and look
settings-language = Language
settings-theme = Theme
settings-system = As the system
theme-light = Light
theme-dark = Dark
settings-workspace = Workspace
upkeep = Upkeep
upkeep-hint = Checking reads everything and verifies it. Building anew makes all lists again from the log; nothing is lost.
upkeep-check = Check the workspace
upkeep-rebuild = Build lists anew
upkeep-well = All is well: { $commits } saves and { $documents } documents verified.
upkeep-same = Built anew, and everything came out the same.
upkeep-mended = Built anew. Some lists were not as the log has them; now they are.
