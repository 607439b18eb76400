/** Reads supplies, what was issued for an incident, stock-takings and supply requests. */
import type { IncidentIssueRead } from '#shared/contract/supplies.ts'
import { isRequestOver } from '#shared/domain/supply-request/request.ts'
import { drawRequest } from '#shared/domain/supply-request/draw.ts'
import { drawTaking } from '#shared/domain/stock-taking/draw.ts'
import { isTakingOver } from '#shared/domain/stock-taking/taking.ts'
import {
  drawIssue,
  drawSupply,
  sortedSupplies,
  supplyLines,
  type SupplyView,
} from '#shared/domain/supplies/draw.ts'
import { unknownSupply } from '#shared/domain/supplies/refusals.ts'
import { SUPPLY_FAULTS, type SupplyFault } from '#shared/domain/supplies/standing.ts'
import { supplyStream } from '#shared/domain/supplies/stream.ts'
import { openIssues } from '#shared/domain/supplies/supply.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { opened } from '../opened.ts'
import { allSupplies, placeIn, supplyView } from './data.ts'

/** Scheme, name and port of an address. */
const originOf = (url: string | null): string | null =>
  url === null ? null : url.split('/').slice(0, 3).join('/')

const list: QueryHandler<'supply/list'> = async (_input, context) => {
  const all = allSupplies(context)
  const view = await supplyView(all.flatMap(openIssues), context)
  const drawn = sortedSupplies(
    all.map((supply) => drawSupply(supply, view)),
    SUPPLY_FAULTS,
  )
  const counts = Object.fromEntries(
    SUPPLY_FAULTS.map((fault) => [
      fault,
      drawn.filter(({ faults }) => faults.includes(fault)).length,
    ]),
  ) as Record<SupplyFault, number>
  return {
    ok: true,
    reply: {
      ...{ supplies: await opened(drawn, context), today: view.today, counts },
      address: originOf(context.wallUrl(true)),
    },
  }
}

const read: QueryHandler<'supply/read'> = async ({ supplyId }, context) => {
  const supply = context.memory.documents.get('supply', supplyId)
  if (!supply) return unknownSupply()
  const view = await supplyView(supply.issues, context)
  const events = await context.journal.events(supplyStream.nameOf(supplyId))
  const { unit } = supply
  const lines = supplyLines(events, { unit, forOf: view.forOf })
  return {
    ok: true,
    reply: await opened({ supply: drawSupply(supply, view), lines }, context),
  }
}

/** What was issued for an incident, the last first; seals stand in place of personal values. */
export async function issuesDrawn(
  incidentId: string,
  context: QueryContext,
): Promise<readonly IncidentIssueRead[]> {
  const isOf = (issue: { for: { incidentId: string } | null }): boolean =>
    issue.for?.incidentId === incidentId
  const all = allSupplies(context).filter(({ issues }) => issues.some(isOf))
  const view: SupplyView = await supplyView(
    all.flatMap(({ issues }) => issues.filter(isOf)),
    context,
  )
  return all
    .flatMap((supply) => {
      const { id, number, name, model, unit } = supply
      const { turnId } = drawSupply(supply, view)
      return supply.issues.filter(isOf).map((issue) => ({
        ...drawIssue(issue, view),
        supply: { id, number, name, model, unit, turnId },
      }))
    })
    .sort((a, b) => b.at - a.at)
}

const ofIncident: QueryHandler<'supply/of-incident'> = async ({ incidentId }, context) => ({
  ok: true,
  reply: await opened({ issues: await issuesDrawn(incidentId, context) }, context),
})

const takings: QueryHandler<'supply/takings'> = async (_input, context) => {
  const { documents } = context.memory
  const all = [...documents.all('stock-taking').values()].sort(
    (a, b) =>
      Number(isTakingOver(a)) - Number(isTakingOver(b)) ||
      (b.endedAt ?? b.begunAt) - (a.endedAt ?? a.begunAt),
  )
  const around = {
    supplyOf: (id: string) => documents.get('supply', id),
    placeOf: placeIn(context),
  }
  const drawn = all.map((taking) => drawTaking(taking, around))
  return { ok: true, reply: await opened({ takings: drawn }, context) }
}

const requests: QueryHandler<'supply/requests'> = async ({ incidentId }, context) => {
  const all = [...context.memory.documents.all('supply-request').values()].filter(
    (request) => !incidentId || request.for?.incidentId === incidentId,
  )
  const { forOf } = await supplyView(all, context)
  const drawn = all
    .map((request) => drawRequest(request, forOf))
    .sort(
      (a, b) =>
        Number(isRequestOver(a.state)) - Number(isRequestOver(b.state)) ||
        (a.number < b.number ? 1 : -1),
    )
  return { ok: true, reply: await opened({ requests: drawn }, context) }
}

export const supplyQueries = {
  'supply/list': list,
  'supply/read': read,
  'supply/of-incident': ofIncident,
  'supply/takings': takings,
  'supply/requests': requests,
}
