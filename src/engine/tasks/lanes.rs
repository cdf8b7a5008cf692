//! Whose turn it is, in memory: per lane and project the earliest due time and what is under way.
//! Pure bookkeeping; it neither knows tasks nor the table.

use crate::base::Timestamp;
use crate::domain::project::ProjectId;
use crate::domain::task::Lane;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

/// Attempts under way at a time, by lane, and the most of them that one project may have: there is
/// always room for others.
const ROOM: [usize; 2] = [512, 8];
const MOST: [usize; 2] = [384, 6];

/// What is known of all lanes.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    lanes: HashMap<(Lane, ProjectId), State>,
    running: [usize; 2],
    /// Projects whose tasks rest.
    held: HashSet<ProjectId>,
}

#[derive(Debug, Default, Clone, Copy)]
struct State {
    due: Option<Timestamp>,
    running: usize,
}

/// Up to so many tasks of a lane may begin; their places are taken already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub lane: Lane,
    pub project: ProjectId,
    pub places: usize,
}

impl Lanes {
    /// Something is due at `at`.
    pub fn due(&mut self, lane: Lane, project: ProjectId, at: Timestamp) {
        let state = self.lanes.entry((lane, project)).or_default();
        state.due = Some(state.due.map_or(at, |due| due.min(at)));
    }

    pub fn hold(&mut self, project: ProjectId, held: bool) {
        match held {
            true => self.held.insert(project),
            false => self.held.remove(&project),
        };
    }

    /// Shares the room among those that have something due: each place goes to the project with the
    /// fewest under way, and then to the one whose task is due longest. What is due of them is
    /// forgotten until [`Lanes::looked`] tells it again.
    pub fn share(&mut self, now: Timestamp) -> Vec<Share> {
        let mut shares = Vec::new();
        for lane in Lane::ALL {
            let (room, most) = (ROOM[lane as usize] - self.running[lane as usize], MOST[lane as usize]);
            let ready = self.lanes.iter().filter_map(|((of, project), state)| {
                let due = state.due.filter(|due| *of == lane && *due <= now && state.running < most)?;
                (!self.held.contains(project)).then_some(Reverse((state.running, due, *project)))
            });
            let mut ready: BinaryHeap<_> = ready.collect();
            let mut given: HashMap<ProjectId, usize> = HashMap::new();
            for _ in 0..room {
                let Some(Reverse((running, due, project))) = ready.pop() else { break };
                *given.entry(project).or_default() += 1;
                if running + 1 < most {
                    ready.push(Reverse((running + 1, due, project)));
                }
            }
            for (project, places) in given {
                let state = self.lanes.entry((lane, project)).or_default();
                (state.due, state.running) = (None, state.running + places);
                self.running[lane as usize] += places;
                shares.push(Share { lane, project, places });
            }
        }
        shares
    }

    /// So many of a share have begun, and the next one is due then.
    pub fn looked(&mut self, share: Share, begun: usize, next: Option<Timestamp>) {
        self.leave(share.lane, share.project, share.places.saturating_sub(begun));
        if let Some(next) = next {
            self.due(share.lane, share.project, next);
        }
    }

    /// One is over.
    pub fn left(&mut self, lane: Lane, project: ProjectId) {
        self.leave(lane, project, 1);
    }

    fn leave(&mut self, lane: Lane, project: ProjectId, places: usize) {
        self.running[lane as usize] = self.running[lane as usize].saturating_sub(places);
        if let Some(state) = self.lanes.get_mut(&(lane, project)) {
            state.running = state.running.saturating_sub(places);
            if state.running == 0 && state.due.is_none() {
                self.lanes.remove(&(lane, project));
            }
        }
    }

    /// When the next one that could begin is due; none while there is no room for any.
    pub fn next(&self) -> Option<Timestamp> {
        let can_begin = |((lane, project), state): (&(Lane, ProjectId), &State)| {
            let at = *lane as usize;
            let room = self.running[at] < ROOM[at] && state.running < MOST[at] && !self.held.contains(project);
            state.due.filter(|_| room)
        };
        self.lanes.iter().filter_map(can_begin).min()
    }

    pub fn running(&self) -> usize {
        self.running.iter().sum()
    }

    /// Forgets a project that exists no more, but for what is under way.
    pub fn forget(&mut self, project: ProjectId) {
        self.lanes.retain(|(_, of), state| *of != project || state.running > 0);
        self.held.remove(&project);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_secs(seconds)
    }

    #[test]
    fn room_goes_to_those_who_have_least() {
        let (ids, mut lanes) = (IdSource::default(), Lanes::default());
        let (busy, late): (ProjectId, ProjectId) = (ids.next(), ids.next());
        lanes.due(Lane::Letters, busy, at(1));
        let first = lanes.share(at(5));
        assert_eq!(first, [Share { lane: Lane::Letters, project: busy, places: MOST[1] }]);
        lanes.looked(first[0], MOST[1], Some(at(2)));
        assert_eq!((lanes.share(at(5)), lanes.next()), (vec![], None), "it has the most that one may have");
        lanes.due(Lane::Letters, late, at(4));
        assert_eq!(lanes.next(), Some(at(4)));
        let second = lanes.share(at(5));
        assert_eq!(second, [Share { lane: Lane::Letters, project: late, places: ROOM[1] - MOST[1] }]);
        lanes.looked(second[0], 1, None);
        assert_eq!(lanes.running(), MOST[1] + 1);
        lanes.left(Lane::Letters, busy);
        assert_eq!(lanes.share(at(5)), [Share { lane: Lane::Letters, project: busy, places: 1 }]);
    }

    #[test]
    fn a_crowd_shares_evenly() {
        let (ids, mut lanes) = (IdSource::default(), Lanes::default());
        let projects: Vec<ProjectId> = (0..4).map(|_| ids.next()).collect();
        projects.iter().for_each(|project| lanes.due(Lane::Letters, *project, at(1)));
        assert!(lanes.share(at(0)).is_empty());
        let shares = lanes.share(at(1));
        assert!(shares.len() == 4 && shares.iter().all(|share| share.places == 2), "{shares:?}");
        shares.iter().for_each(|share| lanes.looked(*share, 0, None));
        assert_eq!((lanes.running(), lanes.lanes.len()), (0, 0));
    }

    #[test]
    fn held_projects_rest() {
        let (ids, mut lanes) = (IdSource::default(), Lanes::default());
        let project = ids.next();
        lanes.hold(project, true);
        lanes.due(Lane::Requests, project, at(1));
        assert_eq!((lanes.share(at(9)), lanes.next()), (vec![], None));
        lanes.hold(project, false);
        assert_eq!(lanes.next(), Some(at(1)));
        assert_eq!(lanes.share(at(9)).len(), 1);
        lanes.due(Lane::Requests, project, at(7));
        lanes.due(Lane::Requests, project, at(8));
        assert_eq!(lanes.next(), Some(at(7)), "what comes during a look is not lost");
        lanes.forget(project);
        assert_eq!(lanes.lanes.len(), 1, "some of it is under way");
    }
}
