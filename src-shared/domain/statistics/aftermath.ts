/** Draws what became of an incident afterwards: what of its aftermath statistics keep. */
import { isOpenAftercare } from '../incident/record/aftermath.ts'
import type { Incident } from '../incident/record/state.ts'
import {
  aftercareOf,
  amountsOf,
  evaluationsOf,
  reviewsOf,
} from '../incident/rules/aftermath-due.ts'
import type { AftermathStats, IncidentStats } from './incident-stats.ts'

function evaluated(incident: Incident): AftermathStats['evaluations'] {
  const done = evaluationsOf(incident).flatMap(({ doneAt, dueAt }) =>
    doneAt === null ? [] : [{ doneAt, dueAt }],
  )
  return {
    done: done.length,
    late: done.filter(({ doneAt, dueAt }) => dueAt !== null && doneAt > dueAt).length,
  }
}

/** Nothing where nobody has recorded any of it. */
export function aftermathStats(incident: Incident): Pick<IncidentStats, 'aftermath'> {
  const [entries, reviews] = [aftercareOf(incident), reviewsOf(incident)]
  const passedOver = incident.reviewPassedOver !== undefined
  if (entries.length + reviews.length === 0 && !passedOver) return {}
  return {
    aftermath: {
      done: entries.filter(({ done }) => done).length,
      open: entries.filter(isOpenAftercare).map(({ dueOn }) => dueOn),
      ...amountsOf(incident),
      reviewed: reviews.some(({ kind }) => kind === 'review'),
      passedOver,
      lessons: reviews.reduce((sum, { lessons }) => sum + lessons.length, 0),
      evaluations: evaluated(incident),
    },
  }
}
