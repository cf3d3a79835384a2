//! What can be taken back and what can be done again, read from a device's own commits.

use std::ops::RangeInclusive;

use crate::ids::Seq;
use crate::log::Action;

/// A step: its commits in their order. What is too much for one commit takes several, and so does what puts back several
/// values of one field.
pub(super) type Step = Vec<Seq>;

/// What can be taken back and what can be done again, the next of each last.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    pub(super) undo: Vec<Step>,
    pub(super) redo: Vec<Step>,
    /// Whether behind the last of them stands an erasure, which cannot be undone, nor what went before it.
    pub(super) behind_erasure: bool,
}

/// Reads a device's commits, oldest first, as steps and steps back. Of the saves, those of a run that were made `together`
/// are one step.
pub(super) fn steps(commits: impl Iterator<Item = (Seq, Action)>, together: &[RangeInclusive<Seq>]) -> Steps {
    let mut steps = Steps::default();
    // Whether the commit before this one was a step back that has not come to its end.
    let mut goes_on = false;
    let mut before = None;
    for (seq, action) in commits {
        goes_on = match action {
            Action::Introduce => false,
            Action::Save | Action::Delete | Action::Restore => {
                let goes_on = |run: &RangeInclusive<Seq>| run.contains(&seq) && seq > *run.start();
                push(&mut steps.undo, seq, together.iter().any(goes_on));
                steps.redo.clear();
                false
            }
            Action::LeaveOut(part) | Action::TakeBack(part) => {
                push(&mut steps.undo, seq, part > 1);
                steps.redo.clear();
                false
            }
            // It takes several commits to take back this one.
            Action::Undo(_) if before == Some(action) => {
                push(&mut steps.redo, seq, true);
                goes_on
            }
            Action::Redo(_) if before == Some(action) => {
                push(&mut steps.undo, seq, true);
                goes_on
            }
            Action::Undo(undone) => {
                let goes_on_still = take(&mut steps.undo, undone);
                push(&mut steps.redo, seq, goes_on);
                goes_on_still
            }
            Action::Redo(undo) => {
                let goes_on_still = take(&mut steps.redo, undo);
                push(&mut steps.undo, seq, goes_on);
                goes_on_still
            }
            Action::Erase => {
                steps = Steps { behind_erasure: true, ..Steps::default() };
                false
            }
        };
        before = Some(action);
    }
    steps
}

/// Adds a commit as a step of its own, or to the last one.
fn push(steps: &mut Vec<Step>, seq: Seq, goes_on: bool) {
    match steps.last_mut() {
        Some(last) if goes_on => last.push(seq),
        Some(_) | None => steps.push(vec![seq]),
    }
}

/// Takes a commit out of the step it is of, and says whether that has others left.
fn take(steps: &mut Vec<Step>, seq: Seq) -> bool {
    let Some(place) = steps.iter().position(|step| step.contains(&seq)) else { return false };
    steps[place].retain(|commit| *commit != seq);
    let has_others = !steps[place].is_empty();
    if !has_others {
        steps.remove(place);
    }
    has_others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_from_the_log() {
        use Action::{Erase, Introduce, Redo, Save, TakeBack, Undo};
        let told = |actions: &[Action]| {
            let actions = actions.iter().enumerate().map(|(index, action)| (index as u64 + 1, *action));
            let steps = steps(actions, &[]);
            (steps.undo, steps.redo)
        };
        let one = |seqs: &[Seq]| seqs.iter().map(|seq| vec![*seq]).collect::<Vec<_>>();
        assert_eq!(told(&[Introduce]), (vec![], vec![]));
        assert_eq!(told(&[Introduce, Save, Save]), (one(&[2, 3]), vec![]));
        assert_eq!(told(&[Introduce, Save, Save, Undo(3)]), (one(&[2]), one(&[4])));
        assert_eq!(told(&[Introduce, Save, Save, Undo(3), Undo(2)]), (vec![], one(&[4, 5])));
        assert_eq!(told(&[Introduce, Save, Save, Undo(3), Redo(4)]), (one(&[2, 5]), vec![]));
        assert_eq!(told(&[Introduce, Save, Undo(2), Save]), (one(&[4]), vec![]));
        let parts = [Save, TakeBack(1), TakeBack(2), TakeBack(3)];
        assert_eq!(told(&parts), (vec![vec![1], vec![2, 3, 4]], vec![]));
        let back = [parts.as_slice(), &[Undo(4), Undo(3), Undo(2)]].concat();
        assert_eq!(told(&back), (one(&[1]), vec![vec![5, 6, 7]]));
        let again = [back.as_slice(), &[Redo(7), Redo(6), Redo(5)]].concat();
        assert_eq!(told(&again), (vec![vec![1], vec![8, 9, 10]], vec![]));
        let both = [back.as_slice(), &[Undo(1)]].concat();
        assert_eq!(told(&both), (vec![], vec![vec![5, 6, 7], vec![8]]));
        let several = [Save, Undo(1), Undo(1), Undo(1)];
        assert_eq!(told(&several), (vec![], vec![vec![2, 3, 4]]));
        let again = [several.as_slice(), &[Redo(4), Redo(3), Redo(2)]].concat();
        assert_eq!(told(&again), (vec![vec![5, 6, 7]], vec![]));
        let once_more = [again.as_slice(), &[Undo(7), Undo(7), Undo(6), Undo(5), Undo(5)]].concat();
        assert_eq!(told(&once_more), (vec![], vec![vec![8, 9, 10, 11, 12]]));
        assert_eq!(told(&[Introduce, Save, Save, Undo(3), Erase]), (vec![], vec![]));
        assert_eq!(told(&[Introduce, Save, Erase, Save]), (one(&[4]), vec![]));
    }

    #[test]
    fn saves_that_were_made_together_are_one_step() {
        use Action::{Redo, Save, Undo};
        let told = |actions: &[Action]| {
            let numbered = actions.iter().enumerate().map(|(index, action)| (index as u64 + 1, *action));
            let steps = steps(numbered, &[2..=4, 5..=6]);
            (steps.undo, steps.redo)
        };
        let saves = [Save; 7];
        assert_eq!(told(&saves), (vec![vec![1], vec![2, 3, 4], vec![5, 6], vec![7]], vec![]));
        let back = [&saves[..6], &[Undo(6), Undo(6), Undo(5)]].concat();
        assert_eq!(told(&back), (vec![vec![1], vec![2, 3, 4]], vec![vec![7, 8, 9]]));
        let again = [back.as_slice(), &[Redo(9), Redo(8), Redo(7)]].concat();
        assert_eq!(told(&again), (vec![vec![1], vec![2, 3, 4], vec![10, 11, 12]], vec![]));
    }
}
