//! Follow-ups, so that the agenda has something to show. None of them is a fact: all are tagged.

use chrono::{Days, NaiveDate};
use entente_domain::kinds::Kind;

use super::drafts::{Drafts, Entry, Place, Places};

/// What the follow-ups are made from.
pub(super) struct Sample {
    pub(super) today: NaiveDate,
    pub(super) tag: Place,
    pub(super) institutions: Places,
    pub(super) events: Places,
    pub(super) agreements: Places,
}

/// A follow-up in a line.
struct Plan {
    title: &'static str,
    /// Days from today; negative is overdue, `None` has no day.
    due: Option<i64>,
    about: &'static str,
    priority: &'static str,
    done: bool,
}

const PLANS: &[Plan] = &[
    Plan {
        title: "Ask IHSM which of the sides signed the agreement",
        due: Some(-6),
        about: "Cooperation agreement with IHSM and its affiliated hospitals",
        priority: "high",
        done: false,
    },
    Plan {
        title: "Ask the secretariat for the parties to the document",
        due: Some(2),
        about: "Cooperative document on research and development",
        priority: "normal",
        done: false,
    },
    Plan {
        title: "Send the University the list of students for joint training",
        due: Some(9),
        about: "KNU",
        priority: "high",
        done: false,
    },
    Plan {
        title: "Prepare the next visit to Bishkek",
        due: Some(26),
        about: "IHSM",
        priority: "normal",
        done: false,
    },
    Plan {
        title: "Ask for the name and city of the affiliated hospital",
        due: Some(75),
        about: "KCIMC-H",
        priority: "low",
        done: false,
    },
    Plan {
        title: "Find the year of the founding in the minutes",
        due: None,
        about: "Founding of BRMDIA",
        priority: "low",
        done: false,
    },
    Plan { title: "Thank the translators", due: Some(-20), about: "PTA", priority: "normal", done: true },
];

/// Days before an important follow-up on which to be reminded of it.
const REMINDER: u64 = 3;

/// Adds the follow-ups, each tagged; those of high priority that are still to come with a reminder.
pub(super) fn add(drafts: &mut Drafts, sample: &Sample) {
    for plan in PLANS {
        let due = plan.due.and_then(|days| sample.day(days));
        let place = drafts.add(follow_up(plan, due, sample));
        drafts.tag(place, sample.tag);
        let is_ahead = due.is_some_and(|due| due > sample.today) && plan.priority == "high";
        if let Some(day) = due.filter(|_| is_ahead).and_then(|due| due.checked_sub_days(Days::new(REMINDER)))
        {
            drafts.add(Entry::new(Kind::Reminder).refer("follow-up", place).text("on", day.to_string()));
        }
    }
}

fn follow_up(plan: &Plan, due: Option<NaiveDate>, sample: &Sample) -> Entry {
    let due = due.map(|day| day.to_string()).unwrap_or_default();
    let entry = Entry::new(Kind::FollowUp)
        .text("title", plan.title)
        .refer("about", sample.record(plan.about))
        .text("priority", plan.priority)
        .text("due", &due);
    if plan.done { entry.text("state", "done").text("done-on", due) } else { entry.text("state", "open") }
}

impl Sample {
    /// A day this many days from today; none beyond the calendar's end.
    fn day(&self, days: i64) -> Option<NaiveDate> {
        self.today.checked_add_signed(chrono::TimeDelta::days(days))
    }

    /// The institution, agreement or event of that name.
    fn record(&self, name: &str) -> Place {
        [&self.institutions, &self.agreements, &self.events]
            .into_iter()
            .find_map(|places| places.get(name).copied())
            .expect("BUG: a follow-up about a record that the sample does not have")
    }
}
