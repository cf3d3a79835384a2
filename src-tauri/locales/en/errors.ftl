## Errors: what happened, to what; the hint says what to do now.

error-defect = Something went wrong in the program itself: { $detail }
    .hint = Nothing was saved by this step. Please report this sentence to whoever gave you the program.
error-request = The program sent itself a request it does not understand: { $detail }
    .hint = Please report this sentence to whoever gave you the program.
error-no-workspace = No workspace is open.
    .hint = Open one, or make a new one.
error-invalid = { $count ->
    [one] One entry needs your attention.
   *[other] { $count } entries need your attention.
}
    .hint = Nothing was saved, and nothing you typed is lost.
error-not-found = There is no record { $id } in this workspace.
    .hint = It may have been in another workspace, or in a file that has not been imported here yet.
error-untold = No bundle made on the laptop { $id } has been imported here, so nothing is known of what it lacks.
    .hint = Import a bundle from it first, or export everything.
error-lacking-and-only = A bundle carries either a part or what a laptop lacks, not both.
    .hint = Choose one of them, or make two bundles.
error-no-device = There is no laptop { $id } in this workspace.
    .hint = Laptops are named by their device id, 32 hexadecimal digits.
error-unknown-comparison = Fingerprints are not compared “{ $name }”.
    .hint = They are compared aloud or side-by-side.
error-unknown-kind = There is no kind of record called “{ $name }”.
    .hint = The kinds are: { $kinds }.
error-unknown-field = { $kind }: there is no field called “{ $name }” that can be used here.
    .hint = Its fields are: { $fields }.
error-cancelled = It was stopped.
    .hint = Everything is as it was before.
error-of-a-laptop = Who a laptop is cannot be written by hand.
    .hint = A laptop says so itself. One that is no longer in use can be retired.
error-erasure-left-out = An erasure cannot be left out.
    .hint = What a colleague erased goes from every laptop. Import the rest as it is, or ask the colleague first.
error-unlike = These two records cannot be merged.
    .hint = Choose two different records of one kind, neither of them in the trash.
error-erased = An erasure cannot be undone, nor what was done before it.
error-nothing-to-undo = There is nothing to undo.
    .hint = Only what was done on this laptop can be undone here.
error-nothing-to-redo = There is nothing to redo.
    .hint = Something was changed since the last undo, or nothing was undone.
error-no-folder = No shared folder has been chosen.
    .hint = Choose one on the Exchange page, or with “folder set”.
error-folder-gone = The shared folder { $path } is not there now.
    .hint = If it is on a stick, plug that in; if a program carries it, see whether that is set up on this laptop. Nothing is lost meanwhile.
error-folder-paused = The shared folder { $path } is left alone since a backup was put back.
    .hint = What others have put there may be what the backup was to get rid of. Choose the folder once more to use it again.
error-folder-emptied = The shared folder { $path } is there, but empty.
    .hint = If it is on a stick, plug that in; if a program carries it, wait until that has filled it. If it was emptied on purpose, choose it once more.
folder-trouble-broken = It is not whole, or was altered. While it is still being copied there is nothing to do: it is read once it is whole. If it stays so, ask whoever put it there for a new one.
folder-trouble-foreign = It is not a bundle of this program, and can be moved elsewhere.
folder-trouble-newer = A newer version of this program made it. Update the program; it is kept until then.
folder-trouble-sealed-for-others = It is sealed for other laptops. If you should have it, let its sender take in your introduction.
folder-trouble-passphrase = It is sealed by a passphrase. Import it by hand to enter that.
folder-trouble-parts-missing = It is part of a bundle, and the other parts are not here yet.
folder-trouble-refused = It was read and refused. Import it by hand to see why.
folder-trouble-unreadable = The system does not let it be read. Look at its permissions, or wait until it has been fetched.
folder-trouble-not-a-file = It is a folder or a link, and is not followed.
folder-trouble-huge = It is larger than 2 GiB. Import it by hand if it is meant.
error-no-import = There is no import { $number }.
    .hint = “Exchange” lists what came in.
error-changed-since-shown = The bundle or the workspace has changed since the import was shown.
    .hint = Nothing was imported. Look at it again, and then import it.
error-unknown-filter = { $kind }: lists of it are not filtered by “{ $name }”.
    .hint = They are filtered by: { $filters }.
error-filter-value = “{ $name }” is never “{ $value }”.
    .hint = { $why }
error-filter-year = “{ $value }” has no year.
    .hint = Give each end of a stretch of time with its year, as 2023, 2023-10 or 2023-10-19, or leave it out.
error-unknown-effect = “{ $name }” is nothing that an import does to a record.
    .hint = It is one of: new, changed, deleted, erased, conflict.
error-too-large = This is more than fits into one save ({ $bytes } of at most { $limit } bytes).
    .hint = Save it in several parts.
error-exists = There is a file already at { $path }.
    .hint = Choose another name or folder; nothing was overwritten.
error-over-workspace = { $path } is a workspace, or belongs to one.
    .hint = Choose another name; nothing was overwritten.
error-not-a-file = { $path } is not a file that could be replaced.
    .hint = It is a folder, a device, or a link that leads nowhere. Choose another name; nothing was overwritten.
error-store = The workspace could not be read or written: { $detail }
    .hint = Nothing was lost of what was saved before. Check that the disk has room and is connected, then try again.
error-disk-full = The disk is full.
    .hint = Nothing was lost of what was saved before. Make room on the disk, then try again.
error-file-read = { $path } cannot be read: { $detail }
    .hint = Check that the file is there and that you may open it.
error-file-written = { $path } cannot be written: { $detail }
    .hint = Choose another folder, or check that the disk has room and may be written to.
error-preferences = The settings of this laptop could not be saved in { $path }: { $detail }
    .hint = They hold until the program is closed.
error-not-printed = The page could not be made: { $detail }
    .hint = Please report this sentence to whoever gave you the program.
error-not-empty = The workspace already holds records.
    .hint = The sample can only be put into a workspace just made, so that it is never mixed with real data.
error-unknown-language = The page cannot be printed in “{ $tag }”.
    .hint = It can be printed in: en, zh-Hans.

## Why the system does not let a file be read or written. It stands behind a colon.

system-not-found = it is not there.
system-permission-denied = you may not do that there.
system-already-exists = there is something of that name already.
system-full = the disk is full.
system-read-only = the disk is read-only.
system-a-folder = it is a folder.
system-not-a-folder = a part of its path is not a folder.
system-too-large = it is too large.
system-name = a file cannot be called that, or its name is too long.
system-not-text = it is not what it should be.
system-away = the disk or folder does not answer.

## A workspace file that is not opened

error-workspace-missing = There is no file at { $path }.
    .hint = It may have been moved or renamed, or it is on a stick or disk that is not connected.
error-workspace-empty = { $path } is empty: it has no bytes at all.
    .hint = This is not an empty workspace but a file whose content is gone. Look for a copy: in a backup, on a stick, or with a colleague.
error-workspace-cut-off = { $path } is cut off: { $found } bytes are there of { $expected }.
    .hint = A copy may have been interrupted. Copy the file again from where it came, or use a backup. The file was left as it is.
error-workspace-foreign = { $path } is not a workspace of Entente.
    .hint = Workspaces end in .entente-workspace. A colleague’s bundle ends in .entente and is imported into a workspace.
error-workspace-newer = { $path } was last used with a newer version of Entente.
    .hint = Install the newer version to open it. The file was left as it is.
error-workspace-damaged = { $path } is damaged: { $detail }
    .hint = The file was left as it is. Use a backup, or make a new workspace and import the latest bundles of your colleagues.
error-workspace-locked = { $path } is already open in another window.
    .hint = Go on in that window, or close it and try again.
error-workspace-read-only = { $path } cannot be written: the file, its folder or the disk is read-only.
    .hint = Copy the workspace to a folder on your laptop and open it there.
error-workspace-unreadable = { $path } cannot be read: { $detail }
    .hint = Check that the disk is connected and that you may open the file.

## A bundle that is refused

error-bundle-not-a-bundle = This file is not a bundle of Entente.
    .hint = Bundles end in .entente. Ask your colleague to export it again.
error-bundle-newer = This bundle was made by a newer version of Entente ({ $what ->
    [form] form
    [message] message
    [sealing] sealing
    [action] action
   *[other] { $what }
} { $number }).
    .hint = Install the newer version, then import it. Nothing was changed.
error-bundle-broken-seal = This bundle is cut off or was altered on the way: its seal does not fit.
    .hint = Nothing was changed. Ask { $whom } to send it again.
error-bundle-too-large = This bundle unpacks to more than { $limit } bytes, the most that is read of a file of its size.
    .hint = Nothing was changed. A bundle made by Entente is never like this: do not trust the file.
error-bundle-malformed = This bundle is not put together rightly: { $detail }.
    .hint = Nothing was changed. Ask your colleague to export it again.
error-bundle-broken-chain = The saves of { $device } in this bundle are not those that it signed.
    .hint = Nothing was changed. Someone altered the file, or a laptop’s data is damaged. Compare with a colleague before you trust it.
error-bundle-two-kinds = The record { $id } is of two different kinds.
    .hint = Nothing was changed. One of the programs has a defect; please report this sentence.
error-bundle-different-digest = This workspace and the sender’s know the same and do not show the same.
    .hint = Nothing was changed. One of the programs has a defect; please report this sentence.
error-bundle-unreadable = The bundle cannot be read: { $detail }
    .hint = Nothing was changed. Check that the disk or stick is connected.
error-bundle-sealed-for = This bundle is sealed for { $whom }, and not for this laptop.
    .hint = Nothing was changed. Ask your colleague to export it for this laptop too, or to seal it by a passphrase.
error-bundle-sealed-for-more = This bundle is sealed for { $whom } and { $others ->
    [one] one more laptop
   *[other] { $others } more laptops
}, and not for this one.
    .hint = Nothing was changed. Ask your colleague to export it for this laptop too, or to seal it by a passphrase.
error-bundle-sealed-for-unknown = This bundle is sealed for { $others ->
    [one] one laptop that is not known here
   *[other] { $others } laptops, none of which is known here
}, and not for this one.
    .hint = Nothing was changed. Ask your colleague to export it for this laptop too, or to seal it by a passphrase.
error-bundle-passphrase-wanted = This bundle is sealed by a passphrase.
    .hint = Nothing was changed. Ask your colleague for the passphrase; it should reach you another way than the file.
error-bundle-wrong-passphrase = This is not the passphrase that the bundle is sealed by.
    .hint = Nothing was changed. Type it again: capital letters, spaces and signs count.
error-bundle-too-much-work = Trying a passphrase on this bundle would take 2^{ $asked } steps, and at most 2^{ $limit } are done.
    .hint = Nothing was changed. A bundle made by Entente is never like this: do not trust the file.
error-bundle-parts-missing = { $missing ->
    [one] Part { $numbers } of { $count } is missing or cut off.
   *[other] Of { $count } parts, these are missing or cut off: { $numbers }.
}
    .hint = Nothing was changed. Put all parts into one folder, under whatever names, and open any of them.
error-someone = your colleague
# Between the names or numbers of a list.
list-separator = { ", " }

## Why a field is not accepted

problem-required = This must not be empty.
problem-too-long = This has more than { $limit } characters.
problem-invisible-character = This holds the invisible character { $code }. Delete it and type the text again.
problem-not-a-date = This is not a date. Type 2023-10-19, 2023-10, 2023, or --12-08 if the year is not known.
problem-not-a-text = This is not a text.
problem-not-a-fingerprint = This is not a fingerprint of a file: 64 digits and letters from a to f. Attach the file instead.
problem-circle = By way of other records this would come back to the record itself. Choose another, or change those first.
problem-not-a-country = This is not a country. Choose one from the list, or type its two-letter code.
problem-not-a-language = This is not a language’s tag, such as en, zh-Hans or ky-Cyrl.
problem-not-a-number = Type a whole number from 0 to { $max }.
problem-not-yes-or-no = Type true or false.
problem-not-a-choice = This is none of the choices: { $choices }.
problem-not-a-record = Choose a record that is in this workspace and can stand here.
problem-itself = A record cannot refer to itself here.
problem-not-an-email = This is not an e-mail address, such as name@example.org.
problem-not-a-phone = This is not a telephone number, such as +86 21 5527 0000.
problem-not-a-website = This is not a web address, such as https://example.org.
problem-before-start = This lies before “{ $start }”.

## What an agreement’s dates mean

state-never-concluded = Never concluded
state-not-yet = Not in force yet
state-not-yet-from = Not in force yet; in force from { $date }
state-in-force = In force
state-in-force-until = In force until { $date }
state-in-force-until-between = In force; ends between { $first } and { $last }
state-in-force-evergreen = In force, without an end
state-expiring = Ends { $date }
state-expiring-between = Ends between { $first } and { $last }
state-expiring-or-over = Ends { $date }, or has ended already
state-expiring-or-over-between = Ends between { $first } and { $last }, or has ended already
state-expiring-days = { $days ->
    [0] Ends today, { $date }
    [one] Ends tomorrow, { $date }
   *[other] Ends in { $days } days, on { $date }
}
state-expired = Ended { $date }
state-expired-between = Ended between { $first } and { $last }
state-terminated = Terminated as of { $date }
state-unknown = Whether it is in force is not known

error-others-backup = { $path } is a backup of another workspace.
    .hint = To look into it, copy the file to another folder and open it there as a workspace of its own.

error-not-backed-up = Nothing was imported, since no backup could be made first. { $detail }
    .hint = Make room, or choose another folder for backups. You can also import without one; an import can be taken back later in any case.

error-short-passphrase = A passphrase to seal by needs at least { $shortest } characters.
    .hint = Whoever has the file can try as many as there is time for. Four or five words that do not belong together are good.

## Names of files with bundles. They are safe on every system, whatever the names of people hold.

bundle-name = { $from } { $day } { $count ->
    [one] { $commits } save
   *[other] { $commits } saves
}
bundle-name-for = { $from } to { $whom } { $day } { $count ->
    [one] { $commits } save
   *[other] { $commits } saves
}
bundle-name-for-several = { $from } to { $whom } and { $more } more { $day } { $count ->
    [one] { $commits } save
   *[other] { $commits } saves
}
# Behind that, if it comes in several files.
bundle-part-name = part { $number } of { $count }

## Records without a name

untitled = Untitled { $kind }
