/**
 * Counts what became of incidents afterwards: aftercare, reviews, evaluations of plans. Nothing of
 * the product may be imported here.
 */
import { overOf, type Body, type Draft, type PlainIncident } from './draft.ts'

export function takeAfterwards({ afterwards }: Draft, type: string, body: Body): void {
  const { entries, evaluated } = afterwards
  const entry = entries.get(body.aftercareId)
  switch (type) {
    case 'AftercareAdded':
      entries.set(body.aftercareId, {
        ...{ due: body.dueOn, agreed: body.agreedFen ?? 0, paid: 0, standing: 'open' },
      })
      return
    case 'AftercareChanged':
    case 'AftercareCorrected':
      if (typeof body.dueOn === 'string' && entry) entry.due = body.dueOn
      if (typeof body.agreedFen === 'number' && entry) entry.agreed = body.agreedFen
      if (typeof body.paidFen === 'number' && entry) entry.paid = body.paidFen
      return
    case 'AftercareDone':
      if (entry) Object.assign(entry, { standing: 'done', paid: body.paidFen ?? 0 })
      return
    case 'AftercareWithdrawn':
      if (entry) entry.standing = 'gone'
      return
    case 'ReviewPassedOver':
      afterwards.passedOver = true
      return
    case 'ReviewRecorded':
      if (body.kind === 'review') afterwards.reviewed = true
      for (const plan of body.plans) if (!evaluated.has(plan)) evaluated.set(plan, body.reviewedAt)
  }
}

/** `today`: the date of the site as of which it is counted. */
export function countAfterwards(incidents: readonly PlainIncident[], today: string): object {
  const entries = incidents
    .flatMap(({ afterwards }) => [...afterwards.entries.values()])
    .filter(({ standing }) => standing !== 'gone')
  const open = entries.filter(({ standing }) => standing === 'open')
  const yuan = (of: (entry: (typeof entries)[number]) => number): number =>
    entries.reduce((fen, entry) => fen + of(entry), 0) / 100
  const evaluated = incidents
    .filter(({ drill, imported }) => !drill && !imported)
    .flatMap((incident) =>
      [...incident.afterwards.evaluated].map(([, at]) => ({ at, over: overOf(incident) })),
    )
  return {
    aftercare: {
      opened: entries.length,
      done: entries.length - open.length,
      open: open.length,
      overdue: open.filter(({ due }) => due < today).length,
      agreed: yuan(({ agreed }) => agreed),
      paid: yuan(({ paid }) => paid),
    },
    reviews: {
      done: incidents.filter(({ afterwards }) => afterwards.reviewed).length,
      passedOver: incidents.filter(({ afterwards }) => afterwards.passedOver).length,
    },
    evaluations: {
      done: evaluated.length,
      late: evaluated.filter(({ at, over }) => over !== null && at > over + 30 * 86_400_000).length,
    },
  }
}
