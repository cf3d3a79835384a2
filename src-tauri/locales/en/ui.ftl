### What the interface says, apart from the labels of kinds and fields (kinds.ftl).

## Actions that many places share

action-add = Add
action-back = Back
action-cancel = Cancel
action-clear = Clear
action-close = Close
# $text is what will be copied.
action-copy = Copy { $text }
action-delete = Delete
action-edit = Edit
action-more = More actions
action-open = Open
action-print = Print
action-redo = Redo
action-restore = Restore
action-save = Save
action-undo = Undo
action-understood = Understood

copied = Copied
cancelled = Stopped. Nothing was changed.
saved = Saved
yes = Yes
no = No
not-known = Not known
path = Path
version = Entente { $version }
defect-hint = This is a defect of the program. Please report the sentence above.
unreachable = This cannot be shown
progress-figures = { $done } of { $total }
file-written = Written to { $path }
toasts-label = Messages
splitter-label = Width of the list

## Places

nav-label = Places
nav-home = Home
nav-conflicts = Conflicts
nav-exchange = Exchange
nav-waiting =
    { $count ->
        [one] One file waits in the shared folder
       *[other] { $count } files wait in the shared folder
    }
nav-laptops = Laptops
nav-trash = Trash
nav-settings = Settings

## Search and commands

search-label = Search
search-hits = Found
search-nothing = Nothing found for “{ $text }”
palette-title = Commands
palette-hint = Go to, create, search …
language-use = Language: { $name }
theme-use-light = Theme: light
theme-use-dark = Theme: dark
theme-use-system = Theme: as the system

## Keyboard

shortcuts-title = Keyboard shortcuts
shortcuts-everywhere = Everywhere
shortcuts-go = Go to
shortcuts-list = In a list
shortcuts-record = On a record
shortcut-back = Back to where you were
shortcut-close = Close
shortcut-filter = Find in the list
shortcut-add-filter = Filter the list
shortcut-forward = Forward again
shortcut-leave = Leave, keeping what was typed
shortcut-new = New
shortcut-next = Next
shortcut-open = Open
shortcut-previous = Previous
shortcut-search = Search everything
shortcut-tick = Mark as done

## Lists

column-title = Name
column-state = State
# Where a person works, and as what.
companion-as = { $name } ({ $roles })
# How many there are besides those that are named.
companions-more = +{ $count }
list-filter = Find in this list
list-nothing-found = Nothing fits
list-nothing-found-hint = Try fewer words or filters.
filter-add = Filter
filter-clear = Clear filters
filter-remove = Remove the filter on { $field }
filter-find = Find a value
filter-from = From
filter-to = To
filter-known = Known
filter-unknown = Not known
filter-since = since { $from }
filter-until = until { $to }
filter-between = { $from } to { $to }
# $first is the first of the values, $count how many more there are.
filter-and-more = { $first } and { $count } more
filters-set = Filters

empty-institution = No institutions yet
    .hint = Universities, hospitals, companies, networks: everyone you deal with.
empty-person = No people yet
    .hint = Your contacts at institutions, with every name and number they have.
empty-agreement = No agreements yet
    .hint = What was signed or is being negotiated, with all its parties and dates.
empty-event = No events yet
    .hint = Conferences, visits, signings and calls, and who took part.
empty-follow-up = No follow-ups yet
    .hint = What you mean to do, about whom, and by when.
empty-tag = No tags yet
    .hint = Words to group records by. You can also make one while editing a record.

## New records

new-institution = New institution
new-person = New person
new-agreement = New agreement
new-event = New event
new-follow-up = New follow-up
new-tag = New tag
edit-institution = Edit institution
edit-person = Edit person
edit-agreement = Edit agreement
edit-event = Edit event
edit-follow-up = Edit follow-up
edit-tag = Edit tag

# Offered in a field that refers to a record: makes one of the name that was typed.
create-institution = New institution “{ $name }”
create-person = New person “{ $name }”
create-agreement = New agreement “{ $name }”
create-event = New event “{ $name }”
create-follow-up = New follow-up “{ $name }”
create-tag = New tag “{ $name }”

## Agreements' derived states

state-word-not-yet = Not yet in force
state-word-in-force = In force
state-word-expiring = Expiring
# $distance is "in 3 weeks", "tomorrow".
state-word-expiring-in = Ends { $distance }
# $date is a month or a year: the day is not known.
state-word-expiring-on = Ends { $date }
state-word-expired = Expired
state-word-terminated = Terminated
state-word-never-concluded = Never concluded
state-word-unknown = Not known
