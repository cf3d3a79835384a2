### Labels of the kinds of record, their fields, and the codes of their choices.
###
### Keys follow from the declarations in `crates/domain/src/kinds/`: `kind-KIND`, `field-KIND-FIELD`,
### `choice-KIND-FIELD-CODE`. A label is what stands beside a value in a form, a list and a history line.

# A record's deletion, where a history or a conflict names a field.
field-deleted = Deleted
field-left-out = Left out on this laptop

## Institutions

kind-institution = Institution
    .plural = Institutions
field-institution-name = Name
field-institution-short-name = Short name
field-institution-kind = Kind
choice-institution-kind-university = University
choice-institution-kind-research-institute = Research institute
choice-institution-kind-hospital = Hospital
choice-institution-kind-company = Company
choice-institution-kind-dealer = Dealer
choice-institution-kind-association = Association
choice-institution-kind-government-body = Government body
choice-institution-kind-science-park = Science park
choice-institution-kind-law-firm = Law firm
choice-institution-kind-consultancy = Consultancy
choice-institution-kind-incubator = Incubator
choice-institution-kind-venture-fund = Venture fund
choice-institution-kind-medical-service-agency = Medical service agency
choice-institution-kind-network = Network or alliance
choice-institution-kind-unit = Unit
field-institution-country = Country
field-institution-city = City
field-institution-number = Own number
field-institution-part-of = Part of
field-institution-note = Note
field-institution-private-note = Private note

## What several kinds own

kind-name = Name
    .plural = Names
field-name-owner = Belongs to
field-name-text = Name
field-name-language = Language
field-name-use = Use
choice-name-use-official = Official
choice-name-use-translated = Translation
choice-name-use-romanised = Romanised
choice-name-use-phonetic = Pronunciation
choice-name-use-short = Short
choice-name-use-former = Former
field-name-until = Used until

kind-address = Address
    .plural = Addresses
field-address-owner = Belongs to
field-address-use = Use
choice-address-use-street = Street address
choice-address-use-mailing = Mailing address
choice-address-use-home = Home address
field-address-lines = Street and building
field-address-postcode = Postcode
field-address-city = City
field-address-country = Country

kind-contact = Contact detail
    .plural = Contact details
field-contact-owner = Belongs to
field-contact-medium = Medium
choice-contact-medium-email = Email
choice-contact-medium-phone = Phone
choice-contact-medium-mobile = Mobile
choice-contact-medium-fax = Fax
choice-contact-medium-website = Website
choice-contact-medium-wechat = WeChat
choice-contact-medium-whatsapp = WhatsApp
choice-contact-medium-telegram = Telegram
field-contact-value = Number or address
field-contact-label = Label
field-contact-language = Language

## What institutions own

kind-code = Code
    .plural = Codes
field-code-owner = Belongs to
field-code-scheme = Scheme
choice-code-scheme-ror = ROR
choice-code-scheme-erasmus = Erasmus
choice-code-scheme-national = National
choice-code-scheme-tax = Tax number
choice-code-scheme-isni = ISNI
field-code-value = Code

kind-membership = Membership
    .plural = Memberships
field-membership-member = Member
field-membership-network = Network or alliance
field-membership-role = Role
choice-membership-role-founding = Founding member
choice-membership-role-member = Member
choice-membership-role-council = Council member
choice-membership-role-chair = Chair
choice-membership-role-observer = Observer
choice-membership-role-candidate = Candidate
choice-membership-role-former = Former member
field-membership-from = From
field-membership-to = To
field-membership-note = Note

## People

kind-person = Person
    .plural = People
field-person-honorific = Honorific
field-person-given = Given name
field-person-family = Family name
field-person-name-order = Name order
choice-person-name-order-given-first = Given name first
choice-person-name-order-family-first = Family name first
field-person-original-name = Name in original script
field-person-romanised-name = Romanised name
field-person-phonetic-name = Pronunciation
field-person-salutation = Salutation
field-person-country = Country
field-person-note = Note
field-person-private-note = Private note

kind-spoken-language = Spoken language
    .plural = Spoken languages
field-spoken-language-person = Person
field-spoken-language-language = Language
field-spoken-language-level = Level
choice-spoken-language-level-native = Native
choice-spoken-language-level-fluent = Fluent
choice-spoken-language-level-working = Working knowledge
choice-spoken-language-level-basic = Basic

kind-affiliation = Affiliation
    .plural = Affiliations
field-affiliation-person = Person
field-affiliation-institution = Institution
field-affiliation-unit = Unit
field-affiliation-role = Role
field-affiliation-from = From
field-affiliation-to = To
field-affiliation-ended = Has ended
field-affiliation-note = Note

## Agreements

kind-agreement = Agreement
    .plural = Agreements
field-agreement-title = Title
field-agreement-kind = Kind
choice-agreement-kind-research-and-development = Research and development
choice-agreement-kind-investment = Investment
choice-agreement-kind-academic-exchange = Academic exchange
choice-agreement-kind-framework = Framework or MoU
choice-agreement-kind-other = Other
field-agreement-subtype = Subtype
field-agreement-number = Own number
field-agreement-stage = Stage
choice-agreement-stage-idea = Idea
choice-agreement-stage-draft = Draft
choice-agreement-stage-negotiation = Negotiation
choice-agreement-stage-approval = Approval
choice-agreement-stage-ready-to-sign = Ready to sign
choice-agreement-stage-partly-signed = Partly signed
choice-agreement-stage-signed = Signed
choice-agreement-stage-never-concluded = Never concluded
field-agreement-signed = Signed on
field-agreement-signed-at = Signed at
field-agreement-in-force = In force from
field-agreement-term = Term
choice-agreement-term-fixed = Fixed period
choice-agreement-term-until-date = Until a date
choice-agreement-term-evergreen = Without an end
choice-agreement-term-unknown = Not known
field-agreement-term-months = Term in months
field-agreement-ends = Ends on
field-agreement-renewal = Renewal
choice-agreement-renewal-none = None
choice-agreement-renewal-automatic = Automatic
choice-agreement-renewal-by-agreement = By agreement
choice-agreement-renewal-unknown = Not known
field-agreement-renewal-months = Renewal in months
field-agreement-notice-days = Notice in days
field-agreement-last-objection-day = Last day to object
field-agreement-termination-requested = Termination requested on
field-agreement-termination-effective = Termination effective on
field-agreement-termination-reason = Reason for termination
field-agreement-note = Note
field-agreement-confidentiality = Confidentiality
choice-agreement-confidentiality-open = Open
choice-agreement-confidentiality-internal = Internal
choice-agreement-confidentiality-confidential = Confidential
field-agreement-private-note = Private note

kind-topic = Topic
    .plural = Topics
field-topic-agreement = Agreement
field-topic-text = Topic

kind-party = Party
    .plural = Parties
field-party-agreement = Agreement
field-party-institution = Institution
field-party-name-at-signing = Name at signing
field-party-number = Party’s number
field-party-signed = Signed on
field-party-approved = Approved on
field-party-in-force = In force from
field-party-withdrawn = Withdrawn on
field-party-reservations = Reservations

kind-signatory = Signatory
    .plural = Signatories
field-signatory-party = Party
field-signatory-person = Person
field-signatory-name-at-signing = Name at signing
field-signatory-title-at-signing = Title at signing
field-signatory-mode = Mode
choice-signatory-mode-in-person = In person
choice-signatory-mode-by-video = By video
choice-signatory-mode-by-post = By post
field-signatory-signed = Signed on

## Follow-ups

kind-follow-up = Follow-up
    .plural = Follow-ups
field-follow-up-title = What to do
field-follow-up-due = Due on
field-follow-up-about = About
field-follow-up-assignee = Assigned to
field-follow-up-priority = Priority
choice-follow-up-priority-high = High
choice-follow-up-priority-normal = Normal
choice-follow-up-priority-low = Low
field-follow-up-state = State
choice-follow-up-state-open = Open
choice-follow-up-state-done = Done
choice-follow-up-state-dropped = Dropped
field-follow-up-done-on = Done on
field-follow-up-note = Note
field-follow-up-private-note = Private note

kind-reminder = Reminder
    .plural = Reminders
field-reminder-follow-up = Follow-up
field-reminder-on = Remind on

## Events

kind-event = Event
    .plural = Events
field-event-title = Title
field-event-kind = Kind
choice-event-kind-conference = Conference
choice-event-kind-ceremony = Ceremony
choice-event-kind-visit = Visit
choice-event-kind-meeting = Meeting
choice-event-kind-call = Call
field-event-start = Starts on
field-event-end = Ends on
field-event-place = Place
field-event-country = Country
field-event-mode = Mode
choice-event-mode-on-site = On site
choice-event-mode-online = Online
choice-event-mode-hybrid = Hybrid
field-event-theme = Theme
field-event-programme = Programme
field-event-note = Note
field-event-private-note = Private note

kind-participant = Participant
    .plural = Participants
field-participant-event = Event
field-participant-who = Who
field-participant-role = Role
choice-participant-role-host = Host
choice-participant-role-co-host = Co-host
choice-participant-role-speaker = Speaker
choice-participant-role-delegate = Delegate
choice-participant-role-guest = Guest
choice-participant-role-observer = Observer
choice-participant-role-witness = Witness
field-participant-note = Note

## Documents, tags, laptops

kind-document = Document
    .plural = Documents
field-document-owner = Belongs to
field-document-name = File name
field-document-use = Use
choice-document-use-signed = Signed copy
choice-document-use-draft = Draft
choice-document-use-annex = Annex
choice-document-use-letter = Letter
choice-document-use-minutes = Minutes
field-document-language = Language
field-document-content-hash = Fingerprint
field-document-size = Size in bytes
field-document-note = Note

kind-tag = Tag
    .plural = Tags
field-tag-name = Name
field-tag-note = Note

kind-tagging = Tag on a record
    .plural = Tags on records
field-tagging-record = Record
field-tagging-tag = Tag

kind-alias = Duplicate
    .plural = Duplicates
field-alias-record = Record
field-alias-duplicate = Merged record

kind-device = Laptop
    .plural = Laptops
field-device-name = Laptop’s name
field-device-officer = Officer
field-device-continues = In place of
field-device-retired = No longer in use
