## What stands on printed pages beside the data itself.

# The foot of every page.
print-page = Page { $page } of { $pages }
print-printed-on = Printed on { $date }
print-printed-on-by = Printed on { $date } by { $officer }

# What nobody has told the program. It is said, never left blank.
print-not-known = not known
# Below a table in which a dash stands for a date that is not known.
print-dash-not-known = — not known
print-none-recorded = None recorded

## The summary of an agreement.

print-agreement-summary = Agreement summary
print-agreement-number = No. { $number }
print-untitled = Agreement without a title

print-stage = Stage
print-signed = Signed
print-approved = Approved
print-in-force = In force
print-ends = Ends
# An end that nobody told: counted from the start and the term, or, behind the one that was told, from the renewals.
print-worked-out = { $date } (worked out)
print-worked-out-between = between { $first } and { $last } (worked out)
print-renewed-until = { $told }; renewed until { $until }
print-withdrawn = Withdrawn

print-parties = Parties
print-party = Party
print-party-number = No. { $number }
print-reservations = Reservations
print-signatory = Signatory

print-term-and-renewal = Term and renewal
print-term = Term
print-term-length = { $what }, { $months ->
    [one] { $months } month
   *[other] { $months } months
}
print-renewal = Renewal
print-renewal-length = { $what }, { $months ->
    [one] { $months } month at a time
   *[other] { $months } months at a time
}
print-notice = Notice
print-notice-days = { $days ->
    [one] { $days } day before the end
   *[other] { $days } days before the end
}
print-last-objection-day = Last day to object
print-termination-requested = Termination requested
print-termination-effective = Termination takes effect
print-termination-reason = Reason for termination

print-event = Signed at
print-topics = Topics
print-documents = Documents
print-fingerprint = Fingerprint { $fingerprint }
print-follow-ups = Follow-ups
print-no-due-date = no date
print-note = Note

# A long text of which the page shows only the beginning.
print-shortened = … [shortened for print: { $letters ->
    [one] { $letters } more character
   *[other] { $letters } more characters
} in the program]
