### The page and the form of a record.

## The page

group-dates = Dates and term
group-names = How to say and write the name
group-renewal = Renewal and notice
group-termination = Termination
affiliation-ended = Left
span-since = since { $from }
span-until = until { $to }
span-between = { $from } to { $to }
party-signed-as = signed as { $name }
party-number = their number { $number }
record-in-trash = This record is in the trash.
record-merged = This record was merged with another.
record-merged-open = Show that one
record-left-out = This record came with an import and is left out on this laptop only.
left-out-here = Left out here
record-missing = This record is not here
record-missing-hint = It may be in a colleague’s file that you have not imported yet.
reference-absent = not here yet
reference-erased = erased
# $count is how many are not shown.
referring-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
referring-institution-part-of = Units and affiliates
referring-membership-network = Members
referring-affiliation-institution = People
referring-party-institution = Agreements
referring-participant-who = Events
referring-follow-up-about = Follow-ups
referring-signatory-person = Signed
referring-agreement-signed-at = Agreements signed here
referring-tagging-tag = Records with this tag
referring-alias-duplicate = Merged with

begin-institution-person = Person here
begin-institution-agreement = Agreement with this institution
begin-institution-event = Event with this institution
begin-institution-follow-up = Follow-up about this institution
begin-institution-institution = Unit or affiliate
begin-person-event = Event with this person
begin-person-follow-up = Follow-up about this person
begin-agreement-follow-up = Follow-up about this agreement
begin-event-agreement = Agreement signed here
begin-event-follow-up = Follow-up about this event

document-attach = Attach a file
document-pick = Which file do you want to attach?
document-save = Where do you want to save the file?
document-save-named = Save { $name } elsewhere
document-remove = Delete { $name }

merge = Merge a duplicate …
merge-title = Merge a duplicate with “{ $title }”
merge-hint = This record stays. The other goes to the trash; what belongs to it comes here, and whatever refers to it means this one from then on. Undo parts them again.
merge-which = Which record is the same?
merge-take = Take over what it says otherwise:
# $field is a field's name, $value what the duplicate says in it.
merge-field = { $field }: { $value }
merge-instead = instead of { $value }
merge-unknown-here = not known here
# $count is a number, $kind a kind of record: “2 contacts”.
merge-count = { $count } { $kind }
merge-comes = With it come: { $what }.
merge-confirm = Merge
merged = “{ $duplicate }” is merged with “{ $kept }”.

erase = Erase for good …
erase-title = Erase “{ $title }”?
erase-hint = It goes from this laptop and from every laptop that hears of it, with its history and all that belongs to it. Nobody can undo this. Backups keep it until you erase it there too.
erase-documents =
    { $count ->
        [one] One attached file goes with it, unless it is attached elsewhere too.
       *[other] { $count } attached files go with it, unless they are attached elsewhere too.
    }
erase-referring =
    { $count ->
        [one] One record refers to it, and will say that it was erased.
       *[other] { $count } records refer to it, and will say that it was erased.
    }
erase-looking = Looking what belongs to it
step-erase = Erasing
erase-confirm = Erase for good
erase-in-backups = In backups too
erase-done = Erased for good

## History

history = History
history-here = { $author }
# $device is the name of a colleague's laptop.
history-there = { $author } on { $device }
history-emptied = emptied
# What was replaced is not here: whoever sent the file held it back.
history-withheld = held back
history-older = Older
action-name-introduce = introduced a laptop
action-name-save = saved
action-name-delete = deleted
action-name-restore = restored
action-name-undo = undid
action-name-redo = redid
action-name-erase = erased
action-name-leave-out = left out of an import
action-name-take-back = took an import back

## Conflicts

conflict-here = Has a conflict
conflict-field = Colleagues say different things here
conflict-by = { $author } on { $device }, { $at }
# The same on this laptop.
conflict-by-here = { $author } here, { $at }
conflict-edit = { $field }: { $value }
# Follows the sentence above: what whoever set the value had seen there.
conflict-saw = · instead of “{ $before }”
conflict-saw-nothing = · where nothing was known
conflict-saw-withheld = · instead of a value that was held back
conflict-write = Another value …
conflict-choose = Use this
conflict-delete = Delete the record
conflict-keep = Keep the record
conflict-settled = Settled: { $field }
conflicts-here = Conflicts of this record
conflicts-here-hint =
    { $count ->
        [one] Colleagues say different things about one field. The first is shown until you choose.
       *[other] Colleagues say different things about { $count } fields. The first of each is shown until you choose.
    }
conflicts-hint = Two laptops set these fields without knowing of each other. Both values are kept; the first is shown until someone chooses.
conflicts-none = No conflicts
    .hint = When colleagues say different things about the same field, you choose here.
conflicts-more = Show more ({ $shown } of { $total })
conflicts-settled =
    { $count ->
        [0] This rule decides none of the conflicts.
        [one] One conflict settled.
       *[other] { $count } conflicts settled.
    }
settle-many = Settle many
settle-shown = Keep what is shown, everywhere ({ $count })
settle-here = Take what this laptop says ({ $count })
settle-device = Take what { $officer } on { $device } says ({ $count })
settle-keep = Keep all records that were deleted and edited
settle-delete = Delete all records that were deleted and edited

## The form

choice-none = Not known
combobox-options = Choices
combobox-searching = Searching …
combobox-nothing = Nothing found
date-placeholder = e.g. 2023, Oct 2023, 8 Dec
# For what lies ahead: when a follow-up is due.
date-placeholder-ahead = e.g. tomorrow, +3w, 8 Dec
calendar = Calendar
calendar-open = Pick a day
calendar-month-before = The month before
calendar-month-after = The month after
calendar-month-only = Only the month is known
date-not-understood = Not understood as a date
# Each word that means the day, parted by "|".
date-word-yesterday = yesterday
date-word-today = today
date-word-tomorrow = tomorrow
form-problems =
    { $count ->
        [one] One field needs a look
       *[other] { $count } fields need a look
    }
# What stands in a form has been changed meanwhile. $who is "you" (on another page), "colleague" or "unknown", as long as
# it is not known; $name is the colleague's.
form-news =
    { $count ->
        [one] One thing changed meanwhile
       *[other] { $count } things changed meanwhile
    }
field-news =
    { $who ->
        [you] You changed this elsewhere to “{ $value }”. Saving puts what stands here in its place.
        [colleague] { $name } changed this meanwhile to “{ $value }”. Saving puts yours in its place.
       *[unknown] This was changed meanwhile to “{ $value }”. Saving puts yours in its place.
    }
field-news-emptied =
    { $who ->
        [you] You emptied this elsewhere. Saving fills it again.
        [colleague] { $name } emptied this meanwhile. Saving fills it again.
       *[unknown] This was emptied meanwhile. Saving fills it again.
    }
field-contested = Colleagues say different things here. Saving settles it by what stands here.
field-news-take = Take that value
field-news-empty = Empty it
row-gone =
    { $who ->
        [you] You took this out elsewhere. What you typed here is still there; saving keeps it.
        [colleague] { $name } took this out meanwhile. What you typed here is still there; saving keeps it.
       *[unknown] This was taken out meanwhile. What you typed here is still there; saving keeps it.
    }
row-returned = You had taken this out. It has been changed meanwhile, so it is here again.
record-gone =
    { $who ->
        [you] You moved this record to the trash elsewhere. Saving keeps it.
        [colleague] { $name } moved this record to the trash meanwhile. Saving keeps it.
       *[unknown] This record was moved to the trash meanwhile. Saving keeps it.
    }
private-stays = Stays on this laptop
tag-add = Add a tag
tag-remove = Remove the tag { $name }
row-remove = Remove this row
row-all-fields = All fields
row-removed = Row removed
row-add-name = Add a name
row-add-address = Add an address
row-add-contact = Add a contact
row-add-code = Add a code
row-add-membership = Add a membership
row-add-spoken-language = Add a language
row-add-affiliation = Add an affiliation
row-add-topic = Add a topic
row-add-party = Add a party
row-add-signatory = Add a signatory
row-add-reminder = Add a reminder
row-add-participant = Add a participant

draft-unsaved = Has unsaved changes
draft-here = You have unsaved changes here.
draft-kept = Kept as an unsaved draft
draft-continue = Continue editing
draft-discard = Discard
draft-discard-named = Discard “{ $title }”
draft-discarded = Discarded “{ $title }”
draft-found = You had not saved “{ $title }” ({ $at }).
draft-erased = What you had typed about a record is gone, since that was erased
drafts = Unsaved drafts
drafts-count =
    { $count ->
        [one] One unsaved draft
       *[other] { $count } unsaved drafts
    }
closing-title = Close with unsaved drafts?
closing-hint = They could not be kept on the disk. What you have typed and not saved will be lost.
closing-lose = Close and lose them
closing-stay = Stay

## Trash and undo

# $count is how many records, $title the first one's.
deleted =
    { $count ->
        [one] “{ $title }” is in the trash
       *[other] { $count } records are in the trash
    }
restored =
    { $count ->
        [one] Restored
       *[other] { $count } records restored
    }
undone = Undone
step-settle = Settling conflicts
step-undo = Undoing
step-redo = Doing it again
redone = Done again
# Fields that an undo left alone, since someone changed them since.
undo-skipped =
    { $count ->
        [one] One field of “{ $title }” was left alone, since it was changed later.
       *[other] { $count } fields, of “{ $title }” and others, were left alone, since they were changed later.
    }
trash-empty = The trash is empty
    .hint = What you delete can be restored from here at any time.
trash-kinds = Kinds of record

## Print

print-title = Print the summary
print-hint = One page, as a PDF that you can mail or send to a printer.
print-language = Language of the page
print-go = Save as PDF …
print-save-as = Where do you want to save the PDF?
print-done =
    { $pages ->
        [one] One page written to { $path }
       *[other] { $pages } pages written to { $path }
    }
print-missing =
    { $count ->
        [one] No font on this laptop can show this character; the page marks it: { $characters }
       *[other] No font on this laptop can show these characters; the page marks them: { $characters }
    }
