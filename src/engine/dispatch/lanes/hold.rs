//! Projects whose processing rests: their lanes keep nothing in memory, start nothing and ask the
//! table for nothing, so that any number of due rows costs nothing until they may go on. Why a
//! project rests is not known here.

use super::{Action, Job, Lanes};
use crate::base::Timestamp;
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;

impl Lanes {
    /// Whether the deliveries of a project rest.
    pub fn is_held(&self, project: ProjectId) -> bool {
        self.held.contains(&project)
    }

    /// Has the deliveries of a project rest, or go on.
    pub fn hold(&mut self, project: ProjectId, held: bool, now: Timestamp, actions: &mut Vec<Action>) {
        match held {
            true => self.held.insert(project),
            false => self.held.remove(&project),
        };
        let of_project = |(webhook, lane): (&WebhookId, &super::Lane)| (lane.project == project).then_some(*webhook);
        let lanes: Vec<WebhookId> = self.lanes.iter().filter_map(of_project).collect();
        for webhook in lanes {
            if let Some(lane) = self.lanes.get_mut(&webhook) {
                lane.has_backlog();
            }
            self.pump(webhook, now, actions);
        }
        if !held {
            // Their wakes may have come and gone meanwhile.
            let waiting = self.unopened.iter().filter(|(_, of)| **of == project).map(|(webhook, _)| *webhook);
            for webhook in waiting.collect::<Vec<_>>() {
                self.set_wake(webhook, now, actions);
            }
        }
    }

    /// Gives what a resting lane has in memory back to the table, due as it was.
    pub(super) fn park(&mut self, webhook: WebhookId, actions: &mut Vec<Action>) {
        let Some(lane) = self.lanes.get_mut(&webhook).filter(|lane| lane.held() > 0) else { return };
        let jobs: Vec<Job> = lane.ready.iter_mut().flat_map(std::mem::take).collect();
        self.held_bytes = self.held_bytes.saturating_sub(jobs.iter().map(Job::size).sum());
        let (project, ids) = (lane.project, jobs.iter().map(|job| job.id).collect());
        actions.push(Action::Release { project, webhook, ids, due_at: None });
    }

    /// Forgets a project that exists no more, but for lanes with something under way.
    pub fn forget_project(&mut self, project: ProjectId) {
        self.lanes.retain(|_, lane| {
            let idle = lane.held() + lane.reserved + lane.in_flight == 0 && !lane.claiming && !lane.starving;
            lane.project != project || !idle
        });
        self.unopened.retain(|_, of| *of != project);
        // A lane that stays must go on resting.
        if self.lanes.values().all(|lane| lane.project != project) {
            self.held.remove(&project);
        }
    }
}
